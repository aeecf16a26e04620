import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFinal, type Process, processIn, type Settings, STATES } from "../../src/election/process.ts";
import { type ProcessEvent, step } from "../../src/election/transition.ts";
import { ballotsOf } from "./rounds.ts";

const SETTINGS: Settings = { electorate: 36, withdrawal: "move-up", otherRunning: false };

const timer = { by: "timer" } as const;
const coordinator = { by: "coordinator" } as const;
const candidate = (type: "consent" | "withdraw" | "accept" | "decline", name: string): ProcessEvent => ({
  type,
  by: "candidate",
  candidate: name,
});
const nominate = (name: string, by = "delegate"): ProcessEvent => ({ type: "nominate", by, candidate: name });
const endNomination: ProcessEvent = { type: "end-nomination", ...timer };
const open: ProcessEvent = { type: "open", ...timer };
const endVoting = (ballots: Record<string, number>, present: number | null = null): ProcessEvent => ({
  type: "end-voting",
  ...timer,
  ballots: ballotsOf(ballots),
  present,
});
const draw = (...drawn: string[]): ProcessEvent => ({ type: "draw", ...coordinator, drawn });
const repeat: ProcessEvent = { type: "repeat", ...coordinator };
const cancel = (second: string | null, reason: string | null): ProcessEvent => ({
  type: "cancel",
  ...coordinator,
  second,
  reason,
});

/** What each event did, and where that has led. */
function run(start: Process, events: readonly ProcessEvent[], settings: Partial<Settings> = {}) {
  let process = start;
  const results = events.map((event) => {
    const stepped = step(process, event, { ...SETTINGS, ...settings });
    if (stepped.ok) process = stepped.value.process;
    return stepped.ok ? stepped.value.effect : stepped.reason;
  });
  return { results, process, state: process.state, winner: process.winner };
}

const ready = (...candidates: string[]) => processIn("ready", candidates);
const nomination = processIn("nomination", []);

describe("nominations", () => {
  it("are announced by the coordinator, unless another election for the office is running", () => {
    const announce: ProcessEvent = { type: "announce", ...coordinator };
    const draft = processIn("draft", []);
    expect(run(draft, [announce, announce])).toMatchObject({
      results: ["ok", "wrong-state"],
      state: "nomination",
    });
    expect(run(draft, [announce], { otherRunning: true })).toMatchObject({
      results: ["already-running"],
      state: "draft",
    });
  });

  it("come from delegates, chair and coordinator; consent only from the person, and only once", () => {
    const events = [
      nominate("A"),
      nominate("A", "chair"),
      nominate("B", "coordinator"),
      nominate("C", "scrutineer"),
      candidate("consent", "A"),
      candidate("consent", "A"),
      candidate("consent", "C"),
      { ...candidate("consent", "B"), by: "delegate" },
    ];
    expect(run(nomination, events).results).toEqual([
      "ok",
      "duplicate",
      "ok",
      "role",
      "ok",
      "duplicate",
      "not-nominated",
      "role",
    ]);
  });

  it("without consent are dropped at the end", () => {
    const { process } = run(nomination, [
      nominate("A"),
      nominate("B"),
      candidate("consent", "B"),
      endNomination,
    ]);
    expect(process).toMatchObject({ state: "ready", current: { stage: "first", candidates: ["B"] } });
    expect(run(process, [candidate("withdraw", "A")]).results).toEqual(["not-nominated"]);
  });

  it("are extended once when nobody agreed, then the election has failed", () => {
    const events = [nominate("A"), endNomination, candidate("withdraw", "A"), endNomination, endNomination];
    expect(run(nomination, events)).toMatchObject({
      results: ["ok", "extended", "ok", "ok", "wrong-state"],
      state: "not_elected",
      winner: null,
    });
  });

  it("kept over the extension can still be agreed to", () => {
    const events = [nominate("A"), endNomination, candidate("consent", "A"), endNomination];
    expect(run(nomination, events)).toMatchObject({
      results: ["ok", "extended", "ok", "ok"],
      state: "ready",
    });
  });

  it("taken back can be made again, and need a new consent", () => {
    const events = [
      nominate("A"),
      candidate("consent", "A"),
      candidate("withdraw", "A"),
      candidate("withdraw", "A"),
      nominate("A"),
      endNomination,
    ];
    expect(run(nomination, events).results).toEqual(["ok", "ok", "ok", "not-nominated", "ok", "extended"]);
  });
});

