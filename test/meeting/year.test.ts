/** The year of the Forum: quarters, gaps, and the cards of year, agenda and calendar. */
import { describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import { besideOf, withBeside } from "../../src/meeting/agenda-beside.ts";
import { type YearCardView, yearCard } from "../../src/meeting/agenda-year.cards.ts";
import { overviewOf, rangeOfYear } from "../../src/meeting/agenda-year.ts";
import { feedCard, fileCard, madeCard, stoppedCard } from "../../src/meeting/calendar/cards.ts";
import { agendaCard, itemForm, proposedCard } from "../../src/meeting/items/cards.ts";
import { type AgendaItem, ITEM_LIMITS, sumOf } from "../../src/meeting/items/item.ts";
import type { Meeting } from "../../src/meeting/meeting.ts";
import { papersCard } from "../../src/meeting/papers/cards.ts";
import { PAPER_LIMITS, type Paper } from "../../src/meeting/papers/paper.ts";
import { cardOf, heading } from "../../src/turn/elements.ts";
import type { Card } from "../../src/turn/reply.ts";
import { actionsOf, inputsOf, textOf } from "../support/card.ts";
import { NOON, partyName } from "./forum.ts";

const TRICK = "[Klick](https://boese.example) **fett** <at>Alle</at>";
const date = (startsAt: string, part: Partial<Meeting> = {}): Meeting => ({
  ...{ id: startsAt.replace(":", "-"), startsAt, minutes: 120, place: TRICK, link: null, sequence: 0 },
  ...{ plannedAt: NOON, cancelledAt: null, changedAt: null },
  ...part,
});
const off = { cancelledAt: NOON, changedAt: NOON, sequence: 1 };

describe("a year", () => {
  const now = instantOf("2026-05-20T10:00");
  const states = (dates: readonly Meeting[], at = now, year = 2026) =>
    overviewOf(dates, year, at).quarters.map(({ state }) => state);
  const gaps = (dates: readonly Meeting[], at = now, year = 2026) =>
    overviewOf(dates, year, at).gaps.map((one) => `${one.year}-${one.quarter}`);

  it("has four quarters: held, planned, still without, gone by without", () => {
    const dates = [date("2026-06-10T09:00"), date("2026-08-19T09:00", off)];
    expect(states([date("2026-02-18T09:00"), ...dates])).toEqual(["held", "planned", "missing", "missing"]);
    expect(states(dates)).toEqual(["none", "planned", "missing", "missing"]);
    expect(gaps(dates)).toEqual(["2026-3", "2026-4"]);
  });

  it("counts a date as held from its start on", () => {
    const dates = [date("2026-05-20T10:00")];
    expect(states(dates, now - 1)[1]).toBe("planned");
    expect(states(dates, now)[1]).toBe("held");
    expect(states([...dates, date("2026-06-10T09:00")])[1]).toBe("planned");
  });

  it("that is over has no gaps, one to come has four", () => {
    expect([states([], now, 2025), gaps([], now, 2025)]).toEqual([["none", "none", "none", "none"], []]);
    expect(gaps([], now, 2027)).toEqual(["2027-1", "2027-2", "2027-3", "2027-4"]);
  });

  it("in its last quarter also asks for the first of the next, by the calendar in Berlin", () => {
    const late = instantOf("2026-12-31T23:30");
    expect(gaps([], late)).toEqual(["2026-4", "2027-1"]);
    expect(gaps([date("2027-01-20T09:00")], late)).toEqual(["2026-4"]);
    expect(gaps([], late + 30 * 60_000)).toEqual([]);
    expect(gaps([], instantOf("2026-10-01T00:00") - 1)).toEqual(["2026-3", "2026-4"]);
  });

  it("lists its dates by start, cancelled ones too, and none of the next year", () => {
    const dates = [date("2027-01-20T09:00"), date("2026-06-10T09:00"), date("2026-02-18T09:00", off)];
    expect(overviewOf(dates, 2026, now).dates.map(({ startsAt }) => startsAt)).toEqual([
      "2026-02-18T09:00",
      "2026-06-10T09:00",
    ]);
    expect(rangeOfYear(2026)).toEqual({ from: "2026-01-01", to: "2027-12-31" });
  });

  it("that is the present one also has what comes after it", () => {
    const dates = [date("2027-01-20T09:00"), date("2026-11-18T09:00")];
    const later = (year: number) => overviewOf(dates, year, now).later.map(({ startsAt }) => startsAt);
    expect([later(2026), later(2025)]).toEqual([["2027-01-20T09:00"], []]);
  });
});

const now = instantOf("2026-05-20T10:00");
const dates = [
  ...["2026-01-14T09:00", "2026-02-18T09:00", "2026-03-11T09:00", "2026-04-15T09:00"].map((one) => date(one)),
  ...["2026-05-27T09:00", "2026-06-10T09:00", "2026-06-10T14:00", "2026-06-17T09:00"].map((one) => date(one)),
  date("2026-06-10T09:00", { id: "again", ...off }),
  date("2026-06-24T09:00", off),
  date("2026-06-25T09:00"),
  date("2026-06-26T09:00"),
];
const paper = (at: number): Paper => ({
  ...{ id: `p-${at}`, meetingId: "m", kind: "minutes", title: TRICK, link: `https://a.example/${at}` },
  ...{ decisionId: null, addedById: "k", addedAt: NOON },
});
const papers = Array.from({ length: PAPER_LIMITS.ofDate }, (_, at) => paper(at));
const item = (at: number, title = `${TRICK} ${"ä".repeat(60)}`): AgendaItem => ({
  ...{ id: `i-${at}`, meetingId: "m", title: `${title}${at}`.slice(0, ITEM_LIMITS.title), party: "kandern" },
  ...{ proposerId: "m-1", minutes: 30, question: null, createdAt: NOON },
});
const items = Array.from({ length: ITEM_LIMITS.onDate }, (_, at) => item(at));
const meeting = date("2026-06-10T09:00");
const agenda = {
  ...{ date: meeting, items, sum: sumOf(items, meeting), closed: false, own: new Set(["i-0", "i-1"]) },
  ...{ actionId: "a", partyName, personal: true, coordinator: true },
};
const questions = [{ number: 7, question: TRICK, askedAt: NOON }];

const year = (part: Partial<YearCardView> = {}): YearCardView => ({
  ...overviewOf(dates, 2026, now),
  own: new Map([["2026-05-27T09-00", { party: "kandern", reply: "vertretung", deputy: TRICK }]]),
  ...{ party: "kandern", partyName, personal: true, coordinator: true, now },
  items: new Map(dates.map(({ id }) => [id, 20])),
  papers: new Map(dates.slice(0, 4).map(({ id }) => [id, papers.slice(0, 3)])),
  ...part,
});
const empty = { ...overviewOf([], 2026, now), own: new Map(), items: new Map(), papers: new Map() };
const view = { meeting, papers, mayChange: true, decisions: [{ id: "d", title: TRICK }] };

const cards: [string, Card][] = [
  ["year, full", yearCard(year())],
  ["year, empty", yearCard(year(empty))],
  ["year, channel", yearCard(year({ personal: false, party: null, coordinator: false, own: new Map() }))],
  ["agenda, coordinator", agendaCard(agenda)],
  ["agenda, delegate", agendaCard({ ...agenda, coordinator: false, problem: "Problem." })],
  ["agenda, closed", agendaCard({ ...agenda, closed: true, own: new Set() })],
  ["agenda, waiting", agendaCard({ ...agenda, date: null, sum: null })],
  ["agenda, channel, empty", agendaCard({ ...agenda, items: [], personal: false })],
  [
    "item form",
    itemForm({ actionId: "a", date: null, title: TRICK, question: null, questions, problem: "P." }),
  ],
  [
    "item form of a question",
    itemForm({ actionId: "a", date: meeting, title: "", question: "7", questions }),
  ],
  ["proposed", proposedCard({ item: item(1), date: meeting })],
  ["papers", papersCard({ ...view, actionId: "a", personal: true, problem: "Problem." })],
  ["papers, channel", papersCard({ ...view, papers: [], actionId: "a", personal: false })],
  ["feed, none", feedCard({ actionId: "a", since: null })],
  ["feed", feedCard({ actionId: "a", since: NOON })],
  ["feed, made", madeCard("a", `https://bot.example/seiten/${"0".repeat(64)}`)],
  ["feed, stopped", stoppedCard()],
  ["file", fileCard({ meeting, url: "https://bot.example/seiten/1" })],
  [
    "file of a cancellation",
    fileCard({ meeting: date("2026-06-24T09:00", off), url: "https://bot.example/s" }),
  ],
];

describe.each(cards)("the card %s", (_, card) => {
  it("has labelled inputs, unique titles, at most one primary action, and opens https only", () => {
    for (const { id, label } of inputsOf(card)) {
      expect(id).toMatch(/^[a-z][A-Za-z]*$/);
      expect(label).not.toBe("");
    }
    const actions = actionsOf(card);
    expect(actions.filter(({ node }) => node.style === "positive").length).toBeLessThanOrEqual(1);
    expect(new Set(actions.map(({ title }) => title)).size).toBe(actions.length);
    for (const { type, node } of actions)
      expect(type === "Action.Execute" || String(node.url).startsWith("https://")).toBe(true);
  });

  it("is version 1.5 with a fallback, one column, small, and wraps its text", () => {
    expect(card).toMatchObject({ version: "1.5", fallbackText: expect.stringMatching(/\S/) });
    const json = JSON.stringify(card);
    expect(json).not.toContain("ColumnSet");
    expect(Buffer.byteLength(json)).toBeLessThan(20_000);
    expect(json.match(/"TextBlock"/g)?.length ?? 0).toBe(json.match(/"wrap":true/g)?.length ?? 0);
  });

  it("shows what people wrote as text", () => {
    const shown = textOf(card.body?.filter(({ type }) => !type.startsWith("Input.")));
    expect(shown).not.toMatch(/[^\\]\]\(|\*\*fett|<at>/);
  });
});

describe("the card of a year", () => {
  it("says in words what each quarter is, with a sign beside it and no colour", () => {
    const few = overviewOf([date("2026-02-18T09:00"), date("2026-06-10T09:00")], 2026, now);
    const text = textOf(yearCard(year(few)));
    expect(text).toContain("Q1, Januar bis März: ✔ Gehalten: 18.02.2026");
    expect(text).toContain("Q2, April bis Juni: ● Geplant: 10.06.2026");
    expect(text).toContain("Q3, Juli bis September: ○ Noch kein Termin");
    expect(text).toContain("Für Q3 2026 ist noch kein Forum terminiert.");
    const past = textOf(yearCard(year({ ...empty, ...overviewOf([], 2025, now) })));
    expect(past).toContain("Q4, Oktober bis Dezember: – Kein Forum");
    expect(past).not.toContain("noch kein Forum terminiert");
  });

  it("lets only the coordinator plan, in the gap", () => {
    const titles = (part: Partial<YearCardView>) =>
      actionsOf(yearCard(year({ ...empty, ...part }))).map(({ title }) => title);
    expect(titles({})).toEqual([
      ...["Termin planen: Q2 2026", "Termin planen: Q3 2026", "Termin planen: Q4 2026"],
      ...["Jahr 2025", "Jahr 2027", "Kalender abonnieren"],
    ]);
    expect(titles({ coordinator: false, personal: false })).toEqual(["Jahr 2025", "Jahr 2027"]);
    expect(titles({ gaps: [] })).toContain("Termin planen");
  });

  it("lets only the coordinator move and cancel a date", () => {
    const titles = (coordinator: boolean) => {
      const shown = year({ ...empty, dates: [date("2026-06-24T09:00")], gaps: [], coordinator });
      return actionsOf(yearCard(shown)).map(({ title }) => title);
    };
    const own = ["Antworten: 24.06.2026", "Tagesordnung: 24.06.2026"];
    expect(titles(true)).toEqual(
      expect.arrayContaining([...own, "Verschieben: 24.06.2026", "Absagen: 24.06.2026"]),
    );
    expect(titles(false).filter((title) => title?.includes("24.06."))).toEqual(own);
  });

  it("leaves out the earliest of too many dates, and says so", () => {
    expect(textOf(yearCard(year()))).toContain("2 frühere Termine werden hier nicht gezeigt.");
  });

  it("goes on with the next year, so that nobody misses a date in January", () => {
    const few = overviewOf([date("2026-12-02T09:00"), date("2027-01-20T09:00")], 2026, now);
    const card = yearCard(year(few));
    expect(textOf(card)).toMatch(/02\.12\.2026[\s\S]*Im nächsten Jahr\n[\s\S]*20\.01\.2027/);
    expect(actionsOf(card).map(({ title }) => title)).toContain("Antworten: 20.01.2027");
  });

  it("names a deputy in the personal chat only", () => {
    expect(textOf(yearCard(year()))).toContain("Vertretung durch");
    expect(textOf(yearCard(year({ personal: false })))).not.toContain("Vertretung durch");
  });
});

describe("what is added to a card about a date", () => {
  const beside = besideOf({
    agendaLines: async () => ["1. E-Akte (Kandern)"],
    papersOf: async () => [paper(1)],
  });
  const titles = async (one: Meeting) => {
    const card = withBeside(cardOf("x", [heading("x")]), await beside(one, now));
    return [textOf(card), ...actionsOf(card).map(({ title }) => title)];
  };

  it("is the agenda, the papers and the way into the calendar, each in its time", async () => {
    const [text, ...coming] = await titles(meeting);
    expect(text).toContain("1\\. E-Akte (Kandern)");
    expect(coming).toEqual(["In den Kalender", "Tagesordnung"]);
    const [later, ...begun] = await titles(date("2026-02-18T09:00"));
    expect(later).toContain("Unterlagen: ");
    expect(begun).toEqual(["Unterlagen", "Tagesordnung"]);
    expect(await titles(date("2026-06-24T09:00", off))).toEqual(["x", "Im Kalender streichen"]);
  });
});
