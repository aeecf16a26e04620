/** Numbers from paper: what can be right, and that they count like a box. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countRound } from "../../src/election/count.ts";
import { countPaper, lotByHand, numbersProblem } from "../../src/election/organise/paper-result.ts";
import type { StoredElection, StoredRound } from "../../src/election/stored.ts";
import { DEFAULT_RULE } from "../../src/election/wahlordnung.ts";

const round = (candidates: readonly string[], more: Partial<StoredRound> = {}): StoredRound =>
  ({
    ...{ name: { electionId: "e", round: 1 }, stage: "first", candidates, entitled: 8, quorum: 4 },
    ...{ rule: DEFAULT_RULE, result: null, lot: null, paper: null },
    ...more,
  }) as StoredRound;
const ELECTION = { state: "voting", rule: DEFAULT_RULE, winner: null, quorum: null } as StoredElection;
const tally = (votes: Record<string, number>) => Object.entries(votes);

describe("the numbers", () => {
  const two = round(["A", "B"]);
  const right = { A: 3, B: 2, enthaltung: 1, ungueltig: 0 };
  it.each([
    ["right", right, 6, null],
    ["right with somebody who gave no paper", right, 7, null],
    ["more papers than people", right, 5, "paper-more-ballots"],
    ["more people than seats", right, 9, "paper-more-present"],
    ["a name that does not stand", { ...right, C: 1 }, 8, "paper-numbers"],
    ["a name that is missing", { A: 3, B: 2, enthaltung: 1 }, 6, "paper-numbers"],
    ["less than nothing", { ...right, A: -1 }, 6, "paper-numbers"],
    ["half a vote", { ...right, A: 1.5 }, 6, "paper-numbers"],
    ["no number of people", right, Number.NaN, "paper-numbers"],
  ])("%s", (_, votes, present, expected) => {
    expect(numbersProblem(two, { tally: tally(votes), present })).toBe(expected);
  });

  it("of a single candidate have a no", () => {
    const votes = { A: 3, nein: 2, enthaltung: 0, ungueltig: 0 };
    expect(numbersProblem(round(["A"]), { tally: tally(votes), present: 5 })).toBeNull();
  });
});

describe("the count", () => {
  const few = fc.nat({ max: 3 });

  it("is that of the rules, for any numbers", () => {
    fc.assert(
      fc.property(few, few, few, few, fc.nat({ max: 2 }), (a, b, enthaltung, ungueltig, there) => {
        const votes = { A: a, B: b, enthaltung, ungueltig };
        const present = Math.min(8, a + b + enthaltung + ungueltig + there);
        fc.pre(a + b + enthaltung + ungueltig <= present);
        const { result, after } = countPaper(ELECTION, [], round(["A", "B"]), {
          tally: tally(votes),
          present,
        });
        const ballots = new Map(tally(votes));
        const plain = { stage: "first", candidates: ["A", "B"], ballots, entitled: 8, present } as const;
        const count = countRound({ ...plain, quorum: 4, cancelled: false });
        expect(result.outcome).toBe(count.outcome);
        expect(after.counted?.count).toEqual(count);
        expect(result.present).toBe(present);
        expect(result.needed).toBe(Math.floor(present / 2) + 1);
      }),
    );
  });

  it("keeps few numbers and those of a void round to itself", () => {
    const small = countPaper(ELECTION, [], round(["A"]), {
      ...{ tally: tally({ A: 4, nein: 0, enthaltung: 0, ungueltig: 0 }), present: 4 },
    });
    expect(small.result).toMatchObject({ outcome: "elected", winner: "A", tally: null, choices: null });
    const empty = countPaper(ELECTION, [], round(["A"]), {
      ...{ tally: tally({ A: 3, nein: 0, enthaltung: 0, ungueltig: 0 }), present: 3 },
    });
    expect(empty.result).toMatchObject({ outcome: "void", reason: "no-quorum", tally: null });
  });

  it("a tie is drawn by hand, whatever the rule says", () => {
    expect(lotByHand({ rule: DEFAULT_RULE }, 0).way).toBe("manual-witnessed");
  });
});
