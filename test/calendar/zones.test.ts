import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  berlinDate,
  dateOf,
  germanDate,
  instantOf,
  instantOn,
  wallClockAt,
} from "../../src/calendar/zones.ts";

const utc = (text: string) => Date.parse(text);

describe("a clock in Berlin", () => {
  it.each([
    ["2026-01-15T09:00", "2026-01-15T08:00Z", "winter"],
    ["2026-07-15T09:00", "2026-07-15T07:00Z", "summer"],
    ["2026-01-01T00:00", "2025-12-31T23:00Z", "New Year begins in the old one"],
    ["2028-02-29T23:59", "2028-02-29T22:59Z", "leap day"],
    ["2026-03-29T01:59", "2026-03-29T00:59Z", "last minute before the gap"],
    ["2026-03-29T02:00", "2026-03-29T01:00Z", "first minute that is left out"],
    ["2026-03-29T02:30", "2026-03-29T01:30Z", "moved forward to 03:30"],
    ["2026-03-29T02:59", "2026-03-29T01:59Z", "last minute that is left out"],
    ["2026-03-29T03:00", "2026-03-29T01:00Z", "first minute after the gap"],
    ["2026-10-25T01:59", "2026-10-24T23:59Z", "last minute before the doubled hour"],
    ["2026-10-25T02:00", "2026-10-25T00:00Z", "the earlier of two"],
    ["2026-10-25T02:59", "2026-10-25T00:59Z", "the earlier of two"],
    ["2026-10-25T03:00", "2026-10-25T02:00Z", "after the doubled hour"],
    ["2031-10-26T02:30", "2031-10-26T00:30Z", "the earlier of two, years ahead"],
  ])("%s is %s (%s)", (local, expected) => expect(instantOf(local)).toBe(utc(expected)));

  it("shows the doubled hour twice and the missing one never", () => {
    expect(wallClockAt(utc("2026-10-25T00:30Z"))).toBe("2026-10-25T02:30");
    expect(wallClockAt(utc("2026-10-25T01:30Z"))).toBe("2026-10-25T02:30");
    expect(wallClockAt(utc("2026-03-29T00:59:59.999Z"))).toBe("2026-03-29T01:59");
    expect(wallClockAt(utc("2026-03-29T01:00Z"))).toBe("2026-03-29T03:00");
  });

  it.each(["2027-02-29T09:00", "2026-06-31T09:00", "2026-06-03T24:30", "morgen"])(
    "%s is no date and time",
    (text) => expect(() => instantOf(text)).toThrow(RangeError),
  );

  it("a date changes at midnight in Berlin, not in UTC", () => {
    expect(berlinDate(utc("2026-06-30T21:59:59.999Z"))).toBe("2026-06-30");
    expect(berlinDate(utc("2026-06-30T22:00Z"))).toBe("2026-07-01");
    expect(germanDate(utc("2026-12-31T23:00Z"))).toBe("01.01.2027");
    expect(dateOf("2026-06-30T23:59")).toBe("2026-06-30");
    expect(instantOn("2026-07-01", "00:00")).toBe(utc("2026-06-30T22:00Z"));
  });

  it("what it shows leads back to its instant, but in the second of the doubled hours to the first", () => {
    const minute = fc.integer({
      min: utc("2020-01-01T00:00Z") / 60_000,
      max: utc("2040-01-01T00:00Z") / 60_000,
    });
    fc.assert(
      fc.property(minute, (minutes) => {
        const instant = minutes * 60_000;
        const shown = wallClockAt(instant);
        expect(dateOf(shown)).toBe(berlinDate(instant));
        expect([instant, instant - 3_600_000]).toContain(instantOf(shown));
        if (instantOf(shown) !== instant) expect(shown).toMatch(/-10-\d\dT02:/);
      }),
    );
  });
});
