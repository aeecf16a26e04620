/** Dates that the bot proposes for the Forum of a quarter. Pure. */
import {
  addDays,
  type CalendarDate,
  type DateRange,
  datesOf,
  daysBetween,
  nextWeekday,
  WEEKDAYS,
  weekdayOf,
} from "../calendar/dates.ts";
import { firstOfMonth, type Quarter, rangeOf } from "../calendar/quarters.ts";
import { isSchoolHoliday } from "../calendar/school-holidays.ts";
import { isWorkingDay } from "../calendar/working-days.ts";

/** Days. */
export const LEAST_NOTICE = 21;
const LEAST_APART = 7;
const MOST = 3;

export type ProposalInput = {
  readonly quarter: Quarter;
  readonly today: CalendarDate;
  readonly schoolHolidays: readonly DateRange[];
  /** Dates on which the people of the Forum are elsewhere, and movable days without school. */
  readonly blocked: readonly CalendarDate[];
};

const distance = (a: CalendarDate, b: CalendarDate): number => Math.abs(daysBetween(a, b));

/** The third Wednesday of the middle month. */
export const anchorOf = (quarter: Quarter): CalendarDate =>
  addDays(nextWeekday(firstOfMonth(quarter, 2), WEEKDAYS.wednesday), 14);

const isMidweek = (date: CalendarDate): boolean =>
  weekdayOf(date) >= WEEKDAYS.tuesday && weekdayOf(date) <= WEEKDAYS.thursday;

/** Why a day from Tuesday to Thursday is not proposed. */
export const OBSTACLES = ["tooSoon", "holiday", "schoolHolidays", "blocked"] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** The first thing that stands against a day; null when nothing does. */
function obstacleOf(date: CalendarDate, { today, schoolHolidays, blocked }: ProposalInput): Obstacle | null {
  if (daysBetween(today, date) < LEAST_NOTICE) return "tooSoon";
  if (!isWorkingDay(date)) return "holiday";
  if (isSchoolHoliday(date, schoolHolidays)) return "schoolHolidays";
  return blocked.includes(date) ? "blocked" : null;
}

const isPossible = (date: CalendarDate, input: ProposalInput): boolean =>
  isMidweek(date) && obstacleOf(date, input) === null;

export type Weighed = {
  /** Days from Tuesday to Thursday in the quarter. */
  readonly days: number;
  /** How many of them fall out, each for the first reason there is. */
  readonly out: Readonly<Record<Obstacle, number>>;
};

/** Why a quarter has few proposals or none. */
export function weigh(input: ProposalInput): Weighed {
  const days = datesOf(rangeOf(input.quarter)).filter(isMidweek);
  const found = days.map((date) => obstacleOf(date, input));
  const count = (wanted: Obstacle): number => found.filter((one) => one === wanted).length;
  const [tooSoon, holiday] = [count("tooSoon"), count("holiday")];
  const out = { tooSoon, holiday, schoolHolidays: count("schoolHolidays"), blocked: count("blocked") };
  return { days: days.length, out };
}

/**
 * Up to three dates, the one nearest to the anchor first and the earlier one when two are as near; at least a
 * week apart, and with three weeks' notice.
 */
export function proposeDates(input: ProposalInput): readonly CalendarDate[] {
  const anchor = anchorOf(input.quarter);
  const taken: CalendarDate[] = [];
  const nearestFirst = datesOf(rangeOf(input.quarter))
    .filter((date) => isPossible(date, input))
    // The sort is stable and the dates ascend: the earlier one stays before the later one.
    .sort((a, b) => distance(a, anchor) - distance(b, anchor));
  for (const date of nearestFirst) {
    if (taken.length < MOST && taken.every((other) => distance(date, other) >= LEAST_APART)) taken.push(date);
  }
  return taken;
}
