import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, isWithin } from "../../src/calendar/dates.ts";
import { rangeOf } from "../../src/calendar/quarters.ts";
import { quarterOf } from "../../src/meeting/agenda.ts";
import { type CalendarFacts, SHIPPED_HOLIDAYS } from "../../src/meeting/holidays/holidays.ts";
import type { Meeting } from "../../src/meeting/meeting.ts";
import { warningsFor } from "../../src/meeting/own-date.ts";
import { chooseQuarter, planQuarter, quarterKey, quartersFrom } from "../../src/meeting/plan/plan.ts";
import { planning, reasonsOf } from "../../src/meeting/plan/texts.ts";
import { NOON } from "./forum.ts";

const calendar: CalendarFacts = { holidays: SHIPPED_HOLIDAYS, confirmed: [2025, 2026], blocked: [] };
const today = fc.nat({ max: 900 }).map((days) => addDays("2026-01-01", days));
const meeting = (startsAt: string, cancelledAt: number | null = null): Meeting => ({
  ...{ id: startsAt, startsAt, minutes: 120, place: "Saal", link: null },
  ...{ sequence: 0, plannedAt: NOON, cancelledAt, changedAt: null },
});
const plansAt = (date: string) =>
  quartersFrom(date).map((quarter) => planQuarter(quarter, date, calendar, []));

const chosenAt = (date: string, meetings: readonly Meeting[] = []) =>
  chooseQuarter(quartersFrom(date), meetings, (quarter) => planQuarter(quarter, date, calendar, meetings));

describe("the quarters that can be planned", () => {
  it("follow one another from the present one on", () => {
    fc.assert(
      fc.property(today, (date) => {
        const quarters = quartersFrom(date);
        expect(isWithin(date, rangeOf(quarters[0] ?? { year: 0, quarter: 1 }))).toBe(true);
        quarters.slice(1).forEach((next, at) => {
          expect(addDays(rangeOf(quarters[at] ?? next).to, 1)).toBe(rangeOf(next).from);
        });
        expect(new Set(quarters.map(quarterKey)).size).toBe(quarters.length);
      }),
    );
  });

  it("the first without a Forum that has a date left is chosen, and the ones passed over are named", () => {
    const chosen = chosenAt("2026-03-20");
    expect(chosen).toMatchObject({ plan: { quarter: { year: 2026, quarter: 2 } } });
    expect(chosen?.passedOver).toEqual([{ year: 2026, quarter: 1 }]);
    const later = chosenAt("2026-03-20", [meeting("2026-02-11T09:00"), meeting("2026-05-20T09:00")]);
    expect(later).toMatchObject({ plan: { quarter: { year: 2026, quarter: 3 } }, passedOver: [] });
  });

  it("a cancelled date leaves its quarter open", () => {
    const chosen = chosenAt("2026-04-01", [meeting("2026-05-20T09:00", NOON)]);
    expect(chosen?.plan.quarter).toEqual({ year: 2026, quarter: 2 });
  });

  it("there is always one to show, also when every quarter has a Forum", () => {
    fc.assert(
      fc.property(today, (date) => {
        const all = quartersFrom(date).map((quarter) => meeting(`${rangeOf(quarter).to}T09:00`));
        expect(chosenAt(date, all)?.plan.planned).toHaveLength(1);
      }),
    );
  });
});

describe("a proposal", () => {
  it("has reasons, and no warning but what the table does not know", () => {
    fc.assert(
      fc.property(today, (date) => {
        for (const { proposals, quarter } of plansAt(date)) {
          for (const proposal of proposals) {
            expect(quarterOf(proposal.date)).toEqual(quarter);
            expect(reasonsOf(proposal)).toMatch(/^Mitten in der Woche\. .*Vorlauf: \d+ Tage/);
            const found = warningsFor({ date: proposal.date, today: date, calendar });
            const doubts = ["unknownSchoolHolidays", "schoolYearOpen"];
            expect(found.filter(({ warning }) => !doubts.includes(warning))).toEqual([]);
          }
        }
      }),
    );
  });

  it("that does not exist is explained: every day of the week's middle falls out for one reason", () => {
    fc.assert(
      fc.property(today, (date) => {
        for (const { proposals, weighed } of plansAt(date)) {
          const out = Object.values(weighed.out).reduce((sum, one) => sum + one, 0);
          expect(out).toBeLessThanOrEqual(weighed.days);
          if (proposals.length === 0) expect(out).toBe(weighed.days);
        }
      }),
    );
    const blocked = Array.from({ length: 92 }, (_, day) => ({ day: addDays("2026-04-01", day), why: "x" }));
    const plan = planQuarter({ year: 2026, quarter: 2 }, "2026-03-31", { ...calendar, blocked }, []);
    expect(planning.none(plan.weighed)).toBe(
      "In diesem Quartal passt kein Tag. Von 39 Tagen (Dienstag bis Donnerstag) fallen weg: " +
        "8 wegen weniger als 21 Tagen Vorlauf, 2 wegen eines Feiertags, 5 wegen der Schulferien, 24 wegen einer Sperre.",
    );
  });

  it("of a quarter beyond the table, or not confirmed, carries the doubt", () => {
    const of = (year: number) => planQuarter({ year, quarter: 1 }, "2026-03-01", calendar, []).doubts;
    expect([of(2026), of(2029), of(2032)]).toEqual([[], ["schoolYearOpen"], ["unknownSchoolHolidays"]]);
    const edge = planQuarter({ year: 2030, quarter: 3 }, "2026-03-01", calendar, []).doubts;
    expect(edge).toEqual(["schoolYearOpen", "unknownSchoolHolidays"]);
  });
});
