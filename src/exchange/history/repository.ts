/** Port of what was: earlier versions of records, and deleted ones. */
import type { Instant } from "../../system/clock.ts";
import type { Exchange } from "../exchange.ts";
import type { Earlier } from "./versions.ts";

/** A deleted record; `objected`: because its author did not want it. */
export type Deleted = {
  readonly exchange: Exchange;
  readonly deletedAt: Instant;
  readonly deletedBy: { readonly id: string; readonly name: string } | null;
  readonly objected: boolean;
};

/** Whose deleted records: recorded or written by this member, or everybody's. */
export type Whose = "all" | { readonly memberId: string; readonly authorKey: string };

export type HistoryRepository = {
  /** How many earlier versions there are. */
  readonly count: (id: string) => Promise<number>;
  /** Earlier versions from the newest but `skip` on, at most `take`. */
  readonly earlier: (id: string, skip: number, take: number) => Promise<readonly Earlier[]>;
  /** One earlier version. */
  readonly version: (id: string, revision: number) => Promise<Earlier | null>;
  /** Records deleted at or after this instant, the last deleted first; at most `most`. */
  readonly deleted: (whose: Whose, since: Instant, most: number) => Promise<readonly Deleted[]>;
  /** Removes for good what was deleted before this instant, with all that hangs on it. Says how many that were. */
  readonly purge: (before: Instant) => Promise<number>;
};
