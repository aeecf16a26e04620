import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWorkingDay } from "../../src/calendar/working-days.ts";
import { berlinDate, instantOn, wallClockAt } from "../../src/calendar/zones.ts";
import {
  acceptanceReminders,
  closeOf,
  dueIn,
  lottoAfter,
  nextMorning,
  objectionEnd,
} from "../../src/election/timing.ts";
import { DEFAULT_RULE } from "../../src/election/wahlordnung.ts";

const at = (date: string, time = "12:00") => instantOn(date, time);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const anyInstant = fc.integer({ min: at("2026-01-01"), max: at("2032-12-31") });
const due = (state: Parameters<typeof dueIn>[0]["state"], now: number, closedAt: number | null = null) =>
  dueIn({ state, rule: DEFAULT_RULE, now, closedAt });

describe("an election goes on", () => {
  it("on the next working day at nine, after weekends and holidays", () => {
    expect(wallClockAt(nextMorning(at("2026-03-06")))).toBe("2026-03-09T09:00");
    // Good Friday and Easter Monday lie in between.
    expect(wallClockAt(nextMorning(at("2026-04-02", "18:00")))).toBe("2026-04-07T09:00");
    expect(due("ready", at("2026-03-02"))).toBe(at("2026-03-03", "09:00"));
    expect(due("runoff_pending", at("2026-03-02"))).toBe(at("2026-03-03", "09:00"));
  });

  it("with a second round at least seven whole days after the first", () => {
    expect(due("second_round_pending", at("2026-03-09"), at("2026-03-09"))).toBe(at("2026-03-17", "09:00"));
    expect(due("second_round_pending", at("2026-03-09"), at("2026-03-09", "08:00"))).toBe(
      at("2026-03-16", "09:00"),
    );
    fc.assert(
      fc.property(anyInstant, (closedAt) => {
        const opens = due("second_round_pending", closedAt, closedAt) ?? 0;
        expect(opens - closedAt).toBeGreaterThanOrEqual(7 * DAY);
        expect(isWorkingDay(berlinDate(opens))).toBe(true);
        expect(wallClockAt(opens).slice(-5)).toBe("09:00");
      }),
    );
  });

  it("with nominations seven days longer, an answer within the days of the rule, and no timer elsewhere", () => {
    expect(due("nomination", at("2026-03-02"))).toBe(at("2026-03-09", "18:00"));
    expect(due("acceptance", at("2026-03-02"))).toBe(at("2026-03-02") + 7 * DAY);
    for (const state of ["draft", "voting", "lot_pending", "void", "elected", "cancelled"] as const)
      expect(due(state, at("2026-03-02"))).toBeNull();
    expect(objectionEnd(at("2026-03-02"), DEFAULT_RULE)).toBe(at("2026-03-02") + 7 * DAY);
  });
});

describe("a round closes", () => {
  it("as chosen for the first, else in the evening by the rule", () => {
    const opens = at("2026-03-03", "09:00");
    const chosen = at("2026-03-05", "15:00");
    expect(closeOf("first", opens, DEFAULT_RULE, chosen)).toBe(chosen);
    expect(wallClockAt(closeOf("first", opens, DEFAULT_RULE, null))).toBe("2026-03-10T18:00");
    expect(wallClockAt(closeOf("runoff", opens, DEFAULT_RULE, chosen))).toBe("2026-03-08T18:00");
    expect(wallClockAt(closeOf("second", opens, DEFAULT_RULE, chosen))).toBe("2026-03-10T18:00");
  });

  it("by the rule when the chosen end has passed or is too near", () => {
    const opens = at("2026-03-03", "09:00");
    expect(wallClockAt(closeOf("first", opens, DEFAULT_RULE, opens + 60_000))).toBe("2026-03-10T18:00");
  });
});

describe("the person elected", () => {
  it("is reminded 48 and 24 hours before the end, where there is time", () => {
    const now = at("2026-03-02");
    expect(acceptanceReminders(now, now + 7 * DAY)).toEqual([now + 5 * DAY, now + 6 * DAY]);
    expect(acceptanceReminders(now, now + 2 * DAY)).toEqual([now + DAY]);
    expect(acceptanceReminders(now, now + DAY)).toEqual([]);
  });
});

describe("the drawing of a lot", () => {
  it("is the first of Wednesday and Saturday at least 24 hours after the close", () => {
    expect(lottoAfter(at("2026-03-02", "18:00"))).toEqual({
      date: "2026-03-04",
      at: at("2026-03-04", "18:25"),
    });
    expect(lottoAfter(at("2026-03-03", "18:30")).date).toBe("2026-03-07");
    fc.assert(
      fc.property(anyInstant, (closedAt) => {
        const { date, at: drawn } = lottoAfter(closedAt);
        expect(drawn - closedAt).toBeGreaterThanOrEqual(DAY);
        expect(drawn - closedAt).toBeLessThanOrEqual(6 * DAY);
        expect(berlinDate(drawn)).toBe(date);
      }),
    );
  });
});
