/** The dates of one year as `termine` shows them, quarter by quarter. Pure. */
import { type CalendarDate, calendarDate, type DateRange, isWithin, yearOf } from "../calendar/dates.ts";
import { type Quarter, rangeOf } from "../calendar/quarters.ts";
import { berlinDate, dateOf } from "../calendar/zones.ts";
import type { Instant } from "../system/clock.ts";
import { quarterAfter, quarterOf } from "./agenda.ts";
import { hasBegun, type Meeting } from "./meeting.ts";

const QUARTERS = [1, 2, 3, 4] as const;

/** `missing`: there is still time for one. `none`: the quarter went by without. */
export type QuarterState = "held" | "planned" | "missing" | "none";

export type QuarterEntry = {
  readonly quarter: Quarter;
  readonly state: QuarterState;
  /** Its dates that stand, by start. */
  readonly dates: readonly Meeting[];
};

export type YearOverview = {
  readonly year: number;
  /** All dates of the year, cancelled ones too, by start. */
  readonly dates: readonly Meeting[];
  /** Dates after the present year; of another year none. Near its end the next date is one of these. */
  readonly later: readonly Meeting[];
  /** The four of the year, in order. */
  readonly quarters: readonly QuarterEntry[];
  /** Quarters without a date for which one can still be planned; in the last quarter also the one after it. */
  readonly gaps: readonly Quarter[];
};

/** What has to be known of a year: its dates, and those of the year after it. */
export const rangeOfYear = (year: number): DateRange => ({
  from: calendarDate(year, 1, 1),
  to: calendarDate(year + 1, 12, 31),
});

const byStart = (a: Meeting, b: Meeting): number =>
  a.startsAt === b.startsAt ? 0 : a.startsAt < b.startsAt ? -1 : 1;

const isIn = ({ startsAt }: Meeting, quarter: Quarter): boolean =>
  isWithin(dateOf(startsAt), rangeOf(quarter));

function entryOf(quarter: Quarter, meetings: readonly Meeting[], now: Instant): QuarterEntry {
  const dates = meetings.filter((one) => one.cancelledAt === null && isIn(one, quarter));
  if (dates.some((one) => !hasBegun(one, now))) return { quarter, state: "planned", dates };
  if (dates.length > 0) return { quarter, state: "held", dates };
  return { quarter, state: rangeOf(quarter).to < berlinDate(now) ? "none" : "missing", dates };
}

/** The quarter after the year counts when the year is in its last. */
function quartersToFill(year: number, today: CalendarDate): readonly Quarter[] {
  const all = QUARTERS.map((quarter) => ({ year, quarter }));
  const present = quarterOf(today);
  return present.year === year && present.quarter === 4 ? [...all, quarterAfter(present)] : all;
}

/** `meetings` are those within `rangeOfYear`. */
export function overviewOf(meetings: readonly Meeting[], year: number, now: Instant): YearOverview {
  const sorted = [...meetings].sort(byStart);
  const isOf = ({ startsAt }: Meeting): boolean => yearOf(dateOf(startsAt)) === year;
  const isPresent = yearOf(berlinDate(now)) === year;
  const entries = quartersToFill(year, berlinDate(now)).map((quarter) => entryOf(quarter, sorted, now));
  return {
    year,
    dates: sorted.filter(isOf),
    later: isPresent ? sorted.filter((one) => !isOf(one)) : [],
    quarters: entries.slice(0, QUARTERS.length),
    gaps: entries.filter(({ state }) => state === "missing").map(({ quarter }) => quarter),
  };
}
