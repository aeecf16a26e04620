/** The zone of the process, set before the rules are loaded, changes none of their results. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { DATE_CASES } from "./date-cases.ts";

const before = process.env.TZ;

afterEach(() => {
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
  vi.resetModules();
});

// Minutes as `getTimezoneOffset` counts them: they show that the zone was really set.
const SUMMER = Date.UTC(2026, 6, 1);

describe.each([
  ["Pacific/Kiritimati", -840],
  ["America/St_Johns", 150],
  ["Pacific/Niue", 660],
  ["Europe/Berlin", -120],
])("in %s", (zone, offset) => {
  it("every case of dates has the same result", async () => {
    process.env.TZ = zone;
    vi.resetModules();
    expect(new Date(SUMMER).getTimezoneOffset()).toBe(offset);
    const { meetingCases } = await import("../../src/meeting/cases.ts");
    for (const { type, behaviour, input, expected } of DATE_CASES) {
      expect(meetingCases[type]?.(input), `${type}: ${behaviour}`).toMatchObject(expected);
    }
  });

  it("dates are shown as in Berlin", async () => {
    process.env.TZ = zone;
    vi.resetModules();
    const { berlinDate, germanDate, wallClockAt } = await import("../../src/calendar/zones.ts");
    const newYear = Date.parse("2026-12-31T23:00:00Z");
    expect([berlinDate(newYear), germanDate(newYear), wallClockAt(newYear)]).toEqual([
      "2027-01-01",
      "01.01.2027",
      "2027-01-01T00:00",
    ]);
  });
});
