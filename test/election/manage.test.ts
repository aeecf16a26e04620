/** Moving an end, opening early, handing over, and what is offered to whom: the rules. */
import { describe, expect, it } from "vitest";
import { earliestOpening, judgeExtension, LONGEST_REASON } from "../../src/election/organise/manage.ts";
import { handOver } from "../../src/election/people/officers.ts";
import type { StoredRole } from "../../src/election/stored.ts";
import { DEFAULT_RULE } from "../../src/election/wahlordnung.ts";

const NOON = Date.UTC(2026, 2, 2, 11);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const round = { phase: "voting", closesAt: NOON + 3 * HOUR } as const;
const entered = { date: "2026-03-02", time: "18:00", reason: "Viele waren krank." };

describe("moving the end of a round", () => {
  const judged = (
    more: Partial<typeof entered>,
    at: Parameters<typeof judgeExtension>[0] = round,
    now = NOON,
  ) => {
    const done = judgeExtension(at, { ...entered, ...more }, now);
    return done.ok ? done.value : done.reason;
  };

  it("makes it later", () => {
    expect(judged({})).toBe(NOON + 6 * HOUR);
  });

  it.each([
    [{ time: "15:00" }, "not-later"],
    [{ time: "14:00" }, "not-later"],
    [{ time: "12:05" }, "deadline-too-soon"],
    [{ date: "2026-06-02" }, "deadline-too-late"],
    [{ date: "" }, "deadline-missing"],
    [{ date: "2026-03-29", time: "02:30" }, "deadline-missing"],
    [{ reason: "  " }, "reason-missing"],
    [{ reason: "x".repeat(LONGEST_REASON + 1) }, "reason-too-long"],
  ])("refuses %j: %s", (more, reason) => {
    expect(judged(more)).toBe(reason);
  });

  it("is over with the round", () => {
    expect(judged({}, null)).toBe("no-open-round");
    expect(judged({}, { ...round, phase: "sealed" })).toBe("no-open-round");
    expect(judged({}, round, round.closesAt)).toBe("no-open-round");
    expect(judged({}, round, round.closesAt - 1)).toBe(NOON + 6 * HOUR);
  });
});

describe("opening early", () => {
  it("a second round waits for the days that the rule asks for; others need not wait", () => {
    const last = { closesAt: NOON, sealedAt: NOON + 2000 };
    expect(earliestOpening("second_round_pending", last, DEFAULT_RULE)).toBe(NOON + 2000 + 7 * DAY);
    expect(earliestOpening("runoff_pending", last, DEFAULT_RULE)).toBeNull();
    expect(earliestOpening("ready", null, DEFAULT_RULE)).toBeNull();
  });
});

describe("handing over", () => {
  const role = (memberId: string, kind: StoredRole["role"]): StoredRole => ({
    ...{ memberId, role: kind, name: memberId, party: memberId, since: 1, until: null },
  });
  const person = (memberId: string) => ({ memberId, name: memberId, party: memberId });
  const now = [role("a", "officer"), role("b", "scrutineer"), role("c", "scrutineer")];

  it("leaves those alone who keep their part", () => {
    const done = handOver(now, { officer: person("a"), scrutineers: [person("c"), person("b")] });
    expect(done).toEqual({ given: [], ended: [] });
  });

  it("ends one part and begins another, for one person too", () => {
    const { given, ended } = handOver(now, { officer: person("b"), scrutineers: [person("c"), person("d")] });
    expect(given.map((one) => `${one.memberId} ${one.role}`)).toEqual(["b officer", "d scrutineer"]);
    expect(ended.map((one) => `${one.memberId} ${one.role}`)).toEqual(["a officer", "b scrutineer"]);
  });
});