describe("a withdrawal before the voting", () => {
  it("takes the name off the ballot paper", () => {
    const { process } = run(ready("A", "B", "C"), [candidate("withdraw", "A"), open]);
    expect(process).toMatchObject({ state: "voting", current: { candidates: ["B", "C"] } });
  });

  it("that leaves nobody reopens the nominations once", () => {
    const first = run(ready("A"), [candidate("withdraw", "A")]);
    expect(first).toMatchObject({ results: ["extended"], state: "nomination" });
    const again = [nominate("B"), candidate("consent", "B"), endNomination, candidate("withdraw", "B")];
    expect(run(first.process, again)).toMatchObject({
      results: ["ok", "ok", "ok", "ok"],
      state: "not_elected",
    });
  });

  it("that leaves nobody ends the election when nominations were extended before", () => {
    const events = [endNomination, nominate("A"), candidate("consent", "A"), endNomination];
    expect(run(nomination, [...events, candidate("withdraw", "A")])).toMatchObject({ state: "not_elected" });
  });
});

describe("a round", () => {
  it("leads to the acceptance, and only the winner can accept", () => {
    const events = [open, endVoting({ A: 20, B: 10 }), candidate("accept", "B"), candidate("accept", "A")];
    expect(run(ready("A", "B"), events)).toMatchObject({
      results: ["ok", "ok", "not-winner", "ok"],
      state: "elected",
      winner: "A",
    });
  });

  it("ends with nobody elected when the winner declines or says nothing", () => {
    const won = run(ready("A", "B"), [open, endVoting({ A: 20, B: 10 })]).process;
    expect(won).toMatchObject({ state: "acceptance", winner: "A" });
    for (const event of [
      candidate("decline", "A"),
      candidate("withdraw", "A"),
      { type: "end-acceptance", ...timer } as const,
    ])
      expect(run(won, [event])).toMatchObject({ results: ["ok"], state: "not_elected", winner: null });
    expect(run(won, [candidate("withdraw", "B")])).toMatchObject({ results: ["ok"], state: "acceptance" });
    expect(run(won, [candidate("decline", "B")])).toMatchObject({ results: ["not-winner"], winner: "A" });
  });

  it("is closed early only when all have voted", () => {
    const close = (allVoted: boolean): ProcessEvent => ({
      type: "close",
      ...coordinator,
      allVoted,
      ballots: ballotsOf({ A: 36 }),
      present: null,
    });
    expect(run(ready("A", "B"), [open, close(false), close(true)])).toMatchObject({
      results: ["ok", "not-all-voted", "ok"],
      winner: "A",
    });
  });

  it("of a single candidate is followed by one second round", () => {
    const events = [open, endVoting({ A: 15, nein: 15 }), open, endVoting({ A: 15, nein: 15 })];
    expect(run(ready("A"), events.slice(0, 2)).state).toBe("second_round_pending");
    expect(run(ready("A"), events).state).toBe("not_elected");
  });

  it("counts those who only checked in", () => {
    expect(run(ready("A", "B"), [open, endVoting({ A: 16, B: 14 }, 33)]).state).toBe("runoff_pending");
  });

  it("notes a withdrawal while it is open, and lets it take effect after the count", () => {
    const events = [open, candidate("withdraw", "A"), candidate("withdraw", "Z")];
    const { process, results } = run(ready("A", "B", "C"), events);
    expect(results).toEqual(["ok", "noted", "not-nominated"]);
    expect(process.current.candidates).toEqual(["A", "B", "C"]);
    expect(run(process, [endVoting({ A: 20, B: 10 })])).toMatchObject({ state: "not_elected", winner: null });
    expect(run(process, [endVoting({ A: 12, B: 10, C: 8 })]).process.current).toEqual({
      stage: "runoff",
      candidates: ["B", "C"],
    });
  });
});

