import { describe, expect, it } from "vitest";
import { weekdayOf } from "../../src/calendar/dates.ts";
import { easterSunday } from "../../src/calendar/easter.ts";

/** Month and day as printed calendars have them. */
const PRINTED = {
  2020: "04-12",
  2021: "04-04",
  2022: "04-17",
  2023: "04-09",
  2024: "03-31",
  2025: "04-20",
  2026: "04-05",
  2027: "03-28",
  2028: "04-16",
  2029: "04-01",
  2030: "04-21",
  2031: "04-13",
  2032: "03-28",
  2033: "04-17",
  2034: "04-09",
  2035: "03-25",
  2036: "04-13",
  2037: "04-05",
  2038: "04-25",
  2039: "04-10",
  2040: "04-01",
};

/** Another way: Butcher's rule (Nature, 1876), which shares no step with the one in use. */
function butcher(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return `${year}-0${Math.floor(sum / 31)}-${String((sum % 31) + 1).padStart(2, "0")}`;
}

describe("Easter Sunday", () => {
  it.each(Object.entries(PRINTED))("of %s is %s", (year, date) => {
    expect(easterSunday(Number(year))).toBe(`${year}-${date}`);
  });

  it.each([
    ["the earliest", "1818-03-22"],
    ["the latest", "1943-04-25"],
    ["a full moon moved from 19 April", "1981-04-19"],
    ["a full moon moved from 18 April", "1954-04-18"],
    ["both moved", "2049-04-18"],
    ["both moved", "2076-04-19"],
    ["the next earliest", "2285-03-22"],
  ])("%s: %s", (_, date) => expect(easterSunday(Number(date.slice(0, 4)))).toBe(date));

  it("is a Sunday and the day of Butcher's rule in every year, far out too", () => {
    for (let year = 1583; year <= 7600; year += 1) {
      expect(easterSunday(year)).toBe(butcher(year));
      expect(weekdayOf(easterSunday(year))).toBe(7);
    }
  });
});
