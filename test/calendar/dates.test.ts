import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  calendarDate,
  datesOf,
  daysBetween,
  isWithin,
  lastOfMonth,
  nextWeekday,
  oneYearAfter,
  weekdayOf,
  yearOf,
} from "../../src/calendar/dates.ts";

describe("counting with dates", () => {
  it.each([
    ["2028-02-28", 1, "2028-02-29"],
    ["2027-02-28", 1, "2027-03-01"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2027-01-01", -1, "2026-12-31"],
    // Both nights on which the clock changes: 23 and 25 hours are one day.
    ["2026-03-28", 2, "2026-03-30"],
    ["2026-10-24", 2, "2026-10-26"],
  ])("%s and %i days is %s", (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
    expect(daysBetween(date, expected)).toBe(days);
  });

  it.each([
    ["2027-11-11", "2028-11-11"],
    ["2027-02-28", "2028-02-28"],
    ["2028-02-28", "2029-02-28"],
    ["2028-02-29", "2029-02-28"],
  ])("one year after %s is %s", (date, expected) => expect(oneYearAfter(date)).toBe(expected));

  it.each([
    ["2028-02-01", "2028-02-29"],
    ["2027-02-01", "2027-02-28"],
    ["2027-04-30", "2027-04-30"],
    ["2027-12-05", "2027-12-31"],
  ])("the month of %s ends on %s", (date, last) => expect(lastOfMonth(date)).toBe(last));

  it("a weekday is looked for from the day itself on", () => {
    expect(nextWeekday("2026-06-03", 3)).toBe("2026-06-03");
    expect(nextWeekday("2026-06-04", 3)).toBe("2026-06-10");
    expect(weekdayOf("2026-06-03")).toBe(3);
    expect(yearOf("2026-06-03")).toBe(2026);
  });

  it("a day that does not exist is a fault, not another day", () => {
    expect(() => calendarDate(2027, 2, 29)).toThrow(RangeError);
    expect(() => addDays("2027-02-29", 1)).toThrow(RangeError);
  });

  it("a range has both its ends, and none when it runs backwards", () => {
    const range = { from: "2027-02-27", to: "2027-03-01" };
    expect(datesOf(range)).toEqual(["2027-02-27", "2027-02-28", "2027-03-01"]);
    expect(datesOf(range).every((date) => isWithin(date, range))).toBe(true);
    expect(isWithin("2027-02-26", range) || isWithin("2027-03-02", range)).toBe(false);
    expect(datesOf({ from: "2027-03-01", to: "2027-02-27" })).toEqual([]);
  });

  it("days forth and back meet, and the order of dates is the order of their texts", () => {
    const day = fc.integer({ min: -20_000, max: 30_000 }).map((days) => addDays("2000-01-01", days));
    fc.assert(
      fc.property(day, fc.integer({ min: -3000, max: 3000 }), (date, days) => {
        const other = addDays(date, days);
        expect(addDays(other, -days)).toBe(date);
        expect(Math.sign(daysBetween(date, other))).toBe(other > date ? 1 : other < date ? -1 : 0);
      }),
    );
  });
});
