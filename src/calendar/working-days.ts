/** Working days in Baden-Württemberg: Monday to Friday without public holidays. School holidays do not count. */
import { addDays, type CalendarDate, WEEKDAYS, weekdayOf } from "./dates.ts";
import { holidayOn } from "./holidays.ts";

export const isWorkingDay = (date: CalendarDate): boolean =>
  weekdayOf(date) <= WEEKDAYS.friday && holidayOn(date) === null;

function firstFrom(date: CalendarDate, step: 1 | -1): CalendarDate {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, step);
  return day;
}

/** The date itself or the last working day before it. */
export const workingDayUpTo = (date: CalendarDate): CalendarDate => firstFrom(date, -1);

/** The date itself or the next working day after it. */
export const workingDayFrom = (date: CalendarDate): CalendarDate => firstFrom(date, 1);
