/** Election and decision cases: rounds given as tallies or as events, counted one after the other. */

import { type CaseRound, type CountCase, countCase } from "./case-forms.ts";
import { ballotPaper } from "./count.ts";
import { countDecision, MOTION_PAPER } from "./decision.ts";
import { type Ballots, type Count, type Round, roundAfter, type Stage } from "./election.ts";
import { ballotsOf, openPoll, playPoll, type VoteResult } from "./poll-events.ts";
import { resultOf } from "./result.ts";
import { type Seat, seatOf } from "./seats.ts";
import { turnoutOf } from "./turnout.ts";

/** What a round has gathered, however it was given. */
type Gathered = Pick<Round, "ballots" | "entitled" | "present" | "quorum" | "cancelled"> & {
  readonly seats: readonly Seat[];
  readonly voteResults: readonly VoteResult[] | null;
};

type Frame = {
  readonly input: CountCase;
  readonly number: number;
  readonly paper: ReadonlySet<string>;
  readonly secret: boolean;
  readonly seats: readonly Seat[];
};

function gather(round: CaseRound, { input, number, paper, secret, seats }: Frame): Gathered {
  const { present, cancelled, ballots } = round;
  const gone = seats.filter((seat) => seat.left).length;
  const entitled = round.entitled ?? input.electorate - gone;
  const { quorum } = input;
  if (round.events === undefined)
    return { ballots, entitled, present, quorum, cancelled, seats, voteResults: null };
  const { opensAt, closesAt } = round;
  const opening = { round: number, opensAt, closesAt, secret: input.config.secret ?? secret };
  const { poll, voteResults } = playPoll(openPoll(opening, paper, seats, entitled), round.events);
  return {
    ballots: ballotsOf(poll),
    entitled: poll.entitled,
    present,
    quorum,
    cancelled: cancelled || poll.cancelled,
    seats: poll.seats,
    voteResults,
  };
}

const seatsOf = ({ seats }: CountCase): readonly Seat[] =>
  Object.entries(seats).map(([party, people]) => seatOf(party, people));

const tally = (ballots: Ballots) => Object.fromEntries([...ballots].filter(([, number]) => number > 0));

function shown(gathered: Gathered) {
  const { present, needed, entitled } = turnoutOf(gathered);
  const { voteResults, ballots } = gathered;
  return { present, needed, entitled, tally: tally(ballots), ...(voteResults ? { voteResults } : {}) };
}

/** Every key of a result; null where it says nothing about this outcome. */
const EMPTY = {
  winner: null,
  byLot: null,
  runoffPair: null,
  lotFor: null,
  lotAmong: null,
  lotSeats: null,
  runoffFixed: null,
  reason: null,
};

/** Rounds after the one that ended the election are not counted. */
export function chairCase(raw: unknown): unknown {
  const input = countCase.parse(raw);
  let due: { readonly stage: Stage; readonly candidates: readonly string[] } = {
    stage: "first",
    candidates: [],
  };
  let seats = seatsOf(input);
  let result: unknown = null;
  for (const [at, given] of input.rounds.entries()) {
    const number = at + 1;
    const candidates = given.candidates ?? due.candidates;
    const frame = { input, number, paper: ballotPaper(candidates), secret: true, seats };
    const gathered = gather(given, frame);
    seats = gathered.seats;
    const count: Count = resultOf(
      { ...gathered, stage: due.stage, candidates },
      {
        withdrawn: given.withdrawnAfter,
        rule: input.config.withdrawal,
        drawn: given.lotDrawn,
        acceptance: given.acceptance,
      },
    );
    result = { ...EMPTY, ...count, ...shown(gathered), round: number };
    const next = roundAfter(count);
    if (next === null) break;
    due = next;
  }
  return result;
}

/** A decision has one round. */
export function decisionCase(raw: unknown): unknown {
  const input = countCase.parse(raw);
  const [given] = input.rounds;
  if (given === undefined) return null;
  const frame = { input, number: 1, paper: MOTION_PAPER, secret: false, seats: seatsOf(input) };
  const gathered = gather(given, frame);
  const { majority, mode } = input.config;
  const count = countDecision({ ...gathered, majority, circulation: mode === "umlauf" });
  return { reason: null, ...count, ...shown(gathered), round: 1 };
}
