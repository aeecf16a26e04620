/** What speaks against a date that the coordinator chose freely. Warnings: none of them forbids it. Pure. */
import { type CalendarDate, daysBetween, WEEKDAYS, weekdayOf } from "../calendar/dates.ts";
import { type Holiday, holidayOn } from "../calendar/holidays.ts";
import { isSchoolHoliday } from "../calendar/school-holidays.ts";
import { type CalendarFacts, doubtAbout, type TableDoubt } from "./holidays/holidays.ts";

/** Days between today and a meeting to which everybody is invited in time. */
const INVITATION = 14;

export type DateWarning =
  | { readonly warning: "weekend" | "schoolHolidays" | TableDoubt | "shortNotice" }
  | { readonly warning: "blocked"; readonly why: string }
  | { readonly warning: "holiday"; readonly holiday: Holiday };

export type OwnDate = {
  readonly date: CalendarDate;
  readonly today: CalendarDate;
  readonly calendar: CalendarFacts;
};

/** All that speaks against a date; empty when nothing does. */
export function warningsFor({ date, today, calendar }: OwnDate): readonly DateWarning[] {
  const holiday = holidayOn(date);
  const blocked = calendar.blocked.find(({ day }) => day === date);
  const doubt = doubtAbout(date, calendar);
  const found: readonly (DateWarning | false | null | undefined)[] = [
    weekdayOf(date) > WEEKDAYS.friday && { warning: "weekend" },
    holiday !== null && { warning: "holiday", holiday },
    isSchoolHoliday(date, calendar.holidays) && { warning: "schoolHolidays" },
    doubt && { warning: doubt },
    blocked && { warning: "blocked", why: blocked.why },
    daysBetween(today, date) < INVITATION && { warning: "shortNotice" },
  ];
  return found.filter((one) => one !== false && one !== null && one !== undefined);
}
