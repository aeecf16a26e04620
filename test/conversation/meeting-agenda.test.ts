/** Agendas, papers, the year and calendars, through the HTTP door. */
import ICAL from "ical.js";
import { afterEach, describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import { actionsOf } from "../support/card.ts";
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

/** A Forum with its channel, the coordinator and two who hold a seat. */
async function forum(options: Parameters<typeof startForumsbote>[0] = {}) {
  const bot = await startForumsbote(options);
  open.push(bot);
  const kim = bot.coordinator();
  const here = kim.in(FORUM);
  await here.types("gruppe");
  here.fills({ "Wofür ist dieser Kanal?": "Kanal des Digitalisierungsforums" });
  await here.presses("Registrieren");
  const holder = (name: string, last: string) =>
    bot.people.person(`Delegation ${name}`, {
      aadObjectId: `00000000-0000-0000-0000-0000000000${last}`,
      userId: `29:${last}`,
    });
  const people = { schopfheim: holder("Schopfheim", "a1"), kandern: holder("Kandern", "a2") };
  for (const person of Object.values(people)) await person.types("hilfe");
  return { bot, kim, here, ...people };
}

/** Plans a date without the forms, which have tests of their own. */
async function plan(bot: Bot, kim: Person, startsOn = "2026-04-22"): Promise<string> {
  const data = {
    actionId: `plan-${startsOn}`,
    startsOn,
    startsAt: "09:00",
    minutes: "60",
    place: "Werkhof; 2. OG",
  };
  await kim.executes("meeting.plan", data);
  const planned = await bot.db.read.meeting.findFirst({ where: { startsAt: `${startsOn}T09:00` } });
  return planned?.id ?? "";
}

/** Presses on the newest card here what an older card may still offer. */
const pressesOn = (person: Person, verb: string, data: unknown) =>
  person.executes(verb, data, person.sees().findLast(({ card }) => card !== undefined)?.id);

const titles = (person: Person): string[] => actionsOf(person.lastCard()).map(({ title }) => title);
const secretOf = (url: string) => url.slice(url.lastIndexOf("/") + 1);

/** As a calendar program asks. */
const fetched = async (bot: Bot, url: string, init: RequestInit = {}) => {
  const answer = await fetch(`${bot.url}/seiten/${secretOf(url)}`, init);
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
};

const entries = (body: string) =>
  new ICAL.Component(ICAL.parse(body)).getAllSubcomponents("vevent").map((one) => ({
    uid: String(one.getFirstPropertyValue("uid")),
    sequence: Number(one.getFirstPropertyValue("sequence")),
    status: String(one.getFirstPropertyValue("status")),
    location: String(one.getFirstPropertyValue("location")),
  }));

const addressOn = (person: Person): string =>
  JSON.stringify(person.lastCard()).match(/http:\/\/[^"]+\/seiten\/[0-9a-f]{64}/)?.[0] ?? "";

describe.each(engines)("the agenda of a date, on %s", (engine) => {
  it("grows by what people type, waits for a date, is ordered, and closes at the start", async () => {
    const { bot, kim, here, schopfheim, kandern } = await forum({ engine });
    await kandern.types("Thema: Gemeinsame Ausschreibung der E-Akte");
    expect(kandern.lastText()).toContain("Es wartet auf den nächsten Termin.");
    const id = await plan(bot, kim);
    await schopfheim.types("thema: gemeinsame ausschreibung der e-akte.");
    expect(schopfheim.lastText()).toContain("Dieses Thema ist schon vorgeschlagen.");
    schopfheim.fills({ "Titel des Themas": "Ladeinfrastruktur" });
    await schopfheim.presses("Vorschlagen");
    expect(schopfheim.lastText()).toContain("Tagesordnung für das Forum am Mittwoch, 22.04.2026, 09:00 Uhr");
    await kim.types("tagesordnung");
    expect(kim.lastText()).toContain("2\\. Ladeinfrastruktur");
    expect(kim.lastText()).toContain("Vorgeschlagen von: Kandern");
    kim.fills({ Punkt: "2. Ladeinfrastruktur", "Minuten für diesen Punkt (leer: noch offen)": "75" });
    await kim.presses("Minuten setzen");
    expect(kim.lastText()).toContain("Zeit in Summe: 75 von 60 Minuten. Ohne Zeit: 1 Punkt.");
    expect(kim.lastText()).toContain("Das sind 15 Minuten mehr, als das Forum dauert.");
    kim.fills({ Punkt: "2. Ladeinfrastruktur" });
    await kim.presses("Nach oben");
    expect(kim.lastText()).toContain("1\\. Ladeinfrastruktur");
    await kim.presses("Nach unten");
    expect(kim.lastText()).toContain("Bitte wählen Sie einen Punkt.");

    await here.types("tagesordnung");
    expect(here.lastText()).toContain("1\\. Ladeinfrastruktur");
    expect(titles(here)).toEqual(["Thema vorschlagen"]);
    await kandern.types("tagesordnung");
    expect(titles(kandern)).toEqual(["Thema vorschlagen", "Punkt 2 zurückziehen"]);
    const phone = kandern.elsewhere();
    await kandern.presses("Punkt 2 zurückziehen");
    expect(kandern.lastText()).not.toContain("E-Akte");
    await phone.executes("agenda.withdraw", { actionId: "x", item: "nicht-da" });
    expect(phone.lastText()).toContain("Dieses Thema steht nicht mehr auf der Tagesordnung.");

    bot.time.isAt(instantOf("2026-04-22T09:00"));
    await pressesOn(schopfheim, "agenda.show", { meeting: id });
    expect(schopfheim.lastText()).toContain("Die Tagesordnung ist geschlossen.");
    expect(titles(schopfheim)).toEqual([]);
    expect(bot.logged.filter(({ level }) => level === "fault")).toEqual([]);
  });

  it("of a cancelled date goes on to the next", async () => {
    const { bot, kim, kandern } = await forum({ engine });
    const first = await plan(bot, kim);
    const second = await plan(bot, kim, "2026-05-20");
    await kandern.types("thema: E-Akte");
    await kim.executes("meeting.cancel", { meeting: first, actionId: "c" });
    await kandern.types("tagesordnung");
    expect(kandern.lastText()).toContain("Forum am Mittwoch, 20.05.2026");
    expect(kandern.lastText()).toContain("1\\. E-Akte");
    await bot.built.jobs.agenda.run(bot.time.clock());
    expect((await bot.db.read.agendaItem.findFirst())?.meetingId).toBe(second);
  });
});

describe("a date, wherever it is shown", () => {
  it("has its agenda, the way into the calendar, and later its papers", async () => {
    const { bot, kim, here, kandern } = await forum();
    await kandern.types("thema: E-Akte [neu]");
    const id = await plan(bot, kim);
    await bot.delivers();
    for (const person of [kandern, here]) {
      expect(person.lastText()).toContain("Einladung: Forum am Mittwoch, 22.04.2026");
      expect(person.lastText()).toContain("1\\. E-Akte \\[neu\\] (Kandern)");
      expect(titles(person)).toEqual(expect.arrayContaining(["Zusage", "In den Kalender", "Tagesordnung"]));
      expect(JSON.stringify(person.lastCard())).not.toContain("/seiten/");
    }
    await kandern.presses("Zusage");
    expect(kandern.lastText()).toContain("E-Akte");
    await kandern.presses("In den Kalender");
    expect((await fetched(bot, addressOn(kandern))).status).toBe(200);
    await kandern.presses("Zum Termin");
    expect(kandern.lastText()).toContain("Antwort von Kandern: Zusage.");
    await pressesOn(kim, "meeting.cancel", { meeting: id, actionId: "c" });
    await bot.delivers();
    expect(here.lastText()).toContain("Abgesagt: Forum am Mittwoch");
    expect(here.lastText()).not.toContain("E-Akte");
    expect(titles(here)).toEqual(["Im Kalender streichen"]);
    const inChannel = kandern.in(FORUM);
    await inChannel.presses("Im Kalender streichen", "Abgesagt");
    const file = await fetched(bot, addressOn(inChannel));
    expect(file.headers.get("content-type")).toContain("method=CANCEL");
    expect(entries(file.body)).toMatchObject([{ uid: `${id}@localhost`, sequence: 1, status: "CANCELLED" }]);
  });
});

describe("an open question about the rules", () => {
  it("is offered to the coordinator alone, who reads it over before everybody sees it", async () => {
    const { bot, kim, here, kandern } = await forum();
    await plan(bot, kim);
    const place = { conversationId: "a:1", reason: "none", state: "open" as const, askedAt: new Date(0) };
    const ticket = { id: "t-1", number: 7, question: "Wer bezahlt Kandern?", ...place };
    await bot.db.write((tx) => tx.rulesTicket.create({ data: ticket }));
    for (const person of [kandern, here]) {
      await person.types("thema");
      expect(person.lastText()).not.toContain("Wer bezahlt");
    }
    await kim.types("thema");
    await kim.presses("Frage übernehmen");
    expect(kim.lastText()).toContain("Bitte wählen Sie eine Frage.");
    kim.fills({ "Offene Frage zu den Regeln als Thema": "Frage 7: Wer bezahlt Kandern?" });
    await kim.presses("Frage übernehmen");
    expect(kim.lastText()).toContain("Er darf keine Namen enthalten.");
    kim.fills({ "Titel des Themas": "Kosten" });
    await kim.presses("Vorschlagen");
    await kim.presses("Tagesordnung");
    expect(kim.lastText()).toContain("1\\. Kosten");
    expect(kim.lastText()).toContain("Vorgeschlagen von: Koordination");
    await kim.types("thema");
    expect(kim.lastText()).not.toContain("Wer bezahlt");
  });
});

describe("proposing", () => {
  it("is refused to people without a seat and to guests, with what they can do", async () => {
    const { bot } = await forum();
    const guest = bot.people.person("Gast");
    await guest.types("thema: E-Akte");
    expect(guest.lastText()).toContain("ich bin Schopfheim");
    await guest.introduces("Komm.One");
    await guest.types("thema: E-Akte");
    expect(guest.lastText()).toContain("Themen schlagen die Delegierten");
    await guest.types("thema");
    expect(guest.lastText()).toContain("Themen schlagen die Delegierten");
    expect(await bot.db.read.agendaItem.count()).toBe(0);
  });

  it("with a question mark is a question; without a title it opens the form", async () => {
    const { bot, kandern } = await forum();
    await kandern.types("thema: Wer bezahlt das?");
    expect(kandern.lastText()).toContain("Meinten Sie den Befehl „thema“?");
    await kandern.types("Thema:");
    expect(kandern.lastText()).toContain("Thema vorschlagen");
    await kandern.presses("Vorschlagen");
    expect(kandern.lastText()).toContain("Bitte geben Sie einen Titel an.");
    kandern.fills({ "Titel des Themas": "Wer bezahlt das?" });
    await kandern.presses("Vorschlagen");
    expect(kandern.lastText()).toContain("Wer bezahlt das?");
    await kandern.types("themenliste der Gruppe");
    expect(await bot.db.read.agendaItem.count()).toBe(1);
    for (const data of [
      null,
      {},
      { actionId: "a", item: 7 },
      { actionId: "a", item: "i", direction: "left" },
    ]) {
      await kandern.executes("agenda.order", data);
      expect(kandern.lastText()).toContain("Diese Karte ist veraltet");
    }
  });
});

describe("the year", () => {
  it("shows quarters, gaps and dates, goes to other years, and shows what was attached", async () => {
    const { bot, kim, here, kandern } = await forum();
    const id = await plan(bot, kim);
    await kim.types("termine");
    expect(kim.lastText()).toContain("Q2, April bis Juni: ● Geplant: 22.04.2026");
    expect(kim.lastText()).toContain("Für Q3 2026 ist noch kein Forum terminiert.");
    expect(titles(kim)).toContain("Termin planen: Q3 2026");
    const desk = kim.elsewhere();
    await desk.presses("Termin planen: Q3 2026");
    expect(desk.lastText()).toMatch(/^[^\n]*Q3 2026/);
    expect(desk.lastText()).not.toContain("Q2, April bis Juni");
    await kandern.types("termine");
    expect(titles(kandern)).not.toContain("Termin planen: Q3 2026");
    await kandern.presses("Jahr 2027");
    expect(kandern.lastText()).toContain("In diesem Jahr ist kein Termin eingetragen.");
    await kandern.presses("Jahr 2026");
    expect(kandern.lastText()).toContain("Antwort von Kandern: noch keine.");

    bot.time.isAt(instantOf("2026-04-22T11:00"));
    await kim.types("termine");
    await kim.presses("Unterlagen: 22.04.2026");
    kim.fills({ "Link zur Niederschrift (https://…)": "http://cloud.example/n" });
    await kim.presses("Link hinzufügen");
    expect(kim.lastText()).toContain("Er muss mit https:// beginnen.");
    kim.fills({ "Link zur Niederschrift (https://…)": "https://cloud.example/n" });
    await kim.presses("Link hinzufügen");
    expect(kim.lastText()).toContain("1\\. Niederschrift");
    await here.types("termine");
    expect(here.lastText()).toContain("Unterlagen: Niederschrift");
    await kandern.types("termine");
    await kandern.presses("Unterlagen: 22.04.2026");
    expect(titles(kandern)).toEqual(["Unterlage 1 öffnen", "Zum Termin"]);
    await kandern.executes("attachment.remove", {
      meeting: id,
      paper: (await bot.db.read.meetingPaper.findFirst())?.id,
    });
    expect(kandern.lastText()).toContain("Das kann nur die Koordination.");
    await kim.presses("Unterlage 1 entfernen");
    expect(kim.lastText()).toContain("Zu diesem Termin gibt es noch keine Unterlagen.");
  });

  it("asks for four digits", async () => {
    const { kandern } = await forum();
    for (const year of [1999, 2201, 2026.5, "2026", null]) {
      await kandern.executes("meeting.year", { year });
      expect(kandern.lastText()).toContain("Diese Karte ist veraltet");
    }
  });
});

describe.each(engines)("calendars, on %s", (engine) => {
  it("are subscribed, read again only after a change, renewed and switched off", async () => {
    const { bot, kim, kandern } = await forum({ engine });
    const id = await plan(bot, kim);
    await kandern.types("Kalender");
    await kandern.presses("Link erzeugen");
    const url = addressOn(kandern);
    expect(kandern.lastText()).toContain("Adresse zum Kopieren");
    const first = await fetched(bot, url);
    expect(first.status).toBe(200);
    expect(first.headers.get("content-type")).toMatch(/^text\/calendar; charset=utf-8/);
    expect(first.headers.get("cache-control")).toBe("private, max-age=900");
    expect(entries(first.body)).toEqual([
      { uid: `${id}@localhost`, sequence: 0, status: "CONFIRMED", location: "Werkhof; 2. OG" },
    ]);
    const held = { headers: { "if-none-match": first.headers.get("etag") ?? "" } };
    expect(await fetched(bot, url, held)).toMatchObject({ status: 304, body: "" });
    expect(await fetched(bot, url, { method: "HEAD" })).toMatchObject({ status: 200, body: "" });
    await kim.executes("meeting.cancel", { meeting: id, actionId: "c" });
    const second = await fetched(bot, url, held);
    expect(second.status).toBe(200);
    expect(entries(second.body)).toMatchObject([
      { uid: `${id}@localhost`, sequence: 1, status: "CANCELLED" },
    ]);

    await kandern.types("kalender");
    expect(kandern.lastText()).toContain("Sie haben seit 02.03.2026 einen Kalender-Link.");
    expect(addressOn(kandern)).toBe("");
    await kandern.presses("Neuen Link erzeugen");
    const renewed = addressOn(kandern);
    expect([(await fetched(bot, url)).status, (await fetched(bot, renewed)).status]).toEqual([404, 200]);
    await kandern.presses("Link abschalten");
    expect(kandern.lastText()).toContain("Ihr Kalender-Link gilt nicht mehr.");
    expect((await fetched(bot, renewed)).status).toBe(404);
    for (const { fields } of bot.logged) expect(JSON.stringify(fields)).not.toContain(secretOf(url));
    expect(JSON.stringify(await bot.db.read.outboxItem.findMany())).not.toContain("/seiten/");
  });

  it("give the file of a date to the one who presses, also in the channel", async () => {
    const { bot, kim, here, kandern } = await forum({ engine });
    const id = await plan(bot, kim);
    await bot.delivers();
    const inChannel = kandern.in(FORUM);
    await pressesOn(inChannel, "calendar.file", { meeting: id });
    const url = addressOn(inChannel);
    const file = await fetched(bot, url);
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="termin-2026-04-22.ics"');
    expect(file.headers.get("cache-control")).toBe("no-store");
    expect(entries(file.body)).toMatchObject([{ uid: `${id}@localhost`, status: "CONFIRMED" }]);
    expect(JSON.stringify(here.sees())).not.toContain(secretOf(url));
    await inChannel.types("kalender");
    expect(inChannel.lastText()).toContain("Schreiben Sie mir bitte im persönlichen Chat: kalender.");
    const guest = bot.people.person("Gast");
    await guest.executes("calendar.file", { meeting: id });
    expect(guest.lastText()).toContain("ich bin Schopfheim");
    await guest.types("kalender");
    expect(guest.lastText()).toContain("ich bin Schopfheim");
  });
});
