/**
 * One day of the Forum, with the real program, several people and a real browser: from the first hello to the
 * minutes of an election. The pictures of the user guide (docs/images/tag) are taken from it.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { wallClockAt } from "../../src/calendar/zones.ts";
import { openDb } from "../../src/db/open.ts";
import { launchBrowser, openPlayground, type PlaygroundPage } from "../support/playground.ts";
import { votesSecretly } from "../support/playground-forum.ts";
import { type PlaygroundPerson, playgroundPerson } from "../support/playground-people.ts";
import { type Started, startProgram } from "../support/started.ts";

const FORUM = "Digitalisierungsforum - General";
const GROUP = "AG E-Akte";
const MINUTE = 60_000;
/** The last reminder leaves an hour before: a date so far ahead is reminded of while the day goes on. */
const AHEAD_MS = 60 * MINUTE + 30_000;
const GAP = "Dürfen wir unsere Protokolle auf Alemannisch schreiben?";
const INFORMED = "Protokolle schreiben die Arbeitsgruppen auf Hochdeutsch.";
const WINNER = "Delegation Kandern";
const SECOND = "Delegation Schopfheim";
const WATCH = "Wahlprüfung: zwei Personen aus verschiedenen Kommunen";

const folder = mkdtempSync(join(tmpdir(), "forumsbote-e2e-"));
const shots = process.env.E2E_SHOTS ?? join(folder, "shots");
let program: Started;
let browser: Browser;
/** Coordinates and holds the county's seat. */
let ui: PlaygroundPage;
/** Somebody new, with a page of her own that sees groups and channels. */
let newcomer: PlaygroundPage;
const people = new Map<string, PlaygroundPerson>();

const person = (town: string): PlaygroundPerson => people.get(town) ?? expect.fail(`nobody is ${town}`);

/** The whole window, and the last card that reads so at the width of a phone. */
async function picture(name: string, reading: string, page = ui): Promise<void> {
  await page.shot(join(shots, `day-${name}-desktop.png`));
  await page.shotOnPhone(join(shots, `day-${name}-360.png`), reading);
}

/** What an election waits for is over: the days between announcement and ballot do not fit into this test. */
async function theTimeForNominationsEnds(): Promise<void> {
  const db = await openDb(`file:${join(folder, "data", "local.db")}`, { onFatal: () => undefined });
  const over = { dueAt: new Date(Date.now() - MINUTE) };
  const { count } = await db.write((tx) =>
    tx.election.updateMany({ where: { state: "nomination" }, data: over }),
  );
  await db.close();
  expect(count).toBe(1);
}

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  program = await startProgram(folder);
  browser = await launchBrowser();
  ui = await openPlayground(browser, program.url);
  newcomer = await openPlayground(browser, program.url, "user-todtnau");
  for (const town of ["schopfheim", "kandern", "loerrach", "weil", "todtnau"])
    people.set(town, await playgroundPerson(program.url, ui.heard, `user-${town}`));
});

afterEach(async ({ task }) => {
  if (task.result?.state !== "fail") return;
  await ui.shot(join(shots, "day-failed.png"));
  await newcomer.shot(join(shots, "day-failed-newcomer.png"));
});

afterAll(async () => {
  await browser?.close();
  await program?.interrupt();
  if (shots.startsWith(folder)) console.log(`Pictures: ${shots}`);
  else rmSync(folder, { recursive: true, force: true });
});

