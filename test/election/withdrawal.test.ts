import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WITHDRAWAL_RULES } from "../../src/election/withdrawal.ts";
import { anyRound, NAMES, result, round, unordered } from "./rounds.ts";

const four = round({ A: 13, B: 12, C: 8, D: 1 });
const tie = round({ A: 13, B: 13 }, { stage: "runoff" });
const failed = round({ A: 10, nein: 12 });

describe("by default the next best moves up", () => {
  it("when one of the pair withdraws", () => {
    expect(result(four, { withdrawn: ["A"] })).toMatchObject({ runoffPair: ["B", "C"] });
    expect(result(four, { withdrawn: ["B"] })).toMatchObject({ runoffPair: ["A", "C"] });
  });

  it("and a new lot may become necessary", () => {
    const lower = round({ A: 14, B: 12, C: 4, D: 4 });
    expect(result(lower, { withdrawn: ["B"] })).toMatchObject({
      outcome: "lot",
      runoffFixed: ["A"],
      lotAmong: ["C", "D"],
      lotSeats: 1,
    });
  });

  it("a lot is no longer needed when one of the tied is gone", () => {
    const second = round({ A: 13, B: 9, C: 9, D: 2 });
    expect(result(second, { withdrawn: ["C"] })).toMatchObject({ outcome: "runoff", runoffPair: ["A", "B"] });
    expect(unordered(result(second, { withdrawn: ["A"] }))).toMatchObject({ runoffPair: ["B", "C"] });
  });

  it("only one left: a second round, not elected at once", () => {
    expect(result(four, { withdrawn: ["A", "C", "D"] })).toEqual({ outcome: "second-round", candidate: "B" });
  });

  it("nobody left: not elected", () => {
    expect(result(four, { withdrawn: [...NAMES] })).toEqual({
      outcome: "not-elected",
      reason: "no-candidates",
    });
    expect(result(failed, { withdrawn: ["A"] })).toEqual({ outcome: "not-elected", reason: "no-candidates" });
  });

  it("a tied run-off: one left is elected without a lot, none left is nobody", () => {
    expect(result(tie, { withdrawn: ["A"] })).toEqual({ outcome: "elected", winner: "B", byLot: false });
    expect(result(tie, { withdrawn: ["A", "B"] })).toMatchObject({ reason: "no-candidates" });
    expect(result(tie, { withdrawn: ["C"] })).toMatchObject({ outcome: "lot", lotAmong: ["A", "B"] });
  });

  it("the last one of a tied run-off can still decline", () => {
    expect(result(tie, { withdrawn: ["A"], acceptance: "declined" })).toMatchObject({ reason: "declined" });
  });
});

describe("the other rules", () => {
  it("binding ignores a withdrawal before the lot and between the rounds", () => {
    const rule = "binding";
    expect(result(four, { rule, withdrawn: ["A"] })).toMatchObject({ runoffPair: ["A", "B"] });
    expect(result(tie, { rule, withdrawn: ["A"] })).toMatchObject({ outcome: "lot" });
    expect(result(failed, { rule, withdrawn: ["A"] })).toMatchObject({ outcome: "second-round" });
    expect(result(tie, { rule, withdrawn: ["A"], drawn: ["A"] })).toMatchObject({ winner: "A", byLot: true });
  });

  it("restart voids the round when somebody withdraws whom it concerns, and only then", () => {
    const rule = "restart";
    const lot = round({ A: 13, B: 9, C: 9, D: 2 });
    const again = { outcome: "void", reason: "withdrawal-restart" };
    expect(result(four, { rule, withdrawn: ["B"] })).toEqual(again);
    expect(result(four, { rule, withdrawn: ["C"] })).toMatchObject({ runoffPair: ["A", "B"] });
    for (const name of ["A", "B", "C"]) expect(result(lot, { rule, withdrawn: [name] })).toEqual(again);
    expect(result(lot, { rule, withdrawn: ["D"] }).outcome).toBe("lot");
    expect(result(tie, { rule, withdrawn: ["B"] })).toEqual(again);
    expect(result(failed, { rule, withdrawn: ["A"] })).toEqual(again);
  });
});

describe("under every rule", () => {
  it.each(WITHDRAWAL_RULES)("%s: the elected person who withdraws has declined, nobody moves up", (rule) => {
    const won = round({ A: 20, B: 10 });
    expect(result(won, { rule, withdrawn: ["A"] })).toEqual({ outcome: "not-elected", reason: "declined" });
    expect(result(won, { rule, withdrawn: ["B"] })).toMatchObject({ winner: "A" });
  });

  it.each(WITHDRAWAL_RULES)(
    "%s: nobody withdrawing, or somebody who never stood, changes nothing",
    (rule) => {
      fc.assert(
        fc.property(anyRound, (given) => {
          const before = unordered(result(given));
          expect(unordered(result(given, { rule, withdrawn: [] }))).toEqual(before);
          expect(unordered(result(given, { rule, withdrawn: ["niemand"] }))).toEqual(before);
        }),
      );
    },
  );

  it.each(WITHDRAWAL_RULES)("%s: a void round stays void with its first reason", (rule) => {
    const small = round({ A: 9, B: 8 });
    expect(result(small, { rule, withdrawn: ["A"] })).toEqual({ outcome: "void", reason: "no-quorum" });
  });

  it("whoever withdrew is never elected, in the run-off or in a lot when the next best moves up", () => {
    fc.assert(
      fc.property(anyRound, fc.subarray([...NAMES]), (given, withdrawn) => {
        const { winner, candidate, runoffPair, runoffFixed, lotAmong } = {
          winner: null,
          candidate: null,
          runoffPair: [],
          runoffFixed: [],
          ...result(given, { withdrawn }),
        } as Record<string, unknown> & { lotAmong?: string[]; runoffPair: string[]; runoffFixed: string[] };
        const named = [winner, candidate, ...runoffPair, ...runoffFixed, ...(lotAmong ?? [])];
        expect(named.filter((name) => withdrawn.some((one) => one === name))).toEqual([]);
      }),
    );
  });
});
