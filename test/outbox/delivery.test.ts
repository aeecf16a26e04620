import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterTry, backOff, isLate, LONGEST_BACK_OFF_MS } from "../../src/outbox/delivery.ts";
import { createPace, type Limit, nextFree, TEAMS_LIMITS } from "../../src/outbox/pace.ts";

const never = { attempts: 1, expiresAt: null };
const middle = () => 0.5;

describe("after a try", () => {
  it("is delivered when the platform took it, however late", () => {
    expect(afterTry({ attempts: 9, expiresAt: 5 }, { ok: true }, 10, middle)).toEqual({ state: "delivered" });
  });

  it.each(["gone", "rejected"] as const)("is given up for good when it is %s", (failure) => {
    const fate = afterTry(never, { ok: false, failure }, 0, middle);
    expect(fate).toEqual({ state: "undeliverable", failure });
  });

  it("waits at least as long as the platform asked for", () => {
    const throttled = { ok: false, failure: "throttled", retryAfterMs: 40_000 } as const;
    expect(afterTry(never, throttled, 1_000, () => 0)).toMatchObject({ state: "pending", retryAt: 41_000 });
  });

  it("grants no longer pause than an hour, and asks again then", () => {
    const throttled = { ok: false, failure: "throttled", retryAfterMs: 86_400_000 } as const;
    expect(afterTry(never, throttled, 0, () => 0)).toMatchObject({ retryAt: 3_600_000 });
  });

  it("backs off on its own when the platform names no time", () => {
    const throttled = { ok: false, failure: "throttled", retryAfterMs: null } as const;
    expect(afterTry(never, throttled, 0, middle)).toMatchObject({ state: "pending", retryAt: 750 });
  });

  it("expires when the next try would be too late by its own rule", () => {
    const unavailable = { ok: false, failure: "unavailable" } as const;
    expect(afterTry({ attempts: 5, expiresAt: 1_000 }, unavailable, 900, middle)).toEqual({
      state: "expired",
      failure: "unavailable",
    });
    expect(afterTry({ attempts: 5, expiresAt: 60_000 }, unavailable, 900, middle)).toMatchObject({
      state: "pending",
    });
  });

  it("is on time in the very millisecond of its end, and late after it", () => {
    expect([isLate(10, 10), isLate(10, 11), isLate(null, Number.MAX_SAFE_INTEGER)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("pauses between half of and the whole doubled time, from 1 s to 15 min", () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), chance, (attempts, drawn) => {
        const full = Math.min(1_000 * 2 ** Math.max(0, attempts - 1), LONGEST_BACK_OFF_MS);
        const pause = backOff(attempts, () => drawn);
        expect(pause).toBeGreaterThanOrEqual(full / 2);
        expect(pause).toBeLessThanOrEqual(full);
      }),
    );
  });
});

/** Whether more than a limit allows fell into any window that ends with a message. */
const broken = (sent: readonly number[], limits: readonly Limit[]): boolean =>
  limits.some(({ count, ms }) =>
    sent.some((end) => sent.filter((at) => at > end - ms && at <= end).length > count),
  );

describe("the pace", () => {
  it("never lets more through than Teams allows, to one conversation and in all", () => {
    const wishes = fc.array(
      fc.record({ to: fc.constantFrom("a", "b", "c"), after: fc.integer({ min: 0, max: 700 }) }),
      { maxLength: 300 },
    );
    fc.assert(
      fc.property(wishes, (asked) => {
        const pace = createPace();
        const sent: Record<string, number[]> = { a: [], b: [], c: [] };
        let now = 0;
        for (const { to, after } of asked) {
          now = pace.freeAt(to, now + after);
          now = Math.max(now, pace.room(now).nextAt);
          pace.spend(to, now);
          sent[to]?.push(now);
        }
        for (const instants of Object.values(sent))
          expect(broken(instants, TEAMS_LIMITS.conversation)).toBe(false);
        expect(broken(Object.values(sent).flat(), TEAMS_LIMITS.all)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it("does not wait where nothing has been sent, and no longer than it must", () => {
    const pace = createPace();
    for (let n = 0; n < 7; n++) pace.spend("a", 1_000);
    expect(pace.freeAt("a", 1_000)).toBe(2_000);
    expect(pace.freeAt("b", 1_000)).toBe(1_000);
    expect(nextFree([], TEAMS_LIMITS.conversation, 5)).toBe(5);
  });

  it("says how many may leave in all and when the next one may", () => {
    const pace = createPace();
    expect(pace.room(0)).toEqual({ count: 50, nextAt: 0 });
    for (let n = 0; n < 50; n++) pace.spend(`c${n}`, n);
    expect(pace.room(100)).toEqual({ count: 0, nextAt: 1_000 });
    expect(pace.room(1_005).count).toBe(6);
  });

  it("lets go on soon what had been sent before the clock went back, and never more than is allowed", () => {
    const pace = createPace();
    for (let n = 0; n < 50; n++) pace.spend(n < 7 ? "a" : `c${n}`, 3_600_000);
    expect(pace.freeAt("a", 1_000)).toBe(2_000);
    expect(pace.room(1_000)).toEqual({ count: 0, nextAt: 2_000 });
    expect(pace.room(2_000).count).toBe(50);
  });

  it("counts once what another process has sent, however often it is told", () => {
    const pace = createPace();
    const sent = Array.from({ length: 7 }, (_, n) => ({ id: `m${n}`, conversationId: "a", at: 60_000 }));
    pace.learn(sent, 60_500);
    pace.learn(sent, 60_600);
    expect(pace.room(60_600).count).toBe(43);
    // As of when it was heard of: the clocks of the two need not agree.
    expect(pace.freeAt("a", 60_600)).toBe(61_500);
    expect(pace.freeAt("b", 60_600)).toBe(60_600);
  });

  it("holds one conversation back for as long as it asked", () => {
    const pace = createPace();
    pace.hold("a", 9_000);
    expect(pace.freeAt("a", 1_000)).toBe(9_000);
    expect(pace.freeAt("a", 9_500)).toBe(9_500);
    expect(pace.freeAt("b", 1_000)).toBe(1_000);
  });
});