describe("joining", () => {
  test("the bot introduces itself and says what it keeps", async () => {
    expect(await ui.reads("ich bin der Forumsbote")).toContain("Datenschutz");
    await picture("01-welcome", "ich bin der Forumsbote");
    await ui.say("datenschutz");
    await ui.cardWith("Alles davon bleibt").getByRole("button", { name: "Ganzen Text zeigen" }).waitFor();
    await picture("02-privacy", "Alles davon bleibt");
    await ui.say("hilfe");
    await ui.reads("Das können Sie hier tun");
    await picture("03-help", "Das können Sie hier tun");
  });

  test("somebody who has changed office leaves, and the seat is free", async () => {
    await ui.say("personen");
    await ui.reads("6 Personen");
    await ui.selects("Person", "Todtnau: Delegation Todtnau");
    await ui.presses("Person öffnen");
    await ui.presses("Aus dem Forum entfernen", ui.cardWith("Rolle: Delegierte/r"));
    await ui.presses("Jetzt entfernen", ui.cardWith("Rechte enden sofort"));
    await ui.reads("Die Person ist entfernt.");
  });

  test("somebody new reads the notice first, and then says who she is", async () => {
    await newcomer.open(GROUP);
    await newcomer.reads("ich bin der Forumsbote");
    await newcomer.presses("Hilfe", newcomer.cardWith("ich bin der Forumsbote"));
    await newcomer.presses("Organisation angeben", newcomer.cardWith("Das können Sie hier tun"));
    const form = newcomer.cardWith("Zu welcher Organisation gehören Sie?");
    await form.waitFor();
    await newcomer.selects("Ihre Organisation", "Todtnau", form);
    await picture("04-introduction", "Zu welcher Organisation gehören Sie?", newcomer);
    await newcomer.presses("Übernehmen", form);
    await newcomer.reads("Sie gehören zu: Todtnau.");
  });

  test("the coordinator gives her the seat", async () => {
    await ui.say("koordination");
    await ui.reads("5 von 6 Sitzen sind besetzt");
    await picture("05-coordination", "5 von 6 Sitzen sind besetzt");
    await ui.presses("Sitze besetzen", ui.cardWith("5 von 6 Sitzen sind besetzt"));
    const form = ui.cardWith("Diese Personen bekommen den Sitz");
    await form.waitFor();
    await ui.chooses("Todtnau: Delegation Todtnau", form);
    await ui.presses("Sitze vergeben", form);
    await ui.reads("6 von 6 Sitzen sind besetzt");
  });
});

describe("registering", () => {
  async function registers(
    place: string,
    use: string,
    fill: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    await ui.open(place);
    await ui.reads("ich bin der Forumsbote");
    await (place === GROUP ? ui.tell("gruppe") : ui.post("gruppe"));
    const form = ui.cardWith("Wofür ist dieser Kanal?");
    await form.waitFor();
    await ui.selects("Wofür ist dieser Kanal?", use, form);
    for (const [label, value] of Object.entries(fill)) await ui.fills(label, value, form);
    if (place === GROUP) await picture("06-register", "Wofür ist dieser Kanal?");
    await ui.presses("Registrieren", form);
  }

  test("the coordinator makes a channel the Forum's and a chat a working group", async () => {
    await registers(FORUM, "Kanal des Digitalisierungsforums");
    await ui.reads("Hier erfährt das Forum");
    await registers(GROUP, "Neue Arbeitsgruppe", {
      "Name der Arbeitsgruppe": "AG E-Akte",
      Thema: "Einführung und Betrieb der E-Akte",
    });
    await ui.reads("Arbeitsgruppe AG E-Akte");
    await picture("07-group", "Arbeitsgruppe AG E-Akte");
  });
});

describe("exchanging experience", () => {
  test("somebody records what a town has learnt", async () => {
    await ui.tell("festhalten");
    const form = ui.cardWith("Worum geht es?");
    await form.waitFor();
    await ui.selects("Worum geht es?", "Produkt", form);
    await ui.fills("Titel", "E-Akte im Bauamt", form);
    await ui.fills(
      "Beschreibung",
      "Läuft seit einem Jahr. Das Scannen alter Akten kostet die meiste Zeit.",
      form,
    );
    await ui.page.keyboard.press("Escape");
    await form.getByLabel(/^Produkt oder Plattform/).fill("AktoDoc");
    await ui.selects("Stand", "im Einsatz", form);
    await picture("08-form", "Worum geht es?");
    await ui.presses("Speichern", form);
    await ui.reads("Festgehalten: E-Akte im Bauamt");
    await picture("09-recorded", "Festgehalten: E-Akte im Bauamt");
  });

  test("somebody else finds it in other words, and adds what they know", async () => {
    await ui.open("Personal Chat");
    await ui.say("suche elektronische akten scannen");
    expect(await ui.reads("Suche: elektronische akten scannen")).toContain("E-Akte im Bauamt");
    await picture("10-found", "Suche: elektronische akten scannen");
    await ui.presses("Anzeigen: E-Akte im Bauamt");
    await ui
      .cardWith("Das Scannen alter Akten")
      .getByRole("button", { name: "Erfahrung ergänzen" })
      .waitFor();
    await picture("11-record", "Erfahrung ergänzen");
  });
});

