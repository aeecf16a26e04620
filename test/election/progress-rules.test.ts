/** What an event leaves in the row of an election: state, timer, answer, term, reason. */
import { describe, expect, it } from "vitest";
import { type Count, elected, notElected, runoff } from "../../src/election/election.ts";
import { type Process, processIn, STATES } from "../../src/election/process.ts";
import { finalChange, stateChange } from "../../src/election/progress.ts";
import type { ProcessEvent } from "../../src/election/transition.ts";
import { election } from "./drawn.ts";
import { round } from "./rounds.ts";

/** A Monday, 13:00 in Berlin. */
const NOW = Date.parse("2026-03-02T12:00:00Z");
const ELECTION = election();

const counted = (process: Process, count: Count): Process => ({
  ...process,
  counted: { round: round({ A: 1 }), drawn: null, count },
});

describe("the timer of an election", () => {
  const before = processIn("nomination", ["A", "B"]);
  const change = (after: Process, effect: "ok" | "extended" | "noted" = "ok", last: Last = null) =>
    stateChange(ELECTION, before, after, effect, last, NOW);
  type Last = Parameters<typeof stateChange>[4];

  it("begins anew with a new state, on the next working morning before a round", () => {
    expect(change({ ...before, state: "ready" })).toStrictEqual({
      ...{ state: "ready", winner: null, quorum: null, extended: false },
      dueAt: Date.parse("2026-03-03T08:00:00Z"),
    });
  });

  it("goes on as it was while the state stays", () => {
    const after = { ...before, winner: "A", quorum: 3, extended: true };
    expect(change(after)).toStrictEqual({
      ...{ state: "nomination", winner: "A", quorum: 3, extended: true },
    });
    expect(change(before, "noted")).not.toHaveProperty("dueAt");
  });

  it("begins anew in the same state where the nominations are extended, by seven days until the evening", () => {
    expect(change(before, "extended").dueAt).toBe(Date.parse("2026-03-09T17:00:00Z"));
  });

  it("waits for nothing in an ended election", () => {
    expect(change(processIn("not_elected", [])).dueAt).toBeNull();
  });

  it("of a second round runs from the close: the real one, else the planned, else from now", () => {
    const after = processIn("second_round_pending", ["A"]);
    const closesAt = Date.parse("2026-02-23T07:00:00Z");
    const sealedAt = Date.parse("2026-02-25T10:00:00Z");
    expect(change(after, "ok", { closesAt, sealedAt }).dueAt).toBe(Date.parse("2026-03-05T08:00:00Z"));
    expect(change(after, "ok", { closesAt, sealedAt: null }).dueAt).toBe(Date.parse("2026-03-02T08:00:00Z"));
    expect(change(after).dueAt).toBe(Date.parse("2026-03-10T08:00:00Z"));
  });
});

describe("the end of an election", () => {
  const by = "candidate";
  const OBJECTIONS = Date.parse("2026-03-09T12:00:00Z");
  const ends = (after: Process, event: ProcessEvent) => finalChange(ELECTION, after, event, NOW);

  it("with an acceptance has answer, term and time for objections, and no reason", () => {
    const after = counted(processIn("elected", ["A"]), notElected("no-votes"));
    expect(ends(after, { type: "accept", by, candidate: "A" })).toStrictEqual({
      ...{ reason: null, answer: "accepted", answeredAt: NOW, objectionUntil: OBJECTIONS },
      term: { from: "2026-03-02", to: "2027-03-02" },
    });
  });

  it("with a refusal or without an answer has no term", () => {
    const after = processIn("not_elected", ["A"]);
    const common = { answeredAt: NOW, objectionUntil: OBJECTIONS };
    expect(ends(after, { type: "decline", by, candidate: "A" })).toStrictEqual({
      ...{ ...common, reason: "declined", answer: "declined" },
    });
    const expired = { ...common, reason: "acceptance-expired", answer: "expired" };
    const late = { type: "end-acceptance", by: "timer" } as const;
    expect(ends(after, late)).toStrictEqual(expired);
    expect(ends(counted(after, elected("A")), late)).toStrictEqual(expired);
  });

  it("without anybody who stands, or with everybody gone, is one without candidates", () => {
    const none = { reason: "no-candidates", objectionUntil: OBJECTIONS };
    expect(ends(processIn("not_elected", []), { type: "end-nomination", by: "timer" })).toStrictEqual(none);
    const after = counted(processIn("not_elected", []), runoff(["A", "B"]));
    expect(ends(after, { type: "withdraw", by, candidate: "A" })).toStrictEqual(none);
  });

  it("keeps the reason of the count", () => {
    const after = counted(processIn("not_elected", ["A"]), notElected("no-majority"));
    const event = { type: "end-voting", by: "timer", ballots: new Map(), present: null } as const;
    expect(ends(after, event).reason).toBe("no-majority");
  });

  it("is a refusal where the person elected withdraws instead of answering", () => {
    const after = counted(processIn("not_elected", ["A"]), elected("A"));
    expect(ends(after, { type: "withdraw", by, candidate: "A" })).toStrictEqual({
      ...{ reason: "declined", objectionUntil: OBJECTIONS },
    });
  });

  it("by cancelling keeps what was said for it", () => {
    const event: ProcessEvent = { type: "cancel", by: "coordinator", second: "chair", reason: "Fehler" };
    expect(ends(processIn("cancelled", ["A"]), event)).toStrictEqual({
      ...{ reason: null, cancelReason: "Fehler", objectionUntil: OBJECTIONS },
    });
  });

  it("alone opens the time for objections and gives a reason", () => {
    const count = notElected("no-majority");
    for (const state of STATES) {
      const change = ends(counted(processIn(state, ["A"]), count), { type: "open", by: "timer" });
      const final = ["elected", "not_elected", "cancelled"].includes(state);
      expect([state, change]).toStrictEqual([
        state,
        {
          reason: state === "not_elected" ? "no-majority" : null,
          ...(final ? { objectionUntil: OBJECTIONS } : {}),
        },
      ]);
    }
  });
});
