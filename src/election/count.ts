/**
 * Counting one round of an election of the chair. The steps stand in the order in which the Forum's rule
 * of procedure takes them; the first that gives an answer ends the count.
 */
import {
  ABSTAIN,
  AGAINST,
  type Count,
  elected,
  INVALID,
  notElected,
  type Round,
  secondRound,
  voided,
  votesFor,
} from "./election.ts";
import { pairOf } from "./pair.ts";
import { mismatched, type Turnout, turnoutOf } from "./turnout.ts";

/** What the ballot paper of an election offers; "nein" only where there is nobody else to vote for. */
export const ballotPaper = (candidates: readonly string[]): ReadonlySet<string> =>
  new Set([...candidates, ...(candidates.length === 1 ? [AGAINST] : []), ABSTAIN, INVALID]);

/** The count of a closed round, before withdrawals, lot and acceptance. */
export function countRound(round: Round): Count {
  if (round.cancelled) return voided("cancelled");
  const [only] = round.candidates;
  if (only === undefined) return notElected("no-candidates");
  const turnout = turnoutOf(round);
  if (mismatched(turnout)) return voided("count-mismatch");
  if (turnout.present < turnout.quorum) return voided("no-quorum");
  if (round.candidates.length === 1) return countSingle(only, round, turnout);
  // A lot breaks a tie, it never replaces a vote: the Forum's own rule, stricter than the law's wording.
  if (round.candidates.every((name) => votesFor(round.ballots, name) === 0)) return notElected("no-votes");
  return round.stage === "runoff" ? countRunoff(round) : countFirst(round, turnout);
}

/**
 * A single candidate needs more than half of those present, in the second round again (GemO BW § 37(7)).
 * There is no third round; a run-off in which one candidate was left is a second round too.
 */
function countSingle(only: string, { ballots, stage }: Round, { needed }: Turnout): Count {
  if (votesFor(ballots, only) >= needed) return elected(only);
  return stage === "first" ? secondRound(only) : notElected("no-majority");
}

/** Simple majority decides a run-off, abstentions do not matter; a tie is for the lot (GemO BW § 37(7)). */
function countRunoff({ candidates, ballots }: Round): Count {
  const most = Math.max(...candidates.map((name) => votesFor(ballots, name)));
  const best = candidates.filter((name) => votesFor(ballots, name) === most);
  const [winner] = best;
  if (winner !== undefined && best.length === 1) return elected(winner);
  return { outcome: "lot", lotFor: "winner", lotAmong: best, lotSeats: 1, runoffFixed: [] };
}

/** Several candidates: more than half of those present elects, otherwise the pair rule says who goes on. */
function countFirst({ candidates, ballots }: Round, { needed }: Turnout): Count {
  const winner = candidates.find((name) => votesFor(ballots, name) >= needed);
  return winner === undefined ? pairOf(candidates, ballots) : elected(winner);
}
