/** How long a chair is in office, and when the bot says that it ends. Pure. */
import { addDays, type CalendarDate, oneYearAfter } from "../calendar/dates.ts";
import { workingDayFrom, workingDayUpTo } from "../calendar/working-days.ts";
import { instantOn } from "../calendar/zones.ts";
import type { Instant } from "../system/clock.ts";

/** Days before the last day. */
const REMINDERS = [56, 28, 14] as const;

export type ChairTerm = {
  readonly lastDay: CalendarDate;
  /** End of the last day: 00:00 of the day after. */
  readonly ends: Instant;
  readonly reminders: readonly Instant[];
  /** The first working day without a chair, 09:00. */
  readonly expiredAlert: Instant;
};

/** The term that begins with the acceptance on a date: one year (§§ 187 (1), 188 (2), (3) BGB). */
export function chairTerm(accepted: CalendarDate): ChairTerm {
  const lastDay = oneYearAfter(accepted);
  const dayAfter = addDays(lastDay, 1);
  return {
    lastDay,
    ends: instantOn(dayAfter, "00:00"),
    reminders: REMINDERS.map((days) => instantOn(workingDayUpTo(addDays(lastDay, -days)), "09:00")),
    expiredAlert: instantOn(workingDayFrom(dayAfter), "09:00"),
  };
}
