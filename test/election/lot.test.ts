import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterDraw, drawPublicly } from "../../src/election/lot.ts";
import { readPublicValue } from "../../src/election/public-value.ts";
import { result, round } from "./rounds.ts";

const three = round({ A: 9, B: 9, C: 9 });
const tie = round({ A: 13, B: 13 }, { stage: "runoff" });

describe("a drawing", () => {
  it("fills the open places of the run-off beside those who are in it anyway", () => {
    const second = round({ A: 13, B: 9, C: 9 });
    expect(result(second, { drawn: ["C"] })).toEqual({ outcome: "runoff", runoffPair: ["A", "C"] });
    expect(result(three, { drawn: ["C", "A"] })).toEqual({ outcome: "runoff", runoffPair: ["C", "A"] });
  });

  it("decides a tied run-off, and the person can still decline or stay silent", () => {
    expect(result(tie, { drawn: ["A"] })).toEqual({ outcome: "elected", winner: "A", byLot: true });
    expect(result(tie, { drawn: ["A"], acceptance: "accepted" })).toMatchObject({ winner: "A" });
    expect(result(tie, { drawn: ["A"], acceptance: "declined" })).toMatchObject({ reason: "declined" });
    expect(result(tie, { drawn: ["A"], acceptance: "expired" })).toMatchObject({
      outcome: "not-elected",
      reason: "acceptance-expired",
    });
  });

  it.each([
    ["too few", ["A"]],
    ["too many", ["A", "B", "C"]],
    ["the same person twice", ["A", "A"]],
    ["somebody who is not in the lot", ["A", "D"]],
    ["nobody", []],
  ])("that names %s decides nothing", (_, drawn) => {
    expect(result(three, { drawn }).outcome).toBe("lot");
  });

  it("changes nothing where there is no lot to draw", () => {
    expect(result(round({ A: 20, B: 10 }), { drawn: ["B"] })).toMatchObject({ winner: "A", byLot: false });
    expect(afterDraw({ outcome: "void", reason: "cancelled" }, ["A"])).toMatchObject({ outcome: "void" });
  });

  it("that was made before somebody withdrew counts only if it still fits", () => {
    const second = round({ A: 9, B: 8, C: 8, D: 8 });
    expect(result(second, { withdrawn: ["D"], drawn: ["B"] })).toMatchObject({ runoffPair: ["A", "B"] });
    expect(result(second, { withdrawn: ["B"], drawn: ["B"] })).toMatchObject({ lotAmong: ["C", "D"] });
  });

  it("an answer to the election is looked at only where somebody is elected", () => {
    expect(result(three, { acceptance: "declined" }).outcome).toBe("lot");
  });
});

const drawing = {
  electionId: "vorsitz-2031",
  round: 2,
  lotFor: "winner" as const,
  sealRoot: "ab".repeat(32),
  publicRandom: "lotto-6aus49:2031-03-05:01-02-03-04-05-49",
  among: ["Bürgermeisteramt Süd", "Bürgermeisteramt Nord", "Bürgermeisteramt West"],
  seats: 1,
};

describe("a public drawing", () => {
  it("is the smallest hash of seed and name, as anybody can compute it", () => {
    const seed = `forum-los/v1|vorsitz-2031|2|winner|${drawing.sealRoot}|${drawing.publicRandom}`;
    const keys = drawing.among
      .map((name) => ({ name, key: createHash("sha256").update(`${seed}|${name}`).digest("hex") }))
      .sort((a, b) => a.key.localeCompare(b.key));
    expect(drawPublicly({ ...drawing, seats: 3 })).toEqual({
      drawn: keys.map((one) => one.name),
      firstKey: keys[0]?.key,
    });
  });

  it("does not depend on the order of names or on how an umlaut is encoded", () => {
    const { among } = drawing;
    const decomposed = among.map((name) => name.normalize("NFD")).reverse();
    expect(drawPublicly({ ...drawing, among: decomposed })).toEqual(drawPublicly(drawing));
  });

  it("draws nobody twice, nobody when there is no place, and all when there are enough places", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.nat({ max: 12 }), (among, seats) => {
        const { drawn } = drawPublicly({ ...drawing, among, seats });
        const names = new Set(among.map((name) => name.normalize("NFC")));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn).toHaveLength(Math.min(seats, names.size));
        expect(drawn.every((name) => names.has(name))).toBe(true);
      }),
    );
    expect(drawPublicly({ ...drawing, among: [] })).toEqual({ drawn: [], firstKey: "" });
  });

  it.each(["electionId", "sealRoot", "publicRandom"] as const)("comes out anew with another %s", (field) => {
    expect(drawPublicly({ ...drawing, [field]: "anders" }).firstKey).not.toBe(drawPublicly(drawing).firstKey);
  });
});

describe("the public value", () => {
  const random = "0f".repeat(32);

  it.each([
    "lotto-6aus49:2031-03-05:01-02-03-04-05-49",
    "lotto-6aus49:2028-02-29:03-11-19-27-35-43",
    `drand-quicknet:1234567:${random}`,
  ])("%s is taken as it stands", (text) => {
    expect(readPublicValue(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    ["", "source-unknown"],
    ["wuerfel:2031-03-05:01-02-03-04-05-06", "source-unknown"],
    ["lotto-6aus49:2031-03-05:01-02-03-04-05-49:x", "source-unknown"],
    ["lotto-6aus49:2031-02-30:01-02-03-04-05-49", "draw-date-wrong"],
    ["lotto-6aus49:5.3.2031:01-02-03-04-05-49", "draw-date-wrong"],
    ["lotto-6aus49:2031-13-01:01-02-03-04-05-49", "draw-date-wrong"],
    ["lotto-6aus49:2031-03-05:1-2-3-4-5-49", "draw-numbers-wrong"],
    ["lotto-6aus49:2031-03-05:01-02-03-05-04-49", "draw-numbers-wrong"],
    ["lotto-6aus49:2031-03-05:01-02-03-04-04-49", "draw-numbers-wrong"],
    ["lotto-6aus49:2031-03-05:00-02-03-04-05-49", "draw-numbers-wrong"],
    ["lotto-6aus49:2031-03-05:01-02-03-04-05-50", "draw-numbers-wrong"],
    ["lotto-6aus49:2031-03-05:01-02-03-04-05", "draw-numbers-wrong"],
    ["lotto-6aus49:2031-03-05:01-02-03-04-05-06-07", "draw-numbers-wrong"],
    [`drand-quicknet:0:${random}`, "beacon-wrong"],
    [`drand-quicknet:12:${random.toUpperCase()}`, "beacon-wrong"],
    ["drand-quicknet:12", "beacon-wrong"],
  ])("%j is refused: %s", (text, reason) => {
    expect(readPublicValue(text)).toEqual({ ok: false, reason });
  });
});
