/** What an event leaves in people and rounds, and which ballots are counted again. The store is a few values. */
import { describe, expect, it } from "vitest";
import type { Tx } from "../../src/db/store.ts";
import { ringOf, sealBallot } from "../../src/election/box.ts";
import { resultWith, uncounted } from "../../src/election/counting.ts";
import { type Count, elected, runoff } from "../../src/election/election.ts";
import type { NewCandidacy } from "../../src/election/elections.repository.ts";
import { type Process, processIn, STATES } from "../../src/election/process.ts";
import { type Brought, keepingService, type Loaded } from "../../src/election/progress.keeping.ts";
import type { ElectionDeps } from "../../src/election/service.ts";
import type { Entry, StoredRound } from "../../src/election/stored.ts";
import { announcedLot } from "../../src/election/telling.ts";
import type { ProcessEvent } from "../../src/election/transition.ts";
import { election, round } from "./drawn.ts";
import { counted, entry } from "./minutes-source.ts";
import { round as roundOf } from "./rounds.ts";

/** A Monday, 13:00 in Berlin. */
const NOW = Date.parse("2026-03-02T12:00:00Z");
const TX = {} as Tx;
const LAST = round({ candidates: ["A", "B"], name: { electionId: election().id, round: 2 } });
const RING = ringOf(Buffer.alloc(32, 7), LAST.name);
const REGISTER: readonly Entry[] = [entry("binzen"), entry("kandern"), entry("weil", { voted: false })];
const BOX = ["A", "A", "B"].map((choice, at) => ({
  slot: `s${at}`,
  sealed: sealBallot(RING, { choice, salt: `${at}`.repeat(32) }, (size) => Buffer.alloc(size, 9)),
}));

/** The service, and what it did in its order, without the transaction. */
function keeping(box = BOX) {
  const done: unknown[][] = [];
  const notes =
    (what: string) =>
    async (_: Tx, ...rest: readonly unknown[]): Promise<void> => {
      done.push([what, ...rest]);
    };
  const named = (names: readonly string[]) => Object.fromEntries(names.map((one) => [one, notes(one)]));
  const deps = {
    repository: { lock: notes("lock"), box: async () => box, register: async () => REGISTER },
    elections: named(["nominate", "consent", "withdraw", "setResult", "setLot", "destroy", "erase"]),
    forumChannel: async () => null,
  } as unknown as ElectionDeps;
  return { service: keepingService(deps), done };
}

const loaded = (more: Partial<Loaded> = {}): Loaded => ({
  ...{ election: election(), last: LAST, process: processIn("voting", ["A", "B"]) },
  ...more,
});

describe("the ballots that are counted again", () => {
  const of = async (last: StoredRound, ring: typeof RING | null = RING, box = BOX) => {
    const ballots = await keeping(box).service.ballotsOf(TX, last, ring);
    return ballots && Object.fromEntries(ballots);
  };
  const result = counted("runoff", { A: 3, B: 3 });
  const paper = { tally: [["A", 4] as [string, number]], present: 4, enteredBy: "o", witnesses: [] };

  it("are those on paper, else those published, else those in the box", async () => {
    expect(await of({ ...LAST, paper, result })).toEqual({ A: 4 });
    expect(await of({ ...LAST, result })).toEqual({ A: 3, B: 3 });
    expect(await of({ ...LAST, result: { ...result, tally: null } })).toEqual({ A: 2, B: 1 });
    expect(await of(LAST)).toEqual({ A: 2, B: 1 });
  });

  it("are unknown without the key, and where the box cannot be read", async () => {
    expect(await of(LAST, null)).toBeNull();
    expect(await of(LAST, RING, [...BOX, { slot: "s", sealed: "AAAA" }])).toBeNull();
  });
});

describe("the people of an election", () => {
  const CANDIDACY = { name: "C" } as NewCandidacy;
  const by = "candidate";
  const keeps = async (event: ProcessEvent, from: Partial<Loaded> = {}, brought: Brought = {}) => {
    const { service, done } = keeping();
    await service.keepPeople(TX, loaded(from), event, NOW, brought);
    return done;
  };
  const { id } = election();

  it("get a candidacy with a nomination that brings one", async () => {
    const event = { type: "nominate", by: "delegate", candidate: "C" } as const;
    expect(await keeps(event, {}, { candidacy: CANDIDACY })).toEqual([["nominate", id, CANDIDACY]]);
    expect(await keeps(event)).toEqual([]);
  });

  it("agree at the instant of their answer", async () => {
    expect(await keeps({ type: "consent", by, candidate: "A" }, {}, { candidacy: CANDIDACY })).toEqual([
      ["consent", id, "A", NOW],
    ]);
  });

  it("withdraw before the first round as if they had never stood, later in the newest round", async () => {
    const event = { type: "withdraw", by, candidate: "A" } as const;
    for (const state of STATES) {
      const from = state === "nomination" || state === "ready" ? 0 : 2;
      const done = await keeps(event, { election: election({ state }) });
      expect([state, done]).toEqual([state, [["withdraw", id, "A", NOW, from]]]);
    }
    expect(await keeps(event, { last: null })).toEqual([["withdraw", id, "A", NOW, 0]]);
  });

  it("stay as they are with every other event", async () => {
    expect(await keeps({ type: "open", by: "timer" }, {}, { candidacy: CANDIDACY })).toEqual([]);
    expect(await keeps({ type: "accept", by, candidate: "A" })).toEqual([]);
  });
});

