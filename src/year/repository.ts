/** What the yearly round keeps, and what it asks of the store. Port; see repository.prisma.ts. */
import type { CalendarDate, DateRange } from "../calendar/dates.ts";
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { CancelledDate, LastTerm } from "./notes.ts";

export type Term = LastTerm & {
  /** Name on the ballot paper. */
  readonly name: string;
};

export type YearRepository = {
  /** Since when the yearly round runs; null before its first run. */
  readonly begun: (tx?: Tx) => Promise<Instant | null>;
  readonly begin: (tx: Tx, now: Instant) => Promise<void>;
  /** Those of these keys that need no more thought. */
  readonly settled: (keys: readonly string[], tx?: Tx) => Promise<ReadonlySet<string>>;
  /** When a note was told; null for one that was not, or is still open. */
  readonly toldAt: (key: string) => Promise<Instant | null>;
  /** Once for ever. */
  readonly settle: (tx: Tx, key: string, sent: boolean, now: Instant) => Promise<void>;

  /** Whether a date that is not cancelled lies in a range. One already held counts. */
  readonly hasForum: (range: DateRange, tx?: Tx) => Promise<boolean>;
  /** The date of a range that was cancelled last; null while none was. */
  readonly lastCancelled: (range: DateRange) => Promise<CancelledDate | null>;
  /** The newest term of the chair; null when nobody ever took it. */
  readonly lastTerm: (tx?: Tx) => Promise<Term | null>;
  /** Whether on a date nobody is in the chair or will be, and no election for it runs. */
  readonly chairIsMissing: (today: CalendarDate, tx?: Tx) => Promise<boolean>;
};
