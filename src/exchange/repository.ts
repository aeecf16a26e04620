/** Port of the store of records. Writes take the transaction they belong to. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { Content, Exchange, Kind, Offer, Stage, Visibility } from "./exchange.ts";

/** What is stored with a record to find it by. */
export type Packed = { readonly version: string; readonly packed: string };

export type NewExchange = Content & {
  readonly id: string;
  readonly organisation: string;
  readonly groupId: string | null;
  readonly recordedById: string;
  readonly recordedAt: Instant;
  /** The message it was made from. */
  readonly source?: {
    readonly key: string;
    readonly link: string | null;
    readonly at: Instant | null;
    readonly authorId: string | null;
    readonly authorKey: string | null;
  };
  /** Name in the file it was imported from. */
  readonly externalId?: string;
};

/** A change made from `revision` by a member. */
export type Change = {
  readonly id: string;
  readonly revision: number;
  readonly by: string;
  readonly at: Instant;
};

/** Where a record belongs. */
export type Placing = { readonly organisation: string; readonly groupId: string | null };

/** What the search keeps of a record. */
export type IndexRow = {
  readonly id: string;
  readonly externalId: string | null;
  readonly revision: number;
  readonly kind: Kind;
  readonly stage: Stage;
  readonly offer: Offer | null;
  readonly organisation: string;
  readonly groupId: string | null;
  readonly visibility: Visibility;
  readonly decided: boolean;
  readonly recordedAt: Instant;
  readonly updatedAt: Instant;
  readonly deleted: boolean;
  /** Null: it has never been prepared. */
  readonly index: (Packed & { readonly revision: number }) | null;
};

/** One earlier state of a record and the change that ended it. */
export type Revision = Content & {
  readonly revision: number;
  readonly act: "changed" | "deleted" | "restored" | "moved" | "objected";
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Instant;
};

export type ExchangeRepository = {
  /** Also a deleted one; null when there never was one. */
  readonly byId: (id: string, tx?: Tx) => Promise<Exchange | null>;
  /** Those that are not deleted, in any order. */
  readonly byIds: (ids: readonly string[]) => Promise<readonly Exchange[]>;
  /** The last recorded ones that are not deleted and that these groups may see, newest first. */
  readonly newest: (most: number, groups: readonly string[] | "all") => Promise<readonly Exchange[]>;
  /** The record made from this message, also a deleted one. */
  readonly bySource: (key: string, tx?: Tx) => Promise<Exchange | null>;
  /** Ids by the names of an imported file. */
  readonly byExternal: (names: readonly string[], tx?: Tx) => Promise<ReadonlyMap<string, string>>;
  /** Earlier states, newest first. */
  readonly revisions: (id: string) => Promise<readonly Revision[]>;

  readonly insert: (tx: Tx, exchange: NewExchange, index: Packed) => Promise<void>;
  /** Stores what is replaced as a revision. False, and nothing is written, if it is deleted or another revision by now. */
  readonly replace: (tx: Tx, change: Change, content: Content, index: Packed) => Promise<boolean>;
  /** Puts the record into another group or organisation. False as above. */
  readonly move: (tx: Tx, change: Change, placing: Placing, index: Packed) => Promise<boolean>;
  /** Soft delete; `objected`: because its author objects. False as above. */
  readonly remove: (tx: Tx, change: Change, objected?: boolean) => Promise<boolean>;
  /** Takes a soft delete back. False, and nothing is written, unless it is deleted at this revision. */
  readonly restore: (tx: Tx, change: Change, index: Packed) => Promise<boolean>;
};

/** What the search reads and keeps. */
export type IndexStore = {
  /**
   * How many records there are, deleted ones too, the sum of their revisions, and when one was written last: every
   * change makes one of them larger. Only what is removed for good makes the first two smaller.
   */
  readonly state: () => Promise<{
    readonly count: number;
    readonly changes: number;
    readonly latest: Instant;
  }>;
  /** All records by id, the next `most` after `after`. */
  readonly page: (after: string | null, most: number) => Promise<readonly IndexRow[]>;
  /** Records written at or after this instant, deleted ones too. */
  readonly since: (
    instant: Instant,
  ) => Promise<readonly { readonly id: string; readonly revision: number }[]>;
  /** What the search keeps of these records, deleted ones too. */
  readonly rows: (ids: readonly string[]) => Promise<readonly IndexRow[]>;
  /** What these records say, to prepare them again. */
  readonly contents: (ids: readonly string[]) => Promise<readonly Exchange[]>;
  /** Records that are there and not prepared by `version`, the next `most` by id after `after`. */
  readonly stale: (version: string, after: string | null, most: number) => Promise<readonly Exchange[]>;
  /** Keeps a newer preparation, unless the record has changed since. */
  readonly keep: (tx: Tx, id: string, revision: number, index: Packed) => Promise<void>;
};
