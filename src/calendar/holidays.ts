/** Public holidays in Baden-Württemberg (§ 1 Feiertagsgesetz). 24 and 31 December are none. */
import { type CalendarDate, daysBetween, yearOf } from "./dates.ts";
import { easterSunday } from "./easter.ts";

/** By month and day. */
const FIXED = {
  "01-01": "newYear",
  "01-06": "epiphany",
  "05-01": "labourDay",
  "10-03": "germanUnity",
  "11-01": "allSaints",
  "12-25": "christmas",
  "12-26": "secondChristmas",
} as const;

/** By days after Easter Sunday. */
const MOVABLE = {
  [-2]: "goodFriday",
  1: "easterMonday",
  39: "ascension",
  50: "whitMonday",
  60: "corpusChristi",
} as const;

export type Holiday = (typeof FIXED)[keyof typeof FIXED] | (typeof MOVABLE)[keyof typeof MOVABLE];

const fixed: Readonly<Record<string, Holiday>> = FIXED;
const movable: Readonly<Record<number, Holiday>> = MOVABLE;

/** The public holiday on a date, null when there is none. */
export function holidayOn(date: CalendarDate): Holiday | null {
  const afterEaster = daysBetween(easterSunday(yearOf(date)), date);
  return fixed[date.slice(-5)] ?? movable[afterEaster] ?? null;
}
