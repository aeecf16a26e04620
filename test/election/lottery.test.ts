/** The public value of a lot, and what is drawn with it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawPublicly } from "../../src/election/lot.ts";
import { drawFor, lotWith, valueFrom, wayOf } from "../../src/election/organise/lottery.ts";
import { type StoredRound, storedLot } from "../../src/election/stored.ts";
import { DEFAULT_RULE } from "../../src/election/wahlordnung.ts";
import { sha256 } from "../../src/system/hash.ts";

const SOURCE = "lotto-6aus49:2026-03-07";
const DRAND = "drand-quicknet:123456";
const RANDOM = "ab".repeat(32);

describe("the value", () => {
  const read = (source: string, typed: string) => {
    const done = valueFrom(source, typed);
    return done.ok ? done.value : done.reason;
  };

  it.each([
    [SOURCE, "3 12 17 28 34 49", `${SOURCE}:03-12-17-28-34-49`],
    [SOURCE, "49, 34, 28, 17, 12, 03", `${SOURCE}:03-12-17-28-34-49`],
    [SOURCE, "03-12-17-28-34-49", `${SOURCE}:03-12-17-28-34-49`],
    [SOURCE, ` ${SOURCE}:03-12-17-28-34-49 `, `${SOURCE}:03-12-17-28-34-49`],
    [SOURCE, "3 12 17 28 34", "draw-numbers-wrong"],
    [SOURCE, "3 12 17 28 34 49 50", "draw-numbers-wrong"],
    [SOURCE, "3 3 17 28 34 49", "draw-numbers-wrong"],
    [SOURCE, "0 12 17 28 34 49", "draw-numbers-wrong"],
    [SOURCE, "3 12 17 28 34 50", "draw-numbers-wrong"],
    [SOURCE, "", "draw-numbers-wrong"],
    [SOURCE, "lotto-6aus49:2026-03-04:03-12-17-28-34-49", "lot-other-source"],
    [SOURCE, `${DRAND}:${RANDOM}`, "draw-numbers-wrong"],
    [DRAND, RANDOM, `${DRAND}:${RANDOM}`],
    [DRAND, `${DRAND}:${RANDOM.toUpperCase()}`, `${DRAND}:${RANDOM}`],
    [DRAND, `drand-quicknet:7:${RANDOM}`, "lot-other-source"],
    [DRAND, "3 12 17 28 34 49", "beacon-wrong"],
  ])("announced %s, typed %j: %s", (source, typed, expected) => {
    expect(read(source, typed)).toBe(expected);
  });

  it("is the same in whatever order the six numbers are typed", () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 49 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(numbers, fc.constantFrom(" ", ", ", "-", " / "), (six, sign) => {
        const sorted = [...six].sort((a, b) => a - b);
        expect(read(SOURCE, six.join(sign))).toBe(read(SOURCE, sorted.join(" ")));
        expect(read(SOURCE, six.join(sign))).toContain(SOURCE);
      }),
    );
  });
});

const LOT = storedLot.parse({ way: "public-draw", source: SOURCE, notBefore: 1000 });
const result = (lotAmong: string[], lotSeats: number): StoredRound["result"] => ({
  ...{ outcome: "lot", reason: "lot", winner: null, tally: null, choices: null },
  ...{ present: 8, needed: 5, entitled: 8, byLot: false },
  next: { lotFor: "runoff", lotAmong, lotSeats, runoffFixed: [] },
});
const round = (more: Partial<StoredRound> = {}): StoredRound =>
  ({
    name: { electionId: "e", round: 1 },
    seal: { commitments: [], voters: [], root: "r" },
    lot: LOT,
    rule: DEFAULT_RULE,
    result: result(["Ä", "B", "C"], 2),
    ...more,
  }) as StoredRound;
const PENDING = { state: "lot_pending" } as const;
const SIX = "1 2 3 4 5 6";

describe("the drawing", () => {
  it("is that of drawPublicly, with the key of every name, and anybody can repeat it", () => {
    const names = fc.uniqueArray(
      fc.string({ minLength: 1, maxLength: 8 }).map((one) => one.normalize("NFC")),
      {
        minLength: 2,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(names, fc.nat({ max: 4 }), (among, more) => {
        const seats = 1 + (more % (among.length - 1));
        const done = drawFor(PENDING, round({ result: result(among, seats) }), SIX, 1000);
        if (!done.ok) throw new Error(done.reason);
        const { drawn, keys, seed, publicRandom } = done.value;
        const drawing = { electionId: "e", round: 1, lotFor: "runoff", sealRoot: "r", publicRandom } as const;
        expect(drawn).toEqual(drawPublicly({ ...drawing, among, seats }).drawn);
        expect(keys.length).toBe(among.length);
        for (const [name, key] of keys) expect(sha256(`${seed}|${name}`)).toBe(key);
      }),
    );
  });

  it.each([
    ["nothing is to be drawn", { state: "ready" }, {}, 1000, "no-lot-pending"],
    ["there was no lot announced", PENDING, { lot: null }, 1000, "no-lot-pending"],
    ["it is a moment too early", PENDING, {}, 999, "lot-too-early"],
    ["it is drawn by hand", PENDING, { lot: { ...LOT, way: "manual-witnessed" } }, 1000, "lot-by-hand"],
    ["nothing was sealed, as on paper", PENDING, { seal: null }, 1000, "lot-by-hand"],
  ] as const)("is refused when %s", (_, election, more, now, reason) => {
    expect(drawFor(election, round(more as Partial<StoredRound>), SIX, now)).toEqual({ ok: false, reason });
  });

  it("is stored with value, keys and names", () => {
    const done = drawFor(PENDING, round(), SIX, 1000);
    if (!done.ok) throw new Error(done.reason);
    const stored = storedLot.parse(JSON.parse(JSON.stringify(lotWith(LOT, done.value))));
    expect(stored).toMatchObject({ publicRandom: `${SOURCE}:01-02-03-04-05-06`, drawn: done.value.drawn });
    expect(stored.keys).toHaveLength(3);
    expect(wayOf(round())).toBe("public-draw");
    expect(wayOf(round({ seal: null }))).toBe("manual-witnessed");
  });
});
