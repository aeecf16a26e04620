/** Quarters of the calendar year. */
import { type CalendarDate, calendarDate, type DateRange, lastOfMonth } from "./dates.ts";

export type Quarter = { readonly year: number; readonly quarter: 1 | 2 | 3 | 4 };

/** First day of the first, second or third month of a quarter. */
export const firstOfMonth = ({ year, quarter }: Quarter, month: 1 | 2 | 3): CalendarDate =>
  calendarDate(year, (quarter - 1) * 3 + month, 1);

/** First to last day of a quarter. */
export const rangeOf = (quarter: Quarter): DateRange => ({
  from: firstOfMonth(quarter, 1),
  to: lastOfMonth(firstOfMonth(quarter, 3)),
});
