/** What coordinators enter about school holidays and blocked days, with plain values. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../src/calendar/dates.ts";
import {
  checkBlocked,
  checkHoliday,
  doubtAbout,
  HOLIDAY_LIMITS,
  readDays,
  SHIPPED_HOLIDAYS,
  schoolYearOf,
} from "../../src/meeting/holidays/holidays.ts";

const holiday = (part: Partial<Parameters<typeof checkHoliday>[0]> = {}) =>
  checkHoliday({ name: "Osterferien", from: "2026-03-30", to: "2026-04-11", ...part });

describe("a school year", () => {
  it.each([
    ["2026-07-31", 2025],
    ["2026-08-01", 2026],
    ["2026-12-31", 2026],
    ["2027-01-01", 2026],
  ])("%s belongs to the one that begins in %i", (day, year) => {
    expect(schoolYearOf(day)).toBe(year);
  });

  it("has holidays named by their season", () => {
    const named = SHIPPED_HOLIDAYS.filter(({ from }) => from >= "2026-10-01" && from <= "2027-09-30");
    expect(named.map(({ name }) => name)).toEqual([
      "Herbstferien",
      "Weihnachtsferien",
      "Osterferien",
      "Osterferien",
      "Pfingstferien",
      "Sommerferien",
    ]);
    expect(new Set(SHIPPED_HOLIDAYS.map(({ id }) => id)).size).toBe(SHIPPED_HOLIDAYS.length);
    expect(SHIPPED_HOLIDAYS.every(({ id, from }) => id === `shipped-${from}`)).toBe(true);
  });

  it("is in doubt until somebody has confirmed it, and beyond the table always", () => {
    const [last] = SHIPPED_HOLIDAYS.toSorted((a, b) => b.to.localeCompare(a.to));
    const facts = { holidays: SHIPPED_HOLIDAYS, confirmed: [2026] };
    expect(doubtAbout("2026-11-18", facts)).toBeNull();
    expect(doubtAbout("2027-11-17", facts)).toBe("schoolYearOpen");
    expect(doubtAbout(addDays(last?.to ?? "", 400), { ...facts, confirmed: [2031, 2032] })).toBe(
      "unknownSchoolHolidays",
    );
  });
});

describe("holidays as they are entered", () => {
  it("are tidied; without a last day they are one day", () => {
    expect(holiday({ name: "  Oster-\n ferien ", from: " 2026-03-30 ", to: " 2026-04-11 " })).toEqual({
      ok: true,
      value: { name: "Oster- ferien", from: "2026-03-30", to: "2026-04-11" },
    });
    expect(holiday({ to: "  " })).toMatchObject({ value: { from: "2026-03-30", to: "2026-03-30" } });
  });

  it.each([
    ["nameMissing", { name: " " }],
    ["nameTooLong", { name: "x".repeat(HOLIDAY_LIMITS.name + 1) }],
    ["dayUnknown", { from: "30.3.2026" }],
    ["dayUnknown", { to: "2026-02-30" }],
    ["endsBefore", { to: "2026-03-29" }],
    ["tooLong", { to: addDays("2026-03-30", HOLIDAY_LIMITS.length + 1) }],
  ] as const)("%s is said", (reason, part) => {
    expect(holiday(part)).toEqual({ ok: false, reason });
  });

  it("reach their limits", () => {
    expect(holiday({ name: "x".repeat(HOLIDAY_LIMITS.name) }).ok).toBe(true);
    expect(holiday({ to: addDays("2026-03-30", HOLIDAY_LIMITS.length) }).ok).toBe(true);
  });
});

describe("blocked days as they are entered", () => {
  it.each<[string, readonly string[]]>([
    ["24.6.2026", ["2026-06-24"]],
    ["04.06.2026", ["2026-06-04"]],
    ["2026-06-24", ["2026-06-24"]],
    [
      "25.6.2026, 24.6.2026; 24.6.2026\n 26.6.2026 und 1.7.2026",
      ["2026-06-24", "2026-06-25", "2026-06-26", "2026-07-01"],
    ],
    ["24.6.2026–26.6.2026", ["2026-06-24", "2026-06-25", "2026-06-26"]],
    ["24.6.2026 — 25.6.2026", ["2026-06-24", "2026-06-25"]],
    ["24.6.2026 - 25.6.2026", ["2026-06-24", "2026-06-25"]],
    ["24.6.2026-25.6.2026", ["2026-06-24", "2026-06-25"]],
    ["24.6.2026 bis 25.6.2026", ["2026-06-24", "2026-06-25"]],
    [",, 24.6.2026 ,", ["2026-06-24"]],
  ])("„%s“ is read", (written, days) => {
    expect(readDays(written)).toEqual({ ok: true, value: days });
  });

  it.each([
    ["", "daysMissing"],
    [" , ;\n", "daysMissing"],
    ["31.6.2026", "dayUnknown"],
    ["x24.6.2026", "dayUnknown"],
    ["24.6.2026x", "dayUnknown"],
    ["24.6.2026 – 25.6.2026 – 26.6.2026", "dayUnknown"],
    ["24.6.2026 – morgen", "dayUnknown"],
    ["25.6.2026 – 24.6.2026", "endsBefore"],
    ["1.6.2026 – 2.7.2026", "tooManyDays"],
    ["1.6.2026 – 20.6.2026, 1.7.2026 – 11.7.2026", "tooManyDays"],
  ])("„%s“ is refused: %s", (written, reason) => {
    expect(readDays(written)).toEqual({ ok: false, reason });
  });

  it("are as many as allowed, and one more is too many", () => {
    const days = (count: number) =>
      Array.from({ length: count }, (_, n) => addDays("2026-06-01", 2 * n)).join(",");
    expect(readDays(days(HOLIDAY_LIMITS.days)).ok).toBe(true);
    expect(readDays(days(HOLIDAY_LIMITS.days + 1))).toEqual({ ok: false, reason: "tooManyDays" });
    expect(readDays("1.6.2026 – 30.6.2026").ok).toBe(true);
  });

  it("have one reason for all of them", () => {
    const days = "24.6.2026, 25.6.2026";
    expect(checkBlocked({ days, why: "  Kreistag " })).toEqual({
      ok: true,
      value: [
        { day: "2026-06-24", why: "Kreistag" },
        { day: "2026-06-25", why: "Kreistag" },
      ],
    });
    expect(checkBlocked({ days: "", why: "Kreistag" })).toEqual({ ok: false, reason: "daysMissing" });
    expect(checkBlocked({ days, why: " " })).toEqual({ ok: false, reason: "whyMissing" });
    const long = "x".repeat(HOLIDAY_LIMITS.why);
    expect(checkBlocked({ days, why: long }).ok).toBe(true);
    expect(checkBlocked({ days, why: `${long}x` })).toEqual({ ok: false, reason: "whyTooLong" });
  });

  it("never throw, whatever is typed, and are always in order and different", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (written) => {
        const read = readDays(written);
        if (read.ok) expect(read.value).toEqual([...new Set(read.value)].sort());
      }),
    );
  });
});
