/** What is kept of school holidays and blocked days. Port; see repository.prisma.ts. */
import type { CalendarDate } from "../../calendar/dates.ts";
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { BlockedDay, CalendarFacts, SchoolHoliday } from "./holidays.ts";

export type HolidayRepository = {
  /** All there is; the table of the project while the coordinator has changed nothing. */
  readonly facts: (tx?: Tx) => Promise<CalendarFacts>;
  /** Keeps an entry; the first change keeps the whole table of the project with it. */
  readonly add: (tx: Tx, entry: SchoolHoliday) => Promise<void>;
  /** The last entry stays: an empty table would bring back that of the project. */
  readonly remove: (tx: Tx, id: string) => Promise<"removed" | "gone" | "last">;
  /** Keeps that a school year was confirmed; the first confirmation stays. */
  readonly confirm: (tx: Tx, year: number, by: string | null, now: Instant) => Promise<void>;
  /** Keeps blocked days; one that is blocked already takes the new reason. */
  readonly block: (tx: Tx, days: readonly BlockedDay[], now: Instant) => Promise<void>;
  /** How many of these days were blocked. */
  readonly unblock: (tx: Tx, days: readonly CalendarDate[]) => Promise<number>;
};
