/** The exchange register with the real program and a real browser: from a message to what the next town finds. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, openPlayground, type PlaygroundPage } from "../support/playground.ts";
import { type Started, startProgram } from "../support/started.ts";

const folder = mkdtempSync(join(tmpdir(), "forumsbote-e2e-"));
const shots = process.env.E2E_SHOTS ?? join(folder, "shots");
const CHANNEL = "Digitalisierungsforum - AG Digitale Verwaltung";
const SAID =
  "Wir testen seit Mai AktoDoc im Bauamt. Die Pläne liegen jetzt vollständig im System, das Scannen hat ein Dienstleister übernommen.";
let program: Started;
let browser: Browser;
let ui: PlaygroundPage;

async function picture(name: string, reading: string): Promise<void> {
  await ui.shot(join(shots, `exchange-${name}-desktop.png`));
  await ui.shotOnPhone(join(shots, `exchange-${name}-360.png`), reading);
}

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  program = await startProgram(folder);
  browser = await launchBrowser();
  ui = await openPlayground(browser, program.url);
});

afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await ui.shot(join(shots, "exchange-failed.png"));
});

afterAll(async () => {
  await browser?.close();
  await program?.interrupt();
  if (shots.startsWith(folder)) console.log(`Pictures: ${shots}`);
  else rmSync(folder, { recursive: true, force: true });
});

/** The action of the app on the first message of the channel's last thread: the Playground asks for its id. */
async function actsOnMessage(): Promise<void> {
  await ui.page.getByRole("button", { name: "Show more information" }).first().click();
  await ui.page.getByRole("menuitem", { name: "Action Command" }).click();
  await ui.page.getByPlaceholder("Input command id or leave blanks").fill("erfassen");
  await ui.page.getByRole("dialog").getByText("Create", { exact: true }).last().click();
}

describe("recording", () => {
  test("one typed line is a record, and the confirmation says what was assumed", async () => {
    await ui.reads("ich bin der Forumsbote");
    await ui.say(
      "festhalten prozess: Räumfahrten aufzeichnen – Fahrzeuge melden ihre Strecke, das hilft bei Haftungsfragen.",
    );
    expect(await ui.reads("Festgehalten: Räumfahrten aufzeichnen")).toContain("habe ich angenommen");
    await picture("1-recorded", "Festgehalten: Räumfahrten");
  });

  test("a form that is closed gives back what was entered", async () => {
    await ui.say("festhalten");
    await ui.reads("Austausch festhalten");
    await picture("2-form", "Worum geht es?");
    await ui.fills("Titel", "Hundesteuer online anmelden");
    await ui.presses("Abbrechen");
    await ui.reads("Nicht festgehalten");
    await ui.presses("Weiter bearbeiten");
    await ui.reads("Worum geht es?");
    expect(await ui.lastCard().getByLabel("Titel").inputValue()).toBe("Hundesteuer online anmelden");
    await ui.selects("Worum geht es?", "Prozess");
    await ui.fills("Beschreibung", "Formular mit Bezahlung, die Marke kommt per Post.");
    await ui.selects("Stand", "im Einsatz");
    await ui.presses("Speichern");
    await ui.reads("Festgehalten: Hundesteuer online anmelden");
  });

  test("a message becomes a record by its action, once", async () => {
    await ui.open(CHANNEL);
    await ui.post(SAID);
    await ui.sees(SAID);
    await ui.reads("Keine Auskunft möglich");
    await actsOnMessage();
    const dialog = ui.page.getByRole("dialog");
    await dialog.getByLabel("Titel").waitFor();
    await ui.shot(join(shots, "exchange-3-dialog-desktop.png"));
    expect(await dialog.getByLabel("Beschreibung").inputValue()).toContain("Die Pläne liegen jetzt");
    expect(await dialog.getByLabel(/^Produkt oder Plattform/).inputValue()).toBe("AktoDoc");
    await dialog.getByRole("button", { name: "Speichern", exact: true }).click();
    await dialog.getByText(/^Festgehalten: Wir testen seit Mai AktoDoc/).waitFor();
    await ui.shot(join(shots, "exchange-4-recorded-desktop.png"));
    await dialog.getByRole("button", { name: "Close" }).click();
    const notice = await ui.reads("Neu festgehalten: Wir testen seit Mai AktoDoc");
    expect(notice).toContain("Rückgängig");
    await picture("4-notice", "Neu festgehalten");
  });
});

describe("finding", () => {
  test("a message that is a record is none a second time", async () => {
    await actsOnMessage();
    const dialog = ui.page.getByRole("dialog");
    await dialog.getByText("Diese Nachricht ist schon festgehalten.").waitFor();
    await ui.shot(join(shots, "exchange-4b-again-desktop.png"));
    await dialog.getByRole("button", { name: "Close" }).click();
    await ui.open("Personal Chat");
  });

  test("knows that road gritting is winter service", async () => {
    await ui.say("suche winterdienst");
    const found = await ui.reads("Suche: winterdienst");
    expect(found).toContain("Räumfahrten aufzeichnen");
    await picture("5-found", "Suche: winterdienst");
  });

  test("shows what it has read as a restriction, and searches on without it", async () => {
    await ui.say("suche prozess hundesteuer seit 2020");
    expect(await ui.reads("Suche: prozess hundesteuer")).toContain(
      "Eingeschränkt auf: ab 01.01.2020, Prozess.",
    );
    await picture("6-restricted", "Suche: prozess hundesteuer");
    await ui.presses("Ohne „Prozess“");
    await ui.sees("Eingeschränkt auf: ab 01.01.2020.");
  });
});

describe("together", () => {
  test("a record takes experiences and says who uses it", async () => {
    await ui.say("suche hundesteuer");
    await ui.reads("Suche: hundesteuer");
    await ui.presses("Anzeigen: Hundesteuer …");
    await ui.reads("Formular mit Bezahlung");
    await picture("7-record", "Formular mit Bezahlung");
    await ui.presses("Erfahrung ergänzen");
    await ui.reads("Ihre Erfahrung");
    await ui.fills("Was haben Sie damit erlebt?", "Nach einem Jahr kommt die Hälfte der Anmeldungen so.");
    await picture("8-experience", "Ihre Erfahrung");
    await ui.presses("Erfahrung speichern");
    await ui.reads("Nach einem Jahr kommt die Hälfte");
    await picture("9-experienced", "Nach einem Jahr");
  });

  test("wer nutzt was, aktivität and export answer in one card each", async () => {
    await ui.say("wer nutzt was");
    await ui.reads(/Wer nutzt was/);
    await picture("10-usage", "Wer nutzt was");
    await ui.say("aktivität");
    await ui.reads(/Aktivität/);
    await picture("11-activity", "Aktivität");
    await ui.say("export");
    await ui.reads(/CSV/);
    await picture("12-export", "CSV");
  });
});
