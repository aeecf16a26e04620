/**
 * What the Forum does together, with the real program, several people and a real browser for each of them:
 * a date with its reminder, and an election with its result.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { wallClockAt } from "../../src/calendar/zones.ts";
import { launchBrowser, openPlayground, type PlaygroundPage } from "../support/playground.ts";
import { type PlaygroundPerson, playgroundPerson } from "../support/playground-people.ts";
import { type Started, startProgram } from "../support/started.ts";

const CHANNEL = "Digitalisierungsforum - General";
const DELEGATES = ["user-schopfheim", "user-kandern", "user-loerrach", "user-weil", "user-todtnau"];
const RECEIPT = /[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}/;
/** The reminder leaves an hour before: a date so far ahead is reminded of while the test runs. */
const AHEAD_MS = 60 * 60_000 + 40_000;
const MINUTE = 60_000;

const folder = mkdtempSync(join(tmpdir(), "forumsbote-e2e-"));
const shots = process.env.E2E_SHOTS ?? join(folder, "shots");
let program: Started;
let browser: Browser;
/** Coordinates and holds the county's seat. */
let ui: PlaygroundPage;
/** Somebody else with a page of her own, in the channel. */
let schopfheim: PlaygroundPage;
let delegates: PlaygroundPerson[];

async function picture(name: string, reading: string, page = ui): Promise<void> {
  await page.shot(join(shots, `forum-${name}-desktop.png`));
  await page.shotOnPhone(join(shots, `forum-${name}-360.png`), reading);
}
const delegate = (number: number): PlaygroundPerson => {
  const person = delegates[number];
  if (!person) throw new Error("there is no such delegate");
  return person;
};

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  program = await startProgram(folder);
  browser = await launchBrowser();
  ui = await openPlayground(browser, program.url);
  schopfheim = await openPlayground(browser, program.url, "user-schopfheim");
  await schopfheim.open(CHANNEL);
  delegates = await Promise.all(DELEGATES.map((one) => playgroundPerson(program.url, ui.heard, one)));
});

afterEach(async ({ task }) => {
  if (task.result?.state !== "fail") return;
  await ui.shot(join(shots, "forum-failed.png"));
  await schopfheim.shot(join(shots, "forum-failed-delegate.png"));
});

afterAll(async () => {
  await browser?.close();
  await program?.interrupt();
  if (shots.startsWith(folder)) console.log(`Pictures: ${shots}`);
  else rmSync(folder, { recursive: true, force: true });
});

const WATCH = "Wahlprüfung: zwei Personen aus verschiedenen Kommunen";

describe("getting ready", () => {
  test("the coordinator names the Forum's channel", async () => {
    await ui.open(CHANNEL);
    await ui.reads("ich bin der Forumsbote");
    await ui.post("gruppe");
    await ui.reads("Wofür ist dieser Kanal?");
    const form = ui.cardWith("Wofür ist dieser Kanal?");
    await ui.selects("Wofür ist dieser Kanal?", "Kanal des Digitalisierungsforums", form);
    await ui.presses("Registrieren", form);
    await ui.reads("Hier erfährt das Forum");
  });

  test("koordination shows the seats", async () => {
    await ui.open("Personal Chat");
    await ui.say("koordination");
    expect(await ui.reads("Sitzen sind besetzt")).toContain("6 von 6 Sitzen sind besetzt.");
    await picture("1-coordination", "Sitzen sind besetzt");
    await ui.presses("Sitz freigeben");
    await ui.reads("Einen Sitz freigeben");
    await picture("2-free-seat", "Einen Sitz freigeben");
    await ui.presses("Abbrechen");
  });
});

