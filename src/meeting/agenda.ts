/** The quarter of a date, and the one after a quarter. Pure. */
import { type CalendarDate, isWithin, yearOf } from "../calendar/dates.ts";
import { type Quarter, rangeOf } from "../calendar/quarters.ts";

const QUARTERS = [1, 2, 3, 4] as const;

export function quarterOf(date: CalendarDate): Quarter {
  const year = yearOf(date);
  const quarter = QUARTERS.find((one) => isWithin(date, rangeOf({ year, quarter: one }))) ?? 4;
  return { year, quarter };
}

export function quarterAfter({ year, quarter }: Quarter): Quarter {
  const next = QUARTERS.find((one) => one === quarter + 1);
  return next === undefined ? { year: year + 1, quarter: 1 } : { year, quarter: next };
}
