/** A date of the Forum from planning to the start, through the HTTP door. */
import { afterEach, describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
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
const FILLED = {
  Datum: "2026-04-22",
  "Uhrzeit (Beginn)": "09:00",
  "Ort (Raum oder Adresse)": "Kreistagssaal",
};

/** Somebody who holds a seat in the trial forum. */
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

/** A Forum with its channel and three holders who have talked to the bot. */
async function forum(options: Parameters<typeof startForumsbote>[0] = {}) {
  const bot = await starts(options);
  const kim = bot.coordinator();
  const here = kim.in(FORUM);
  await here.types("gruppe");
  here.fills({ "Wofür ist dieser Kanal?": "Kanal des Digitalisierungsforums" });
  await here.presses("Registrieren");
  const people = {
    schopfheim: holder(bot, "Schopfheim", "a1"),
    kandern: holder(bot, "Kandern", "a2"),
    loerrach: holder(bot, "Lörrach", "a3"),
  };
  for (const person of Object.values(people)) await person.types("hilfe");
  return { bot, kim, here, ...people };
}

async function plan(kim: Person, filled: Record<string, string> = FILLED): Promise<void> {
  await kim.types("eigener termin");
  kim.fills(filled);
  await kim.presses("Weiter");
  await kim.presses("Einladen");
}

/** Moves the clock and lets everything run that runs by the clock. */
async function passes(bot: Bot, wallClock: string): Promise<void> {
  bot.time.isAt(instantOf(wallClock));
  await bot.built.jobs.meeting.run(bot.time.clock());
  await bot.delivers();
}

const seen = (person: Person, words: string): number =>
  person.sees().filter(({ text }) => text.includes(words)).length;

describe.each(engines)("a date of the Forum, on %s", (engine) => {
  it("is planned, answered, reminded of once, by two processes, and shown", async () => {
    const { bot, kim, here, schopfheim, kandern, loerrach } = await forum({ engine });
    await plan(kim);
    expect(kim.lastText()).toContain("Geplant: Forum am Mittwoch, 22.04.2026, 09:00 Uhr");
    await bot.delivers();
    expect(here.lastText()).toContain("Einladung: Forum am Mittwoch, 22.04.2026, 09:00 Uhr");
    expect(kandern.lastText()).toContain("Kreistagssaal");

    await schopfheim.presses("Zusage");
    expect(schopfheim.lastText()).toContain("Antwort von Schopfheim: Zusage.");
    expect(schopfheim.lastText()).toContain("Zusagen: 1");
    await loerrach.in(FORUM).presses("Absage");
    await kandern.presses("Vertretung");
    await kandern.presses("Vertretung melden");
    expect(kandern.lastText()).toContain("Bitte geben Sie an, wer als Vertretung kommt.");
    kandern.fills({ "Name der Vertretung": "Hauptamt Kandern" });
    await kandern.presses("Vertretung melden");
    expect(kandern.lastText()).toContain("Antwort von Kandern: Vertretung durch Hauptamt Kandern.");
    expect(kandern.lastText()).toMatch(/Noch nicht beschlussfähig: 2 von \d+ kommen, \d+ sind nötig\./);

    await kim.types("termine");
    await kim.presses("Antworten: 22.04.2026");
    expect(kim.lastText()).toContain("Kandern (Hauptamt Kandern)");
    await kandern.types("Termine.");
    expect(kandern.lastText()).toContain("Antwort von Kandern: Vertretung durch Hauptamt Kandern.");
    await here.types("termine");
    expect(here.lastText()).not.toContain("Hauptamt Kandern");

    await passes(bot, "2026-04-21T08:59");
    expect(seen(kandern, "Morgen: Forum")).toBe(0);
    const second = await starts({ engine, databaseUrl: bot.databaseUrl });
    second.time.isAt(instantOf("2026-04-21T09:00"));
    bot.time.isAt(instantOf("2026-04-21T09:00"));
    const now = bot.time.clock();
    await Promise.all([bot, second, bot, second].map((one) => one.built.jobs.meeting.run(now)));
    await Promise.all([bot.delivers(), second.delivers()]);
    await Promise.all([bot.delivers(), second.delivers()]);
    await passes(second, "2026-04-21T09:05");
    await passes(bot, "2026-04-21T09:06");
    for (const person of [schopfheim, kandern, here])
      expect(seen(person, "Morgen: Forum um 09:00 Uhr")).toBe(1);
    expect(seen(loerrach, "Morgen: Forum")).toBe(0);
    await passes(bot, "2026-04-22T08:00");
    await passes(bot, "2026-04-22T08:01");
    expect(seen(schopfheim, "Heute um 09:00 Uhr beginnt das Forum")).toBe(1);
    await passes(bot, "2026-04-22T09:00");
    await schopfheim.presses("Absage", "Heute um 09:00 Uhr");
    expect(schopfheim.lastText()).toContain("Das Forum hat schon begonnen.");
    for (const one of [bot, second]) expect(one.logged.filter(({ level }) => level === "fault")).toEqual([]);
  });

  it("is cancelled for good, and everybody hears of it once", async () => {
    const { bot, kim, here, kandern } = await forum({ engine });
    await plan(kim);
    await bot.delivers();
    await kim.types("termine");
    await kim.presses("Absagen: 22.04.2026");
    const phone = kim.elsewhere();
    await kim.presses("Termin absagen");
    expect(kim.lastText()).toContain("Abgesagt: Forum am Mittwoch, 22.04.2026");
    await bot.delivers();
    await bot.delivers();
    for (const person of [kandern, here]) expect(seen(person, "Abgesagt: Forum am Mittwoch")).toBe(1);
    await phone.types("termine");
    expect(phone.lastText()).toContain("Abgesagt.");
    await kandern.presses("Zusage", "Einladung");
    expect(kandern.lastText()).toContain("Dieser Termin ist abgesagt.");
    await passes(bot, "2026-04-21T09:00");
    expect(seen(kandern, "Morgen: Forum")).toBe(0);
  });
});

describe("the next date", () => {
  it("is answered with a word as well as with a button, and the last answer counts", async () => {
    const { bot, kim, here, schopfheim, kandern } = await forum();
    await kandern.types("zusage");
    expect(kandern.lastText()).toContain("Zurzeit ist kein Termin geplant.");
    await plan(kim);
    await schopfheim.types("Zusage.");
    expect(schopfheim.lastText()).toContain("Antwort von Schopfheim: Zusage.");
    await schopfheim.types("absage");
    expect(schopfheim.lastText()).toContain("Antwort von Schopfheim: Absage.");
    await kandern.types("vertretung: Hauptamt Kandern");
    expect(kandern.lastText()).toContain("Antwort von Kandern: Vertretung durch Hauptamt Kandern.");
    await here.types("zusage");
    expect(here.lastText()).not.toContain("Antwort von");
    bot.time.isAt(instantOf("2026-04-22T09:00"));
    await kandern.types("zusage");
    expect(kandern.lastText()).toContain("Zurzeit ist kein Termin geplant.");
  });
});

describe("planning a date", () => {
  it("keeps what was entered, says what is wrong, and warns of a holiday", async () => {
    const { kim } = await forum();
    await kim.types("Termin planen");
    await kim.presses("Eigenes Datum");
    kim.fills({ ...FILLED, Datum: "2026-02-01", "Ort (Raum oder Adresse)": "" });
    await kim.presses("Weiter");
    expect(kim.lastText()).toContain("Dieser Zeitpunkt ist schon vorbei.");
    expect(kim.lastText()).toContain("Bitte geben Sie einen Ort oder einen Link an.");
    kim.fills({ Datum: "2026-04-06", "Ort (Raum oder Adresse)": "Kreistagssaal" });
    await kim.presses("Weiter");
    expect(kim.lastText()).toContain("Das ist ein Feiertag: Ostermontag.");
    const phone = kim.elsewhere();
    await phone.types("ferien");
    await phone.presses("2025/26 bestätigen");
    await kim.presses("Ändern", "Das ist ein Feiertag");
    kim.fills({ Datum: "2026-04-22" });
    await kim.presses("Weiter");
    expect(kim.lastText()).toContain("Gegen dieses Datum spricht nichts.");
    expect(kim.lastText()).toContain("09:00 Uhr, Dauer 120 Minuten");
  });

  it("the same review pressed on two devices is one date", async () => {
    const { bot, kim } = await forum();
    await kim.types("eigener termin");
    kim.fills(FILLED);
    await kim.presses("Weiter");
    const { card, id } = kim.sees().at(-1) ?? {};
    const action = JSON.stringify(card).match(/"actionId":"([^"]+)"/)?.[1];
    const data = { actionId: action, startsOn: "2026-04-22", startsAt: "09:00", minutes: "120", place: "x" };
    await Promise.all([kim.presses("Einladen"), kim.elsewhere().executes("meeting.plan", data, id)]);
    expect(await bot.db.read.meeting.count()).toBe(1);
  });

  it("needs the coordinator and the channel of the Forum", async () => {
    const bot = await starts({});
    const kim = bot.coordinator();
    await kim.types("termin planen");
    expect(kim.lastText()).toContain("Bitte registrieren Sie zuerst den Kanal des Forums");
    const anna = holder(bot, "Schopfheim", "a1");
    for (const typed of ["termin planen", "eigener termin", "ferien", "sperrtage"]) {
      await anna.types(typed);
      expect(anna.lastText()).toContain("Das kann nur die Koordination.");
    }
    await anna.types("termine");
    expect(anna.lastText()).toContain("Für Q1 2026 ist noch kein Forum terminiert.");
    await anna.types("termine 2027");
    expect(anna.lastText()).not.toContain("Termine des Forums");
  });

  it("answers of people without a seat or organisation are refused with a sentence", async () => {
    const { bot, kim } = await forum();
    await plan(kim);
    const meeting = (await bot.db.read.meeting.findFirst())?.id;
    const guest = bot.people.person("Gast");
    await guest.executes("meeting.reply", { meeting, reply: "zusage" });
    expect(guest.lastText()).toContain("ich bin Schopfheim");
    const binzen = bot.people.person("Zweckverband");
    await binzen.introduces("Komm.One");
    await binzen.executes("meeting.reply", { meeting, reply: "zusage" });
    expect(binzen.lastText()).toContain("keinen Sitz");
    const colleague = bot.people.person("Fachamt Kandern");
    await colleague.introduces("Kandern");
    await colleague.executes("meeting.reply", { meeting, reply: "vertretung" });
    expect(colleague.lastText()).toContain("die Person, die den Sitz innehat");
    for (const data of [{}, { meeting: 7 }, { meeting, reply: "vielleicht" }, null]) {
      await guest.executes("meeting.reply", data);
      expect(guest.lastText()).toContain("Diese Karte ist veraltet");
    }
  });
});
