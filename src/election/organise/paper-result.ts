/** The numbers of a ballot on paper: what can be entered, and what they lead to. Pure. */
import type { Instant } from "../../system/clock.ts";
import { resultWith, uncounted } from "../counting.ts";
import { type Process, withCount } from "../process.ts";
import { processFrom, settingsOf } from "../recall.ts";
import {
  paperOf,
  type StoredCandidacy,
  type StoredElection,
  type StoredResult,
  type StoredRound,
} from "../stored.ts";
import { announcedLot } from "../telling.ts";
import { step } from "../transition.ts";
import { moreThanHalf } from "../turnout.ts";
import type { FitRefusal } from "./proposals.matter.ts";

export type PaperNumbers = {
  readonly tally: readonly (readonly [string, number])[];
  /** Municipalities that took part. */
  readonly present: number;
};

/** What is wrong with the numbers of a round; null when they can be right. */
export function numbersProblem(
  round: Pick<StoredRound, "stage" | "candidates" | "entitled">,
  { tally, present }: PaperNumbers,
): FitRefusal | null {
  const paper = paperOf(round);
  const names = new Set(tally.map(([name]) => name));
  const whole = [...tally.map(([, votes]) => votes), present].every(
    (one) => Number.isInteger(one) && one >= 0,
  );
  if (!whole || names.size !== tally.length || names.size !== paper.size) return "paper-numbers";
  if (![...names].every((name) => paper.has(name))) return "paper-numbers";
  if (present > round.entitled) return "paper-more-present";
  return tally.reduce((sum, [, votes]) => sum + votes, 0) > present ? "paper-more-ballots" : null;
}

export type PaperCount = { readonly result: StoredResult; readonly after: Process };

/** Counts the paper by the same rules as a box. */
export function countPaper(
  election: StoredElection,
  candidacies: readonly StoredCandidacy[],
  round: StoredRound,
  { tally, present }: PaperNumbers,
): PaperCount {
  const process = processFrom(election, candidacies, { ...round, result: null }, null);
  const event = { type: "end-voting", by: "timer", ballots: new Map(tally), present } as const;
  // The round's own quorum, as it was fixed at the opening.
  const stepped = step({ ...process, quorum: round.quorum }, event, settingsOf(round, round.entitled));
  const counted = stepped.ok ? stepped.value.process.counted : null;
  if (!counted) throw new Error("a round on paper cannot be counted");
  const after = withCount(process, counted.round, counted.drawn, counted.count);
  const ballots = tally.reduce((sum, [, votes]) => sum + votes, 0);
  const shown = ballots >= round.rule.hideDistributionBelow && counted.count.outcome !== "void";
  const numbers = { present, needed: moreThanHalf(present), entitled: round.entitled };
  const base = { ...uncounted(round, [], "cancelled"), ...numbers };
  return {
    after,
    result: {
      ...resultWith(base, counted.count),
      tally: shown ? tally.map(([name, votes]) => [name, votes] as [string, number]) : null,
    },
  };
}

/** Slips of paper are drawn by hand: there is no seal that a public value could be hashed with. */
export const lotByHand = (round: Pick<StoredRound, "rule">, now: Instant) =>
  announcedLot({ ...round.rule, lot: "manual-witnessed" }, now);
