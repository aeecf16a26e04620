import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, calendarDate } from "../../src/calendar/dates.ts";
import { instantOf, instantOn } from "../../src/calendar/zones.ts";
import { checkLeave, endsAt, usualLastDay, warningsOf } from "../../src/year/leave/leave.ts";

const NOON = instantOf("2026-11-10T12:00");

describe("a form that records a leave", () => {
  const check = (party: string, lastDay: string, now = NOON) =>
    checkLeave({ party, lastDay }, ["kandern", "loerrach"], ["loerrach"], now);

  it("is taken with a party in force and a day that is not over", () => {
    expect(usualLastDay(NOON)).toBe("2026-12-31");
    expect(check("kandern", "2026-12-31")).toMatchObject({ ok: true });
    expect(check("kandern", "2026-11-10")).toMatchObject({ ok: true });
  });

  it.each([
    ["", "2026-12-31", "partyMissing"],
    ["todtnau", "2026-12-31", "partyUnknown"],
    ["loerrach", "2026-12-31", "already"],
    ["kandern", "", "dayMissing"],
    ["kandern", "31.12.2026", "dayMissing"],
    ["kandern", "2026-02-30", "dayMissing"],
    ["kandern", "2026-11-09", "dayOver"],
    ["kandern", "2029-01-01", "dayTooFar"],
  ])("%j until %j is refused: %s", (party, lastDay, reason) => {
    expect(check(party, lastDay)).toEqual({ ok: false, reason });
  });

  it("never throws, whatever is typed as a day", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(typeof check("kandern", typed).ok).toBe("boolean");
      }),
    );
  });

  it("warns of a day that is not the usual one", () => {
    expect(warningsOf("2026-12-31", NOON)).toEqual([]);
    expect(warningsOf("2026-11-30", NOON)).toEqual(["notYearEnd"]);
    expect(warningsOf("2027-12-31", NOON)).toEqual(["nextYear"]);
  });

  it("takes effect at midnight in Berlin after the last day, in both nights of the clock change too", () => {
    expect(new Date(endsAt({ lastDay: "2026-12-31" })).toISOString()).toBe("2026-12-31T23:00:00.000Z");
    expect(new Date(endsAt({ lastDay: "2026-03-28" })).toISOString()).toBe("2026-03-28T23:00:00.000Z");
    expect(new Date(endsAt({ lastDay: "2026-03-29" })).toISOString()).toBe("2026-03-29T22:00:00.000Z");
    expect(new Date(endsAt({ lastDay: "2026-10-25" })).toISOString()).toBe("2026-10-25T23:00:00.000Z");
    expect(endsAt({ lastDay: calendarDate(2028, 2, 29) })).toBe(instantOn(addDays("2028-02-29", 1), "00:00"));
  });
});