describe("between the rounds", () => {
  const runoff = run(ready("A", "B", "C", "D"), [open, endVoting({ A: 13, B: 12, C: 4, D: 4 })]).process;

  it("the next best moves up; a tie there needs a lot, and the drawing leads to the run-off", () => {
    const events = [candidate("withdraw", "B"), draw("B"), draw("C", "D"), draw("D"), open];
    const { process, results } = run(runoff, events);
    expect(results).toEqual(["ok", "invalid-lot", "invalid-lot", "ok", "ok"]);
    expect(process).toMatchObject({ state: "voting", current: { stage: "runoff", candidates: ["A", "D"] } });
  });

  it("a drawing stays valid as long as it fits, and is made again when it does not", () => {
    const drawn = run(runoff, [candidate("withdraw", "B"), draw("D")]).process;
    expect(run(drawn, [candidate("withdraw", "C")]).process.current.candidates).toEqual(["A", "D"]);
    expect(run(drawn, [candidate("withdraw", "A")]).process.current.candidates).toEqual(["C", "D"]);
    const three = run(ready("A", "B", "C", "D"), [open, endVoting({ A: 9, B: 7, C: 7, D: 7 }), draw("B")]);
    expect(three.process.current.candidates).toEqual(["A", "B"]);
    expect(run(three.process, [candidate("withdraw", "B")])).toMatchObject({ state: "lot_pending" });
    expect(run(three.process, [candidate("withdraw", "D")]).process.current.candidates).toEqual(["A", "B"]);
  });

  it("one left gets a second round, nobody left ends the election", () => {
    const gone = ["B", "C", "D"].map((name) => candidate("withdraw", name));
    expect(run(runoff, gone).process).toMatchObject({
      state: "second_round_pending",
      current: { stage: "second", candidates: ["A"] },
    });
    expect(run(runoff, [...gone, candidate("withdraw", "A")])).toMatchObject({ state: "not_elected" });
  });

  it("a tied run-off of which one withdraws needs no lot", () => {
    const tied = run(runoff, [open, endVoting({ A: 15, B: 15 })]).process;
    expect(tied.state).toBe("lot_pending");
    expect(run(tied, [candidate("withdraw", "A")])).toMatchObject({ state: "acceptance", winner: "B" });
    expect(run(tied, [draw("A")])).toMatchObject({ state: "acceptance", winner: "A" });
  });

  it("withdrawals of the round before do not touch the next one", () => {
    const binding = { withdrawal: "binding" } as const;
    const events = [candidate("withdraw", "A"), open, endVoting({ A: 20, B: 10 })];
    expect(run(runoff, events, binding)).toMatchObject({ state: "acceptance", winner: "A" });
  });

  it("under the rule to start again a withdrawal voids the round, and the repetition can be held", () => {
    const restart = { withdrawal: "restart" } as const;
    const events = [candidate("withdraw", "A"), repeat, candidate("withdraw", "A"), open];
    const { process, results } = run(runoff, events, restart);
    expect(results).toEqual(["ok", "ok", "ok", "ok"]);
    expect(process).toMatchObject({ quorum: null, current: { stage: "first", candidates: ["B", "C", "D"] } });
  });
});

describe("a void round", () => {
  it("is repeated with the same people; after too few took part three are enough", () => {
    const events = [open, endVoting({ A: 9, B: 8 }), repeat, open, endVoting({ A: 2, B: 1 })];
    const { process, winner } = run(ready("A", "B"), events);
    expect([process.state, process.quorum, winner]).toEqual(["acceptance", 3, "A"]);
  });

  it("stays the run-off it was", () => {
    const events = [open, endVoting({ A: 13, B: 12, C: 8 }), open, endVoting({ A: 3 }), repeat, open];
    const { process } = run(ready("A", "B", "C"), events);
    expect(process.current).toEqual({ stage: "runoff", candidates: ["A", "B"] });
    expect(run(process, [endVoting({ A: 2, B: 3, enthaltung: 5 })]).winner).toBe("B");
  });

  it("for another reason keeps the quorum", () => {
    const events = [open, endVoting({ A: 30 }, 20), repeat];
    expect(run(ready("A", "B"), events).process).toMatchObject({ state: "ready", quorum: null });
  });

  it("takes no withdrawal, and no timer", () => {
    const start = run(ready("A", "B"), [open, endVoting({ A: 3 })]).process;
    expect(run(start, [candidate("withdraw", "A"), open, endVoting({ A: 30 })]).results).toEqual([
      "wrong-state",
      "wrong-state",
      "wrong-state",
    ]);
  });
});

