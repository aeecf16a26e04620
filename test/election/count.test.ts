import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ballotPaper, countRound } from "../../src/election/count.ts";
import { type Count, roundAfter } from "../../src/election/election.ts";
import { castIn, halfOf, moreThanHalf, turnoutOf } from "../../src/election/turnout.ts";
import { anyRound, NAMES, result, round, unordered } from "./rounds.ts";

const ELECTED = "elected";

/** Who is in the run-off, who may still get in by lot, and how many of them. */
function placesOf(count: Count) {
  if (count.outcome === "runoff") return { sure: count.runoffPair, open: [], count: 0 };
  if (count.outcome !== "lot" || count.lotFor !== "runoff") return null;
  return { sure: count.runoffFixed, open: count.lotAmong, count: count.lotSeats };
}

describe("a first round of several candidates", () => {
  it("elects with more than half of those present", () => {
    expect(countRound(round({ A: 18, B: 16 }))).toEqual({ outcome: ELECTED, winner: "A", byLot: false });
  });

  it("does not elect with exactly half, although that is most of the valid votes", () => {
    const half = round({ A: 17, B: 11, C: 4, enthaltung: 1, ungueltig: 1 });
    expect(countRound(half)).toEqual({ outcome: "runoff", runoffPair: ["A", "B"] });
  });

  it("counts abstentions, invalid ballots and people who only checked in as present", () => {
    expect(countRound(round({ A: 10, B: 5, enthaltung: 3, ungueltig: 1 })).outcome).toBe(ELECTED);
    expect(countRound(round({ A: 10, B: 5, enthaltung: 3, ungueltig: 2 })).outcome).toBe("runoff");
    expect(countRound(round({ A: 10, B: 5, enthaltung: 3, ungueltig: 1 }, { present: 20 })).outcome).toBe(
      "runoff",
    );
  });

  it("sends two into the run-off whatever they have, also when they are tied", () => {
    expect(countRound(round({ A: 15, B: 15 }))).toEqual({ outcome: "runoff", runoffPair: ["A", "B"] });
    expect(countRound(round({ A: 1, B: 0, enthaltung: 30 }))).toMatchObject({ runoffPair: ["A", "B"] });
  });

  it("needs no lot when two are tied at the top and the third is lower", () => {
    expect(countRound(round({ A: 12, B: 12, C: 8 }))).toEqual({ outcome: "runoff", runoffPair: ["A", "B"] });
  });

  it("draws one place when second place is tied, two places when three are tied at the top", () => {
    expect(countRound(round({ A: 13, B: 9, C: 9 }))).toMatchObject({
      outcome: "lot",
      lotFor: "runoff",
      runoffFixed: ["A"],
      lotAmong: ["B", "C"],
      lotSeats: 1,
    });
    expect(countRound(round({ A: 9, B: 9, C: 9, D: 5 }))).toMatchObject({
      runoffFixed: [],
      lotAmong: ["A", "B", "C"],
      lotSeats: 2,
    });
  });

  it("draws among those without any vote when only one has votes", () => {
    expect(countRound(round({ A: 9, B: 0, C: 0, enthaltung: 12 }))).toMatchObject({
      runoffFixed: ["A"],
      lotAmong: ["B", "C"],
      lotSeats: 1,
    });
  });

  it.each([
    ["all abstain", { enthaltung: 30 }],
    ["all are invalid", { ungueltig: 30 }],
  ])("elects nobody when %s, in the run-off too: a lot replaces no vote", (_, ballots) => {
    for (const stage of ["first", "runoff"] as const)
      expect(countRound(round(ballots, { candidates: ["A", "B"], stage }))).toEqual({
        outcome: "not-elected",
        reason: "no-votes",
      });
  });
});

