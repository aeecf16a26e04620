/** Port of the store for many records at once. */
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { Content } from "../exchange.ts";
import type { NewExchange, Packed, Placing } from "../repository.ts";

/** A record that a file names, as it is stored. */
export type Known = Placing & {
  readonly id: string;
  readonly revision: number;
  readonly deleted: boolean;
  readonly content: Content;
  readonly recordedAt: Instant;
};

export type Made = { readonly exchange: NewExchange; readonly index: Packed };
export type Altered = {
  readonly before: Known;
  readonly after: Placing & { readonly content: Content; readonly recordedAt: Instant };
  readonly index: Packed;
};

export type ImportStore = {
  /** By the names of a file. The name of a record that was not imported is its id: it is exported under that. */
  readonly known: (names: readonly string[], tx?: Tx) => Promise<ReadonlyMap<string, Known>>;
  readonly make: (tx: Tx, made: readonly Made[]) => Promise<void>;
  /** What is replaced is kept as revisions. False: one of them is another revision by now; roll back. */
  readonly alter: (tx: Tx, altered: readonly Altered[], by: string, at: Instant) => Promise<boolean>;
  /** Makes the member in whose name files are imported, unless there is one. */
  readonly importer: (tx: Tx, now: Instant) => Promise<void>;
};

/**
 * Stands where a person is asked for: who recorded what a file brought. It belongs to no organisation of the Forum,
 * so it has no seat, no vote and no chat. Nothing is ever sent to it.
 */
export const IMPORTER = "import";