describe("cancelling", () => {
  it("needs the coordinator, a reason and a second person, in that order", () => {
    const events = [
      { ...cancel("chair", "x"), by: "chair" },
      cancel(null, null),
      cancel("chair", " "),
      cancel(null, "x"),
      cancel("coordinator", "x"),
      cancel("deputy", "x"),
      cancel("deputy", "x"),
    ];
    expect(run(ready("A"), events)).toMatchObject({
      results: [
        "role",
        "needs-reason",
        "needs-reason",
        "needs-second-person",
        "needs-second-person",
        "ok",
        "wrong-state",
      ],
      state: "cancelled",
    });
  });

  it("is possible in every state that is not final, and leaves no winner", () => {
    for (const state of STATES) {
      const { results, winner, process } = run(processIn(state, ["A"]), [cancel("chair", "x")]);
      expect(results).toEqual([isFinal(state) ? "wrong-state" : "ok"]);
      if (!isFinal(state)) expect([process.state, winner]).toEqual(["cancelled", null]);
    }
  });
});

const name = fc.constantFrom("A", "B", "C");
const by = fc.constantFrom("coordinator", "candidate", "delegate", "chair", "timer", "deputy", "");
const box = {
  ballots: fc
    .record({ A: fc.nat(20), B: fc.nat(20), C: fc.nat(5), nein: fc.nat(5), enthaltung: fc.nat(5) })
    .map(ballotsOf),
  present: fc.constant(null),
};
const anyEvent: fc.Arbitrary<ProcessEvent> = fc.oneof(
  fc.record({
    type: fc.constantFrom("announce", "end-nomination", "open", "end-acceptance", "repeat" as const),
    by,
  }),
  fc.record({
    type: fc.constantFrom("nominate", "consent", "withdraw", "accept", "decline" as const),
    by,
    candidate: name,
  }),
  fc.record({ type: fc.constant("end-voting" as const), by, ...box }),
  fc.record({ type: fc.constant("close" as const), by, allVoted: fc.boolean(), ...box }),
  fc.record({ type: fc.constant("draw" as const), by, drawn: fc.array(name, { maxLength: 2 }) }),
  fc.record({
    type: fc.constant("cancel" as const),
    by,
    second: fc.constantFrom("chair", "deputy", null),
    reason: fc.constantFrom("x", "", null),
  }),
);
const anySettings = fc.record({
  electorate: fc.constantFrom(3, 36),
  withdrawal: fc.constantFrom("move-up", "binding", "restart" as const),
  otherRunning: fc.constant(false),
});
const anyStart = fc
  .tuple(fc.constantFrom(...STATES), fc.subarray(["A", "B", "C"]))
  .map(([state, candidates]) => processIn(state, candidates));

describe("whatever happens to an election", () => {
  const walk = (check: (before: Process, event: ProcessEvent, settings: Settings) => Process) =>
    fc.assert(
      fc.property(anyStart, anySettings, fc.array(anyEvent, { maxLength: 40 }), (start, settings, events) => {
        let process = start;
        for (const event of events) process = check(process, event, settings);
      }),
      { numRuns: 300 },
    );

  it("a final state is never left", () => {
    walk((before, event, settings) => {
      const stepped = step(before, event, settings);
      if (isFinal(before.state)) expect(stepped.ok).toBe(false);
      return stepped.ok ? stepped.value.process : before;
    });
  });

  it("a refused event changes nothing, and no event changes what was given to it", () => {
    walk((before, event, settings) => {
      const copy = structuredClone(before);
      const stepped = step(before, event, settings);
      expect(before).toEqual(copy);
      return stepped.ok ? stepped.value.process : before;
    });
  });

  it("there is a winner exactly from the acceptance on, and it stood in the round", () => {
    walk((before, event, settings) => {
      const stepped = step(before, event, settings);
      if (!stepped.ok) return before;
      const { state, winner, current } = stepped.value.process;
      if (state !== "acceptance" && state !== "elected") expect(winner).toBeNull();
      if (winner !== null) expect(current.candidates).toContain(winner);
      return stepped.value.process;
    });
  });

  it("only a drawing or the tie losing somebody leads out of a lot, and only the winner to the office", () => {
    walk((before, event, settings) => {
      const stepped = step(before, event, settings);
      if (!stepped.ok) return before;
      const after = stepped.value.process;
      if (before.state === "lot_pending" && after.state !== "lot_pending")
        expect(["draw", "withdraw", "cancel"]).toContain(event.type);
      if (before.state !== "elected" && after.state === "elected") {
        expect(event).toMatchObject({ type: "accept", by: "candidate", candidate: before.winner });
      }
      return after;
    });
  });
});
