/** Numbers from paper: which can be right, and what of their count may be seen. */
import { describe, expect, it } from "vitest";
import { countPaper, numbersProblem } from "../../src/election/organise/paper-result.ts";
import { DEFAULT_RULE } from "../../src/election/wahlordnung.ts";
import { election, round } from "./drawn.ts";

const ROUND = round({ candidates: ["A", "B"], entitled: 8, quorum: 4 });
const ELECTION = election({ state: "voting" });
type Tally = readonly (readonly [string, number])[];
const NONE: Tally = [
  ["enthaltung", 0],
  ["ungueltig", 0],
];
const tally = (a: number, b: number): Tally => [["A", a], ["B", b], ...NONE];

describe("the numbers of a ballot on paper", () => {
  it("can be those of all who are entitled, each with one paper", () => {
    expect(numbersProblem(ROUND, { tally: tally(5, 3), present: 8 })).toBeNull();
    expect(numbersProblem(ROUND, { tally: tally(5, 3), present: 9 })).toBe("paper-more-present");
    expect(numbersProblem(ROUND, { tally: tally(5, 3), present: 7 })).toBe("paper-more-ballots");
  });

  it("are wrong with a strange name in place of another, and with a name twice", () => {
    const strange: Tally = [["A", 3], ["C", 2], ...NONE];
    expect(numbersProblem(ROUND, { tally: strange, present: 8 })).toBe("paper-numbers");
    expect(numbersProblem(ROUND, { tally: [...tally(3, 2), ["A", 1]], present: 8 })).toBe("paper-numbers");
  });
});

describe("the count of a ballot on paper", () => {
  const count = (votes: Tally, present: number, of = ROUND) =>
    countPaper(ELECTION, [], of, { tally: votes, present }).result;
  const least = DEFAULT_RULE.hideDistributionBelow;

  it("shows the distribution from the least number of ballots on, as it was entered", () => {
    expect(count(tally(least - 1, 1), 6)).toMatchObject({
      ...{ outcome: "elected", reason: null, winner: "A", present: 6, needed: 4, entitled: 8 },
      ...{ tally: tally(least - 1, 1), choices: null },
    });
    expect(count(tally(least - 2, 1), least - 1)).toMatchObject({ winner: "A", tally: null });
  });

  it("goes by the ballots in it, not by those who were there", () => {
    expect(count(tally(least - 1, 0), 8).tally).toBeNull();
  });

  it("shows nothing of a void round", () => {
    const large = { ...ROUND, entitled: 36, quorum: 18 };
    expect(count(tally(5, 3), 8, large)).toMatchObject({
      ...{ outcome: "void", reason: "no-quorum", winner: null, tally: null },
    });
  });

  it("is none of an election in which nobody votes now: a fault, not a result", () => {
    const ready = election({ state: "ready" });
    expect(() => countPaper(ready, [], ROUND, { tally: tally(5, 3), present: 8 })).toThrow(
      "a round on paper cannot be counted",
    );
  });
});
