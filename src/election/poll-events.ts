/** An open round as the events come in: votes, changes of seats, early close, extension, cancelling. Pure. */
import type { Instant } from "../system/clock.ts";
import type { Ballots } from "./election.ts";
import { delegateChanged, departed, type Seat, seatFor, substituted, substitutionEnded } from "./seats.ts";
import { judgeVote, type Opening, type VoteEffect, type VoteRefusal } from "./vote.ts";

/** `at` is when the server received it. */
export type PollEvent = { readonly at: Instant } & (
  | { readonly type: "substitute" | "delegate-change"; readonly seat: string; readonly to: string }
  | { readonly type: "substitute-end" | "leave"; readonly seat: string }
  | { readonly type: "close" | "cancel" }
  | { readonly type: "extend"; readonly closesAt: Instant }
  | {
      readonly type: "vote";
      readonly by: string;
      readonly choice: string;
      /** Made with the ballot paper; the same again when Teams delivers the same press twice. */
      readonly action: string;
      readonly round: number | null;
    }
);

export type Vote = Extract<PollEvent, { type: "vote" }>;

export type Poll = Opening & {
  readonly paper: ReadonlySet<string>;
  readonly seats: readonly Seat[];
  readonly entitled: number;
  /** Party to choice. A seat that is in here has voted. */
  readonly cast: ReadonlyMap<string, string>;
  /** Action id of an accepted vote to the person it came from. */
  readonly accepted: ReadonlyMap<string, string>;
};

export const openPoll = (
  opening: Pick<Opening, "round" | "opensAt" | "closesAt" | "secret">,
  paper: ReadonlySet<string>,
  seats: readonly Seat[],
  entitled: number,
): Poll => ({
  ...opening,
  closedEarly: false,
  cancelled: false,
  paper,
  seats,
  entitled,
  cast: new Map(),
  accepted: new Map(),
});

/** The ballots of the poll as it stands; only what was chosen. */
export function ballotsOf({ cast }: Poll): Ballots {
  const ballots = new Map<string, number>();
  for (const choice of cast.values()) ballots.set(choice, (ballots.get(choice) ?? 0) + 1);
  return ballots;
}

const isOpen = (poll: Poll, at: Instant): boolean =>
  at < poll.closesAt && !poll.closedEarly && !poll.cancelled;

const allHaveVoted = ({ seats, cast }: Poll): boolean =>
  seats.every((seat) => seat.left || cast.has(seat.party));

const withSeat = (poll: Poll, party: string, change: (seat: Seat) => Seat): Poll => ({
  ...poll,
  seats: poll.seats.map((seat) => (seat.party === party ? change(seat) : seat)),
});

/**
 * A party that has not voted is taken off the register. One that has voted stays entitled, and its ballot
 * stays: in a secret round nobody could find it (BWahlG § 39(5) by analogy).
 */
function left(poll: Poll, party: string): Poll {
  const counted = poll.seats.some((seat) => seat.party === party && !seat.left) && !poll.cast.has(party);
  return { ...withSeat(poll, party, departed), entitled: poll.entitled - (counted ? 1 : 0) };
}

export type VoteResult = VoteEffect | VoteRefusal;

function voted(poll: Poll, vote: Vote): { readonly poll: Poll; readonly result: VoteResult } {
  const seat = seatFor(poll.seats, vote.by);
  const first = poll.accepted.get(vote.action);
  const other = first === undefined ? "nobody" : "other-person";
  const own = seat?.holder === vote.by ? "holder" : "same-party";
  const judged = judgeVote(poll, {
    at: vote.at,
    actionUsedBy: first === vote.by ? "same-person" : other,
    paperRound: vote.round,
    standing: seat === undefined ? "stranger" : own,
    choiceOnPaper: poll.paper.has(vote.choice),
    seatHasVoted: seat !== undefined && poll.cast.has(seat.party),
  });
  if (!judged.ok) return { poll, result: judged.reason };
  if (judged.value === "duplicate" || seat === undefined) return { poll, result: judged.value };
  const cast = new Map(poll.cast).set(seat.party, vote.choice);
  const accepted = new Map(poll.accepted).set(vote.action, vote.by);
  return { poll: { ...poll, cast, accepted }, result: judged.value };
}

/** What an event other than a vote makes of the poll. What is not possible changes nothing. */
function changed(poll: Poll, event: Exclude<PollEvent, Vote>): Poll {
  switch (event.type) {
    case "substitute":
      return withSeat(poll, event.seat, (seat) => substituted(seat, event.to));
    case "substitute-end":
      return withSeat(poll, event.seat, substitutionEnded);
    case "delegate-change":
      return withSeat(poll, event.seat, (seat) => delegateChanged(seat, event.to));
    case "leave":
      return left(poll, event.seat);
    case "close":
      return allHaveVoted(poll) ? { ...poll, closedEarly: true } : poll;
    case "extend":
      return isOpen(poll, event.at) && event.closesAt > poll.closesAt
        ? { ...poll, closesAt: event.closesAt }
        : poll;
    case "cancel":
      return isOpen(poll, event.at) ? { ...poll, cancelled: true } : poll;
  }
}

/** Handles the events in the order in which the server does; one result for each vote among them. */
export function playPoll(
  start: Poll,
  events: readonly PollEvent[],
): { readonly poll: Poll; readonly voteResults: readonly VoteResult[] } {
  let poll = start;
  const voteResults: VoteResult[] = [];
  for (const event of events) {
    if (event.type === "vote") {
      const next = voted(poll, event);
      poll = next.poll;
      voteResults.push(next.result);
    } else poll = changed(poll, event);
  }
  return { poll, voteResults };
}
