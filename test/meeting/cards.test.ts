/** Every card of dates: labelled inputs, one primary action, small, no markup from people, no deputy in a channel. */
import { describe, expect, it } from "vitest";
import type { MeetingView } from "../../src/meeting/answer.service.ts";
import { alreadyCancelledCard, askCancelCard, cancelledCard, meetingCard } from "../../src/meeting/cards.ts";
import { deputyCard, formCard, plannedCard, reviewCard } from "../../src/meeting/form.cards.ts";
import { MEETING_LIMITS, type Meeting } from "../../src/meeting/meeting.ts";
import type { DateWarning } from "../../src/meeting/own-date.ts";
import { problems, warningText } from "../../src/meeting/refusal.texts.ts";
import { toldCancelledCard, toldCard } from "../../src/meeting/told.cards.ts";
import type { Card } from "../../src/turn/reply.ts";
import { actionsOf, inputsOf, textOf } from "../support/card.ts";
import { complaintsAbout } from "../support/card-linter.ts";
import { draft, NOON, partyName } from "./forum.ts";

const TRICK = "[Klick](https://boese.example) **fett** <at>Alle</at>";
const meeting: Meeting = {
  ...{ id: "m-1", startsAt: "2026-04-22T09:00", minutes: 120, place: TRICK },
  ...{
    link: "https://video.example/_raum_",
    sequence: 0,
    plannedAt: NOON,
    cancelledAt: null,
    changedAt: null,
  },
};
const own = { party: "kandern", reply: "vertretung" as const, deputy: TRICK };
const parties = Array.from({ length: 36 }, (_, n) => `gemeinde-${n}`);
const view: MeetingView = {
  meeting,
  begun: false,
  tally: { accepted: 1, declined: 1, deputies: 1, open: 33, seats: 36, expected: 2, needed: 18 },
  own,
  mayAnswer: true,
  list: parties.map((party) => ({ party, given: { ...own, party } })),
};
const personal = { partyName, personal: true };
const inChannel = { partyName, personal: false };
const warnings: DateWarning[] = [
  { warning: "weekend" },
  { warning: "holiday", holiday: "allSaints" },
  { warning: "schoolHolidays" },
  { warning: "unknownSchoolHolidays" },
  { warning: "schoolYearOpen" },
  { warning: "blocked", why: TRICK },
  { warning: "shortNotice" },
];
const big = draft({ place: "ä".repeat(MEETING_LIMITS.place), link: `https://x.example/${"a".repeat(480)}` });
const told = (stage: string | null, isPersonal: boolean) =>
  toldCard({ meeting, stage, now: NOON, personal: isPersonal });

const cards: [string, Card][] = [
  ["form with all problems", formCard({ actionId: "a", draft: big, problems: Object.values(problems) })],
  ["review with all warnings", reviewCard({ actionId: "a", draft: big, plan: meeting, warnings })],
  ["review without warnings", reviewCard({ actionId: "a", draft: draft(), plan: meeting, warnings: [] })],
  ["planned", plannedCard({ meeting, people: 35, empty: 1 })],
  ["one date, personal", meetingCard(view, personal)],
  ["one date, channel", meetingCard(view, inChannel)],
  ["one date, begun", meetingCard({ ...view, begun: true, mayAnswer: false }, personal)],
  ["deputy", deputyCard({ meeting, entered: "Fachamt", problem: "Problem." })],
  ["ask cancel", askCancelCard({ actionId: "a", meeting })],
  ["cancelled", cancelledCard(meeting)],
  ["already cancelled", alreadyCancelledCard(meeting)],
  ["told cancelled", toldCancelledCard(meeting)],
  ...[null, "einladung", "rsvp", "vortag", "start"].flatMap((stage): [string, Card][] => [
    [`told ${stage}, personal`, told(stage, true)],
    [`told ${stage}, channel`, told(stage, false)],
  ]),
];

describe.each(cards)("the card %s", (_, card) => {
  it("has labelled inputs, unique titles, one primary action, and opens https only", () => {
    for (const { label, node } of inputsOf(card)) {
      expect(label).not.toBe("");
      expect(node.isRequired === true).toBe(typeof node.errorMessage === "string");
    }
    const actions = actionsOf(card);
    expect(actions.filter(({ node }) => node.style === "positive").length).toBeLessThanOrEqual(1);
    expect(complaintsAbout(card)).toEqual([]);
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

describe("what is on the cards", () => {
  it("in a channel: no name of a deputy, no list", () => {
    const shown = JSON.stringify(meetingCard(view, inChannel));
    expect(shown).toContain("Antwort von Kandern: Vertretung.");
    expect(shown).not.toContain("Klick](https://boese.example) **fett** <at>Alle</at>.");
    expect(shown).not.toContain("Antworten nach Beteiligten");
    expect(textOf(meetingCard({ ...view, meeting: { ...meeting, place: "Saal" } }, inChannel))).not.toContain(
      "Klick",
    );
  });

  it("numbers and the quorum, and no button once it has begun", () => {
    const shown = textOf(meetingCard(view, personal));
    for (const line of ["Zusagen: 1", "Absagen: 1", "Vertretungen: 1", "Offen: 33"])
      expect(shown).toContain(line);
    expect(shown).toContain("Noch nicht beschlussfähig: 2 von 36 kommen, 18 sind nötig.");
    expect(actionsOf(meetingCard({ ...view, begun: true }, personal))).toEqual([]);
    const others = { ...view, mayAnswer: false, list: null };
    expect(actionsOf(meetingCard(others, personal)).map((one) => one.type)).toEqual(["Action.OpenUrl"]);
    expect(actionsOf(meetingCard(view, personal)).map((one) => one.title)).toContain(
      "Termin verschieben oder ändern",
    );
  });

  it("a link that is not https gets no button", () => {
    const bad = { ...meeting, link: "javascript:alert(1)" };
    expect(actionsOf(plannedCard({ meeting: bad, people: 1, empty: 0 }))).toEqual([]);
  });

  it("every warning has a sentence of its own; a holiday is named", () => {
    expect(new Set(warnings.map(warningText)).size).toBe(warnings.length);
    expect(warningText({ warning: "holiday", holiday: "corpusChristi" })).toContain("Fronleichnam");
  });
});
