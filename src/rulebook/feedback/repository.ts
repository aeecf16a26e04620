/** Port of the store of ratings. Writes take the transaction they belong to. */
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { StoredRating } from "./feedback.ts";

export type FeedbackRepository = {
  /** Takes turns with everybody who takes care of the rules, until the end of the transaction. */
  readonly takeTurns: (tx: Tx) => Promise<void>;
  /** In the place of an earlier one of the same person about the same answer. */
  readonly save: (tx: Tx, rating: StoredRating) => Promise<void>;
  /** Bad ones that nobody has dealt with, the newest first, at most so many. */
  readonly bad: (most: number, tx?: Tx) => Promise<readonly StoredRating[]>;
  readonly settle: (
    tx: Tx,
    ratings: readonly Pick<StoredRating, "answerId" | "memberId">[],
    at: Instant,
  ) => Promise<void>;
  /** Deletes those given, and those dealt with, before these instants; returns how many. */
  readonly prune: (before: { readonly given: Instant; readonly settled: Instant }) => Promise<number>;
};