describe("a single candidate", () => {
  const alone = { candidates: ["A"] };

  it("is elected with more than half of those present, in either round", () => {
    for (const stage of ["first", "second"] as const)
      expect(countRound(round({ A: 18, nein: 16, enthaltung: 1 }, { ...alone, stage }))).toMatchObject({
        outcome: ELECTED,
        winner: "A",
      });
  });

  it("gets a second round with exactly half, and none after that", () => {
    const half = { A: 17, nein: 10, enthaltung: 7 };
    expect(countRound(round(half, alone))).toEqual({ outcome: "second-round", candidate: "A" });
    expect(countRound(round(half, { ...alone, stage: "second" }))).toEqual({
      outcome: "not-elected",
      reason: "no-majority",
    });
  });

  it.each([{ enthaltung: 20 }, { ungueltig: 20 }, { nein: 20 }])(
    "gets the second round also without any vote: %j",
    (ballots) => {
      expect(countRound(round(ballots, alone)).outcome).toBe("second-round");
    },
  );

  it("who is left of a run-off needs more than half and gets no third round", () => {
    const left = { ...alone, stage: "runoff" } as const;
    expect(countRound(round({ A: 15, nein: 5 }, left)).outcome).toBe(ELECTED);
    expect(countRound(round({ A: 10, nein: 10 }, left))).toMatchObject({ reason: "no-majority" });
  });
});

describe("a run-off", () => {
  const stage = "runoff" as const;

  it("is won by one vote more, however many abstain", () => {
    expect(countRound(round({ A: 1, B: 2, enthaltung: 27 }, { stage }))).toMatchObject({ winner: "B" });
  });

  it("goes to the lot when both are equal", () => {
    expect(countRound(round({ A: 13, B: 13, enthaltung: 3 }, { stage }))).toMatchObject({
      outcome: "lot",
      lotFor: "winner",
      lotAmong: ["A", "B"],
      lotSeats: 1,
    });
  });
});

describe("a round that does not count", () => {
  const many = { A: 20, B: 10 };

  it("was cancelled, whatever was cast", () => {
    expect(countRound(round(many, { cancelled: true, candidates: [] }))).toMatchObject({
      reason: "cancelled",
    });
  });

  it("had no candidates: that comes before the numbers are looked at", () => {
    expect(countRound(round({ enthaltung: 40 }, { candidates: [] }))).toEqual({
      outcome: "not-elected",
      reason: "no-candidates",
    });
  });

  it("has more ballots than people, or more people than seats", () => {
    expect(countRound(round(many, { present: 29 }))).toMatchObject({ reason: "count-mismatch" });
    expect(countRound(round(many, { present: 37 }))).toMatchObject({ reason: "count-mismatch" });
    expect(countRound(round(many, { entitled: 29 }))).toMatchObject({ reason: "count-mismatch" });
  });

  it.each([
    [36, 18],
    [35, 18],
    [34, 17],
  ])("of %d entitled needs %d present", (entitled, quorum) => {
    expect(countRound(round({ A: quorum, B: 0 }, { entitled })).outcome).toBe(ELECTED);
    expect(countRound(round({ A: quorum - 1, B: 0 }, { entitled }))).toMatchObject({ reason: "no-quorum" });
  });

  it("needs three present in a second session, in each stage", () => {
    for (const stage of ["first", "runoff", "second"] as const) {
      const candidates = stage === "second" ? ["A"] : ["A", "B"];
      const three = round({ A: 3 }, { quorum: 3, stage, candidates });
      expect(countRound(three).outcome).toBe(ELECTED);
      expect(countRound({ ...three, ballots: new Map([["A", 2]]) })).toMatchObject({ reason: "no-quorum" });
    }
  });
});

