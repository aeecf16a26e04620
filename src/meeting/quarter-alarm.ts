/** Three checks whether a Forum is planned for a quarter. Pure. */
import { addDays, type CalendarDate, isWithin } from "../calendar/dates.ts";
import { firstOfMonth, type Quarter, rangeOf } from "../calendar/quarters.ts";
import { workingDayFrom } from "../calendar/working-days.ts";
import { instantOn } from "../calendar/zones.ts";
import type { Instant } from "../system/clock.ts";

/** `info` and `alarm` go to the coordinator, `escalation` to coordinator and chair. */
export const CHECKS = ["info", "alarm", "escalation"] as const;
export type Check = (typeof CHECKS)[number];

export type KnownMeeting = {
  readonly date: CalendarDate;
  /** When it was entered. */
  readonly at: Instant;
  readonly cancelledAt: Instant | null;
};

const nominalDate = (quarter: Quarter): Readonly<Record<Check, CalendarDate>> => ({
  info: addDays(firstOfMonth(quarter, 1), -28),
  alarm: addDays(firstOfMonth(quarter, 1), 14),
  escalation: firstOfMonth(quarter, 3),
});

/** When each check takes place: 09:00, on the next working day if the date is none. */
export function checkInstants(quarter: Quarter): Readonly<Record<Check, Instant>> {
  const dates = nominalDate(quarter);
  const at = (check: Check): Instant => instantOn(workingDayFrom(dates[check]), "09:00");
  return { info: at("info"), alarm: at("alarm"), escalation: at("escalation") };
}

/** Whether a meeting was known at an instant as one of the quarter. One already held counts. */
const counts = (meeting: KnownMeeting, quarter: Quarter, at: Instant): boolean =>
  isWithin(meeting.date, rangeOf(quarter)) &&
  meeting.at <= at &&
  (meeting.cancelledAt === null || meeting.cancelledAt > at);

/** The instants of the checks that find no Forum; null for a check that finds one. */
export function quarterAlarms(
  quarter: Quarter,
  meetings: readonly KnownMeeting[],
): Readonly<Record<Check, Instant | null>> {
  const instants = checkInstants(quarter);
  const missing = (check: Check): Instant | null =>
    meetings.some((meeting) => counts(meeting, quarter, instants[check])) ? null : instants[check];
  return { info: missing("info"), alarm: missing("alarm"), escalation: missing("escalation") };
}
