/** The dates that `termine` shows, and the quarters that have none. Pure. */
import { type CalendarDate, calendarDate, isWithin, yearOf } from "../calendar/dates.ts";
import { firstOfMonth, type Quarter, rangeOf } from "../calendar/quarters.ts";
import { dateOf } from "../calendar/zones.ts";
import type { Meeting } from "./meeting.ts";

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

/** First and last date that has to be known: from the start of this quarter to the end of next year. */
export const agendaRange = (today: CalendarDate) => ({
  from: firstOfMonth(quarterOf(today), 1),
  to: calendarDate(yearOf(today) + 1, 12, 31),
});

export type Agenda = {
  /** From today on, by start; cancelled ones stay until their date. */
  readonly coming: readonly Meeting[];
  /** Of this quarter and the next, those without a date. One already held counts. */
  readonly without: readonly Quarter[];
};

/** `meetings` are those within `agendaRange`. */
export function agendaOf(meetings: readonly Meeting[], today: CalendarDate): Agenda {
  const present = quarterOf(today);
  const isPlanned = (quarter: Quarter): boolean =>
    meetings.some(
      ({ startsAt, cancelledAt }) => cancelledAt === null && isWithin(dateOf(startsAt), rangeOf(quarter)),
    );
  return {
    coming: meetings
      .filter(({ startsAt }) => dateOf(startsAt) >= today)
      .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1)),
    without: [present, quarterAfter(present)].filter((quarter) => !isPlanned(quarter)),
  };
}
