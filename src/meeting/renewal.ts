/** The declaration of intent: valid to 31 December, renewed by a year unless a party terminates it. Pure. */
import { type CalendarDate, calendarDate } from "../calendar/dates.ts";
import { workingDayFrom } from "../calendar/working-days.ts";
import { instantOn } from "../calendar/zones.ts";
import type { Instant } from "../system/clock.ts";

export type Renewal = {
  /** 1 October and 1 December, 09:00, on the next working day if the date is none. */
  readonly reminders: readonly Instant[];
  /** The turn of the year, from which the renewal counts. */
  readonly effective: Instant;
  readonly validUntil: CalendarDate;
};

/** The renewal at the end of a year. */
export function renewalAfter(year: number): Renewal {
  const reminder = (month: number): Instant =>
    instantOn(workingDayFrom(calendarDate(year, month, 1)), "09:00");
  return {
    reminders: [reminder(10), reminder(12)],
    effective: instantOn(calendarDate(year + 1, 1, 1), "00:00"),
    validUntil: calendarDate(year + 1, 12, 31),
  };
}
