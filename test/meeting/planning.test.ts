import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chairTerm } from "../../src/calendar/chair-term.ts";
import { addDays, daysBetween, isWithin, weekdayOf } from "../../src/calendar/dates.ts";
import { type Quarter, rangeOf } from "../../src/calendar/quarters.ts";
import { isSchoolHoliday, KNOWN_SCHOOL_HOLIDAYS } from "../../src/calendar/school-holidays.ts";
import { isWorkingDay } from "../../src/calendar/working-days.ts";
import { berlinDate, wallClockAt } from "../../src/calendar/zones.ts";
import { type CalendarFacts, SHIPPED_HOLIDAYS } from "../../src/meeting/holidays/holidays.ts";
import { warningsFor } from "../../src/meeting/own-date.ts";
import { proposeDates } from "../../src/meeting/proposals.ts";
import { CHECKS, checkInstants, quarterAlarms } from "../../src/meeting/quarter-alarm.ts";
import { renewalAfter } from "../../src/meeting/renewal.ts";

const quarter: fc.Arbitrary<Quarter> = fc.record({
  year: fc.integer({ min: 2024, max: 2045 }),
  quarter: fc.constantFrom(1, 2, 3, 4),
});

describe("proposed dates", () => {
  it("keep every condition, at most three, a week apart", () => {
    fc.assert(
      fc.property(
        quarter,
        fc.integer({ min: -100, max: 100 }),
        fc.nat({ max: 90 }),
        (given, days, length) => {
          const { from } = rangeOf(given);
          const holidays = [{ from: addDays(from, 20), to: addDays(from, 20 + length) }];
          const today = addDays(from, days);
          const found = proposeDates({ quarter: given, today, schoolHolidays: holidays, blocked: [] });
          expect(found.length).toBeLessThanOrEqual(3);
          for (const date of found) {
            expect(isWithin(date, rangeOf(given))).toBe(true);
            expect([2, 3, 4]).toContain(weekdayOf(date));
            expect(isWorkingDay(date)).toBe(true);
            expect(isSchoolHoliday(date, holidays)).toBe(false);
            expect(daysBetween(today, date)).toBeGreaterThanOrEqual(21);
            const others = found.filter((one) => one !== date);
            expect(others.every((one) => Math.abs(daysBetween(one, date)) >= 7)).toBe(true);
          }
          expect(new Set(found).size).toBe(found.length);
        },
      ),
    );
  });

  it("are there for every quarter that the table of school holidays covers, and outside its holidays", () => {
    for (const year of [2026, 2027, 2028, 2029]) {
      for (const number of [1, 2, 3, 4] as const) {
        const given = { year, quarter: number };
        const today = addDays(rangeOf(given).from, -60);
        const found = proposeDates({
          quarter: given,
          today,
          schoolHolidays: KNOWN_SCHOOL_HOLIDAYS,
          blocked: [],
        });
        expect(found).toHaveLength(3);
        expect(found.some((date) => isSchoolHoliday(date, KNOWN_SCHOOL_HOLIDAYS))).toBe(false);
      }
    }
  });
});

describe("a date of one's own", () => {
  const today = "2026-05-01";
  const calendar: CalendarFacts = {
    holidays: SHIPPED_HOLIDAYS,
    confirmed: [2025, 2026, 2027],
    blocked: [{ day: "2026-06-10", why: "Kreistag" }],
  };
  const warned = (date: string) => warningsFor({ date, today, calendar });

  it.each([
    ["2026-06-17", []],
    ["2026-06-06", ["weekend"]],
    ["2026-06-10", ["blocked"]],
    ["2026-05-14", ["holiday", "shortNotice"]],
    ["2026-05-15", []],
    ["2026-05-27", ["schoolHolidays"]],
    ["2031-01-06", ["holiday", "unknownSchoolHolidays"]],
    ["2026-04-30", ["shortNotice"]],
    ["2026-10-03", ["weekend", "holiday"]],
    ["2028-08-01", ["schoolHolidays", "schoolYearOpen"]],
    ["2028-07-26", []],
    ["2029-01-17", ["schoolYearOpen"]],
    ["2026-12-24", ["schoolHolidays"]],
  ])("%s: %j", (date, expected) => {
    expect(warned(date).map(({ warning }) => warning)).toEqual(expected);
  });

  it("a proposed one is never warned of", () => {
    const quarterOf2027 = { year: 2027, quarter: 2 } as const;
    const schoolHolidays = calendar.holidays;
    const found = proposeDates({ today, schoolHolidays, blocked: ["2026-06-10"], quarter: quarterOf2027 });
    expect(found.flatMap((date) => warned(date))).toEqual([]);
    expect(found).toHaveLength(3);
  });

  it("on a blocked day says what is there", () => {
    expect(warned("2026-06-10")).toEqual([{ warning: "blocked", why: "Kreistag" }]);
  });

  it("says which holiday it is", () => {
    expect(warned("2026-06-04")).toContainEqual({ warning: "holiday", holiday: "corpusChristi" });
  });
});

describe("messages of the year", () => {
  it("leave at 09:00 on a working day, in every quarter and year", () => {
    fc.assert(
      fc.property(quarter, fc.nat({ max: 366 }), (given, day) => {
        const { reminders, expiredAlert } = chairTerm(addDays(`${given.year}-01-01`, day));
        const checks = Object.values(checkInstants(given));
        for (const at of [...reminders, expiredAlert, ...checks, ...renewalAfter(given.year).reminders]) {
          expect(wallClockAt(at)).toMatch(/T09:00$/);
          expect(isWorkingDay(berlinDate(at))).toBe(true);
        }
      }),
    );
  });

  it("a term ends at midnight after its last day, its alert comes after that and its reminders before", () => {
    fc.assert(
      fc.property(fc.nat({ max: 9000 }), (days) => {
        const { lastDay, ends, reminders, expiredAlert } = chairTerm(addDays("2024-01-01", days));
        expect(wallClockAt(ends)).toBe(`${addDays(lastDay, 1)}T00:00`);
        expect(expiredAlert).toBeGreaterThan(ends);
        expect([...reminders].sort((a, b) => a - b)).toEqual(reminders);
        expect(reminders.every((at) => at < ends)).toBe(true);
      }),
    );
  });

  it("a Forum entered long before silences every check, one cancelled long before none", () => {
    fc.assert(
      fc.property(quarter, (given) => {
        const meeting = { date: rangeOf(given).to, at: 0, cancelledAt: null };
        expect(quarterAlarms(given, [meeting])).toEqual({ info: null, alarm: null, escalation: null });
        expect(quarterAlarms(given, [{ ...meeting, cancelledAt: 1 }])).toEqual(checkInstants(given));
        expect(CHECKS.map((check) => checkInstants(given)[check])).toEqual(
          CHECKS.map((check) => checkInstants(given)[check]).sort((a, b) => a - b),
        );
      }),
    );
  });
});
