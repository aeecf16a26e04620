/** Ports of what others say about records. Writes take the transaction they belong to. */
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { Hint, Voiced } from "./bundle.ts";
import type { Experience, ExperienceContent } from "./experience.ts";
import type { Mark, MarkKind } from "./mark.ts";
import type { Pair } from "./match.ts";

export type NewExperience = ExperienceContent & {
  readonly id: string;
  readonly exchange: string;
  readonly memberId: string;
  readonly organisation: string;
  readonly at: Instant;
};

export type ExperienceRepository = {
  /** Null when there is none or it was deleted. */
  readonly byId: (id: string, tx?: Tx) => Promise<Experience | null>;
  /** Of a record, newest first, without deleted ones. */
  readonly of: (exchange: string) => Promise<readonly Experience[]>;
  readonly insert: (tx: Tx, experience: NewExperience) => Promise<void>;
  /** False, and nothing is written, unless it is in the state that was seen. */
  readonly change: (
    tx: Tx,
    change: { readonly id: string; readonly seen: Instant; readonly at: Instant },
    content: ExperienceContent,
  ) => Promise<boolean>;
  /** Soft delete. False when it was deleted before. */
  readonly remove: (tx: Tx, id: string, at: Instant) => Promise<boolean>;
};

export type MarkRepository = {
  readonly of: (exchange: string, tx?: Tx) => Promise<readonly Mark[]>;
  /** Fails with a broken unique key when the organisation has just said it. */
  readonly add: (
    tx: Tx,
    exchange: string,
    mark: Omit<Mark, "by"> & { readonly memberId: string },
  ) => Promise<void>;
  readonly remove: (tx: Tx, exchange: string, organisation: string, kind: MarkKind) => Promise<void>;
};

export type BundleRepository = {
  /** Subjects about which somebody may have said since then that it is wanted. */
  readonly touched: (since: Instant) => Promise<readonly string[]>;
  /** The records of a subject that are not deleted. */
  readonly voiced: (subject: string, tx?: Tx) => Promise<readonly Voiced[]>;
  readonly hint: (subject: string, tx?: Tx) => Promise<Hint | null>;
  /** Those raised last come first. */
  readonly hints: () => Promise<readonly Hint[]>;
  /** New, or open again. Fails with a broken unique key when another process has just made it. */
  readonly raise: (tx: Tx, subject: string, at: Instant) => Promise<void>;
  /** Takes a hint back that nobody has heard of; only the one raised at that instant, and not one dealt with. */
  readonly withdraw: (tx: Tx, subject: string, raisedAt: Instant) => Promise<void>;
  /** False when it is done already, or was raised again since `raisedAt`. */
  readonly done: (
    tx: Tx,
    subject: string,
    by: { readonly memberId: string | null; readonly raisedAt: Instant; readonly at: Instant },
  ) => Promise<boolean>;
};

export type MatchRepository = {
  /** Ids of the records with an offer or in use that were written since then; imported ones are no news. */
  readonly written: (since: Instant) => Promise<readonly string[]>;
  /** Ids of records that are not deleted and name the same product. */
  readonly ofProduct: (productKey: string) => Promise<readonly string[]>;
  /** Ids of the records that a record was brought together with. */
  readonly partnersOf: (id: string, tx?: Tx) => Promise<readonly string[]>;
  /** Fails with a broken unique key when another process has just brought them together. */
  readonly keep: (tx: Tx, pair: Pair, at: Instant) => Promise<void>;
};
