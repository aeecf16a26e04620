/** Counting with calendar dates. They have no zone; a day is a day, also when it has 23 or 25 hours. */
import { Temporal } from "temporal-polyfill";

/** YYYY-MM-DD. Two of them compare as texts. */
export type CalendarDate = string;

/** Both ends included. */
export type DateRange = { readonly from: CalendarDate; readonly to: CalendarDate };

/** ISO 8601: Monday is 1, Sunday is 7. */
export const WEEKDAYS = { tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6 } as const;

const plain = (date: CalendarDate) => Temporal.PlainDate.from(date);

/** The date of a year, a month from 1 and a day. Throws a RangeError when there is no such day. */
export const calendarDate = (year: number, month: number, day: number): CalendarDate =>
  Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString();

export const yearOf = (date: CalendarDate): number => plain(date).year;

/** 1 (Monday) to 7 (Sunday). */
export const weekdayOf = (date: CalendarDate): number => plain(date).dayOfWeek;

/** So many days later; earlier when negative. */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  plain(date).add({ days }).toString();

/** The same date one year later; 28 February instead of a 29th that is missing (§ 188 (3) BGB). */
export const oneYearAfter = (date: CalendarDate): CalendarDate => plain(date).add({ years: 1 }).toString();

/** The same date so many months later; the last day of the month where it has no such day (§ 188 (3) BGB). */
export const addMonths = (date: CalendarDate, months: number): CalendarDate =>
  plain(date).add({ months }).toString();

/** Days from one date to another; negative when the other is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  plain(from).until(plain(to)).days;

/** The last day of the month in which a date lies. */
export const lastOfMonth = (date: CalendarDate): CalendarDate => plain(date).with({ day: 31 }).toString();

export const isWithin = (date: CalendarDate, { from, to }: DateRange): boolean => from <= date && date <= to;

/** Every date of a range, in order; empty when it ends before it begins. */
export const datesOf = ({ from, to }: DateRange): readonly CalendarDate[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, day) => addDays(from, day));

/** The first date on or after `date` that is a `weekday` (1 to 7). */
export const nextWeekday = (date: CalendarDate, weekday: number): CalendarDate =>
  addDays(date, (weekday - weekdayOf(date) + 7) % 7);
