/** The rule of open polls and the stored decision, played with the same events, agree at every step. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CastRefusal } from "../../src/decision/cast.ts";
import { countDecision, MOTION_PAPER } from "../../src/election/decision.ts";
import { ballotsOf, openPoll, type Poll, type PollEvent, playPoll } from "../../src/election/poll-events.ts";
import { type Seat, seatFor, seatOf } from "../../src/election/seats.ts";
import { engines } from "../support/database.ts";
import { CLOSES, coordination, forumDb, type Hall, hallOn, NOON, turnOf } from "./hall.ts";

const SEATS: readonly Seat[] = [
  seatOf("p1", ["d1", "x1", "y1"]),
  seatOf("p2", ["d2", "x2"]),
  seatOf("p3", ["d3"]),
  seatOf("p4", ["d4"]),
];
const opening = { round: 1, opensAt: NOON, closesAt: CLOSES, secret: false };
const start = openPoll(opening, MOTION_PAPER, SEATS, SEATS.length);

const ALIKE: Readonly<Record<CastRefusal, readonly string[]>> = {
  notMember: [],
  notPersonal: [],
  gone: [],
  secret: [],
  cancelled: ["cancelled"],
  notOpen: ["not-open"],
  closed: ["closed"],
  notEntitled: ["not-entitled"],
  // The rule tells a former delegate from one whose deputy stands in; both read the same sentence.
  seatChanged: ["not-entitled", "not-holder"],
  hasVoted: ["not-holder"],
  notHolder: ["not-holder"],
  unknownChoice: ["unknown-choice"],
};

/** The Forum as it is after the events so far: who holds which seat now. */
function follow(hall: Hall, { seats }: Poll): void {
  hall.state.seats = seats.flatMap(({ party, holder, left }) => (left ? [] : [{ party, holderId: holder }]));
}

type Vote = Extract<PollEvent, { type: "vote" }>;

async function votes(hall: Hall, id: string, poll: Poll, { by, at, choice, action }: Vote) {
  const party = seatFor(poll.seats, by)?.party ?? "nowhere";
  return hall.service.cast({ ...turnOf(party, { id: by, now: at }), activityId: action }, id, choice);
}

/** What was answered to an action the first time. */
type Given = Map<string, string>;

/** The answer of the store to a vote is the one of the rule. */
async function voted(hall: Hall, id: string, poll: Poll, vote: Vote, expected: string, given: Given) {
  const answer = await votes(hall, id, poll, vote);
  if (!answer.ok) return expect(ALIKE[answer.reason]).toContain(expected);
  const { choice, changed } = answer.value;
  if (expected === "duplicate") return expect(choice).toBe(given.get(vote.action));
  given.set(vote.action, choice);
  return expect(changed ? "replaced" : "ok").toBe(expected);
}

async function happens(hall: Hall, id: string, event: Exclude<PollEvent, Vote>, after: Poll) {
  if (event.type === "close") await hall.service.closeEarly(coordination(event.at), id);
  else if (event.type === "cancel") await hall.service.cancel(coordination(event.at), id, "Grund");
  else follow(hall, after);
}

/** What is stored at the end is what the rule counts. */
async function counted(hall: Hall, id: string, poll: Poll): Promise<void> {
  const decision = await hall.load(id);
  if (poll.cancelled) return expect(decision.state).toBe("cancelled");
  const round = { ballots: ballotsOf(poll), entitled: poll.entitled, present: null, quorum: null };
  const count = countDecision({ ...round, cancelled: false, majority: "simple", circulation: false });
  const reason = count.outcome === "accepted" ? null : count.reason;
  expect([decision.state, decision.reason]).toEqual([count.outcome, reason]);
  const tally = Object.fromEntries(ballotsOf(poll));
  expect(decision.result).toMatchObject({ tally, entitled: poll.entitled, closedEarly: poll.closedEarly });
}

/** Plays both, event by event; gives the id of the decision. */
async function agree(hall: Hall, events: readonly PollEvent[]): Promise<string> {
  follow(hall, start);
  const id = await hall.puts();
  const given: Given = new Map();
  let poll = start;
  for (const event of events) {
    const { poll: next, voteResults } = playPoll(poll, [event]);
    if (event.type === "vote") await voted(hall, id, poll, event, voteResults[0] ?? "", given);
    else await happens(hall, id, event, next);
    poll = next;
  }
  await hall.service.runDue(CLOSES);
  await counted(hall, id, poll);
  return id;
}

const people = fc.constantFrom("d1", "x1", "y1", "d2", "x2", "d3", "d4", "fremd");
const seats = fc.constantFrom("p1", "p2", "p3", "p4");
const event = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant("vote" as const),
      by: people,
      choice: fc.constantFrom("ja", "nein", "enthaltung", "jein"),
      action: fc.integer({ min: 1, max: 6 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom("substitute" as const, "delegate-change" as const),
      seat: seats,
      to: people,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constantFrom("substitute-end" as const, "leave" as const), seat: seats }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom("close" as const, "cancel" as const) }) },
);
/** An action is one person's: foreign ones cannot come up where every press is an act of its own. */
const timed = fc.array(event, { maxLength: 14 }).map((all) =>
  all.map((one, step): PollEvent => {
    const at = NOON + step * 60_000;
    return one.type === "vote"
      ? { ...one, at, round: null, action: `${one.by}-${one.action}` }
      : { ...one, at };
  }),
);

/** Nobody holds two seats: a delegate comes from outside or from the own seat. */
const possible = (events: readonly PollEvent[]): boolean =>
  events.every(
    (one) =>
      one.type !== "delegate-change" ||
      one.to === "fremd" ||
      SEATS.some((seat) => seat.party === one.seat && seat.people.includes(one.to)),
  ) && events.filter((one) => one.type === "delegate-change" && one.to === "fremd").length <= 1;

describe.each(engines)("the events of an open decision, on %s", (engine) => {
  it("of a substitution, a changed vote and a party that leaves", async () => {
    const hall = hallOn(await forumDb(engine));
    const at = (step: number) => NOON + step * 60_000;
    const vote = (step: number, by: string, choice: string) =>
      ({ type: "vote", at: at(step), by, choice, action: `${step}`, round: null }) as const;
    const id = await agree(hall, [
      vote(1, "x1", "ja"),
      { type: "substitute", at: at(2), seat: "p1", to: "x1" },
      vote(3, "x1", "ja"),
      vote(4, "x1", "nein"),
      { type: "leave", at: at(5), seat: "p3" },
      vote(6, "d3", "ja"),
      { type: "leave", at: at(6), seat: "p4" },
      { type: "close", at: at(7) },
      vote(8, "d2", "nein"),
      { type: "close", at: at(9) },
    ]);
    expect(await hall.load(id)).toMatchObject({
      state: "rejected",
      reason: "majority",
      result: { tally: { nein: 2 }, ...{ entitled: 2, quorum: 1, closedEarly: true } },
    });
  });

  it("in any order", { timeout: 120_000 }, async () => {
    const hall = hallOn(await forumDb(engine));
    await fc.assert(
      fc.asyncProperty(timed.filter(possible), async (events) => {
        await agree(hall, events);
      }),
      { numRuns: 40, seed: 4 },
    );
  });
});
