/** Two programs for one rule: what the recount finds in a round is what the election's own rule finds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { motionCounted } from "../../scripts/recount/motion.mjs";
import { afterLot, counted, withoutWithdrawn } from "../../scripts/recount/rule.mjs";
import { countDecision, MAJORITIES } from "../../src/election/decision.ts";
import type { Count } from "../../src/election/election.ts";
import { resultOf } from "../../src/election/result.ts";
import { WITHDRAWAL_RULES } from "../../src/election/withdrawal.ts";
import { anyRound, NAMES } from "../election/rounds.ts";

const sorted = (names: readonly string[]) => [...names].sort();

const nextOf = (count: Count): readonly string[] => {
  if (count.outcome === "runoff") return sorted(count.runoffPair);
  return count.outcome === "second-round" ? [count.candidate] : [];
};

/** In the words of the recount; sets in one order. */
const inItsWords = (count: Count) => ({
  outcome: count.outcome,
  reason: "reason" in count ? count.reason : null,
  winner: count.outcome === "elected" ? count.winner : null,
  byLot: count.outcome === "elected" && count.byLot,
  next: nextOf(count),
  tie:
    count.outcome === "lot"
      ? {
          lotFor: count.lotFor,
          seats: count.lotSeats,
          among: sorted(count.lotAmong),
          fixed: sorted(count.runoffFixed),
        }
      : null,
});

const fewNames = fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 3 });

describe("the rule of the recount", () => {
  it("agrees on any round, with withdrawals, lots, people who did not vote, numbers that do not fit and too few present", () => {
    const setting = fc.constantFrom(...WITHDRAWAL_RULES);
    fc.assert(
      fc.property(
        anyRound,
        fewNames,
        setting,
        fc.array(fc.constantFrom(...NAMES), { maxLength: 3 }),
        fc.record({ quorum: fc.nat({ max: 12 }), more: fc.integer({ min: -1, max: 2 }) }),
        (held, withdrawn, rule, drawn, { quorum, more }) => {
          const round = { ...held, present: Math.max(0, (held.present ?? 0) + more) };
          const own = resultOf({ ...round, quorum }, { withdrawn, rule, drawn, acceptance: null });
          const box = { ...round, quorum };
          const found = afterLot(withoutWithdrawn(counted(box), box, withdrawn, rule), drawn);
          const tie = found.tie && {
            ...found.tie,
            among: sorted(found.tie.among),
            fixed: sorted(found.tie.fixed),
          };
          expect({ ...found, next: sorted(found.next), tie }).toEqual(inItsWords(own));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("takes no drawing that names somebody twice", () => {
    const votes = {
      ballots: new Map(["A", "B", "C"].map((name) => [name, 3])),
      entitled: 9,
      present: 9,
      quorum: 5,
    };
    const found = counted({ ...votes, stage: "first", candidates: ["A", "B", "C"] });
    expect(found.tie).toMatchObject({ seats: 2 });
    expect(afterLot(found, ["B", "B"])).toBe(found);
    expect(afterLot(found, ["B", "A"]).next).toEqual(["B", "A"]);
  });

  it("agrees on any motion, by every majority and in circulation", () => {
    const few = fc.nat({ max: 4 });
    const anyBallots = fc.record({ ja: few, nein: few, enthaltung: few, ungueltig: few });
    fc.assert(
      fc.property(
        anyBallots,
        fc.constantFrom(...MAJORITIES),
        fc.boolean(),
        fc.record({
          quorum: few,
          more: fc.integer({ min: -1, max: 2 }),
          absent: fc.integer({ min: -1, max: 4 }),
        }),
        (given, majority, circulation, { quorum, more, absent }) => {
          const ballots = new Map(Object.entries(given));
          const present = Math.max(
            0,
            [...ballots.values()].reduce((sum, one) => sum + one, more),
          );
          const box = { ballots, present, entitled: present + absent, quorum };
          const own = countDecision({ ...box, majority, circulation, cancelled: false });
          const found = motionCounted(box, { majority, mode: circulation ? "umlauf" : "vote" });
          const reason = "reason" in own ? own.reason : null;
          expect({ outcome: found.outcome, reason: found.reason }).toEqual({ outcome: own.outcome, reason });
        },
      ),
      { numRuns: 2000 },
    );
  });
});
