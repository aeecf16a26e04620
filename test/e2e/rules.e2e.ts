/** Answers about the rules, with the real program and a real browser: from a question to a better answer. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, openPlayground, type PlaygroundPage } from "../support/playground.ts";
import { type Started, startProgram } from "../support/started.ts";

const folder = mkdtempSync(join(tmpdir(), "forumsbote-e2e-"));
const shots = process.env.E2E_SHOTS ?? join(folder, "shots");
const script = join(import.meta.dirname, "..", "..", "scripts", "run.mjs");
const CHANNEL = "Digitalisierungsforum - AG Digitale Verwaltung";
const WORDING = "Ein/e Vorsitzende/r wird für die Dauer eines Jahres gewählt.";
const GAP = "Dürfen wir unsere Protokolle auf Alemannisch schreiben?";
const INFORMED = "Protokolle schreiben die Arbeitsgruppen auf Hochdeutsch.";
let program: Started;
let browser: Browser;
let ui: PlaygroundPage;

async function picture(name: string, reading: string, page = ui): Promise<void> {
  await page.shot(join(shots, `rules-${name}-desktop.png`));
  await page.shotOnPhone(join(shots, `rules-${name}-360.png`), reading);
}

function tool(...args: string[]): string {
  return execFileSync(process.execPath, [script, ...args], { cwd: folder, encoding: "utf8" });
}

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  program = await startProgram(folder);
  browser = await launchBrowser();
  ui = await openPlayground(browser, program.url);
});

afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await ui.shot(join(shots, "rules-failed.png"));
});

afterAll(async () => {
  await browser?.close();
  await program?.interrupt();
  if (shots.startsWith(folder)) console.log(`Pictures: ${shots}`);
  else rmSync(folder, { recursive: true, force: true });
});

describe("an answer", () => {
  test("is short and names its source", async () => {
    await ui.reads("ich bin der Forumsbote");
    await ui.say("Wie lange gilt die Willensbekundung?");
    const answer = await ui.reads("Auskunft zu den Regeln");
    expect(answer).toContain("31.12.");
    expect(answer).toContain("[1] Willensbekundung");
    await picture("1-answer", "Auskunft zu den Regeln");
  });

  test("keeps its subject when somebody asks on", async () => {
    await ui.say("Wie wird der Vorsitz bestimmt?");
    await ui.reads(/gewählt/);
    await ui.say("Und für wie lange?");
    expect(await ui.reads(/ein Jahr|eines Jahres/)).toContain("[1] Willensbekundung");
  });

  test("shows the wording once the paper is imported, and opens it in place", async () => {
    const file = join(folder, "Erklärung.md");
    writeFileSync(file, `# Digitalisierungsforum\n\n## Struktur\n\n${WORDING}\n`);
    const title = "Willensbekundung Kommunales Digitalisierungsforum Landkreis Lörrach";
    tool("rules", "import", file, "--kind", "rule", "--title", title, "--date", "2021-10-15");
    expect(tool("rules", "list")).toContain(title);
    await expect
      .poll(
        async () => {
          await ui.say("Wie wird die oder der Vorsitzende bestimmt?");
          return (await ui.reads(/gewählt/)).includes("Version 1");
        },
        { timeout: 40_000, interval: 5_000 },
      )
      .toBe(true);
    await ui.presses("Wortlaut [1]");
    await ui.sees(`„${WORDING}“`);
    await picture("2-wording", "Wortlaut");
  });

  test("can be rated, and stays readable", async () => {
    await ui.presses("Nicht hilfreich");
    await ui.reads("Was hat gefehlt?");
    await ui.selects("Grund", "Die Antwort ist unvollständig");
    await picture("3-rating", "Was hat gefehlt?");
    await ui.presses("Rückmeldung senden");
    await ui.reads("Danke für Ihre Rückmeldung");
    await ui.say("bewertungen");
    expect(await ui.reads("Nicht hilfreiche Antworten")).toContain("unvollständig");
    await picture("4-ratings", "Nicht hilfreiche Antworten");
  });
});

describe("a question without an answer", () => {
  test("is refused honestly and passed on", async () => {
    await ui.say(GAP);
    await ui.reads("Keine Auskunft möglich");
    await picture("5-refusal", "Keine Auskunft möglich");
    await ui.presses("An die Koordination weitergeben");
    await ui.reads(/Ihre Frage Nr. 1 ist bei der Koordination/);
  });

  test("is answered by the coordination, and the asker reads it", async () => {
    await ui.say("offene fragen");
    expect(await ui.reads("Es ist 1 Frage offen")).toContain("Alemannisch");
    await picture("6-open", "Offene Fragen");
    await ui.presses("Beantworten: 1");
    await ui.reads("Frage Nr. 1 beantworten");
    await ui.fills("Antwort", INFORMED);
    await picture("7-form", "Frage Nr. 1 beantworten");
    await ui.presses("Antwort senden");
    await ui.reads(/Auskunft der Koordination vom/);
    await picture("8-told", "Auskunft der Koordination vom");
  });

  test("is answered by the bot from then on, also in a channel", async () => {
    await ui.say("Schreiben wir Protokolle auf Alemannisch?");
    const answer = await ui.reads(INFORMED);
    expect(answer).toContain("Auskunft der Koordination");
    await ui.open(CHANNEL);
    await ui.reads("ich bin der Forumsbote");
    await ui.post(GAP);
    await ui.reads(INFORMED);
    await picture("9-channel", INFORMED);
  });

  test("wissen shows what the coordination has answered", async () => {
    await ui.open("Personal Chat");
    await ui.say("wissen");
    expect(await ui.reads("Karten")).toContain("Alemannisch");
    await picture("10-knowledge", "Alemannisch");
  });
});