describe("for any round", () => {
  it("the order of candidates and of ballots does not matter", () => {
    fc.assert(
      fc.property(anyRound, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (given, keys) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((one, at) => ({ one, key: keys[at] ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ one }) => one);
        const other = {
          ...given,
          candidates: shuffled(given.candidates),
          ballots: new Map(shuffled([...given.ballots])),
        };
        expect(unordered(countRound(other))).toEqual(unordered(countRound(given)));
      }),
    );
  });

  it("a first or second round elects exactly with more than half of those present, for 1 to 60", () => {
    for (let present = 1; present <= 60; present += 1)
      for (let votes = 0; votes <= present; votes += 1) {
        const ballots = { A: votes, enthaltung: present - votes };
        for (const candidates of [["A"], ["A", "B"]]) {
          const given = round(ballots, { candidates, entitled: present });
          expect(countRound(given).outcome === ELECTED, `${votes} of ${present}`).toBe(2 * votes > present);
        }
      }
  });

  it("the quorum is the smallest number that is at least half, the majority the smallest above it", () => {
    for (let entitled = 0; entitled <= 60; entitled += 1) {
      expect([2 * halfOf(entitled) >= entitled, 2 * (halfOf(entitled) - 1) >= entitled]).toEqual([
        true,
        false,
      ]);
      const needed = moreThanHalf(entitled);
      expect([2 * needed > entitled, 2 * (needed - 1) > entitled]).toEqual([true, false]);
    }
  });

  it("a tie at the top of a run-off never has a winner without a lot", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 18 }), fc.nat({ max: 5 }), (votes, enthaltung) => {
        const tie = round({ A: votes, B: votes, enthaltung }, { stage: "runoff", quorum: 0, entitled: 60 });
        expect(countRound(tie).outcome).toBe("lot");
        expect(result(tie, { drawn: [] }).outcome).toBe("lot");
        expect(result(tie, { drawn: ["B"] })).toEqual({ outcome: ELECTED, winner: "B", byLot: true });
      }),
    );
  });

  it("nobody is elected who has fewer votes than another, and nobody without a vote", () => {
    fc.assert(
      fc.property(anyRound, (given) => {
        const count = countRound(given);
        if (count.outcome !== ELECTED) return;
        const votes = given.ballots.get(count.winner) ?? 0;
        expect(votes).toBeGreaterThan(0);
        for (const name of given.candidates)
          if (name !== count.winner) expect(given.ballots.get(name) ?? 0).toBeLessThan(votes);
      }),
    );
  });

  it("who goes on has at least as many votes as who does not, and there are two places", () => {
    fc.assert(
      fc.property(anyRound, (given) => {
        const places = placesOf(countRound(given));
        if (places === null) return;
        const { sure, open, count } = places;
        expect(sure.length + count).toBe(2);
        expect(open.length === 0 || open.length > count).toBe(true);
        const votes = (name: string) => given.ballots.get(name) ?? 0;
        const out = given.candidates.filter((name) => !sure.includes(name) && !open.includes(name));
        const least = (names: readonly string[]) => Math.min(...names.map(votes));
        const most = (names: readonly string[]) => Math.max(...names.map(votes));
        expect(least(sure)).toBeGreaterThanOrEqual(most([...open, ...out]));
        expect(least(open)).toBeGreaterThan(out.length === 0 ? -1 : most(out));
        expect(new Set(open.map(votes)).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("only a run-off and a second round are followed by a round, with the right people", () => {
    fc.assert(
      fc.property(anyRound, (given) => {
        const count = countRound(given);
        const next = roundAfter(count);
        expect(next?.stage).toBe({ runoff: "runoff", "second-round": "second" }[count.outcome as string]);
        if (given.stage !== "first") expect(next).toBeNull();
        if (next) expect(next.candidates).toHaveLength(next.stage === "runoff" ? 2 : 1);
      }),
    );
  });

  it("those who cast are the ones present unless more checked in", () => {
    fc.assert(
      fc.property(anyRound, (given) => {
        const cast = castIn(given.ballots);
        expect(turnoutOf({ ...given, present: null }).present).toBe(cast);
        expect(turnoutOf(given).present).toBe(given.present);
      }),
    );
  });
});

describe("the ballot paper", () => {
  it("offers a no only where there is nobody else to vote for", () => {
    expect([...ballotPaper(["A"])]).toEqual(["A", "nein", "enthaltung", "ungueltig"]);
    expect([...ballotPaper(NAMES)]).toEqual([...NAMES, "enthaltung", "ungueltig"]);
  });
});
