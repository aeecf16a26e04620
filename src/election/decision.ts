/** Counting a decision (Abstimmung on a motion): one round of ja, nein, enthaltung, ungueltig. */
import { ABSTAIN, AGAINST, FOR, INVALID, type Round, votesFor } from "./election.ts";
import { mismatched, type Turnout, turnoutOf } from "./turnout.ts";

export const MAJORITIES = ["simple", "absolute-present", "two-thirds-cast", "two-thirds-electorate"] as const;
export type Majority = (typeof MAJORITIES)[number];

export type RejectedReason = "tie" | "majority" | "threshold" | "objection";
export type DecisionVoidReason = "cancelled" | "count-mismatch" | "no-quorum";

export type DecisionCount =
  | { readonly outcome: "accepted" }
  | { readonly outcome: "rejected"; readonly reason: RejectedReason }
  | { readonly outcome: "void"; readonly reason: DecisionVoidReason };

export type Motion = Omit<Round, "stage" | "candidates"> & {
  readonly majority: Majority;
  /** Circulation procedure (Umlaufverfahren): silence is consent. */
  readonly circulation: boolean;
};

export const MOTION_PAPER: ReadonlySet<string> = new Set([FOR, AGAINST, ABSTAIN, INVALID]);

const voided = (reason: DecisionVoidReason) => ({ outcome: "void", reason }) as const;
const rejected = (reason: RejectedReason) => ({ outcome: "rejected", reason }) as const;
const ACCEPTED = { outcome: "accepted" } as const;

/** One objection is enough to stop a motion in circulation, however few answered (GemO BW § 37(1)). */
export function countDecision(motion: Motion): DecisionCount {
  if (motion.cancelled) return voided("cancelled");
  const turnout = turnoutOf(motion);
  if (mismatched(turnout)) return voided("count-mismatch");
  const yes = votesFor(motion.ballots, FOR);
  const no = votesFor(motion.ballots, AGAINST);
  if (motion.circulation) return no === 0 ? ACCEPTED : rejected("objection");
  if (turnout.present < turnout.quorum) return voided("no-quorum");
  if (motion.majority === "simple") return simpleMajority(yes, no);
  return reaches(motion.majority, yes, no, turnout) ? ACCEPTED : rejected("threshold");
}

/** More yes than no; abstentions count for the quorum only, a tie rejects (GemO BW § 37(6)). */
function simpleMajority(yes: number, no: number): DecisionCount {
  if (yes > no) return ACCEPTED;
  return rejected(yes === no ? "tie" : "majority");
}

/** Whole numbers on both sides, so that exactly two thirds are two thirds. */
function reaches(majority: Exclude<Majority, "simple">, yes: number, no: number, turnout: Turnout): boolean {
  switch (majority) {
    case "absolute-present":
      return 2 * yes > turnout.present;
    case "two-thirds-cast":
      return yes + no > 0 && 3 * yes >= 2 * (yes + no);
    case "two-thirds-electorate":
      return 3 * yes >= 2 * turnout.entitled;
  }
}
