/** The dates of the Forum, with the real program and a real browser: from the calendar to a date that is moved. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { addDays } from "../../src/calendar/dates.ts";
import { workingDayFrom } from "../../src/calendar/working-days.ts";
import { berlinDate } from "../../src/calendar/zones.ts";
import { fullWhen, shortDay } from "../../src/meeting/texts.ts";
import { actionTitled } from "../support/card.ts";
import { launchBrowser, openPlayground, type PlaygroundPage } from "../support/playground.ts";
import { type PlaygroundPerson, playgroundPerson } from "../support/playground-people.ts";
import { type Started, startProgram } from "../support/started.ts";

const CHANNEL = "Digitalisierungsforum - General";
const PLACE = "Großer Sitzungssaal, Landratsamt";
const TOPIC = "Gemeinsame Ausschreibung der E-Akte";
/** Far enough ahead for a poll of a week. */
const ASKED = [35, 42].map((days) => workingDayFrom(addDays(berlinDate(Date.now()), days)));
const BLOCKED = workingDayFrom(addDays(berlinDate(Date.now()), 60));

const folder = mkdtempSync(join(tmpdir(), "forumsbote-e2e-"));
const shots = process.env.E2E_SHOTS ?? join(folder, "shots");
let program: Started;
let browser: Browser;
/** Coordinates and holds the county's seat. */
let ui: PlaygroundPage;
let schopfheim: PlaygroundPerson;
let kandern: PlaygroundPerson;

async function picture(name: string, reading: string): Promise<void> {
  await ui.shot(join(shots, `dates-${name}-desktop.png`));
  await ui.shotOnPhone(join(shots, `dates-${name}-360.png`), reading);
}

/** The button of a card whose title begins or ends so. */
const pressesLike = (title: RegExp, reading: string) =>
  ui.cardWith(reading).getByRole("button", { name: title }).first().click();

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  program = await startProgram(folder);
  browser = await launchBrowser();
  ui = await openPlayground(browser, program.url);
  schopfheim = await playgroundPerson(program.url, ui.heard, "user-schopfheim");
  kandern = await playgroundPerson(program.url, ui.heard, "user-kandern");
});

afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await ui.shot(join(shots, "dates-failed.png"));
});

afterAll(async () => {
  await browser?.close();
  await program?.interrupt();
  if (shots.startsWith(folder)) console.log(`Pictures: ${shots}`);
  else rmSync(folder, { recursive: true, force: true });
});

test("the coordinator names the Forum's channel", async () => {
  await ui.open(CHANNEL);
  await ui.reads("ich bin der Forumsbote");
  await ui.post("gruppe");
  await ui.reads("Wofür ist dieser Kanal?");
  const form = ui.cardWith("Wofür ist dieser Kanal?");
  await ui.selects("Wofür ist dieser Kanal?", "Kanal des Digitalisierungsforums", form);
  await ui.presses("Registrieren", form);
  await ui.reads("Hier erfährt das Forum");
  await ui.open("Personal Chat");
});

test("a school year is confirmed, and a day is blocked", async () => {
  await ui.say("ferien");
  const table = await ui.reads("Schulferien in Baden-Württemberg");
  expect(table).toContain("Noch nicht bestätigt.");
  expect(table).toContain("Weihnachtsferien");
  await picture("1-holidays", "Schulferien in Baden-Württemberg");
  await pressesLike(/bestätigen$/, "Schulferien in Baden-Württemberg");
  await ui.sees(/^Die Schulferien .* sind bestätigt\.$/);
  await picture("2-confirmed", "Schulferien in Baden-Württemberg");
  await ui.presses("Ferien eintragen");
  await ui.reads("Auch bewegliche Ferientage");
  await picture("3-holiday-form", "Auch bewegliche Ferientage");
  await ui.say(`sperrtage ${shortDay(BLOCKED)}: Kreistag`);
  expect(await ui.reads("Gesperrte Tage")).toContain("1 Tag ist gesperrt: Kreistag.");
  expect(await ui.reads("Gesperrt sind")).toContain(`${shortDay(BLOCKED)}: Kreistag`);
  await picture("4-blocked", "1 Tag ist gesperrt");
});

