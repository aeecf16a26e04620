/** What a newcomer does in the first five minutes, with the real program and a real browser. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, openPlayground, type PlaygroundPage, playgroundRest } from "../support/playground.ts";
import { type Started, startProgram } from "../support/started.ts";

const CHANNEL = "Digitalisierungsforum - AG Digitale Verwaltung";
const TYPED = "Digitale Bauakte mit Fristenwarnung";
const BY_FORM = "Terminvergabe im Bürgerbüro";

const folder = mkdtempSync(join(tmpdir(), "forumsbote-e2e-"));
const shots = process.env.E2E_SHOTS ?? join(folder, "shots");
let program: Started;
let browser: Browser;
let ui: PlaygroundPage;

/** One picture as on a screen, one of the card that reads so as on a phone. */
async function picture(name: string, reading: string): Promise<void> {
  await ui.shot(join(shots, `${name}-desktop.png`));
  await ui.shotOnPhone(join(shots, `${name}-360.png`), reading);
}

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  program = await startProgram(folder);
  browser = await launchBrowser();
  ui = await openPlayground(browser, program.url);
});

afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await ui.shot(join(shots, "failed.png"));
});

afterAll(async () => {
  await browser?.close();
  await program?.interrupt();
  if (shots.startsWith(folder)) console.log(`Pictures: ${shots}`);
  else rmSync(folder, { recursive: true, force: true });
});

describe("in the personal chat", () => {
  test("opening it brings the welcome card", async () => {
    expect(await ui.reads("ich bin der Forumsbote")).toContain("Ich speichere nur");
    await picture("1-welcome", "ich bin der Forumsbote");
  });

  test("hilfe shows what the coordinator can do here", async () => {
    await ui.say("hilfe");
    const help = await ui.reads("Das können Sie hier tun");
    expect(help).toContain("Sie gehören zur Koordination");
    expect(help).toContain("Landkreis Lörrach");
    await picture("2-help", "Das können Sie hier tun");
  });

  test("an exchange typed with details is recorded at once", async () => {
    await ui.say(`festhalten Produkt: ${TYPED} – Die Warnung per E-Mail spart Rückfragen.`);
    const card = await ui.reads(`Festgehalten: ${TYPED}`);
    expect(card).toContain("Landkreis Lörrach");
    await picture("3-recorded", "Festgehalten: ");
  });

  test("a form that lacks something keeps what was entered", async () => {
    await ui.say("festhalten");
    await ui.reads("Worum geht es?");
    await ui.fills("Titel", BY_FORM);
    await ui.presses("Speichern");
    await ui.sees("Bitte beschreiben Sie den Austausch");
    expect(await ui.lastCard().getByLabel("Titel").inputValue()).toBe(BY_FORM);
    await picture("4-form", "Worum geht es?");
  });

  test("the completed form is recorded and replaced by the confirmation", async () => {
    await ui.selects("Worum geht es?", "Service");
    await ui.fills("Beschreibung", "Wir vergeben Termine in festen Zeitfenstern.");
    await ui.selects("Stand", "im Einsatz");
    await ui.presses("Speichern");
    expect(await ui.reads(`Festgehalten: ${BY_FORM}`)).toContain("im Einsatz");
    await ui.presses("Bearbeiten");
    await ui.fills("Produkt oder Plattform (bei Produkten nötig)", "Terminland Süd");
    await ui.presses("Speichern");
    expect(await ui.reads(`Geändert: ${BY_FORM}`)).toContain("Terminland Süd");
  });

  test("suche finds both, also by another form of the word and with a typing error", async () => {
    await ui.say("suche Bauakten");
    expect(await ui.reads("Suche: Bauakten")).toContain(TYPED);
    await ui.say("suche Terminvergbe");
    expect(await ui.reads("Suche: Terminvergbe")).toContain(BY_FORM);
    await picture("5-search", "Suche: Terminvergbe");
  });

  test("a question about the rules is answered with a numbered source", async () => {
    await ui.say("Wie oft trifft sich das Forum?");
    const answer = await ui.reads("Auskunft zu den Regeln");
    expect(answer).toMatch(/viertelj|Quartal/i);
    expect(answer).toMatch(/\[1\].*Willensbekundung/);
    await picture("6-answer", "Auskunft zu den Regeln");
  });

  test("a question the documents do not answer is refused", async () => {
    await ui.say("Wie hoch ist der Mitgliedsbeitrag in Euro?");
    const refusal = await ui.reads("Keine Auskunft möglich");
    expect(refusal).not.toMatch(/\d+ ?(€|Euro)/);
    await picture("7-refusal", "Keine Auskunft möglich");
  });
});

describe("in a channel", () => {
  test("the coordinator makes it a working group by a form", async () => {
    await ui.open(CHANNEL);
    await ui.reads("ich bin der Forumsbote");
    await ui.post("gruppe");
    await ui.reads("Kanal registrieren");
    const form = ui.cardWith("Wofür ist dieser Kanal?");
    await ui.fills("Name der Arbeitsgruppe", "AG Digitale Verwaltung", form);
    await ui.fills("Thema", "Gemeinsame Fachverfahren", form);
    await picture("8-register", "Wofür ist dieser Kanal?");
    await ui.presses("Registrieren", form);
    expect(await ui.reads("Arbeitsgruppe AG Digitale Verwaltung")).toContain("Gemeinsame Fachverfahren");
    await picture("9-group", "Arbeitsgruppe AG Digitale Verwaltung");
  });

  test("the channel itself is told", async () => {
    await ui.sees(/Dieser Kanal gehört jetzt zur Arbeitsgruppe/);
    await picture("10-told", "Dieser Kanal gehört jetzt");
  });
});

describe("after the process was killed outright", () => {
  beforeAll(async () => {
    await ui.close();
    await program.killOutright();
    program = await startProgram(folder);
    ui = await openPlayground(browser, program.url);
  });

  test("everything recorded is still found", async () => {
    await ui.say("beiträge");
    const list = await ui.reads("Die neuesten Beiträge");
    expect(list).toContain(TYPED);
    expect(list).toContain(BY_FORM);
    await ui.say("gruppe");
    expect(await ui.reads("Arbeitsgruppen im Forum")).toContain("AG Digitale Verwaltung");
  });

  test("a stranger's press and a message without sender change nothing and crash nothing", async () => {
    const rest = playgroundRest(program.url);
    await rest.press("personal-chat", "user-koordination", "no.such.verb", { hello: 1 });
    await rest.activity({ type: "message", text: "hallo" });
    await ui.say("hilfe");
    await ui.reads("Das können Sie hier tun");
  });

  test("Ctrl-C ends it with 0 within 5 seconds; its data lie in the folder it was started in", async () => {
    const begun = performance.now();
    expect(await program.interrupt()).toBe(0);
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(existsSync(join(folder, "data", "local.db"))).toBe(true);
  });
});
