/** The result of one round with all that happened after its close, in the order in which it counts. */
import { type AcceptanceAnswer, afterAcceptance } from "./acceptance.ts";
import { countRound } from "./count.ts";
import type { Count, Round } from "./election.ts";
import { afterDraw } from "./lot.ts";
import { afterWithdrawals, type WithdrawalRule } from "./withdrawal.ts";

export type Aftermath = {
  /** Withdrew after the close and before any lot. */
  readonly withdrawn: readonly string[];
  readonly rule: WithdrawalRule;
  /** Names drawn; null while no lot has been drawn. */
  readonly drawn: readonly string[] | null;
  /** Answer of the elected person; null while there is none. */
  readonly acceptance: AcceptanceAnswer | null;
};

/** Count, then withdrawals, then the lot, then the acceptance: each looks at what the ones before left. */
export function resultOf(round: Round, { withdrawn, rule, drawn, acceptance }: Aftermath): Count {
  const settled = afterWithdrawals(countRound(round), round, withdrawn, rule);
  return afterAcceptance(afterDraw(settled, drawn ?? []), acceptance);
}