describe("a date", () => {
  test("is planned by a form that warns of what speaks against it", async () => {
    await ui.say("eigener termin");
    await ui.reads("Forumstermin planen");
    const [date = "", time = ""] = wallClockAt(Math.ceil((Date.now() + AHEAD_MS) / MINUTE) * MINUTE).split(
      "T",
    );
    await ui.fills("Datum", date);
    await ui.fills("Uhrzeit (Beginn)", time);
    await ui.presses("Weiter");
    await ui.sees("Bitte geben Sie einen Ort oder einen Link an.");
    await ui.fills("Ort (Raum oder Adresse)", "Großer Sitzungssaal, Landratsamt");
    await picture("3-plan", "Forumstermin planen");
    await ui.presses("Weiter");
    expect(await ui.reads("Bitte prüfen Sie den Termin")).toContain("Bis dahin sind es weniger als 14 Tage.");
    await picture("4-check", "Bitte prüfen Sie den Termin");
    await ui.presses("Einladen");
    expect(await ui.reads("Geplant: Forum am")).toContain("6 Personen");
    await picture("5-planned", "Geplant: Forum am");
  });

  test("reaches the channel and everybody personally, who answer for their municipality", async () => {
    await ui.reads("Einladung: Forum am");
    await picture("6-invited", "Einladung: Forum am");
    await ui.presses("Zusage", ui.cardWith("Einladung: Forum am"));
    await ui.reads("Antwort von Landkreis Lörrach: Zusage.");
    await schopfheim.presses("Zusage", schopfheim.cardWith("Einladung: Forum am"));
    await schopfheim.reads("Antwort von Schopfheim: Zusage.");
    await picture("7-replied", "Antwort von Schopfheim", schopfheim);
    const invited = await Promise.all(delegates.map((one) => one.reads(/Einladung: Forum am/)));
    const invitation = (number: number) => invited[number] ?? expect.fail("nobody was invited");
    await delegate(1).presses(invitation(1), "Zusage");
    const form = await delegate(3).presses(invitation(3), "Vertretung");
    const done = await delegate(3).presses(form, "Vertretung melden", {
      "Name der Vertretung": "Hauptamtsleitung",
    });
    expect(done.text).toContain("Vertretung durch Hauptamtsleitung.");
    expect((await delegate(4).presses(invitation(4), "Absage")).text).toContain("Todtnau: Absage.");
  });

  test("termine shows it, and the coordinator sees who has answered what", async () => {
    await ui.say("termine");
    await ui.reads("Termine des Forums");
    await picture("9-dates", "Termine des Forums");
    await ui
      .cardWith("Termine des Forums")
      .getByRole("button", { name: /^Antworten: / })
      .click();
    const card = await ui.reads("Voraussichtlich beschlussfähig: 4 von 6 kommen, 3 sind nötig.");
    expect(card).toContain("Hauptamtsleitung");
    await picture("10-answers", "Voraussichtlich beschlussfähig");
  });
});

