/** Codes of what a round or an election has ended with, where nobody is elected by it. */
import type { RejectedReason } from "./decision.ts";
import type { NotElectedReason, VoidReason } from "./election.ts";

/**
 * Why an election ended without somebody elected: by the count, by an outcome that asks for a further round,
 * or because the box cannot be counted. `restored`: the store was put back to an earlier state meanwhile.
 */
export const BOX_TROUBLES = ["key-lost", "box-damaged", "box-changed", "restored"] as const;
export const FURTHER_ROUNDS = ["runoff", "second-round", "lot"] as const;
export type BoxTrouble = (typeof BOX_TROUBLES)[number];
export type EndReason =
  | NotElectedReason
  | VoidReason
  | RejectedReason
  | BoxTrouble
  | (typeof FURTHER_ROUNDS)[number];

/** All of them, for what is read from the store. */
export const END_REASONS = [
  ...["no-candidates", "no-majority", "no-votes", "declined", "acceptance-expired"],
  ...["cancelled", "count-mismatch", "no-quorum", "withdrawal-restart"],
  ...["tie", "majority", "threshold", "objection"],
  ...BOX_TROUBLES,
  ...FURTHER_ROUNDS,
] as readonly EndReason[];
