/** Port of the store of records. Writes take the transaction they belong to. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { Content, Exchange } from "./exchange.ts";
import type { Posting, Tokens } from "./find.ts";

type NewExchange = Content & {
  readonly id: string;
  readonly organisation: string;
  readonly groupId: string | null;
  readonly recordedById: string;
  readonly recordedAt: Instant;
};

/** A change made from `revision` by a member. */
export type Change = {
  readonly id: string;
  readonly revision: number;
  readonly by: string;
  readonly at: Instant;
};

export type ExchangeRepository = {
  /** Also a deleted one; null when there never was one. */
  readonly byId: (id: string, tx?: Tx) => Promise<Exchange | null>;
  /** Those that are not deleted, in any order. */
  readonly byIds: (ids: readonly string[]) => Promise<readonly Exchange[]>;
  /** The last recorded ones that are not deleted, newest first. */
  readonly newest: (most: number) => Promise<readonly Exchange[]>;

  readonly insert: (tx: Tx, exchange: NewExchange, tokens: Tokens) => Promise<void>;
  /** Stores what is replaced as a revision. False, and nothing is written, if it is deleted or another revision by now. */
  readonly replace: (tx: Tx, change: Change, content: Content, tokens: Tokens) => Promise<boolean>;
  /** Soft delete; the tokens go. False as above. */
  readonly remove: (tx: Tx, change: Change) => Promise<boolean>;
  /** Takes a soft delete back. False, and nothing is written, unless it is deleted at this revision. */
  readonly restore: (tx: Tx, change: Change, tokens: Tokens) => Promise<boolean>;

  /** In how many records each of the tokens stands; a missing one in none. */
  readonly frequencies: (tokens: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Where the tokens stand. */
  readonly postings: (tokens: readonly string[]) => Promise<readonly Posting[]>;
  /** Every token that stands in a record. */
  readonly vocabulary: () => Promise<readonly string[]>;
  /** How many records there are, and a mark that is another one after every change. */
  readonly state: () => Promise<{ readonly count: number; readonly mark: string }>;
};
