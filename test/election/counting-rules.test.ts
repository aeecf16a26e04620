/** Reading a closed box: what it seals, what it counts, and what of it may be seen. */
import { describe, expect, it } from "vitest";
import { type Ring, ringOf, sealBallot } from "../../src/election/box.ts";
import { openAll, published, resultWith, sealing, uncounted, unsealed } from "../../src/election/counting.ts";
import type { DecisionCount } from "../../src/election/decision.ts";
import { type Count, elected, notElected, runoff, secondRound, voided } from "../../src/election/election.ts";
import { commitmentOf, sealOf } from "../../src/election/seal.ts";
import type { BoxRow, StoredResult, StoredRound } from "../../src/election/stored.ts";
import { DEFAULT_RULE } from "../../src/election/wahlordnung.ts";
import { round } from "./drawn.ts";
import { entry } from "./minutes-source.ts";

const ROUND = round({ candidates: ["A", "B"], entitled: 9 });
const { name } = ROUND;
const RING = ringOf(Buffer.alloc(32, 7), name);
const bytes = (size: number): Buffer => Buffer.alloc(size, 9);
const saltOf = (at: number): string => at.toString(16).padStart(32, "0");

const opened = (choices: readonly string[]) => choices.map((choice, at) => ({ choice, salt: saltOf(at) }));
const boxOf = (choices: readonly string[], ring: Ring = RING): readonly BoxRow[] =>
  opened(choices).map((ballot, at) => ({ slot: `s${at}`, sealed: sealBallot(ring, ballot, bytes) }));

/** So many parties that voted, from the end of the alphabet, and one that did not. */
const registerOf = (voters: number) => [
  ...Array.from({ length: voters }, (_, at) => entry(`p${9 - at}`)),
  entry("p0", { voted: false }),
];
const BROKEN: BoxRow = { slot: "s", sealed: "AAAA" };

describe("opening a box", () => {
  it("gives every ballot with its commitment", () => {
    const expected = opened(["A", "B", "enthaltung"]).map((ballot) => ({
      ...{ ...ballot, commitment: commitmentOf(name, ballot) },
    }));
    expect(openAll(RING, ROUND, boxOf(["A", "B", "enthaltung"]))).toEqual(expected);
    expect(openAll(RING, ROUND, [])).toEqual([]);
  });

  it("gives nothing at all where one ballot is broken, strange or of another round", () => {
    const other = ringOf(Buffer.alloc(32, 7), { ...name, round: 2 });
    expect(openAll(RING, ROUND, [...boxOf(["A"]), BROKEN])).toBeNull();
    expect(openAll(RING, ROUND, boxOf(["A", "C"]))).toBeNull();
    expect(openAll(RING, ROUND, boxOf(["A"], other))).toBeNull();
  });

  it("knows yes and no on a motion only", () => {
    const motion = { ...ROUND, stage: "motion" as const };
    expect(openAll(RING, motion, boxOf(["ja", "nein"]))).toHaveLength(2);
    expect(openAll(RING, motion, boxOf(["A"]))).toBeNull();
    expect(openAll(RING, ROUND, boxOf(["ja"]))).toBeNull();
  });
});

describe("sealing a box", () => {
  const box = boxOf(["A", "B", "A"]);

  it("fixes the ballots and the parties that took part", () => {
    const commitments = opened(["A", "B", "A"]).map((ballot) => commitmentOf(name, ballot));
    const seal = sealOf(name, commitments, ["p7", "p8", "p9"]);
    expect(sealing(RING, ROUND, registerOf(3), box)).toEqual({ seal });
    expect(seal.commitments).toHaveLength(3);
    expect(seal.voters).toEqual(["p7", "p8", "p9"]);
  });

  it("is refused where ballots and parties differ in number, before any key is needed", () => {
    const mismatch = { trouble: "count-mismatch" };
    expect(sealing(RING, ROUND, registerOf(2), box)).toEqual(mismatch);
    expect(sealing(RING, ROUND, registerOf(4), box)).toEqual(mismatch);
    expect(sealing(null, ROUND, registerOf(4), box)).toEqual(mismatch);
  });

  it("is refused where the same ballot lies in the box twice", () => {
    const [first, ...rest] = box;
    expect(sealing(RING, ROUND, registerOf(4), first ? [first, first, ...rest] : [])).toEqual({
      trouble: "count-mismatch",
    });
  });

  it("is refused without the key, and with a ballot that cannot be read", () => {
    expect(sealing(null, ROUND, registerOf(3), box)).toEqual({ trouble: "key-lost" });
    expect(sealing(RING, ROUND, registerOf(3), [...box.slice(1), BROKEN])).toEqual({
      trouble: "box-damaged",
    });
  });
});

