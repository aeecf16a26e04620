/** What imported papers ask of the store. */
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { Paper, PaperHead } from "./paper.ts";

/** `number` is counted by the store. */
export type NewPaper = Omit<Paper, "number" | "removedAt"> & { readonly importedById: string | null };

export type OriginalsRepository = {
  /** All that were ever imported, oldest first. */
  readonly heads: (tx?: Tx) => Promise<readonly PaperHead[]>;
  /** Of these papers, with their passages in order; a removed one has none. */
  readonly papers: (ids: readonly string[]) => Promise<readonly Paper[]>;
  /** Rejects with a broken unique key when title and version are taken. */
  readonly insert: (tx: Tx, paper: NewPaper) => Promise<void>;
  /** Deletes the passages and keeps the head; false: it was removed before, or never there. */
  readonly remove: (tx: Tx, id: string, now: Instant) => Promise<boolean>;
  /** Another text after every import and removal. */
  readonly stamp: () => Promise<string>;
};