describe("an election", () => {
  test("is started by a form, checked and opened", async () => {
    await ui.say("wahl");
    await ui.reads("Zurzeit läuft keine Wahl.");
    await ui.say("wahl starten");
    await ui.reads("Schon jetzt vorschlagen");
    await picture("10-nominations", "Schon jetzt vorschlagen");
    await ui.presses("Kandidaturen stehen fest");
    await ui.reads("Kommunen, deren Spitze kandidiert");
    await ui.selects("Kommunen, deren Spitze kandidiert", "Kandern");
    await ui.page.keyboard.press("Escape");
    await ui.fills("Weitere Kandidaturen, eine je Zeile (Amt oder Name)", "Bürgermeisteramt Schopfheim");
    await ui.selects("Wahlleitung", "Delegation Lörrach (Lörrach)");
    for (const town of ["Weil am Rhein", "Todtnau"]) {
      await ui.selects(WATCH, `Delegation ${town} (${town})`);
      await ui.page.keyboard.press("Escape");
    }
    await picture("11-start", "Kommunen, deren Spitze kandidiert");
    await ui.presses("Weiter");
    expect(await ui.reads("Bitte prüfen Sie die Wahl")).toContain("nicht in der Willensbekundung geregelt");
    await picture("12-check", "Bitte prüfen Sie die Wahl");
    await ui.presses("Wahl eröffnen");
    await ui.reads("Beteiligung: 0 von 6");
    await picture("13-running", "Beteiligung: 0 von 6");
  });

  async function votes(person: PlaygroundPerson, choice: string): Promise<string> {
    const ballot = await person.reads(/Sie können jetzt abstimmen/);
    const paper = await person.presses(ballot, "Stimmzettel öffnen");
    const review = await person.presses(paper, "Weiter zur Prüfung", { "Ihre Wahl": choice });
    const cast = await person.presses(review, "Endgültig abgeben");
    expect(cast.text).toContain("Ihre Stimme ist in der Urne");
    return RECEIPT.exec(cast.text)?.[0] ?? "";
  }

  /** With all pictures. */
  async function votesInThePage(choice: string): Promise<string> {
    const ballot = ui.cardWith("Sie können jetzt abstimmen");
    await ballot.waitFor();
    await picture("14-ballot", "Sie können jetzt abstimmen");
    await ui.presses("Stimmzettel öffnen", ballot);
    const paper = ui.cardWith("Das kann ich nicht versprechen");
    await paper.waitFor();
    await ui.chooses(choice, paper);
    await picture("15-paper", "Das kann ich nicht versprechen");
    await ui.presses("Weiter zur Prüfung", paper);
    const review = await ui.reads("Bitte jetzt notieren");
    expect(review).toContain(`Ihre Wahl: ${choice}`);
    await picture("16-review", "Bitte jetzt notieren");
    await ui.presses("Endgültig abgeben", ui.cardWith("Bitte jetzt notieren"));
    const cast = await ui.reads("Ihre Stimme ist in der Urne");
    await picture("17-cast", "Ihre Stimme ist in der Urne");
    expect(RECEIPT.exec(cast)?.[0]).toBe(RECEIPT.exec(review)?.[0]);
    return RECEIPT.exec(cast)?.[0] ?? "";
  }

  test("takes one vote of each municipality, and ends when all have voted", async () => {
    const receipts: string[] = [];
    for (const [number, person] of delegates.entries())
      receipts.push(await votes(person, number < 3 ? "Kandern" : "Enthaltung"));
    await ui.say("wahl");
    await ui.presses("Wahlgang vorzeitig schließen", ui.cardWith("Ihre Stimme fehlt noch."));
    await ui.sees(/Es haben noch nicht alle abgestimmt/);
    receipts.push(await votesInThePage("Kandern"));
    await ui.say("wahl");
    await ui.presses("Wahlgang vorzeitig schließen", ui.cardWith("Ihre Kommune hat abgestimmt"));
    expect(await ui.reads("Gewählt ist: Kandern.")).toContain("Kandern: 4 von 6 Stimmen");
    for (const person of delegates) await person.reads(/Gewählt ist: Kandern./);
    await ui.sees("Dieser Wahlgang ist beendet.");
    await picture("18-result", "Gewählt ist: Kandern.");
    await ui.presses("Zum Nachzählen", ui.cardWith("Gewählt ist: Kandern."));
    const proof = await ui.reads("Alle Belege");
    for (const receipt of receipts) expect(proof).toContain(receipt);
    await picture("19-recount", "Alle Belege");
  });

  test("the channel has read all of it", async () => {
    await schopfheim.reads("Gewählt ist: Kandern.");
    await schopfheim.reads("die Urne ist versiegelt");
    await picture("20-sealed", "die Urne ist versiegelt", schopfheim);
  });
});

describe("the reminder of the date", () => {
  const reminder = /beginnt das Forum/;

  test("comes once, an hour before, and not to the municipality that has declined", async () => {
    await ui.cardWith(reminder).waitFor({ timeout: 150_000 });
    await picture("21-reminder", "beginnt das Forum");
    for (const person of delegates.slice(0, -1)) await person.reads(reminder);
    expect(delegates.map((person) => person.counts(reminder))).toEqual([1, 1, 1, 1, 0]);
  }, 180_000);

  test("the date is cancelled, and everybody hears of it", async () => {
    await ui.say("termine");
    await ui
      .cardWith("Termine des Forums")
      .getByRole("button", { name: /^Absagen: / })
      .click();
    await ui.reads("absagen?");
    await picture("22-cancel", "absagen?");
    await ui.presses("Termin absagen", ui.cardWith("absagen?"));
    for (const person of delegates) await person.reads(/Abgesagt: Forum am/);
    await schopfheim.reads("Abgesagt: Forum am");
    await picture("23-cancelled", "Abgesagt: Forum am", schopfheim);
  });
});