test("termin planen proposes dates and says why; the form is filled in, reviewed and sent", async () => {
  await ui.say("termin planen");
  const proposed = await ui.reads("Forumstermin planen: Q");
  expect(proposed).toContain("Mitten in der Woche.");
  expect(proposed).toContain("Kein Feiertag, keine Schulferien, kein gesperrter Tag.");
  await picture("5-proposals", "Forumstermin planen: Q");
  const takes = ui.cardWith("Forumstermin planen: Q").getByRole("button", { name: / wählen$/ });
  expect(await takes.count()).toBeGreaterThan(0);
  await takes.first().click();
  await ui.reads("Ort (Raum oder Adresse)");
  await ui.fills("Ort (Raum oder Adresse)", PLACE);
  await picture("6-form", "Ort (Raum oder Adresse)");
  await ui.presses("Weiter");
  await ui.reads("Bitte prüfen Sie den Termin");
  await picture("7-review", "Bitte prüfen Sie den Termin");
  await ui.presses("Einladen");
  expect(await ui.reads("Geplant: Forum am")).toContain("6 Personen");
  await picture("8-planned", "Geplant: Forum am");
  const invitation = await schopfheim.reads(/Einladung: Forum am/);
  expect((await schopfheim.presses(invitation, "Zusage")).text).toContain("Antwort von Schopfheim: Zusage.");
});

test("a poll asks for days, and a delegate answers for her municipality", async () => {
  await ui.say("terminumfrage starten");
  await ui.reads("Antworten bis (Tag, 09:00 Uhr)");
  for (const [at, day] of [...ASKED, ""].entries()) await ui.fills(`Tag ${at + 1}`, day);
  await picture("9-poll-form", "Antworten bis (Tag, 09:00 Uhr)");
  await ui.presses("Weiter");
  const review = await ui.reads("Bitte prüfen Sie die Umfrage");
  for (const day of ASKED) expect(review).toContain(fullWhen(`${day}T09:00`));
  await picture("10-poll-review", "Bitte prüfen Sie die Umfrage");
  await ui.presses("Umfrage starten");
  await ui.reads("Die Umfrage läuft.");
  await ui.reads("Terminumfrage: Wann passt das nächste Forum?");
  await picture("11-poll-started", "Die Umfrage läuft.");
  const asked = await kandern.reads(/Wann passt das nächste Forum/);
  const answered = await kandern.presses(asked, "Antworten", {
    [fullWhen(`${ASKED[0]}T09:00`)]: "passt",
    [fullWhen(`${ASKED[1]}T09:00`)]: "zur Not",
  });
  expect(answered.text).toContain("Die Antwort von Kandern ist gespeichert.");
  await ui.presses("Stand ansehen", ui.cardWith("Die Umfrage läuft."));
  const state = await ui.reads("1 von 6 haben geantwortet.");
  expect(state).toContain("Geantwortet haben: Kandern");
  await picture("12-poll-state", "1 von 6 haben geantwortet.");
});

test("a topic gets onto the agenda", async () => {
  await ui.say(`thema: ${TOPIC}`);
  expect(await ui.reads("Thema vorgeschlagen")).toContain("Es steht auf der Tagesordnung für das Forum am");
  await picture("13-topic", "Thema vorgeschlagen");
  await ui.say("tagesordnung");
  const agenda = await ui.reads("Tagesordnung: Forum am");
  expect(agenda).toContain(`1. ${TOPIC}`);
  await ui.selects("Punkt", `1. ${TOPIC}`);
  await ui.fills("Minuten für diesen Punkt (leer: noch offen)", "20");
  await ui.presses("Minuten setzen");
  await ui.sees("Zeit in Summe: 20 von 120 Minuten.");
  await picture("14-agenda", "Tagesordnung: Forum am");
});

test("termine shows the year, its gaps and the own reply", async () => {
  await ui.say("termine");
  const year = await ui.reads("Termine des Forums");
  expect(year).toContain("Q1, Januar bis März");
  expect(year).toMatch(/Für Q\d \d{4} ist noch kein Forum terminiert\./);
  expect(year).toContain("Antwort von Landkreis Lörrach: noch keine.");
  expect(year).toContain("Tagesordnung: 1 Thema");
  await picture("15-year", "Termine des Forums");
});

