import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, datesOf, daysBetween, weekdayOf } from "../../src/calendar/dates.ts";
import { holidayOn } from "../../src/calendar/holidays.ts";
import { isWorkingDay, workingDayFrom, workingDayUpTo } from "../../src/calendar/working-days.ts";

const year = (number: number) => datesOf({ from: `${number}-01-01`, to: `${number}-12-31` });

describe("public holidays in Baden-Württemberg", () => {
  it("of 2026", () => {
    const found = year(2026).flatMap((date) => (holidayOn(date) ? [[date, holidayOn(date)]] : []));
    expect(found).toEqual([
      ["2026-01-01", "newYear"],
      ["2026-01-06", "epiphany"],
      ["2026-04-03", "goodFriday"],
      ["2026-04-06", "easterMonday"],
      ["2026-05-01", "labourDay"],
      ["2026-05-14", "ascension"],
      ["2026-05-25", "whitMonday"],
      ["2026-06-04", "corpusChristi"],
      ["2026-10-03", "germanUnity"],
      ["2026-11-01", "allSaints"],
      ["2026-12-25", "christmas"],
      ["2026-12-26", "secondChristmas"],
    ]);
  });

  it("move with Easter in a leap year", () => {
    const dates = ["2028-04-14", "2028-04-17", "2028-05-25", "2028-06-05", "2028-06-15"];
    expect(dates.map(holidayOn)).toEqual([
      "goodFriday",
      "easterMonday",
      "ascension",
      "whitMonday",
      "corpusChristi",
    ]);
  });

  it.each(["2026-12-24", "2026-12-31", "2026-10-30", "2026-04-02", "2027-02-08", "2027-03-08", "2026-11-18"])(
    "%s is a working day here, whatever it is elsewhere",
    (date) => expect(isWorkingDay(date)).toBe(true),
  );

  it("two on one date are one holiday", () => expect(holidayOn("2008-05-01")).not.toBeNull());
});

describe("working days", () => {
  it.each([
    ["2026-06-04", "2026-06-03", "2026-06-05", "Fronleichnam"],
    ["2026-04-05", "2026-04-02", "2026-04-07", "Easter: four days at once"],
    ["2027-01-01", "2026-12-31", "2027-01-04", "over the end of the year, to a Monday"],
    ["2026-12-27", "2026-12-24", "2026-12-28", "back over Christmas"],
    ["2028-12-25", "2028-12-22", "2028-12-27", "Christmas on Monday and Tuesday"],
    ["2026-06-05", "2026-06-05", "2026-06-05", "a Friday between a holiday and Saturday stays"],
  ])("%s: back to %s, forward to %s (%s)", (date, back, forward) => {
    expect(workingDayUpTo(date)).toBe(back);
    expect(workingDayFrom(date)).toBe(forward);
  });

  it("shifting lands on a working day, never on the wrong side, and skips none", () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("2000-01-01", days));
    fc.assert(
      fc.property(day, (date) => {
        const back = workingDayUpTo(date);
        const forward = workingDayFrom(date);
        for (const found of [back, forward]) {
          expect(isWorkingDay(found)).toBe(true);
          expect(weekdayOf(found)).toBeLessThanOrEqual(5);
          expect(holidayOn(found)).toBeNull();
          expect(workingDayUpTo(found)).toBe(found);
          expect(Math.abs(daysBetween(date, found))).toBeLessThanOrEqual(5);
        }
        expect(back <= date && date <= forward).toBe(true);
        const between = datesOf({ from: addDays(back, 1), to: addDays(forward, -1) });
        expect(between.filter((one) => one !== date && isWorkingDay(one))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("a year has as many as an office's calendar says", () => {
    const count = (number: number) => year(number).filter(isWorkingDay).length;
    // 261 weekdays less 9 holidays on them, 261 less 8, and in the leap year 260 less 11.
    expect([count(2026), count(2027), count(2028)]).toEqual([252, 253, 249]);
  });
});
