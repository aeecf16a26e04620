/**
 * People who withdraw after the close of a round and before any lot. What that means is a setting of the
 * rule of procedure; mayoral law forbids it (`binding`), the Forum's default lets the next best move up.
 */
import { type Count, elected, type LotNeeded, notElected, type Round, voided } from "./election.ts";
import { pairOf } from "./pair.ts";

export const WITHDRAWAL_RULES = ["move-up", "binding", "restart"] as const;
export type WithdrawalRule = (typeof WITHDRAWAL_RULES)[number];

/** The people whose withdrawal changes something: those who would go on, or about whom the lot decides. */
function concerned(count: Count): readonly string[] {
  if (count.outcome === "runoff") return count.runoffPair;
  if (count.outcome === "lot") return [...count.runoffFixed, ...count.lotAmong];
  return count.outcome === "second-round" ? [count.candidate] : [];
}

/** A tie in the run-off of which somebody is gone: the one left has won without a lot. */
function tieWithout(count: LotNeeded, gone: ReadonlySet<string>): Count {
  const left = count.lotAmong.filter((name) => !gone.has(name));
  if (left.length > 1) return count;
  const [last] = left;
  return last === undefined ? notElected("no-candidates") : elected(last);
}

function moveUp(count: Count, round: Round, gone: ReadonlySet<string>): Count {
  if (count.outcome === "second-round")
    return gone.has(count.candidate) ? notElected("no-candidates") : count;
  if (count.outcome === "lot" && count.lotFor === "winner") return tieWithout(count, gone);
  return pairOf(
    round.candidates.filter((name) => !gone.has(name)),
    round.ballots,
  );
}

/**
 * The count after `withdrawn` have withdrawn. Somebody elected who withdraws has declined, under every
 * rule, and nobody moves up. Names that did not stand change nothing.
 */
export function afterWithdrawals(
  count: Count,
  round: Round,
  withdrawn: readonly string[],
  rule: WithdrawalRule,
): Count {
  const gone = new Set(withdrawn);
  if (count.outcome === "elected") return gone.has(count.winner) ? notElected("declined") : count;
  const people = concerned(count);
  if (people.length === 0 || rule === "binding") return count;
  if (rule === "move-up") return moveUp(count, round, gone);
  return people.some((name) => gone.has(name)) ? voided("withdrawal-restart") : count;
}
