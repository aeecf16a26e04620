/** The seal of a ballot box: what it fixes, and what opens it. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { commitmentOf, isConsistent, opens, sealOf } from "../../src/election/seal.ts";

const name = { electionId: "vorsitz-2031", round: 1 };
const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
const BALLOTS = [
  { choice: "Süd", salt: "00" },
  { choice: "Nord", salt: "01" },
  { choice: "Süd", salt: "02" },
];
const VOTERS = ["weil", "binzen", "kandern"];
const SEAL = sealOf(
  name,
  BALLOTS.map((ballot) => commitmentOf(name, ballot)),
  VOTERS,
);

describe("the seal", () => {
  it("is the hash of its sorted lines, each ended by a line feed", () => {
    const lines = ["forum-siegel/v1", "vorsitz-2031", "1", "2", "aa", "bb", "2", "binzen", "weil"];
    expect(sealOf(name, ["bb", "aa"], ["weil", "binzen"])).toEqual({
      ...{ commitments: ["aa", "bb"], voters: ["binzen", "weil"], root: hash(`${lines.join("\n")}\n`) },
    });
  });

  it("agrees with itself: as many ballots as parties, nothing and nobody twice", () => {
    expect(isConsistent(SEAL)).toBe(true);
    expect(isConsistent({ ...SEAL, voters: ["binzen", "weil"] })).toBe(false);
    expect(isConsistent({ ...SEAL, voters: ["binzen", "weil", "weil"] })).toBe(false);
    const [one = "", two = ""] = SEAL.commitments;
    expect(isConsistent({ ...SEAL, commitments: [one, two, two] })).toBe(false);
  });

  it("is opened by exactly its ballots, in any order", () => {
    expect(opens(name, SEAL, BALLOTS)).toBe(true);
    expect(opens(name, SEAL, [...BALLOTS].reverse())).toBe(true);
    const [first = { choice: "", salt: "" }, ...rest] = BALLOTS;
    expect(opens(name, SEAL, rest)).toBe(false);
    expect(opens(name, SEAL, [{ ...first, choice: "Nord" }, ...rest])).toBe(false);
    expect(opens({ ...name, round: 2 }, SEAL, BALLOTS)).toBe(false);
  });

  it("of a box that does not agree with itself is opened by nothing", () => {
    const voters = ["binzen", "weil"];
    const wrong = sealOf(name, SEAL.commitments, voters);
    expect(opens(name, wrong, BALLOTS)).toBe(false);
  });
});
