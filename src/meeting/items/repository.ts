/** What is kept of agendas. Port; see repository.prisma.ts. */
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { AgendaDate, AgendaItem } from "./item.ts";

export type ItemRepository = {
  /** Null for one that was withdrawn. */
  readonly byId: (id: string, tx?: Tx) => Promise<AgendaItem | null>;
  readonly date: (id: string, tx?: Tx) => Promise<AgendaDate | null>;
  /** The first date that stands and has not begun. */
  readonly nextDate: (now: Instant, tx?: Tx) => Promise<AgendaDate | null>;
  /** Items of a date that stand, in their order. */
  readonly onDate: (meetingId: string, tx?: Tx) => Promise<readonly AgendaItem[]>;
  /** Items without a date, and those of cancelled dates, oldest first. */
  readonly waiting: (tx?: Tx) => Promise<readonly AgendaItem[]>;
  /** How many items stand on each of these dates; none where there is none. */
  readonly counts: (meetingIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Numbers of the open questions that stand on an agenda or wait for one. */
  readonly questions: () => Promise<ReadonlySet<string>>;

  /** Puts an item behind those of its date. */
  readonly add: (tx: Tx, item: AgendaItem) => Promise<void>;
  /** Gives these items this date and these places, in the order in which they are named. */
  readonly arrange: (tx: Tx, meetingId: string, ids: readonly string[]) => Promise<void>;
  readonly allot: (tx: Tx, id: string, minutes: number | null) => Promise<void>;
  readonly withdraw: (tx: Tx, id: string, now: Instant) => Promise<void>;
};
