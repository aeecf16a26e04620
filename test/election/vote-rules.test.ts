/** Whether one vote counts, on plain facts. */
import { describe, expect, it } from "vitest";
import { judgeVote, type Opening, type VoteFacts } from "../../src/election/vote.ts";

const OPENING: Opening = {
  ...{ round: 2, opensAt: 100, closesAt: 200, closedEarly: false, cancelled: false, secret: true },
};
const FACTS: VoteFacts = {
  ...{ at: 150, actionUsedBy: "nobody", paperRound: 2, standing: "holder" },
  ...{ choiceOnPaper: true, seatHasVoted: false },
};

const judged = (facts: Partial<VoteFacts>, opening: Partial<Opening> = {}): string => {
  const outcome = judgeVote({ ...OPENING, ...opening }, { ...FACTS, ...facts });
  return outcome.ok ? outcome.value : outcome.reason;
};

describe("a vote", () => {
  it("counts from the opening instant until just before the closing one", () => {
    expect([99, 100, 199, 200].map((at) => judged({ at }))).toEqual(["not-open", "ok", "ok", "closed"]);
  });

  it("does not count after an early close or a cancelling, whatever the time", () => {
    expect(judged({}, { closedEarly: true })).toBe("closed");
    expect(judged({}, { cancelled: true })).toBe("cancelled");
    expect(judged({ at: 99 }, { cancelled: true })).toBe("cancelled");
  });

  it("needs a paper of this round, or one that does not say", () => {
    expect(judged({ paperRound: 1 })).toBe("wrong-round");
    expect(judged({ paperRound: 1 }, { cancelled: true })).toBe("wrong-round");
    expect(judged({ paperRound: null })).toBe("ok");
  });

  it("is the holder's, for a choice of the paper, with an action of his or her own", () => {
    expect(judged({ standing: "stranger" })).toBe("not-entitled");
    expect(judged({ standing: "same-party" })).toBe("not-holder");
    expect(judged({ choiceOnPaper: false })).toBe("unknown-choice");
    expect(judged({ actionUsedBy: "other-person" })).toBe("foreign-action");
  });

  it("delivered again gets the same answer, before anything else is looked at", () => {
    const again = { actionUsedBy: "same-person", seatHasVoted: true } as const;
    expect(judged(again)).toBe("duplicate");
    expect(judged({ ...again, at: 999, paperRound: 7, standing: "stranger" })).toBe("duplicate");
    expect(judged(again, { secret: false, cancelled: true })).toBe("duplicate");
  });

  it("stands in a secret round; in an open one the last counts", () => {
    expect(judged({ seatHasVoted: true })).toBe("already-voted");
    expect(judged({ seatHasVoted: true }, { secret: false })).toBe("replaced");
    expect(judged({}, { secret: false })).toBe("ok");
  });

  it("that comes too late is late, whether or not the party has voted", () => {
    expect(judged({ at: 200, seatHasVoted: true })).toBe("closed");
    expect(judged({ at: 200, standing: "stranger" })).toBe("closed");
  });
});