describe("asking about the rules", () => {
  test("an answer names its source", async () => {
    await ui.say("Wie wird der Vorsitz bestimmt?");
    expect(await ui.reads("Auskunft zu den Regeln")).toContain("[1] Willensbekundung");
    await picture("12-answer", "Auskunft zu den Regeln");
  });

  test("what no paper answers is passed on, answered by the coordination, and known from then on", async () => {
    await ui.say(GAP);
    await ui.reads("Keine Auskunft möglich");
    await picture("13-refusal", "Keine Auskunft möglich");
    await ui.presses("An die Koordination weitergeben");
    await ui.reads(/Ihre Frage Nr. 1 ist bei der Koordination/);
    await ui.say("offene fragen");
    await ui.reads("Es ist 1 Frage offen");
    await ui.presses("Beantworten: 1");
    await ui.reads("Frage Nr. 1 beantworten");
    await ui.fills("Antwort", INFORMED);
    await picture("14-answering", "Frage Nr. 1 beantworten");
    await ui.presses("Antwort senden");
    await ui.reads(/Auskunft der Koordination vom/);
    await ui.say("Schreiben wir Protokolle auf Alemannisch?");
    await ui.reads(INFORMED);
    await picture("15-informed", INFORMED);
  });
});

describe("planning the next date", () => {
  test("the coordinator plans it, and all are invited", async () => {
    await ui.say("eigener termin");
    await ui.reads("Forumstermin planen");
    const at = wallClockAt(Math.ceil((Date.now() + AHEAD_MS) / MINUTE) * MINUTE);
    await ui.fills("Datum", at.slice(0, 10));
    await ui.fills("Uhrzeit (Beginn)", at.slice(11));
    await ui.fills("Ort (Raum oder Adresse)", "Großer Sitzungssaal, Landratsamt");
    await picture("16-plan", "Forumstermin planen");
    await ui.presses("Weiter");
    await ui.reads("Bitte prüfen Sie den Termin");
    await ui.presses("Einladen");
    await ui.reads("Geplant: Forum am");
    await ui.reads("Einladung: Forum am");
    await picture("17-invitation", "Einladung: Forum am");
    await ui.presses("Zusage", ui.cardWith("Einladung: Forum am"));
    await ui.reads("Antwort von Landkreis Lörrach: Zusage.");
    const invited = await person("kandern").reads(/Einladung: Forum am/);
    expect((await person("kandern").presses(invited, "Zusage")).text).toContain("Kandern: Zusage.");
  });

  test("a delegate proposes a topic", async () => {
    await ui.say("thema: Gemeinsame Ausschreibung der E-Akte");
    await ui.reads("Thema vorgeschlagen");
    await ui.say("termine");
    await ui.reads("Termine des Forums");
    await picture("18-dates", "Termine des Forums");
  });
});

