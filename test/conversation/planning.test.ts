/** Planning a Forum: proposals, the calendar of the coordinator, polls and moves, through the HTTP door. */
import { afterEach, describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import { actionsOf, inputsOf } from "../support/card.ts";
import { engines } from "../support/database.ts";
import { startForumsbote } from "../support/forumsbote.ts";
import type { Person } from "../support/people.ts";
import { channel } from "../support/places.ts";

type Bot = Awaited<ReturnType<typeof startForumsbote>>;
const open: Bot[] = [];
afterEach(async () => {
  for (const bot of open.splice(0).reverse()) await bot.close();
});

const FORUM = channel("Forum");
const holder = (bot: Bot, name: string, last: string): Person =>
  bot.people.person(`Delegation ${name}`, {
    aadObjectId: `00000000-0000-0000-0000-0000000000${last}`,
    userId: `29:${last}`,
  });

async function starts(options: Parameters<typeof startForumsbote>[0]): Promise<Bot> {
  const bot = await startForumsbote(options);
  open.push(bot);
  return bot;
}

async function forum(options: Parameters<typeof startForumsbote>[0] = {}) {
  const bot = await starts(options);
  const kim = bot.coordinator();
  const here = kim.in(FORUM);
  await here.types("gruppe");
  here.fills({ "Wofür ist dieser Kanal?": "Kanal des Digitalisierungsforums" });
  await here.presses("Registrieren");
  await kim.introduces("Landkreis Lörrach");
  const people = {
    schopfheim: holder(bot, "Schopfheim", "a1"),
    kandern: holder(bot, "Kandern", "a2"),
    loerrach: holder(bot, "Lörrach", "a3"),
  };
  for (const person of Object.values(people)) await person.types("hilfe");
  return { bot, kim, here, ...people };
}

async function passes(bot: Bot, wallClock: string): Promise<void> {
  bot.time.isAt(instantOf(wallClock));
  const now = bot.time.clock();
  await bot.built.jobs.meeting.run(now);
  await bot.built.jobs.meetingPoll.run(now);
  await bot.delivers();
}

/** Asks for proposals for the second quarter. */
async function proposes(kim: Person): Promise<void> {
  await kim.types("termin planen");
  kim.fills({ "Anderes Quartal": "Q2 2026, April bis Juni" });
  await kim.presses("Quartal zeigen");
}

const titles = (person: Person) => actionsOf(person.lastCard()).map(({ title }) => title);
const seen = (person: Person, words: string): number =>
  person.sees().filter(({ text }) => text.includes(words)).length;

describe("the coordinator who plans", () => {
  it("is shown the quarter without a Forum, three dates with reasons, and plans one of them", async () => {
    const { bot, kim } = await forum();
    await kim.types("termin planen");
    expect(kim.lastText()).toContain("Forumstermin planen: Q1 2026");
    expect(kim.lastText()).toContain("Vorlauf: 22 Tage, nötig sind 21.");
    expect(kim.lastText()).toContain("Mehr Tage mit einer Woche Abstand gibt es nicht.");
    expect(kim.lastText()).toContain("Die Schulferien für dieses Quartal sind noch nicht bestätigt.");
    kim.fills({ "Anderes Quartal": "Q2 2026, April bis Juni" });
    await kim.presses("Quartal zeigen");
    expect(kim.lastText()).toContain("Mittwoch, 20.05.2026");
    expect(kim.lastText()).toContain("Genau in der Mitte des Quartals.");
    expect(titles(kim).filter((title) => title.endsWith("wählen"))).toHaveLength(3);
    await kim.presses("20.05.2026 wählen");
    kim.fills({ "Ort (Raum oder Adresse)": "Kreistagssaal" });
    await kim.presses("Weiter");
    await kim.presses("Einladen");
    expect(kim.lastText()).toContain("Geplant: Forum am Mittwoch, 20.05.2026, 09:00 Uhr");
    await kim.types("termin planen");
    kim.fills({ "Anderes Quartal": "Q2 2026, April bis Juni (Termin steht)" });
    await kim.presses("Quartal zeigen");
    expect(kim.lastText()).toContain("In diesem Quartal steht schon ein Termin: Mittwoch, 20.05.2026");
    expect(await bot.db.read.meeting.count()).toBe(1);
  });

  it("blocks days, and they are not proposed and warned of", async () => {
    const { kim } = await forum();
    await kim.types("Sperrtage 20.05.2026, 2026-06-17: Kreistag");
    expect(kim.lastText()).toContain("2 Tage sind gesperrt: Kreistag.");
    expect(kim.lastText()).toMatch(/Gesperrt sind\s+20\.05\.2026: Kreistag\s+17\.06\.2026: Kreistag/);
    kim.fills({ "Tage sperren": "morgen", Grund: "Klausur" });
    await kim.presses("Sperren");
    expect(kim.lastText()).toContain("Einen dieser Tage kenne ich nicht.");
    expect(kim.lastText()).toContain("morgen");
    await proposes(kim);
    expect(kim.lastText()).not.toContain("Mittwoch, 20.05.2026");
    expect(kim.lastText()).toContain("Dienstag, 19.05.2026");
    await kim.presses("Eigenes Datum");
    kim.fills({ Datum: "2026-06-17", "Uhrzeit (Beginn)": "09:00", "Ort (Raum oder Adresse)": "Saal" });
    await kim.presses("Weiter");
    expect(kim.lastText()).toContain("Dieser Tag ist gesperrt: Kreistag.");
    await kim.types("sperrtage");
    kim.fills({ "Tage wieder freigeben": ["20.05.2026: Kreistag"] });
    await kim.presses("Freigeben");
    expect(kim.lastText()).toContain("1 Tag ist wieder frei.");
  });

  it("keeps the table of school holidays and confirms a school year", async () => {
    const { kim } = await forum();
    await kim.types("Ferien");
    expect(kim.lastText()).toContain("Osterferien: 30.03.2026 bis 11.04.2026");
    await kim.presses("Ferien eintragen");
    kim.fills({
      Bezeichnung: "Fasnacht",
      "Erster Tag": "2027-02-09",
      "Letzter Tag (leer: nur ein Tag)": "2027-02-08",
    });
    await kim.presses("Eintragen");
    expect(kim.lastText()).toContain("Der letzte Tag liegt vor dem ersten.");
    kim.fills({ "Letzter Tag (leer: nur ein Tag)": "" });
    await kim.presses("Eintragen");
    expect(kim.lastText()).toContain("Eingetragen: Fasnacht, 09.02.2027.");
    await kim.presses("Eintrag entfernen");
    kim.fills({ "Welcher Eintrag soll weg?": "Pfingstferien: 26.05.2026 bis 05.06.2026" });
    await kim.presses("Entfernen");
    expect(kim.lastText()).not.toContain("Pfingstferien: 26.05.2026");
    expect(kim.lastText()).toContain("Herbstferien: 26.10.2026 bis 31.10.2026");
    await kim.presses("2025/26 bestätigen");
    expect(kim.lastText()).toContain("Die Schulferien 2025/26 sind bestätigt.");
    expect(titles(kim)).not.toContain("2025/26 bestätigen");
  });
});

describe.each(engines)("a poll about the date, on %s", (engine) => {
  async function begins(kim: Person): Promise<void> {
    await proposes(kim);
    await kim.presses("Terminumfrage starten");
    kim.fills({ "Tag 3": "" });
    await kim.presses("Weiter");
    await kim.presses("Umfrage starten");
  }

  it("asks, reminds, evaluates once with two processes, and the coordinator invites", async () => {
    const { bot, kim, schopfheim, kandern } = await forum({ engine });
    await begins(kim);
    expect(kim.lastText()).toContain("Antworten sind möglich bis Montag, 09.03.2026, 09:00 Uhr.");
    expect(titles(kim)).toEqual(["Stand ansehen"]);
    await bot.delivers();
    const [first, second] = inputsOf(schopfheim.lastCard()).map(({ label }) => label);
    schopfheim.fills({ [first ?? ""]: "zur Not", [second ?? ""]: "passt" });
    await schopfheim.presses("Antworten");
    expect(schopfheim.lastText()).toContain("Die Antwort von Schopfheim ist gespeichert.");
    expect(schopfheim.lastText()).not.toContain("Geantwortet haben");
    await kim.types("terminumfrage");
    expect(kim.lastText()).toContain("**Geantwortet haben:** Schopfheim");
    expect(kim.lastText()).toContain("1 von 6 haben geantwortet.");

    const other = await starts({ engine, databaseUrl: bot.databaseUrl });
    for (const at of ["2026-03-06T09:00", "2026-03-06T10:00"]) {
      for (const one of [bot, other]) one.time.isAt(instantOf(at));
      const now = instantOf(at);
      await Promise.all([bot, other, bot].map((one) => one.built.jobs.meetingPoll.run(now)));
      await Promise.all([bot.delivers(), other.delivers()]);
    }
    expect(seen(kandern, "Bitte antworten Sie: Wann passt")).toBe(1);
    expect(seen(schopfheim, "Bitte antworten Sie: Wann passt")).toBe(0);
    for (const one of [bot, other]) one.time.isAt(instantOf("2026-03-09T09:00"));
    const end = instantOf("2026-03-09T09:00");
    await Promise.all([bot, other, other].map((one) => one.built.jobs.meetingPoll.run(end)));
    await Promise.all([bot.delivers(), other.delivers()]);
    await passes(bot, "2026-03-09T09:05");
    expect(seen(kim, "Terminumfrage beendet")).toBe(1);
    expect(seen(schopfheim, "Terminumfrage beendet")).toBe(0);
    const poll = (await bot.db.read.datePoll.findFirst())?.id;
    await kandern.executes("meeting.pollAnswer", { poll, option0: "suits", option1: "suits" });
    expect(kandern.lastText()).toContain("Diese Umfrage ist beendet.");
    await kim.presses("Diesen Termin einladen", "Terminumfrage beendet");
    kim.fills({ "Ort (Raum oder Adresse)": "Kreistagssaal" });
    await kim.presses("Weiter");
    await kim.presses("Einladen");
    expect(kim.lastText()).toContain(`Geplant: Forum am ${second}`);
    await kim.types("terminumfrage");
    expect(kim.lastText()).toContain("Aus dieser Umfrage ist ein Termin entstanden.");
    for (const one of [bot, other]) expect(one.logged.filter(({ level }) => level === "fault")).toEqual([]);
  });

  it("is given up, and nobody has to answer any more", async () => {
    const { bot, kim, kandern } = await forum({ engine });
    await begins(kim);
    await bot.delivers();
    await begins(kim);
    expect(kim.lastText()).toContain("Es läuft schon eine Terminumfrage.");
    await kim.types("Terminumfrage starten");
    expect(kim.lastText()).toContain("Nennen Sie 2 bis 5 Tage.");
    await kim.types("terminumfrage");
    await kim.presses("Umfrage aufgeben");
    await kim.presses("Umfrage aufgeben");
    await bot.delivers();
    expect(kandern.lastText()).toContain("Sie müssen nichts tun.");
    await passes(bot, "2026-03-09T09:00");
    expect(seen(kim, "Terminumfrage beendet")).toBe(0);
    await begins(kim);
    expect(kim.lastText()).toContain("Die Umfrage läuft.");
  });
});

describe.each(engines)("a date that is moved, on %s", (engine) => {
  it("is told to all at once, asks everybody again, and reminds by the new start", async () => {
    const { bot, kim, here, schopfheim, kandern, loerrach } = await forum({ engine });
    await kim.types("eigener termin");
    kim.fills({ Datum: "2026-04-22", "Uhrzeit (Beginn)": "09:00", "Ort (Raum oder Adresse)": "Saal" });
    await kim.presses("Weiter");
    await kim.presses("Einladen");
    await bot.delivers();
    await schopfheim.presses("Zusage");
    await kandern.presses("Absage");
    await kim.types("termine");
    await kim.presses("Antworten: 22.04.2026");
    await kim.presses("Termin verschieben oder ändern");
    kim.fills({ Datum: "2026-04-29" });
    await kim.presses("Weiter");
    expect(kim.lastText()).toContain("Bisher: Mittwoch, 22.04.2026, 09:00 Uhr");
    expect(kim.lastText()).toContain("2 Antworten zählen dann nicht mehr.");
    await kim.presses("Termin verschieben");
    expect(kim.lastText()).toContain("Gespeichert: Forum am Mittwoch, 29.04.2026, 09:00 Uhr");
    const meeting = (await bot.db.read.meeting.findFirst())?.id;
    const old = { startsOn: "2026-05-06", startsAt: "09:00", minutes: "120", place: "Anderswo" };
    await kim.elsewhere().executes("meeting.move", { ...old, meeting, sequence: 0, actionId: "phone" });
    expect(await bot.db.read.meeting.findFirst()).toMatchObject({ place: "Saal", sequence: 1 });
    await bot.delivers();
    for (const person of [here, schopfheim, kandern])
      expect(seen(person, "Verschoben: Forum jetzt am Mittwoch, 29.04.2026")).toBe(1);
    await loerrach.presses("Zusage", "Einladung: Forum am Mittwoch, 22.04.2026");
    expect(seen(loerrach, "Der Termin ist inzwischen verschoben.")).toBe(1);
    expect(await bot.db.read.meetingReply.count()).toBe(0);
    await schopfheim.presses("Zusage", "Verschoben");
    expect(await bot.db.read.meetingReply.count()).toBe(1);
    await passes(bot, "2026-04-21T09:00");
    expect(seen(schopfheim, "Morgen: Forum")).toBe(0);
    await passes(bot, "2026-04-28T09:00");
    for (const person of [here, schopfheim, kandern]) expect(seen(person, "Morgen: Forum")).toBe(1);
    expect(bot.logged.filter(({ level }) => level === "fault")).toEqual([]);
  });
});
