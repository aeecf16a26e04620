/** What a counted round has led to, with withdrawals and lot, before the acceptance. Pure. */

import { countRound } from "../count.ts";
import type { Ballots, Count, LotNeeded, Round } from "../election.ts";
import { afterDraw, isValidDraw } from "../lot.ts";
import type { StoredResult } from "../stored.ts";
import { afterWithdrawals, type WithdrawalRule } from "../withdrawal.ts";
import type { SourceRound } from "./minutes.source.ts";

export type Settled = {
  readonly outcome: StoredResult["outcome"];
  readonly reason: string | null;
  readonly winner: string | null;
  readonly byLot: boolean | null;
  /** The tie about which a lot was drawn; null where none was. */
  readonly tie: LotNeeded | null;
};

const settledBy = (count: Count, tie: LotNeeded | null): Settled => ({
  outcome: count.outcome,
  reason: "reason" in count ? count.reason : null,
  winner: count.outcome === "elected" ? count.winner : null,
  byLot: count.outcome === "elected" ? count.byLot : null,
  tie,
});

/** The lot may have been drawn before the last of them withdrew: the newest tie that it fits. */
function tieOf(
  counted: Count,
  round: Round,
  withdrawn: readonly string[],
  rule: WithdrawalRule,
  drawn: readonly string[],
): LotNeeded | null {
  const ways = [...withdrawn.keys(), withdrawn.length].map((many) =>
    afterWithdrawals(counted, round, withdrawn.slice(0, many), rule),
  );
  const ties = ways.filter((count) => count.outcome === "lot");
  return ties.filter((tie) => isValidDraw(tie, drawn)).at(-1) ?? null;
}

/** Without numbers there is only what was stored about it. */
function storedTie({ result, lot, candidates }: SourceRound, withdrawn: readonly string[]): LotNeeded | null {
  if (!result || !lot?.drawn) return null;
  const { next } = result;
  const lotFor = next.lotFor ?? (result.outcome === "runoff" ? "runoff" : "winner");
  const { drawn } = lot;
  return {
    outcome: "lot",
    lotFor,
    lotAmong: next.lotAmong ?? candidates.filter((name) => !withdrawn.includes(name)),
    lotSeats: next.lotSeats ?? drawn.length,
    runoffFixed: next.runoffFixed ?? (next.runoffPair ?? []).filter((name) => !drawn.includes(name)),
  };
}

/** `withdrawn` in the order in which they withdrew after the round. */
export function settledOf(round: SourceRound, withdrawn: readonly string[], rule: WithdrawalRule): Settled {
  const { result, stage } = round;
  if (!result) throw new Error("a round without a result is in no minutes");
  const drawn = round.lot?.drawn ?? [];
  const stored = { outcome: result.outcome, reason: result.reason, winner: result.winner };
  // The store gives an undecided outcome its own name as a reason.
  const reason = stored.reason === stored.outcome ? null : stored.reason;
  const uncounted = { ...stored, reason, byLot: result.outcome === "elected" ? result.byLot : null };
  if (stage === "motion") return { ...uncounted, byLot: null, tie: null };
  if (!result.tally) {
    const declined = uncounted.winner !== null && withdrawn.includes(uncounted.winner);
    const tie = storedTie(round, withdrawn);
    return declined
      ? { outcome: "not-elected", reason: "declined", winner: null, byLot: null, tie }
      : { ...uncounted, tie };
  }
  const ballots: Ballots = new Map(result.tally);
  const { candidates, entitled, quorum } = round;
  const held = { stage, candidates, ballots, entitled, present: result.present, quorum, cancelled: false };
  const counted = countRound(held);
  const left = afterWithdrawals(counted, held, withdrawn, rule);
  return settledBy(afterDraw(left, drawn), tieOf(counted, held, withdrawn, rule, drawn));
}
