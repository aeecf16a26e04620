import { describe, expect, it } from "vitest";
import { ruleGroups, ruleLines } from "../../src/election/organise/rule.texts.ts";
import { DEFAULT_RULE, originOf, quorumOf, wahlordnung } from "../../src/election/wahlordnung.ts";

describe("the rule of procedure", () => {
  it("has the published defaults", () => {
    expect(DEFAULT_RULE).toEqual({
      ...{ quorum: "half", withdrawal: "move-up", nominationDays: 14, votingDays: 7, runoffDays: 5 },
      ...{ secondRoundMinDays: 7, acceptanceDays: 7, objectionDays: 7 },
      ...{ secretMinElectorate: 5, hideDistributionBelow: 5, lot: "public-draw", mostTerms: 0, deputies: 0 },
      ...{ caretaker: true, paperOnRequest: true, testBallot: false, termMonths: 12 },
    });
  });

  it("reads an older version by filling what it lacks, and refuses what makes no sense", () => {
    expect(wahlordnung.parse({ votingDays: 3 })).toEqual({ ...DEFAULT_RULE, votingDays: 3 });
    for (const wrong of [{ votingDays: 0 }, { quorum: 0 }, { quorum: "most" }, { withdrawal: "never" }])
      expect(wahlordnung.safeParse(wrong).success).toBe(false);
  });

  it("needs half of the entitled, rounded up, a number, or three in a second session", () => {
    expect([36, 35, 1].map((entitled) => quorumOf(DEFAULT_RULE, entitled, null))).toEqual([18, 18, 1]);
    expect(quorumOf({ ...DEFAULT_RULE, quorum: 20 }, 36, null)).toBe(20);
    expect(quorumOf({ ...DEFAULT_RULE, quorum: 20 }, 36, 3)).toBe(3);
  });

  it("says of every line where it comes from", () => {
    const rule = { ...DEFAULT_RULE, lot: "manual-witnessed" as const };
    expect(originOf("termMonths", rule)).toBe("declaration");
    expect(originOf("quorum", rule)).toBe("default");
    expect(originOf("lot", rule)).toBe("forum");
    const lines = ruleLines(rule, 18, 36);
    expect(lines.find((line) => line.includes("18 von 36"))).toContain(
      "nicht in der Willensbekundung geregelt",
    );
    expect(lines.find((line) => line.includes("vor zwei Zeuginnen oder Zeugen"))).toContain(
      "Festlegung des Forums",
    );
    const groups = ruleGroups(rule, 18, 36);
    expect(groups.map((group) => group.origin)).toEqual([
      "Willensbekundung:",
      "Festlegung des Forums:",
      "Voreinstellung, nicht in der Willensbekundung geregelt:",
    ]);
    expect(groups.flatMap((group) => group.lines)).toHaveLength(lines.length);
  });
});
