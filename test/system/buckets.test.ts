/** Buckets of tokens: how much is free at once, how fast it comes back, what is remembered of whom. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createBuckets, rateOf } from "../../src/system/buckets.ts";

const taken = (times: number, take: () => boolean): number =>
  Array.from({ length: times }, take).filter(Boolean).length;

describe("a bucket", () => {
  it("gives its burst at once, then what a minute brings back", () => {
    const buckets = createBuckets(rateOf(60));
    expect(taken(100, () => buckets.take("a", 0))).toBe(40);
    expect(buckets.take("a", 999)).toBe(false);
    expect(taken(5, () => buckets.take("a", 1_999))).toBe(1);
    expect(taken(100, () => buckets.take("a", 600_000))).toBe(40);
  });

  it("belongs to one key", () => {
    const buckets = createBuckets(rateOf(60));
    taken(40, () => buckets.take("a", 0));
    expect([buckets.take("a", 0), buckets.take("b", 0)]).toEqual([false, true]);
  });

  it("may be overdrawn only as far as is said, and fills up again from there", () => {
    const buckets = createBuckets({ burst: 2, perMinute: 60 });
    expect(taken(10, () => buckets.take("a", 0, 3))).toBe(5);
    expect(buckets.take("a", 3_000)).toBe(false);
    expect(buckets.take("a", 4_001)).toBe(true);
  });

  it("neither fills nor locks when the clock is set back", () => {
    const buckets = createBuckets({ burst: 1, perMinute: 60 });
    expect(buckets.take("a", 3_600_000)).toBe(true);
    expect(buckets.take("a", 0)).toBe(false);
    expect(buckets.take("a", 1_000)).toBe(true);
  });

  it("is forgotten once it is full again", () => {
    const buckets = createBuckets(rateOf(60));
    for (let one = 0; one < 500; one++) buckets.take(`person ${one}`, 0);
    expect(buckets.size()).toBe(500);
    buckets.take("late", 2_000);
    expect(buckets.size()).toBe(1);
  });

  it("never lets the memory grow: the one that was silent longest goes first", () => {
    const buckets = createBuckets({ burst: 1, perMinute: 1 }, 100);
    for (let one = 0; one < 1_000; one++) buckets.take(`person ${one}`, one);
    expect(buckets.size()).toBe(100);
    expect([buckets.take("person 999", 1_000), buckets.take("person 0", 1_000)]).toEqual([false, true]);
  });

  it("gives in any time at most its burst and what that time brings back, whatever the order", () => {
    const steps = fc.array(fc.tuple(fc.nat({ max: 5_000 }), fc.constantFrom("a", "b")), { maxLength: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), steps, (perMinute, moves) => {
        const rate = rateOf(perMinute);
        const buckets = createBuckets(rate);
        let now = 0;
        let free = 0;
        for (const [wait, key] of moves) {
          now += wait;
          if (buckets.take(key, now) && key === "a") free += 1;
        }
        expect(free).toBeLessThanOrEqual(rate.burst + (now * perMinute) / 60_000 + 1e-6);
        expect(buckets.size()).toBeLessThanOrEqual(2);
      }),
    );
  });
});