describe("the count of the last round", () => {
  const RESULT = counted("runoff", { A: 3, B: 3 });
  const COUNTED_ROUND: StoredRound = { ...LAST, result: RESULT };
  const withCount = (process: Process, count: Count): Process => ({
    ...process,
    counted: { round: roundOf({ A: 3, B: 3 }), drawn: null, count },
  });
  const LOT: Count = {
    ...{ outcome: "lot", lotFor: "winner", lotAmong: ["A", "B"], lotSeats: 1, runoffFixed: [] },
  };
  const before = withCount(processIn("runoff_pending", ["A", "B"]), runoff(["A", "B"]));
  const pending = withCount(processIn("lot_pending", ["A", "B"]), LOT);
  const keeps = async (
    after: Process,
    from: Partial<Loaded> = {},
    lot?: Parameters<ReturnType<typeof keepingService>["keepCount"]>[4],
  ) => {
    const { service, done } = keeping();
    const start = loaded({ last: COUNTED_ROUND, process: before, ...from });
    await service.keepCount(TX, start, after, NOW, lot);
    return done;
  };
  const announced = announcedLot(LAST.rule, NOW);

  it("is written when it has become another", async () => {
    const after = withCount(before, elected("B"));
    expect(await keeps(after)).toEqual([["setResult", LAST.name, resultWith(RESULT, elected("B"))]]);
  });

  it("stays where nothing was counted, or nothing else came of it", async () => {
    const after = withCount(before, elected("B"));
    expect(await keeps(before)).toEqual([]);
    expect(await keeps({ ...after, counted: null })).toEqual([]);
    expect(await keeps(after, { last: LAST })).toEqual([]);
    expect(await keeps(after, { last: null })).toEqual([]);
  });

  it("announces a lot once, when it has become necessary", async () => {
    const result = ["setResult", LAST.name, resultWith(RESULT, LOT)];
    expect(await keeps(pending)).toEqual([result, ["setLot", LAST.name, announced]]);
    const again = withCount(pending, LOT);
    expect(await keeps(again, { process: pending })).toEqual([result]);
  });

  it("keeps the lot that was drawn", async () => {
    const drawn = { ...announced, drawn: ["B"] };
    const after = withCount(processIn("acceptance", ["B"]), elected("B", true));
    expect(await keeps(after, { process: pending }, drawn)).toEqual([
      ["setResult", LAST.name, resultWith(RESULT, elected("B", true))],
      ["setLot", LAST.name, drawn],
    ]);
  });
});

describe("the round of an election that is cancelled", () => {
  const { id } = election();
  const CANCEL: ProcessEvent = { type: "cancel", by: "coordinator", second: "chair", reason: "Fehler" };
  const cancels = async (last: StoredRound | null, event: ProcessEvent = CANCEL) => {
    const { service, done } = keeping();
    const process = processIn("cancelled", ["A", "B"]);
    const outcome = await service.keepRound(TX, loaded({ last }), process, event, NOW);
    return { outcome, done };
  };

  it("is destroyed while it is open or sealed, with nobody else at it: only who took part stays known", async () => {
    for (const phase of ["voting", "sealed"] as const) {
      const last = { ...LAST, phase };
      const { outcome, done } = await cancels(last);
      expect(outcome).toEqual({ ok: true, value: null });
      expect(done).toEqual([
        ["lock", LAST.name, "alone"],
        ["destroy", LAST.name, NOW, uncounted(last, REGISTER, "cancelled")],
      ]);
      expect(done[1]?.[3]).toMatchObject({ outcome: "void", reason: "cancelled", present: 2 });
    }
  });

  it("keeps its count when it was counted; the ballots are deleted", async () => {
    for (const phase of ["rewriting", "counted", "closed"] as const)
      expect((await cancels({ ...LAST, phase })).done).toEqual([["erase", id, NOW]]);
  });

  it("is none before the first opening", async () => {
    expect(await cancels(null)).toEqual({ outcome: { ok: true, value: null }, done: [] });
  });

  it("stays with every other event; an opening that is refused is told", async () => {
    const other = await cancels(LAST, { type: "end-acceptance", by: "timer" });
    expect(other).toEqual({ outcome: { ok: true, value: null }, done: [] });
    const open = await cancels(LAST, { type: "open", by: "timer" });
    expect(open).toEqual({ outcome: { ok: false, reason: "no-channel" }, done: [] });
  });
});