describe("electing the chair", () => {
  /** A delegate nominates somebody, who agrees. */
  async function nominates(town: string, whom: string, nominated: string): Promise<void> {
    const called = await person(town).reads(/Wahl angekündigt/);
    const form = await person(town).presses(called, "Person vorschlagen");
    await person(town).presses(form, "Vorschlagen", { "Kommune und Person": whom });
    const asked = await person(nominated).reads(/Sie sind vorgeschlagen/);
    expect((await person(nominated).presses(asked, "Zustimmen")).text).toContain("Sie kandidieren");
  }

  test("is announced, and a delegate nominates somebody who agrees", async () => {
    await ui.say("wahl starten");
    await ui.reads("Zuerst schlagen die Kommunen Personen vor.");
    await ui.selects("Wahlleitung", "Delegation Lörrach (Lörrach)");
    for (const town of ["Weil am Rhein", "Todtnau"]) {
      await ui.selects(WATCH, `Delegation ${town} (${town})`);
      await ui.page.keyboard.press("Escape");
    }
    await picture("19-election", "Zuerst schlagen die Kommunen Personen vor.");
    await ui.presses("Weiter");
    await ui.reads("Noch ist niemand vorgeschlagen.");
    await ui.presses("Wahl ankündigen", ui.cardWith("Noch ist niemand vorgeschlagen."));
    await ui.reads("Wahl angekündigt");
    await picture("20-announced", "Wahl angekündigt");
    await nominates("schopfheim", "Kandern: Delegation Kandern", "kandern");
    await nominates("weil", "Schopfheim: Delegation Schopfheim", "schopfheim");
  });

  test("opens when the time for nominations is over", async () => {
    await theTimeForNominationsEnds();
    await ui.reads("Zur Wahl stehen: Vorsitz des Forums");
    await ui.say("wahl leiten");
    await ui.reads("Das können Sie tun");
    await picture("21-manage", "Das können Sie tun");
    await ui.presses("Wahlgang jetzt öffnen", ui.cardWith("Das können Sie tun"));
    await ui.reads("Wenn Sie öffnen, steht das Verzeichnis");
    await ui.presses("Öffnen", ui.cardWith("Wenn Sie öffnen, steht das Verzeichnis"));
    await ui.reads("Sie können jetzt abstimmen");
    await picture("22-ballot", "Sie können jetzt abstimmen");
  });

  test("takes one secret vote of each municipality and says who is elected", async () => {
    for (const [town, one] of people)
      await votesSecretly(one, town === "weil" ? SECOND : WINNER, /Sie können jetzt abstimmen/);
    await ui.presses("Stimmzettel öffnen", ui.cardWith("Sie können jetzt abstimmen"));
    const paper = ui.cardWith("Das kann ich nicht versprechen");
    await paper.waitFor();
    await ui.chooses(WINNER, paper);
    await picture("23-paper", "Das kann ich nicht versprechen");
    await ui.presses("Weiter zur Prüfung", paper);
    await ui.reads("Bitte jetzt notieren");
    await picture("24-review", "Bitte jetzt notieren");
    await ui.presses("Endgültig abgeben", ui.cardWith("Bitte jetzt notieren"));
    await ui.reads("Ihre Stimme ist in der Urne");
    await picture("25-cast", "Ihre Stimme ist in der Urne");
    await ui.say("wahl");
    await ui.presses("Wahlgang vorzeitig schließen", ui.cardWith("Ihre Kommune hat abgestimmt"));
    await ui.reads(`Gewählt ist: ${WINNER}.`);
    await picture("26-result", `Gewählt ist: ${WINNER}.`);
    const asked = await person("kandern").reads(/Sie sind gewählt/);
    await person("kandern").presses(asked, "Wahl annehmen");
    await ui.reads("Die Wahl ist angenommen");
  });

  test("ends in minutes that everybody can read and keep", async () => {
    await ui.presses("Niederschrift", ui.cardWith(`Gewählt ist: ${WINNER}.`));
    await ui.reads("Die Links sind nur für Sie");
    const link = ui
      .cardWith("Die Links sind nur für Sie")
      .getByRole("link", { name: "Niederschrift ansehen" });
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await page.goto((await link.getAttribute("href")) ?? "");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("Niederschrift");
    expect(await page.getByText("Delegation Kandern").count()).toBeGreaterThan(0);
    await page.screenshot({ path: join(shots, "day-27-minutes-360.png") });
    await page.close();
  });
});

describe("being reminded", () => {
  const reminder = /beginnt das Forum/;

  test("everybody is, once, an hour before the date", async () => {
    await ui.cardWith(reminder).waitFor({ timeout: 150_000 });
    await picture("28-reminder", "beginnt das Forum");
    for (const one of people.values()) await one.reads(reminder);
    expect([...people.values()].map((one) => one.counts(reminder))).toEqual([1, 1, 1, 1, 1]);
  }, 180_000);
});
