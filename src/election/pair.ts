/**
 * The pair rule: who goes on after a first round without a majority. The two best enter the run-off
 * (GemO BW § 37(7)); where second place is tied, the lot decides who (so expressly RLP GemO § 53).
 */
import { type Ballots, type Count, notElected, runoff, secondRound, votesFor } from "./election.ts";

const PLACES = 2;

/**
 * Promises the same answer for any order of `candidates`. With two left both go on, however many votes
 * they have, and no lot is needed; one alone gets a second round; with none nobody is elected.
 */
export function pairOf(candidates: readonly string[], ballots: Ballots): Count {
  const [only] = candidates;
  if (only === undefined) return notElected("no-candidates");
  if (candidates.length === 1) return secondRound(only);
  if (candidates.length === PLACES) return runoff(candidates);
  const votes = candidates.map((name) => votesFor(ballots, name)).sort((a, b) => b - a);
  // Equal numbers count separately: with 9, 9, 5 the second-highest number is 9.
  const secondHighest = votes[PLACES - 1] ?? 0;
  const fixed = candidates.filter((name) => votesFor(ballots, name) > secondHighest);
  const tied = candidates.filter((name) => votesFor(ballots, name) === secondHighest);
  const places = PLACES - fixed.length;
  if (tied.length === places) return runoff([...fixed, ...tied]);
  return { outcome: "lot", lotFor: "runoff", lotAmong: tied, lotSeats: places, runoffFixed: fixed };
}
