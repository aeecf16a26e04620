/** Easter Sunday. */
import { addDays, type CalendarDate, calendarDate } from "./dates.ts";

/**
 * Easter Sunday of a year in the Gregorian calendar: the Sunday after the first full moon of spring, as the
 * church reckons the moon (J.-M. Oudin, 1940; U.S. Naval Observatory). Right for every year from 1583.
 */
export function easterSunday(year: number): CalendarDate {
  const century = Math.floor(year / 100);
  const leapCenturies = Math.floor(century / 4);
  const golden = year % 19;
  const moon = (century - leapCenturies - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30;
  // Never later than 18 April (28 days after 21 March), and then only in the first 11 of the moon's 19 years.
  const late = moon === 29 || (moon === 28 && golden > 10);
  const fullMoon = late ? moon - 1 : moon;
  const weekday = (year + Math.floor(year / 4) + fullMoon + 2 - century + leapCenturies) % 7;
  return addDays(calendarDate(year, 3, 28), fullMoon - weekday);
}
