/** How long a chair is in office, and when the bot says that it ends. Pure. */

import type { Instant } from "../system/clock.ts";
import { addDays, type CalendarDate, oneYearAfter } from "./dates.ts";
import { workingDayFrom, workingDayUpTo } from "./working-days.ts";
import { instantOn } from "./zones.ts";

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

/** When the end of a term is told before: 09:00 on the working day up to 8, 4 and 2 weeks before its last day. */
export const termReminders = (lastDay: CalendarDate): readonly Instant[] =>
  REMINDERS.map((days) => instantOn(workingDayUpTo(addDays(lastDay, -days)), "09:00"));

/** The term that begins with the acceptance on a date: one year (§§ 187 (1), 188 (2), (3) BGB). */
export function chairTerm(accepted: CalendarDate): ChairTerm {
  const lastDay = oneYearAfter(accepted);
  const dayAfter = addDays(lastDay, 1);
  return {
    lastDay,
    ends: instantOn(dayAfter, "00:00"),
    reminders: termReminders(lastDay),
    expiredAlert: instantOn(workingDayFrom(dayAfter), "09:00"),
  };
}