test("In den Kalender gives a file that calendars read", async () => {
  await pressesLike(/^Antworten: /, "Termine des Forums");
  await ui.reads("Noch nicht beschlussfähig: 1 von 6 kommen");
  await picture("16-date", "Noch nicht beschlussfähig");
  await ui.presses("In den Kalender", ui.cardWith("Noch nicht beschlussfähig"));
  await ui.reads("Kalenderdatei: Forum am");
  await picture("17-file", "Kalenderdatei: Forum am");
  const invitation = await kandern.reads(/Einladung: Forum am/);
  const { card } = await kandern.presses(invitation, "In den Kalender");
  const file = await fetch(String(actionTitled(card, "Kalenderdatei öffnen").node.url));
  expect(file.headers.get("content-type")).toContain("text/calendar");
  const text = await file.text();
  expect(text).toContain("SUMMARY:Kommunales Digitalisierungsforum");
  expect(text).toContain("SEQUENCE:0");
});

test("kalender gives a link that is fetched again only when something has changed", async () => {
  await ui.say("kalender");
  expect(await ui.reads("Termine des Forums abonnieren")).toContain("Sie haben noch keinen Kalender-Link.");
  await picture("18-feed", "Termine des Forums abonnieren");
  await ui.presses("Link erzeugen");
  await ui.reads("Hier ist Ihr Kalender-Link.");
  await picture("19-feed-link", "Hier ist Ihr Kalender-Link.");
  const url = await ui.lastCard().getByLabel("Adresse zum Kopieren").inputValue();
  const first = await fetch(url);
  expect(await first.text()).toContain("BEGIN:VEVENT");
  const again = await fetch(url, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
  expect(again.status).toBe(304);
});

test("the date is moved: reviewed first, then everybody is asked again", async () => {
  await ui.say("termine");
  await ui.reads("Termine des Forums 2");
  await pressesLike(/^Verschieben: /, "Termine des Forums 2");
  await ui.reads("Termin ändern: Forum am");
  const form = ui.cardWith("Termin ändern: Forum am");
  await ui.fills("Uhrzeit (Beginn)", "14:00", form);
  await picture("20-move-form", "Termin ändern: Forum am");
  await ui.presses("Weiter", form);
  expect(await ui.reads("Bitte prüfen Sie die Änderung")).toContain("1 Antwort zählt dann nicht mehr.");
  await picture("21-move-review", "Bitte prüfen Sie die Änderung");
  await ui.presses("Termin verschieben", ui.cardWith("Bitte prüfen Sie die Änderung"));
  await ui.reads("Gespeichert: Forum am");
  await picture("22-moved", "Gespeichert: Forum am");
  await ui.reads("Verschoben: Forum jetzt am");
  await picture("23-told", "Verschoben: Forum jetzt am");
  expect((await schopfheim.reads(/Verschoben: Forum jetzt am .*14:00 Uhr/)).text).toContain(
    "Die bisherigen Antworten zählen nicht mehr.",
  );
});

test("the channel has read of the date and of its move", async () => {
  await ui.open(CHANNEL);
  expect(await ui.reads("Verschoben: Forum jetzt am")).toContain("Es antwortet, wer den Sitz innehat.");
  await picture("24-channel", "Verschoben: Forum jetzt am");
  await ui.open("Personal Chat");
});

test("mitteilungen switches off what is not wanted", async () => {
  await ui.say("mitteilungen");
  await ui.reads("Ihre Mitteilungen");
  await picture("25-topics", "Ihre Mitteilungen");
  await ui.chooses("Überblick über das Quartal");
  await ui.presses("Speichern");
  expect(await ui.reads("Ihre Auswahl ist gespeichert.")).toContain(
    "Abgeschaltet: „Überblick über das Quartal“.",
  );
  await picture("26-topics-saved", "Ihre Auswahl ist gespeichert.");
});

test("beteiligung and zustellung show how things stand", async () => {
  await ui.say("beteiligung");
  expect(await ui.reads("Beteiligung an der Willensbekundung")).toMatch(/Beteiligt sind \d+/);
  await picture("27-parties", "Beteiligung an der Willensbekundung");
  await ui.presses("Austritt erfassen");
  await ui.reads("Letzter Tag der Beteiligung");
  await ui.selects("Kommune", "Todtnau");
  await picture("28-leave-form", "Letzter Tag der Beteiligung");
  await ui.presses("Weiter");
  expect(await ui.reads("Diesen Austritt erfassen?")).toContain("Todtnau scheidet aus.");
  await picture("29-leave-review", "Diesen Austritt erfassen?");
  await ui.presses("Abbrechen");
  await ui.say("zustellung");
  expect(await ui.reads("Nicht zugestellte Nachrichten")).toContain("Sie müssen nichts tun.");
  await picture("30-delivery", "Nicht zugestellte Nachrichten");
});
