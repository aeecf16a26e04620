/**
 * School holidays in Baden-Württemberg as far as they are known. The table is a proposal: the coordinator
 * confirms it each year and adds the movable days, which every municipality sets itself.
 */
import { type CalendarDate, type DateRange, isWithin } from "./dates.ts";

const range = (from: CalendarDate, to: CalendarDate = from): DateRange => ({ from, to });

/** First and last day, in order of time. Source: schule-verstehen.de; from autumn 2028 on by that source alone. */
export const KNOWN_SCHOOL_HOLIDAYS: readonly DateRange[] = [
  range("2025-10-27", "2025-10-31"),
  range("2025-12-22", "2026-01-05"),
  range("2026-03-30", "2026-04-11"),
  range("2026-05-26", "2026-06-05"),
  range("2026-07-30", "2026-09-12"),
  range("2026-10-26", "2026-10-31"),
  range("2026-12-23", "2027-01-09"),
  range("2027-03-25"),
  range("2027-03-30", "2027-04-03"),
  range("2027-05-18", "2027-05-29"),
  range("2027-07-29", "2027-09-11"),
  range("2027-11-02", "2027-11-06"),
  range("2027-12-23", "2028-01-08"),
  range("2028-04-13"),
  range("2028-04-18", "2028-04-22"),
  range("2028-06-06", "2028-06-17"),
  range("2028-07-27", "2028-09-09"),
  range("2028-10-30", "2028-11-03"),
  range("2028-12-23", "2029-01-05"),
  range("2029-03-26", "2029-04-07"),
  range("2029-05-22", "2029-06-01"),
  range("2029-07-26", "2029-09-08"),
  range("2029-10-29", "2029-11-02"),
  range("2029-12-22", "2030-01-05"),
  range("2030-04-15", "2030-04-26"),
  range("2030-06-11", "2030-06-21"),
  range("2030-07-25", "2030-09-07"),
];

export const isSchoolHoliday = (date: CalendarDate, table: readonly DateRange[]): boolean =>
  table.some((holidays) => isWithin(date, holidays));

/** Whether a date lies after the last day of the table, so that the table says nothing about it. */
export const isBeyondTable = (date: CalendarDate, table: readonly DateRange[]): boolean =>
  table.every(({ to }) => to < date);
