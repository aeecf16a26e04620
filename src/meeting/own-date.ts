/** What speaks against a date that the coordinator chose freely. Warnings: none of them forbids it. Pure. */
import { type CalendarDate, type DateRange, daysBetween, WEEKDAYS, weekdayOf } from "../calendar/dates.ts";
import { type Holiday, holidayOn } from "../calendar/holidays.ts";
import { isBeyondTable, isSchoolHoliday } from "../calendar/school-holidays.ts";

/** Days between today and a meeting to which everybody is invited in time. */
const INVITATION = 14;

export type DateWarning =
  | { readonly warning: "weekend" | "schoolHolidays" | "unknownSchoolHolidays" | "blocked" | "shortNotice" }
  | { readonly warning: "holiday"; readonly holiday: Holiday };

export type OwnDate = {
  readonly date: CalendarDate;
  readonly today: CalendarDate;
  readonly schoolHolidays: readonly DateRange[];
  readonly blocked: readonly CalendarDate[];
};

/** All that speaks against a date; empty when nothing does. */
export function warningsFor({ date, today, schoolHolidays, blocked }: OwnDate): readonly DateWarning[] {
  const holiday = holidayOn(date);
  const found: readonly (DateWarning | false)[] = [
    weekdayOf(date) > WEEKDAYS.friday && { warning: "weekend" },
    holiday !== null && { warning: "holiday", holiday },
    isSchoolHoliday(date, schoolHolidays) && { warning: "schoolHolidays" },
    isBeyondTable(date, schoolHolidays) && { warning: "unknownSchoolHolidays" },
    blocked.includes(date) && { warning: "blocked" },
    daysBetween(today, date) < INVITATION && { warning: "shortNotice" },
  ];
  return found.filter((one) => one !== false);
}
