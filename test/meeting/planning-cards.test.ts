/** Cards of planning: proposals, calendar, polls, moves. Labelled, one primary action, no markup from people. */
import { describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import { addCard, blockedCard, removeCard, tableCard } from "../../src/meeting/holidays/cards.ts";
import { type CalendarFacts, SHIPPED_HOLIDAYS } from "../../src/meeting/holidays/holidays.ts";
import { blockedProblems, calendarRefusals, holidayProblems } from "../../src/meeting/holidays/texts.ts";
import type { Meeting } from "../../src/meeting/meeting.ts";
import { movedCard, moveFormCard, moveReviewCard } from "../../src/meeting/move/move.cards.ts";
import { moveRefusals } from "../../src/meeting/move/move.texts.ts";
import { draftOf } from "../../src/meeting/move/move.ts";
import { proposalsCard } from "../../src/meeting/plan/cards.ts";
import { planQuarter, quartersFrom } from "../../src/meeting/plan/plan.ts";
import { giveUpCard, pollCard, toldGivenUpCard } from "../../src/meeting/poll/cards.ts";
import { pollFormCard, pollReviewCard, startedCard } from "../../src/meeting/poll/form.cards.ts";
import type { Poll } from "../../src/meeting/poll/poll.ts";
import { pollProblems, pollRefusals } from "../../src/meeting/poll/texts.ts";
import type { PollView } from "../../src/meeting/poll/view.ts";
import { toldChangedCard, toldMovedCard } from "../../src/meeting/told.cards.ts";
import type { Card } from "../../src/turn/reply.ts";
import { actionsOf, inputsOf, textOf } from "../support/card.ts";
import { complaintsAbout } from "../support/card-linter.ts";
import { NOON } from "./forum.ts";

const TRICK = "[Klick](https://boese.example) **fett** <at>Alle</at>";
const DAY = "2026-03-02";
const meeting: Meeting = {
  ...{
    id: "m-1",
    startsAt: "2026-04-22T09:00",
    minutes: 120,
    place: TRICK,
    link: "https://video.example/_a_",
  },
  ...{ sequence: 3, plannedAt: NOON, cancelledAt: null, changedAt: null },
};
const blocked = Array.from({ length: 125 }, (_, day) => ({
  day: new Date(NOON + day * 86_400_000).toISOString().slice(0, 10),
  why: TRICK,
}));
const facts: CalendarFacts = {
  holidays: SHIPPED_HOLIDAYS.map((one) => ({ ...one, name: TRICK })),
  confirmed: [2025],
  blocked,
};
const quarters = quartersFrom(DAY);
const planning = (calendar: CalendarFacts, taken: readonly Meeting[]) => ({
  plan: planQuarter({ year: 2026, quarter: 2 }, DAY, calendar, taken),
  passedOver: quarters.slice(0, 1),
  quarters: quarters.map((quarter) => ({ quarter, isPlanned: true })),
});

const options = ["2026-04-22", "2026-05-06", "2026-05-20", "2026-06-03", "2026-06-17"].map(
  (day) => `${day}T09:00`,
);
const poll: Poll = {
  ...{ id: "p-1", options, minutes: 120, place: TRICK, link: null, closesAt: NOON + 7 * 86_400_000 },
  ...{ createdAt: NOON, createdById: "m", settledAt: null, meetingId: null },
};
const parties = Array.from({ length: 36 }, (_, n) => `gemeinde-${n}`);
const view: PollView = {
  ...{ poll, state: "open", mayAnswer: true, parties: { all: 36, answered: 18 } },
  counted: options.map((startsAt, n) => ({ startsAt, suits: n, ifNeedBe: 2, no: 3 })),
  own: { party: "gemeinde-1", suits: Object.fromEntries(options.map((one) => [one, "ifNeedBe"])) },
  list: { answered: parties.slice(18), missing: parties.slice(0, 18) },
};
const context = { partyName: (key: string) => `${TRICK} ${key}`, now: NOON };
const closed = { ...view, state: "closed", mayAnswer: false } as const;
const others = { ...view, list: null, own: null } as const;
const draft = { days: options.map((one) => one.slice(0, 10)), startsAt: "09:00", minutes: "120" };
const pollDraft = { ...draft, place: "ä".repeat(120), link: "", closesOn: "2026-03-09" };
const warned = options.map((startsAt) => ({
  startsAt,
  warnings: [{ warning: "weekend" } as const, { warning: "blocked", why: TRICK } as const],
}));
const moveView = (kind: "moved" | "changed") => ({
  ...{ meeting, plan: meeting, replies: 2, warnings: warned[0]?.warnings ?? [] },
  change: kind === "moved" ? { kind } : { kind, fields: ["place" as const, "link" as const] },
});

const cards: [string, Card][] = [
  ["proposals", proposalsCard(planning({ ...facts, blocked: [] }, [meeting]))],
  ["no proposal", proposalsCard(planning({ ...facts, blocked, confirmed: [] }, []))],
  ["table", tableCard({ facts, today: DAY, said: TRICK })],
  ["table after its end", tableCard({ facts, today: "2031-01-01" })],
  [
    "entry",
    addCard({ actionId: "a", draft: { name: "ä".repeat(60), from: DAY, to: DAY }, problem: "Problem." }),
  ],
  ["removal", removeCard({ facts, today: DAY })],
  [
    "blocked",
    blockedCard({ facts, today: DAY, draft: { days: "x", why: "y" }, said: TRICK, problem: "Problem." }),
  ],
  [
    "nothing blocked",
    blockedCard({ facts: { ...facts, blocked: [] }, today: DAY, draft: { days: "", why: "" } }),
  ],
  ["poll form", pollFormCard({ actionId: "a", draft: pollDraft, problems: Object.values(pollProblems) })],
  ["poll review", pollReviewCard({ actionId: "a", draft: pollDraft, plan: poll, options: warned })],
  ["poll begun", startedCard(poll)],
  ["poll, holder", pollCard(others, { ...context, said: TRICK, heading: "Bitte" })],
  ["poll, coordinator", pollCard(view, { ...context, problem: "Problem." })],
  ["poll, closed", pollCard(closed, context)],
  ["poll, closed, others", pollCard({ ...closed, list: null }, context)],
  ["poll, planned", pollCard({ ...closed, poll: { ...poll, meetingId: "m-1" } }, context)],
  ["poll, given up", pollCard({ ...closed, state: "givenUp" }, context)],
  ["give up", giveUpCard(poll)],
  ["given up", toldGivenUpCard()],
  [
    "move form",
    moveFormCard({ actionId: "a", meeting, draft: draftOf(meeting), problems: Object.values(moveRefusals) }),
  ],
  ["move review", moveReviewCard(moveView("moved"), "a", draftOf(meeting))],
  ["change review", moveReviewCard(moveView("changed"), "a", draftOf(meeting))],
  ["moved", movedCard(meeting)],
  ["told moved", toldMovedCard({ meeting, from: "2026-04-15T09:00", personal: true })],
  ["told moved back", toldMovedCard({ meeting, from: meeting.startsAt, personal: true })],
  ["told moved, channel", toldMovedCard({ meeting, from: "2026-04-15T09:00", personal: false })],
  ["told changed", toldChangedCard({ meeting, fields: ["minutes", "place", "link"], personal: true })],
  ["told changed, channel", toldChangedCard({ meeting, fields: [], personal: false })],
];

describe.each(cards)("the card %s", (_, card) => {
  it("has labelled inputs of different names, unique titles and one primary action", () => {
    const inputs = inputsOf(card);
    for (const { label, node } of inputs) {
      expect(label).not.toBe("");
      expect(node.isRequired === true).toBe(typeof node.errorMessage === "string");
    }
    expect(new Set(inputs.map(({ id }) => id)).size).toBe(inputs.length);
    const actions = actionsOf(card);
    expect(actions.filter(({ node }) => node.style === "positive").length).toBeLessThanOrEqual(1);
    expect(complaintsAbout(card)).toEqual([]);
    expect(new Set(actions.map(({ title }) => title)).size).toBe(actions.length);
  });

  it("is version 1.5 with a fallback, small, and wraps its text", () => {
    expect(card).toMatchObject({ version: "1.5", fallbackText: expect.stringMatching(/\S/) });
    const json = JSON.stringify(card);
    expect(json).not.toContain("ColumnSet");
    expect(Buffer.byteLength(json)).toBeLessThan(20_000);
    expect(json.match(/"TextBlock"/g)?.length ?? 0).toBe(json.match(/"wrap":true/g)?.length ?? 0);
  });

  it("shows what people wrote as text", () => {
    const shown = textOf(card.body?.filter(({ type }) => !type.startsWith("Input.")));
    expect(shown).not.toMatch(/[^\\]\]\(|[^\\]\*\*fett|<at>/);
  });
});

describe("what is on the cards of planning", () => {
  const shown = (name: string) => textOf(cards.find(([one]) => one === name)?.[1]);
  const titles = (name: string) =>
    actionsOf(cards.find(([one]) => one === name)?.[1]).map((one) => one.title);

  it("every refusal has a sentence of its own", () => {
    const all = [
      moveRefusals,
      calendarRefusals,
      holidayProblems,
      blockedProblems,
      pollProblems,
      pollRefusals,
    ];
    for (const sentences of all) {
      for (const one of Object.values(sentences)) expect(one).toMatch(/^[A-ZÄÖÜ].*[.]$/s);
      expect(new Set(Object.values(sentences)).size).toBe(Object.values(sentences).length);
    }
  });

  it("why no day fits stands where the proposals would", () => {
    expect(shown("no proposal")).toContain("In diesem Quartal passt kein Tag.");
    expect(titles("no proposal").filter((title) => title.endsWith("wählen"))).toEqual([]);
    expect(titles("proposals").filter((title) => title.endsWith("wählen"))).toHaveLength(3);
  });

  it("who has answered is for the coordinator; others see numbers in a table of four columns", () => {
    expect(shown("poll, holder")).toContain("18 von 36 haben geantwortet.");
    expect(shown("poll, holder")).not.toContain("Noch keine Antwort");
    expect(shown("poll, coordinator")).toContain("Noch keine Antwort");
    const table = JSON.stringify(pollCard(others, context).body?.find(({ type }) => type === "Table"));
    expect(table.match(/"TableRow"/g)).toHaveLength(6);
    expect(table.match(/"TableCell"/g)).toHaveLength(24);
    expect(table).toContain('"firstRowAsHeaders":true');
  });

  it("a poll that is over offers its dates to the coordinator alone, the best one first", () => {
    expect(titles("poll, closed")).toEqual([
      "Diesen Termin einladen",
      "Stattdessen einladen: 03.06.2026",
      "Stattdessen einladen: 20.05.2026",
      "Stattdessen einladen: 06.05.2026",
      "Stattdessen einladen: 22.04.2026",
    ]);
    for (const name of ["poll, closed, others", "poll, planned", "poll, given up"])
      expect(titles(name)).toEqual([]);
  });

  it("of a poll found late only the dates that lie ahead are offered", () => {
    const late = pollCard(closed, { ...context, now: instantOf("2026-06-10T09:00") });
    expect(textOf(late)).toContain("Vorn liegt Mittwoch, 17.06.2026, 09:00 Uhr.");
    expect(actionsOf(late).map(({ title }) => title)).toEqual(["Diesen Termin einladen"]);
  });

  it("before a move it says what will happen, and what not before a change of place", () => {
    expect(shown("move review")).toContain("2 Antworten zählen dann nicht mehr.");
    expect(shown("change review")).toContain("Antworten und Erinnerungen bleiben.");
    expect(shown("change review")).not.toContain("zählen dann nicht mehr");
  });

  it("a school year that is confirmed is not asked for again", () => {
    expect(titles("table")).toContain("2026/27 bestätigen");
    expect(titles("table")).not.toContain("2025/26 bestätigen");
    expect(shown("table after its end")).toContain("Für dieses Schuljahr ist nichts eingetragen.");
  });
});
