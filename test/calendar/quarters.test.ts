import { describe, expect, it } from "vitest";
import { datesOf } from "../../src/calendar/dates.ts";
import { firstOfMonth, rangeOf } from "../../src/calendar/quarters.ts";
import { quietUntil } from "../../src/calendar/quiet-hours.ts";
import { isBeyondTable, isSchoolHoliday, KNOWN_SCHOOL_HOLIDAYS } from "../../src/calendar/school-holidays.ts";
import { instantOf } from "../../src/calendar/zones.ts";

describe("quarters", () => {
  it.each([
    [1, "2028-01-01", "2028-03-31", "2028-02-01"],
    [2, "2028-04-01", "2028-06-30", "2028-05-01"],
    [3, "2028-07-01", "2028-09-30", "2028-08-01"],
    [4, "2028-10-01", "2028-12-31", "2028-11-01"],
  ] as const)("Q%i runs from %s to %s", (quarter, from, to, middle) => {
    expect(rangeOf({ year: 2028, quarter })).toEqual({ from, to });
    expect(firstOfMonth({ year: 2028, quarter }, 2)).toBe(middle);
  });

  it("the four make a year", () => {
    const days = ([1, 2, 3, 4] as const).flatMap((quarter) => datesOf(rangeOf({ year: 2027, quarter })));
    expect(days).toEqual(datesOf({ from: "2027-01-01", to: "2027-12-31" }));
  });
});

describe("quiet hours", () => {
  it.each([
    ["2026-06-18T19:59", null],
    ["2026-06-18T20:00", "2026-06-19T07:00"],
    ["2026-06-18T23:59", "2026-06-19T07:00"],
    ["2026-06-19T00:00", "2026-06-19T07:00"],
    ["2026-06-19T06:59", "2026-06-19T07:00"],
    ["2026-06-19T07:00", null],
    ["2026-12-31T22:00", "2027-01-01T07:00"],
    ["2026-03-28T23:00", "2026-03-29T07:00"],
    ["2026-10-24T23:00", "2026-10-25T07:00"],
  ])("at %s they end at %s", (now, end) =>
    expect(quietUntil(instantOf(now))).toBe(end === null ? null : instantOf(end)),
  );

  it("last to the very end of 06:59", () => {
    expect(quietUntil(instantOf("2026-06-19T07:00") - 1)).toBe(instantOf("2026-06-19T07:00"));
  });

  it("hold in both of the doubled hours", () => {
    for (const now of ["2026-10-25T00:30Z", "2026-10-25T01:30Z"]) {
      expect(quietUntil(Date.parse(now))).toBe(instantOf("2026-10-25T07:00"));
    }
  });
});

describe("the table of school holidays", () => {
  it("is in order, without overlaps", () => {
    const ends = KNOWN_SCHOOL_HOLIDAYS.flatMap(({ from, to }) => [from, to]);
    expect(ends).toEqual([...ends].sort());
    for (const [index, { from }] of KNOWN_SCHOOL_HOLIDAYS.entries()) {
      const before = KNOWN_SCHOOL_HOLIDAYS[index - 1];
      if (before) expect(before.to < from).toBe(true);
    }
  });

  it("knows summer, Christmas over the end of the year, and single days", () => {
    const holiday = (date: string) => isSchoolHoliday(date, KNOWN_SCHOOL_HOLIDAYS);
    expect(["2026-07-30", "2026-09-12", "2027-01-01", "2027-03-25", "2028-04-13"].map(holiday)).toEqual(
      Array(5).fill(true),
    );
    expect(["2026-07-29", "2026-09-14", "2027-03-24", "2027-03-26"].map(holiday)).toEqual(
      Array(4).fill(false),
    );
  });

  it("says nothing about a date after its end, an empty one about none", () => {
    expect(isBeyondTable("2030-09-07", KNOWN_SCHOOL_HOLIDAYS)).toBe(false);
    expect(isBeyondTable("2030-09-08", KNOWN_SCHOOL_HOLIDAYS)).toBe(true);
    expect(isBeyondTable("2026-01-01", [])).toBe(true);
  });
});
