import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openBallot, ringOf } from "../../src/election/box.ts";
import { opens } from "../../src/election/seal.ts";
import { engines } from "../support/database.ts";
import { CLOSES, FORM, type Hall, memberOf, openHall, START, turnOf } from "./hall.ts";

const DUE = CLOSES + 2_000;
const values = <T>(done: { ok: boolean; value?: T; reason?: string }) => done.reason ?? done.value;
const reasonOf = (done: { ok: boolean; reason?: string }) => (done.ok ? "ok" : done.reason);

describe.each(engines)("a stored election on %s", (engine) => {
  it("goes the whole way: opened, 36 vote, sealed, counted, closed", async () => {
    const hall = await openHall(engine);
    const name = await hall.opens();
    const receipts: string[] = [];
    for (const [at, party] of hall.seated.entries()) {
      const done = await hall.votes(name, party, at < 20 ? "Kandern" : "Schopfheim");
      if (done.ok) receipts.push(done.value.receipt);
    }
    expect(receipts).toHaveLength(36);
    await hall.service.closeDue(DUE - 1);
    expect((await hall.roundOf(name)).phase).toBe("voting");
    await hall.service.closeDue(DUE);
    const round = await hall.roundOf(name);
    expect(round).toMatchObject({ phase: "closed", turnout: 36, electionState: "acceptance" });
    expect(round.result).toMatchObject({ outcome: "elected", winner: "Kandern", present: 36, needed: 19 });
    expect(new Map(round.result?.tally)).toEqual(
      new Map([
        ["Kandern", 20],
        ["Schopfheim", 16],
      ]),
    );
    expect(round.result?.choices).toHaveLength(36);
    const heads = round.seal?.commitments.map((one) => one.slice(0, 4));
    expect(receipts.every((one) => heads?.includes(one.slice(0, 4)))).toBe(true);
    expect(round.seal?.voters).toEqual([...hall.seated].sort());
    expect(await hall.election(name)).toMatchObject({
      ...{ state: "acceptance", winner: "Kandern", reason: null },
    });
    expect(hall.logged.map((entry) => [entry.event, entry.fields])).toEqual([
      ["election.closed", { cast: 36, entitled: 36 }],
    ]);
    expect(await hall.db.read.registerEntry.count({ where: { tag: { not: null } } })).toBe(0);
    // The opening file gives the seal that was published.
    const ring = ringOf((await hall.keys.read(name)) ?? Buffer.alloc(32), name);
    const opened = (await hall.ballots(name)).map((row) => openBallot(ring, row.sealed));
    expect(
      opens(
        name,
        round.seal ?? { commitments: [], voters: [], root: "" },
        opened.flatMap((one) => one ?? []),
      ),
    ).toBe(true);
  });

  it("takes the votes of all at once, each once", async () => {
    const hall = await openHall(engine);
    const name = await hall.opens();
    const done = await Promise.all(hall.seated.map((party) => hall.votes(name, party, "Kandern")));
    expect(done.map(reasonOf)).toEqual(hall.seated.map(() => "ok"));
    expect([await hall.flags(name), (await hall.ballots(name)).length]).toEqual([36, 36]);
  });

  it("gives the same answer to a vote delivered again: at once, later, and after the close", async () => {
    const hall = await openHall(engine, { seats: 6 });
    const name = await hall.opens();
    const { token, pending, receipt } = await hall.reviews(name, "binzen", "Kandern");
    const cast = (now: number) => hall.service.cast(turnOf(memberOf("binzen"), now), name, token, pending);
    const atOnce = await Promise.all(Array.from({ length: 6 }, () => cast(START + 60_000)));
    expect(atOnce.map((one) => one.ok && one.value.receipt)).toEqual(Array(6).fill(receipt));
    expect(await cast(START + 120_000)).toMatchObject({ value: { receipt } });
    expect(await cast(CLOSES + 1)).toMatchObject({ value: { receipt } });
    await hall.service.closeDue(DUE);
    expect((await hall.roundOf(name)).phase).toBe("closed");
    expect(await cast(DUE + 1)).toMatchObject({ value: { receipt } });
    expect((await hall.ballots(name)).length).toBe(1);
  });

  it("refuses a second paper, a forwarded card, a colleague, a stranger and a guest", async () => {
    const hall = await openHall(engine, { seats: 6 });
    const name = await hall.opens();
    const first = await hall.reviews(name, "binzen", "Kandern");
    const second = await hall.reviews(name, "binzen", "Schopfheim");
    const cast = (party: string, paper: typeof first, number = 1) =>
      hall.service.cast(turnOf(memberOf(party, number), START + 60_000), name, paper.token, paper.pending);
    const paper = (party: string, number = 1) =>
      hall.service.paper(turnOf(memberOf(party, number), START + 60_000), name);
    expect(reasonOf(await cast("aitern", first))).toBe("foreign-action");
    expect(reasonOf(await cast("binzen", first, 2))).toBe("not-holder");
    expect(reasonOf(await paper("binzen", 2))).toBe("not-holder");
    expect(reasonOf(await cast("kandern", first))).toBe("not-entitled");
    expect(reasonOf(await hall.service.paper(turnOf(null, START), name))).toBe("not-entitled");
    expect(reasonOf(await cast("binzen", first))).toBe("ok");
    expect(reasonOf(await cast("binzen", second))).toBe("already-voted");
    expect(reasonOf(await cast("aitern", first))).toBe("foreign-action");
    for (const number of [1, 2]) expect(reasonOf(await paper("binzen", number))).toBe("already-voted");
    expect((await hall.ballots(name)).length).toBe(1);
  });

  it("counts one of two papers that a holder casts at the same time", async () => {
    const hall = await openHall(engine, { seats: 6 });
    const name = await hall.opens();
    const papers = [
      await hall.reviews(name, "binzen", "Kandern"),
      await hall.reviews(name, "binzen", "Schopfheim"),
    ];
    const done = await Promise.all(
      papers.map(({ token, pending }) =>
        hall.service.cast(turnOf(memberOf("binzen"), START + 60_000), name, token, pending),
      ),
    );
    expect(done.map(reasonOf).sort()).toEqual(["already-voted", "ok"]);
    expect((await hall.ballots(name)).length).toBe(1);
  });

  it("refuses what is late, of another round, not on the paper, garbage, or in a channel", async () => {
    const hall = await openHall(engine, { seats: 6 });
    const name = await hall.opens();
    const { token, pending } = await hall.reviews(name, "binzen", "Kandern");
    const turn = turnOf(memberOf("binzen"), START + 60_000);
    expect(reasonOf(await hall.service.cast({ ...turn, now: CLOSES }, name, token, pending))).toBe("closed");
    expect(reasonOf(await hall.service.paper({ ...turn, now: START - 1 }, name))).toBe("not-open");
    expect(reasonOf(await hall.service.cast(turn, { ...name, round: 2 }, token, pending))).toBe(
      "wrong-round",
    );
    expect(reasonOf(await hall.service.paper(turn, { ...name, electionId: "x" }))).toBe("wrong-round");
    expect(reasonOf(await hall.service.review(turn, name, "Weil"))).toBe("unknown-choice");
    expect(reasonOf(await hall.service.review(turn, name, "nein"))).toBe("unknown-choice");
    const garbage = pending.replaceAll("A", "B").slice(0, -4).padEnd(pending.length, "A");
    expect(reasonOf(await hall.service.cast(turn, name, token, garbage))).toBe("foreign-action");
    const channel = { ...turn, place: { ...turn.place, kind: "channel" as const } };
    expect(reasonOf(await hall.service.cast(channel, name, token, pending))).toBe("not-personal");
    expect((await hall.ballots(name)).length).toBe(0);
  });

  it("takes no vote without the key, and says at the end that the round is void", async () => {
    const hall = await openHall(engine, { seats: 6 });
    const name = await hall.opens();
    expect(reasonOf(await hall.votes(name, "aitern", "Kandern"))).toBe("ok");
    const { token, pending } = await hall.reviews(name, "binzen", "Kandern");
    rmSync(hall.folder, { recursive: true });
    expect(await hall.service.missingKeys()).toBe(true);
    const turn = turnOf(memberOf("binzen"), START + 60_000);
    expect(reasonOf(await hall.service.cast(turn, name, token, pending))).toBe("no-key");
    expect(reasonOf(await hall.service.paper(turn, name))).toBe("no-key");
    expect((await hall.ballots(name)).length).toBe(1);
    // Another process may still have it.
    await hall.service.closeDue(DUE);
    expect((await hall.roundOf(name)).phase).toBe("voting");
    await hall.service.closeDue(CLOSES + 15 * 60_000);
    expect(await hall.roundOf(name)).toMatchObject({
      phase: "closed",
      seal: null,
      result: { outcome: "void", reason: "key-lost", present: 1, tally: null, choices: null },
    });
    expect(await hall.election(name)).toMatchObject({ state: "void", reason: null });
    expect(await hall.service.missingKeys()).toBe(false);
  });

  it.each([0, 15, 30, 45, 60, 90])(
    "counts exactly what was acknowledged when the close comes after %i ms",
    async (stop) => {
      const hall = await openHall(engine);
      const name = await hall.opens();
      const papers = await Promise.all(hall.seated.map((party) => hall.reviews(name, party, "Kandern")));
      const votes = papers.map(({ party, token, pending }, at) => async () => {
        await new Promise((resolve) => setTimeout(resolve, at * 3));
        return hall.service.cast(turnOf(memberOf(party), CLOSES - 1), name, token, pending);
      });
      const [, , ...done] = await Promise.all([
        new Promise((resolve) => setTimeout(resolve, stop)).then(() => hall.service.closeDue(DUE)),
        new Promise((resolve) => setTimeout(resolve, stop + 5)).then(() => hall.service.closeDue(DUE)),
        ...votes.map((vote) => vote()),
      ]);
      const taken = done.filter((one) => one.ok).length;
      expect(done.filter((one) => !one.ok).every((one) => reasonOf(one) === "closed")).toBe(true);
      const round = await hall.roundOf(name);
      expect([await hall.flags(name), (await hall.ballots(name)).length]).toEqual([taken, taken]);
      expect([round.phase, round.seal?.commitments.length, round.result?.present]).toEqual([
        "closed",
        taken,
        taken,
      ]);
    },
  );

  it("closes once with two processes at it, step by step and all at once", async () => {
    const one = await openHall(engine, { seats: 6 });
    const two = await openHall(engine, { beside: one });
    const name = await one.opens();
    await Promise.all(one.seated.map((party, at) => (at % 2 ? one : two).votes(name, party, "Kandern")));
    await Promise.all([one, two, one, two].map((hall) => hall.service.closeDue(DUE)));
    const round = await one.roundOf(name);
    expect(round).toMatchObject({ phase: "closed", result: { outcome: "elected", present: 6 } });
    expect([...one.logged, ...two.logged].filter((entry) => entry.event === "election.closed")).toHaveLength(
      1,
    );
    const told = await one.db.read.outboxItem.groupBy({ by: ["kind"], _count: true });
    expect(Object.fromEntries(told.map((row) => [row.kind, row._count]))).toMatchObject({
      ...{ "election.opened": 1, "election.ballot": 6, "election.sealed": 1 },
      ...{ "election.result": 7, "election.ended": 6 },
    });
  });

  it("goes on where another process ended, and waits until the seal is published", async () => {
    let published = false;
    const settled = async () => published;
    const first = await openHall(engine, { seats: 6, deps: { settled, compact: async () => false } });
    const name = await first.opens();
    for (const party of first.seated) await first.votes(name, party, "Kandern");
    await first.service.closeDue(DUE);
    expect(await first.roundOf(name)).toMatchObject({
      phase: "sealed",
      result: null,
      electionState: "voting",
    });
    expect(reasonOf(await first.votes(name, "binzen", "Kandern"))).toBe("closed");
    published = true;
    const second = await openHall(engine, { beside: first, deps: { settled, compact: async () => false } });
    await second.service.closeDue(DUE + 1);
    expect((await first.roundOf(name)).phase).toBe("counted");
    const third = await openHall(engine, { beside: first });
    await third.service.closeDue(DUE + 2);
    expect(await first.roundOf(name)).toMatchObject({ phase: "closed", result: { winner: "Kandern" } });
  });

  it("waits for the publication of the seal for 15 minutes and no longer", async () => {
    const hall = await openHall(engine, { seats: 6, deps: { settled: async () => false } });
    const name = await hall.opens();
    for (const party of hall.seated) await hall.votes(name, party, "Kandern");
    await hall.service.closeDue(DUE);
    await hall.service.closeDue(DUE + 15 * 60_000 - 1);
    expect((await hall.roundOf(name)).phase).toBe("sealed");
    await hall.service.closeDue(DUE + 15 * 60_000);
    expect((await hall.roundOf(name)).phase).toBe("closed");
  });

  it("is void when marks and ballots differ in number, and when a ballot cannot be read", async () => {
    for (const sealed of [null, "AAAA"]) {
      const hall = await openHall(engine, { seats: 6 });
      const name = await hall.opens();
      for (const party of hall.seated.slice(1)) await hall.votes(name, party, "Kandern");
      const at = { electionId: name.electionId, number: 1 };
      if (sealed) await hall.db.write((tx) => tx.ballot.create({ data: { ...at, slot: "x", sealed } }));
      const [party = ""] = hall.seated;
      await hall.db.write((tx) =>
        tx.registerEntry.updateMany({ where: { ...at, party }, data: { voted: true } }),
      );
      await hall.service.closeDue(DUE);
      const reason = sealed ? "box-damaged" : "count-mismatch";
      expect(await hall.roundOf(name)).toMatchObject({
        phase: "closed",
        result: { outcome: "void", reason },
      });
      expect(await hall.election(name)).toMatchObject({ state: "void", winner: null });
    }
  });

  it("is stopped at the start of the program when marks and ballots differ, and left alone when not", async () => {
    const hall = await openHall(engine, { seats: 6 });
    const name = await hall.opens();
    const [party = "", other = ""] = hall.seated;
    await hall.votes(name, party, "Kandern");
    await hall.service.stopDamaged(START + 120_000);
    expect(await hall.roundOf(name)).toMatchObject({ phase: "voting" });
    const where = { electionId: name.electionId, party: other };
    await hall.db.write((tx) => tx.registerEntry.updateMany({ where, data: { voted: true } }));
    await hall.service.stopDamaged(START + 120_000);
    expect(await hall.votes(name, hall.seated[2] ?? "", "Kandern", START + 180_000)).toMatchObject({
      reason: "closed",
    });
    await hall.service.closeDue(START + 180_000);
    expect(await hall.roundOf(name)).toMatchObject({ phase: "closed", result: { reason: "count-mismatch" } });
    expect(hall.logged.map((entry) => entry.event)).toContain("election.stopped");
  });

  it.each([
    ["runoff", ["Kandern", "Schopfheim"], [3, 3], "runoff", "runoff_pending"],
    ["second-round", ["Kandern"], [2, 0], "second-round", "second_round_pending"],
    ["lot", ["Kandern", "Schopfheim", "Weil"], [2, 2, 2], "lot", "lot_pending"],
    ["not-elected", ["Kandern", "Schopfheim"], [0, 0], "no-votes", "not_elected"],
  ])("leads from %s to what follows", async (outcome, candidates, votes, reason, state) => {
    const hall = await openHall(engine, { seats: 6 });
    const name = await hall.opens(candidates);
    const choices = candidates.flatMap((one, at) => Array(votes[at]).fill(one));
    for (const [at, party] of hall.seated.entries())
      await hall.votes(name, party, choices[at] ?? "enthaltung");
    await hall.service.closeDue(DUE);
    expect((await hall.roundOf(name)).result).toMatchObject({ outcome, reason, winner: null });
    const ended = state === "not_elected" ? reason : null;
    expect(await hall.election(name)).toMatchObject({ state, reason: ended, winner: null });
  });

  it("keeps no numbers of few ballots and of a round that too few took part in", async () => {
    const few = await openHall(engine, { seats: 6 });
    const name = await few.opens();
    for (const party of few.seated.slice(0, 4)) await few.votes(name, party, "Kandern");
    await few.service.closeDue(DUE);
    expect((await few.roundOf(name)).result).toMatchObject({ winner: "Kandern", tally: null, choices: null });
    const many = await openHall(engine);
    const other = await many.opens();
    for (const party of many.seated.slice(0, 17)) await many.votes(other, party, "Kandern");
    await many.service.closeDue(DUE);
    const empty = { reason: "no-quorum", tally: null, choices: null, present: 17 };
    expect((await many.roundOf(other)).result).toMatchObject({ outcome: "void", ...empty });
  });

  it("closes early only for the coordinator and only when all have voted", async () => {
    const hall = await openHall(engine, { seats: 5 });
    const name = await hall.opens();
    const early = (coordinator: boolean) =>
      hall.service.closeEarly(turnOf(memberOf("aitern"), START + 120_000, coordinator), name);
    for (const party of hall.seated.slice(1)) await hall.votes(name, party, "Kandern");
    expect(reasonOf(await early(true))).toBe("not-all-voted");
    await hall.votes(name, "aitern", "Kandern");
    expect(reasonOf(await early(false))).toBe("not-coordinator");
    expect(reasonOf(await early(true))).toBe("ok");
    expect(reasonOf(await early(true))).toBe("wrong-state");
    await hall.service.closeDue(START + 121_000);
    expect(await hall.roundOf(name)).toMatchObject({ phase: "closed", closedEarly: true });
  });

  it("counts the turnout every 15 minutes and not sooner", async () => {
    const hall = await openHall(engine, { seats: 6 });
    const name = await hall.opens();
    await hall.votes(name, "binzen", "Kandern");
    await hall.service.closeDue(START + 15 * 60_000 - 1);
    expect((await hall.roundOf(name)).turnout).toBe(0);
    await hall.service.closeDue(START + 15 * 60_000);
    await hall.votes(name, "aitern", "Kandern");
    await hall.service.closeDue(START + 29 * 60_000);
    expect((await hall.roundOf(name)).turnout).toBe(1);
  });

  it("opens one election for one form, and one for two coordinators at once", async () => {
    const hall = await openHall(engine, { seats: 6 });
    const wanted = { ...FORM, ...hall.roles, others: "Kandern" };
    const turn = turnOf(null, START, true);
    const [one, two] = [randomUUID(), randomUUID()];
    const done = await Promise.all([one, one, one, two].map((id) => hall.service.start(turn, id, wanted)));
    const opened = new Set(done.flatMap((answer) => (answer.ok ? [answer.value] : [])));
    expect(opened.size).toBe(1);
    expect(
      done.filter((answer) => !answer.ok).every((answer) => reasonOf(answer) === "already-running"),
    ).toBe(true);
    expect(await hall.db.read.election.count()).toBe(1);
    expect((await hall.keys.rounds()).map((key) => key.name.electionId)).toEqual([...opened]);
  });

  it("does not open without channel, with few seats, with a bad deadline, or for others", async () => {
    const hall = await openHall(engine, { seats: 6 });
    const turn = turnOf(null, START, true);
    const start = async (bent: object, who = turn, where: Hall = hall) =>
      values(
        await where.service.start(who, randomUUID(), { ...FORM, ...where.roles, others: "Kandern", ...bent }),
      );
    expect(await start({ closesAt: "12:09" })).toBe("deadline-too-soon");
    expect(await start({ closesOn: "2026-05-02" })).toBe("deadline-too-late");
    expect(await start({ closesOn: "2026-03-29", closesAt: "02:30" })).toBe("deadline-missing");
    expect(await start({ others: "" })).toBe("no-candidates");
    expect(await start({ officer: "" })).toBe("officer-missing");
    expect(await start({ scrutineers: [] })).toBe("two-scrutineers");
    expect(await start({ office: "deputy" })).toBe("no-deputies");
    expect(await start({}, turnOf(memberOf("binzen"), START))).toBe("not-coordinator");
    const traced = await openHall(engine, { beside: hall, deps: { keepsTraces: async () => true } });
    expect(await start({}, turn, traced)).toBe("store-keeps-traces");
    const small = await openHall(engine, { seats: 4 });
    expect(await start({}, turn, small)).toBe("too-few-seats");
    const silent = await openHall(engine, { seats: 6, deps: { forumChannel: async () => null } });
    expect(await start({}, turn, silent)).toBe("no-channel");
    for (const one of [hall, small, silent]) expect(await one.keys.rounds()).toEqual([]);
  });

  it("is guarded by the database itself", async () => {
    const hall = await openHall(engine, { seats: 6 });
    const name = await hall.opens();
    await hall.votes(name, "binzen", "Kandern");
    const where = { electionId: name.electionId };
    const row = { ...where, number: 1, slot: "x", sealed: "y" };
    const refusing = (work: Parameters<typeof hall.db.write>[0], words: RegExp) =>
      expect(hall.db.write(work)).rejects.toThrow(words);
    // SQLite's driver names every trigger a broken key.
    const trigger = engine === "sqlite" ? /constraint/i : /never changed|is open|taken back|is closed/;
    await refusing((tx) => tx.ballot.updateMany({ where, data: { sealed: "z" } }), trigger);
    await refusing((tx) => tx.ballot.deleteMany({ where }), trigger);
    await refusing((tx) => tx.registerEntry.deleteMany({ where }), trigger);
    await refusing(
      (tx) => tx.registerEntry.updateMany({ where, data: { voted: false, tag: null } }),
      trigger,
    );
    const second = { id: "second", office: "chair", state: "ready", startedAt: new Date(START) } as const;
    await refusing((tx) => tx.election.create({ data: second }), /Unique constraint/);
    await hall.service.closeDue(DUE);
    await refusing((tx) => tx.ballot.create({ data: row }), trigger);
    await hall.frees(name);
    await hall.db.write((tx) => tx.election.create({ data: second }));
  });
});
