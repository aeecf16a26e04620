import { describe, expect, it } from "vitest";
import { countDecision, type Majority, type Motion } from "../../src/election/decision.ts";
import { round } from "./rounds.ts";

const motion = (ballots: Readonly<Record<string, number>>, more: Partial<Motion> = {}): Motion => {
  const { stage: _, candidates: __, ...held } = round(ballots);
  return { ...held, majority: "simple", circulation: false, ...more };
};
const decided = (ballots: Readonly<Record<string, number>>, more: Partial<Motion> = {}) =>
  countDecision(motion(ballots, more));

describe("a motion with the simple majority", () => {
  it("passes with one yes against many abstentions", () => {
    expect(decided({ ja: 1, enthaltung: 19 })).toEqual({ outcome: "accepted" });
  });

  it("is rejected by a tie, also by none against none", () => {
    expect(decided({ ja: 12, nein: 12 })).toEqual({ outcome: "rejected", reason: "tie" });
    expect(decided({ enthaltung: 18, ungueltig: 2 })).toEqual({ outcome: "rejected", reason: "tie" });
  });

  it("is rejected by more no than yes", () => {
    expect(decided({ ja: 9, nein: 10 })).toEqual({ outcome: "rejected", reason: "majority" });
  });
});

describe("a motion with another majority", () => {
  const at = (majority: Majority, ballots: Readonly<Record<string, number>>, more: Partial<Motion> = {}) =>
    decided(ballots, { majority, ...more }).outcome === "accepted";

  it("takes more than half of those present exactly, for 1 to 60", () => {
    for (let present = 1; present <= 60; present += 1)
      for (let ja = 0; ja <= present; ja += 1)
        expect(at("absolute-present", { ja, ungueltig: present - ja }, { entitled: present })).toBe(
          ja > present / 2,
        );
  });

  it("takes two thirds of those who said yes or no, abstentions apart, for 1 to 60", () => {
    for (let both = 1; both <= 60; both += 1) {
      const least = both - Math.floor(both / 3);
      const split = (ja: number) => ({ ja, nein: both - ja, enthaltung: 3 });
      expect(at("two-thirds-cast", split(least), { entitled: both + 3 })).toBe(true);
      expect(at("two-thirds-cast", split(least - 1), { entitled: both + 3 })).toBe(false);
    }
  });

  it("takes two thirds of all entitled, whoever came", () => {
    expect(at("two-thirds-electorate", { ja: 24 })).toBe(true);
    expect(at("two-thirds-electorate", { ja: 23 })).toBe(false);
    expect(at("two-thirds-electorate", { ja: 24, nein: 1 }, { entitled: 37 })).toBe(false);
  });

  it.each(["absolute-present", "two-thirds-cast", "two-thirds-electorate"] as const)(
    "%s: a miss says threshold, also when nobody said yes or no",
    (majority) => {
      const miss = { outcome: "rejected", reason: "threshold" };
      expect(decided({ ja: 10, nein: 10 }, { majority })).toEqual(miss);
      expect(decided({ enthaltung: 20 }, { majority })).toEqual(miss);
    },
  );
});

describe("a motion in circulation", () => {
  const circulation = true;

  it("passes when nobody objects, however few answered", () => {
    expect(decided({}, { circulation })).toEqual({ outcome: "accepted" });
    expect(decided({ ja: 1, enthaltung: 1 }, { circulation })).toEqual({ outcome: "accepted" });
  });

  it("is stopped by a single objection", () => {
    expect(decided({ ja: 35, nein: 1 }, { circulation })).toEqual({
      outcome: "rejected",
      reason: "objection",
    });
  });

  it("can be void all the same", () => {
    expect(decided({ ja: 5 }, { circulation, cancelled: true })).toMatchObject({ reason: "cancelled" });
    expect(decided({ ja: 5 }, { circulation, present: 4 })).toMatchObject({ reason: "count-mismatch" });
  });
});

describe("a void vote on a motion", () => {
  it("has too few present: abstentions count, silence does not", () => {
    expect(decided({ ja: 17 })).toEqual({ outcome: "void", reason: "no-quorum" });
    expect(decided({ ja: 1, enthaltung: 16, ungueltig: 1 }).outcome).toBe("accepted");
    expect(decided({ ja: 3 }, { quorum: 3 }).outcome).toBe("accepted");
  });

  it("was cancelled, or has more ballots than people or seats", () => {
    expect(decided({ ja: 40 }, { cancelled: true })).toEqual({ outcome: "void", reason: "cancelled" });
    expect(decided({ ja: 37 })).toEqual({ outcome: "void", reason: "count-mismatch" });
    expect(decided({ ja: 20 }, { present: 19 })).toEqual({ outcome: "void", reason: "count-mismatch" });
  });
});
