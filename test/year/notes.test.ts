import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../src/calendar/dates.ts";
import { isWorkingDay } from "../../src/calendar/working-days.ts";
import { berlinDate, instantOn, wallClockAt } from "../../src/calendar/zones.ts";
import { type Note, notesAround, standingOf } from "../../src/year/notes.ts";

const byKey = (today: string, key: string): Note => {
  const found = notesAround(today, { electionId: "w", lastDay: "2028-02-29" }).find((one) => one.key === key);
  if (!found) throw new Error(`no note ${key} around ${today}`);
  return found;
};
const times = (today: string, key: string): readonly string[] => {
  const { at, until } = byKey(today, key);
  return [wallClockAt(at), wallClockAt(until)];
};

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("2020-01-01", days));

describe("the notes of a year", () => {
  it("ask three times for a Forum, each time until the next, and not after the quarter", () => {
    expect(times("2026-01-20", "quarter|2026-01-01|info")).toEqual(["2025-12-04T09:00", "2026-01-15T09:00"]);
    expect(times("2026-01-20", "quarter|2026-01-01|alarm")).toEqual(["2026-01-15T09:00", "2026-03-02T09:00"]);
    expect(times("2026-01-20", "quarter|2026-01-01|escalation")).toEqual([
      "2026-03-02T09:00",
      "2026-04-01T00:00",
    ]);
  });

  it("bring the digest on the first working day of the next quarter", () => {
    expect(times("2026-01-05", "digest|2025-10-01")).toEqual(["2026-01-02T09:00", "2026-04-01T09:00"]);
    expect(times("2027-10-02", "digest|2027-07-01")[0]).toBe("2027-10-01T09:00");
    expect(times("2022-01-03", "digest|2021-10-01")[0]).toBe("2022-01-03T09:00");
  });

  it("speak of the renewal twice, and record it at midnight to tell it on the next working day", () => {
    expect(times("2026-11-01", "renewal|2026|october")).toEqual(["2026-10-01T09:00", "2026-12-01T09:00"]);
    expect(times("2026-11-01", "renewal|2026|december")).toEqual(["2026-12-01T09:00", "2027-01-01T00:00"]);
    const renewed = byKey("2027-01-01", "renewal|2026|effective");
    expect(wallClockAt(renewed.at)).toBe("2027-01-01T00:00");
    expect(wallClockAt(renewed.tellFrom ?? 0)).toBe("2027-01-04T09:00");
  });

  it("warn on the first working day after a term, a 29 February included", () => {
    expect(times("2028-03-01", "chair|expired|w")).toEqual(["2028-03-01T09:00", "2028-04-03T09:00"]);
    expect(notesAround("2028-03-01", null).some(({ key }) => key.startsWith("chair|expired"))).toBe(false);
  });

  it("have keys of their own, and are over after they began", () => {
    fc.assert(
      fc.property(day, (today) => {
        const notes = notesAround(today, { electionId: "w", lastDay: today });
        expect(new Set(notes.map(({ key }) => key)).size).toBe(notes.length);
        for (const { at, until, tellFrom } of notes) {
          expect(at).toBeLessThan(until);
          expect(isWorkingDay(berlinDate(tellFrom ?? at))).toBe(true);
          expect(wallClockAt(tellFrom ?? at).slice(-5)).toBe("09:00");
        }
      }),
    );
  });

  it("of one kind never speak at once", () => {
    const series = ({ key }: Note): string =>
      key.replace(/\|(info|alarm|escalation|october|december|effective)$/, "");
    const kind = (note: Note): string =>
      note.key.startsWith("quarter") ? series(note) : (note.key.split("|")[0] ?? "");
    fc.assert(
      fc.property(day, fc.constantFrom("00:00", "08:59", "09:00", "23:00"), (today, time) => {
        const now = instantOn(today, time);
        const due = notesAround(today, null).filter((note) => standingOf(note, now, 0) === "due");
        const kinds = due.map(kind);
        expect(new Set(kinds).size).toBe(kinds.length);
        expect(kinds.filter((one) => one.startsWith("quarter")).length).toBeLessThanOrEqual(2);
        expect(kinds).toContain("digest");
      }),
    );
  });

  it("from before the first run are left alone", () => {
    const note = byKey("2026-01-20", "quarter|2026-01-01|alarm");
    expect(standingOf(note, note.at, note.at + 1)).toBe("early");
    expect(standingOf(note, note.at, note.at)).toBe("due");
    expect(standingOf(note, note.until - 1, note.at)).toBe("due");
    expect(standingOf(note, note.until, note.at)).toBe("over");
  });
});