describe("unsealing a box", () => {
  const box = boxOf(["A", "B", "A"]);
  const sealed = sealing(RING, ROUND, registerOf(3), box);
  const closed: StoredRound = { ...ROUND, seal: "seal" in sealed ? sealed.seal : null };
  const changed = { trouble: "box-changed" };

  it("counts what was sealed", () => {
    const found = unsealed(RING, closed, box);
    expect(found).toMatchObject({ ballots: opened(["A", "B", "A"]) });
    expect("tally" in found && Object.fromEntries(found.tally)).toEqual({ A: 2, B: 1 });
  });

  it("is refused without the key", () => {
    expect(unsealed(null, closed, box)).toEqual({ trouble: "key-lost" });
  });

  it("is refused where a ballot is missing, exchanged or unreadable, and where nothing was sealed", () => {
    expect(unsealed(RING, closed, box.slice(1))).toEqual(changed);
    expect(unsealed(RING, closed, boxOf(["A", "B", "B"]))).toEqual(changed);
    expect(unsealed(RING, closed, [...box.slice(1), BROKEN])).toEqual(changed);
    expect(unsealed(RING, ROUND, box)).toEqual(changed);
  });
});

describe("a round that cannot be counted", () => {
  it("is void and says who took part, and nothing else", () => {
    expect(uncounted(ROUND, registerOf(4), "key-lost")).toEqual({
      ...{ outcome: "void", reason: "key-lost", winner: null, tally: null, choices: null },
      ...{ present: 4, needed: 3, entitled: 9, byLot: false, next: {} },
    });
  });
});

const LOT: Count = {
  ...{ outcome: "lot", lotFor: "winner", lotAmong: ["A", "B"], lotSeats: 1, runoffFixed: [] },
};
const LOT_NEXT = { lotFor: "winner", lotAmong: ["A", "B"], lotSeats: 1, runoffFixed: [] };

describe("a count that replaces another", () => {
  const base: StoredResult = { ...uncounted(ROUND, registerOf(5), "cancelled"), tally: [["A", 5]] };
  const replaced = (count: Count, before = base) => resultWith(before, count);

  it("keeps the numbers and says who is elected, with or without a lot", () => {
    const common = { ...base, outcome: "elected", reason: null, winner: "A" };
    expect(replaced(elected("A"))).toEqual({ ...common, byLot: false });
    expect(replaced(elected("A", true))).toEqual({ ...common, byLot: true });
  });

  it("says why nobody is elected, or what comes next; nothing stays of somebody elected before", () => {
    const won = replaced(elected("A", true));
    const nobody = { ...base, winner: null, byLot: false };
    expect(replaced(notElected("no-majority"), won)).toEqual({
      ...{ ...nobody, outcome: "not-elected", reason: "no-majority" },
    });
    expect(replaced(runoff(["A", "B"]), won)).toEqual({
      ...{ ...nobody, outcome: "runoff", reason: "runoff", next: { runoffPair: ["A", "B"] } },
    });
    expect(replaced(voided("withdrawal-restart"), won)).toEqual({
      ...{ ...nobody, outcome: "void", reason: "withdrawal-restart" },
    });
  });

  it("keeps who was in the lot after the drawing, and nothing older", () => {
    const drawn = replaced(elected("B", true), replaced(LOT));
    expect(drawn.next).toEqual(LOT_NEXT);
    expect(replaced(secondRound("B"), replaced(runoff(["A", "B"]))).next).toEqual({ candidate: "B" });
  });
});

describe("what is published of a count", () => {
  const least = DEFAULT_RULE.hideDistributionBelow;
  const shown = (count: Count | DecisionCount, ballots = least) =>
    published(
      ...([ROUND, registerOf(ballots), opened([...Array<string>(ballots - 1).fill("A"), "B"])] as const),
      ...([count, bytes] as const),
    );

  it("is the distribution from the least number of ballots on, choices in an order of chance", () => {
    const result = shown(elected("A"));
    expect(result).toMatchObject({
      ...{ outcome: "elected", reason: null, winner: "A", byLot: false, next: {} },
      ...{ present: least, entitled: 9 },
      tally: [
        ["A", least - 1],
        ["B", 1],
      ],
    });
    expect([...(result.choices ?? [])].sort()).toEqual([...Array<string>(least - 1).fill("A"), "B"]);
  });

  it("is only the outcome of fewer ballots and of a void round", () => {
    expect(shown(elected("A"), least - 1)).toMatchObject({ winner: "A", tally: null, choices: null });
    expect(shown(voided("no-quorum"))).toMatchObject({
      ...{ outcome: "void", reason: "no-quorum", winner: null, tally: null, choices: null, byLot: false },
    });
  });

  it("says whether the lot elected, and who is in a lot or a further round", () => {
    expect(shown(elected("A", true)).byLot).toBe(true);
    expect(shown(LOT)).toMatchObject({ outcome: "lot", reason: "lot", winner: null, next: LOT_NEXT });
    expect(shown(runoff(["A", "B"]))).toMatchObject({ winner: null, byLot: false });
    expect(shown(runoff(["A", "B"])).next).toEqual({ runoffPair: ["A", "B"] });
    expect(shown(notElected("no-majority")).reason).toBe("no-majority");
  });

  it("of a motion is whether it was accepted, or why not", () => {
    expect(shown({ outcome: "accepted" })).toMatchObject({
      ...{ outcome: "accepted", reason: null, winner: null, byLot: false, next: {} },
    });
    expect(shown({ outcome: "rejected", reason: "tie" })).toMatchObject({
      ...{ outcome: "rejected", reason: "tie", winner: null, byLot: false, next: {} },
    });
  });
});
