/**
 * What happens at the same moment: votes and the close, all votes, two people of one party, one press twice, two
 * processes on one store. Whatever comes first, a vote is confirmed and counted, or refused and not there.
 */
import { describe, expect, it, vi } from "vitest";
import type { Engine } from "../../src/db/url.ts";
import type { RoundName } from "../../src/election/seal.ts";
import { engines } from "../support/database.ts";
import { CLOSES, type Hall, memberOf, openHall, START, turnOf } from "./hall.ts";
import { seeded, seededIds } from "./seeded.ts";

// Many stores and many transactions, also on a machine that has other things to do.
vi.setConfig({ testTimeout: 90_000 });

const DUE = CLOSES + 2_000;
const LAST = CLOSES - 1;
const reasonOf = (done: { ok: boolean; reason?: string }) => (done.ok ? "ok" : done.reason);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Two processes on one store, with the same keys. */
async function pairOf(engine: Engine, seats = 36): Promise<readonly [Hall, Hall]> {
  const one = await openHall(engine, { seats });
  return [one, await openHall(engine, { beside: one })];
}

type Paper = Awaited<ReturnType<Hall["reviews"]>>;
const cast = (hall: Hall, name: RoundName, { party, token, pending }: Paper, now = LAST, number = 1) =>
  hall.service.cast(turnOf(memberOf(party, number), now), name, token, pending);
const reviewAll = (hall: Hall, name: RoundName) =>
  Promise.all(hall.seated.map((party, at) => hall.reviews(name, party, at % 2 ? "Kandern" : "Schopfheim")));

/** What a closed round holds, wherever one looks. */
async function heldIn(hall: Hall, name: RoundName) {
  const round = await hall.roundOf(name);
  const receipts = round.seal?.commitments.map((one) => one.slice(0, 12).replace(/(.{4})(?=.)/g, "$1-"));
  const counted = (round.result?.tally ?? []).reduce((sum, [, count]) => sum + count, 0);
  const sizes = [await hall.flags(name), (await hall.ballots(name)).length, round.result?.present];
  return { phase: round.phase, receipts: receipts?.sort(), counted, sizes };
}

const receiptsOf = (done: readonly Awaited<ReturnType<typeof cast>>[]) =>
  done.flatMap((one) => (one.ok ? [one.value.receipt] : [])).sort();

describe.each(engines)("at the same moment, on %s,", (engine) => {
  it.each([0, 30, 70])(
    "votes at two processes and a close at both after %i ms: confirmed and counted, or refused",
    async (stop) => {
      const pair = await pairOf(engine);
      const [one] = pair;
      const name = await one.opens();
      const papers = await reviewAll(one, name);
      const closing = pair.map(async (hall) => {
        await pause(stop);
        await hall.service.closeDue(DUE);
      });
      const done = await Promise.all(
        papers.map(async (paper, at) => {
          await pause(at * 3);
          return cast(pair[at % 2] ?? one, name, paper);
        }),
      );
      await Promise.all(closing);
      const confirmed = receiptsOf(done);
      expect(done.filter((vote) => !vote.ok).map(reasonOf)).toEqual(
        Array(36 - confirmed.length).fill("closed"),
      );
      const held = await heldIn(one, name);
      expect(held).toMatchObject({ phase: "closed", receipts: confirmed });
      expect(held.sizes).toEqual(Array(3).fill(confirmed.length));
      if (confirmed.length >= 18) expect(held.counted).toBe(confirmed.length);
    },
  );

  it("the last vote and an early close: with all votes, or not at all", async () => {
    for (let run = 0; run < 6; run += 2) {
      const [one, two] = await pairOf(engine, 6);
      const name = await one.opens();
      const [last, ...papers] = await reviewAll(one, name);
      if (!last) throw new Error("nobody is seated");
      for (const paper of papers) await cast(one, name, paper);
      const [vote, close] = await Promise.all([
        pause(run).then(() => cast(one, name, last)),
        pause(5 - run).then(() => two.service.closeEarly(turnOf(null, LAST, true), name)),
      ]);
      expect(vote.ok).toBe(true);
      expect(["ok", "not-all-voted"]).toContain(reasonOf(close));
      expect(await one.flags(name)).toBe(6);
      await two.service.closeDue(close.ok ? LAST : DUE);
      expect((await heldIn(one, name)).sizes).toEqual([6, 6, 6]);
    }
  });

  it("36 votes, half of them at another process: each is taken once", async () => {
    const pair = await pairOf(engine);
    const [one] = pair;
    const name = await one.opens();
    const papers = await reviewAll(one, name);
    const done = await Promise.all(papers.map((paper, at) => cast(pair[at % 2] ?? one, name, paper)));
    expect(receiptsOf(done)).toEqual(papers.map((paper) => paper.receipt).sort());
    expect([await one.flags(name), (await one.ballots(name)).length]).toEqual([36, 36]);
  });

  it("holder and colleague of one party: the holder's vote counts, the colleague's never", async () => {
    const [one, two] = await pairOf(engine, 6);
    const name = await one.opens();
    for (const [at, party] of one.seated.entries()) {
      const paper = await one.reviews(name, party, "Kandern");
      const halls = at % 2 ? [one, two] : [two, one];
      const [holder, colleague, other] = await Promise.all([
        cast(halls[0] ?? one, name, paper),
        cast(halls[1] ?? one, name, paper, LAST, 2),
        one.service.paper(turnOf(memberOf(party, 2), LAST), name),
      ]);
      expect(reasonOf(holder)).toBe("ok");
      // Which of the two it hears depends on who came first.
      expect(["not-holder", "foreign-action", "already-voted"]).toContain(reasonOf(colleague));
      expect(["not-holder", "already-voted"]).toContain(reasonOf(other));
    }
    expect([await one.flags(name), (await one.ballots(name)).length]).toEqual([6, 6]);
  });

  it("two papers of one holder at two processes: one counts, the other hears that it is too late for it", async () => {
    const [one, two] = await pairOf(engine, 6);
    const name = await one.opens();
    for (const party of one.seated) {
      const papers = [
        await one.reviews(name, party, "Kandern"),
        await two.reviews(name, party, "Schopfheim"),
      ] as const;
      const done = await Promise.all([cast(one, name, papers[0]), cast(two, name, papers[1])]);
      expect(done.map(reasonOf).sort()).toEqual(["already-voted", "ok"]);
    }
    expect([await one.flags(name), (await one.ballots(name)).length]).toEqual([6, 6]);
  });

  it("the same press again and again at two processes: one ballot, one receipt", async () => {
    const pair = await pairOf(engine, 6);
    const [one] = pair;
    const name = await one.opens();
    for (const party of one.seated) {
      const paper = await one.reviews(name, party, "Kandern");
      const presses = Array.from({ length: 6 }, (_, at) => cast(pair[at % 2] ?? one, name, paper));
      expect(receiptsOf(await Promise.all(presses))).toEqual(Array(6).fill(paper.receipt));
    }
    expect([await one.flags(name), (await one.ballots(name)).length]).toEqual([6, 6]);
  });

  it("two processes close, each several times: one seal, one result, every message once", async () => {
    const [one, two] = await pairOf(engine, 8);
    const name = await one.opens();
    for (const paper of await reviewAll(one, name)) await cast(one, name, paper);
    await Promise.all([one, two, two, one, one, two].map((hall) => hall.service.closeDue(DUE)));
    expect(await heldIn(two, name)).toMatchObject({ phase: "closed", counted: 8, sizes: [8, 8, 8] });
    const closed = [...one.logged, ...two.logged].filter(({ event }) => event === "election.closed");
    expect(closed).toHaveLength(1);
    const told = await one.db.read.outboxItem.groupBy({ by: ["kind"], _count: true });
    expect(Object.fromEntries(told.map((row) => [row.kind, row._count]))).toMatchObject({
      ...{ "election.sealed": 1, "election.ended": 8, "election.result": 9 },
    });
  });
});

/** A hall whose transactions wait until they are let through: what was read before them is old by then. */
async function slowBeside(engine: Engine, one: Hall) {
  const waiting: (() => void)[] = [];
  const slow = await openHall(engine, {
    beside: one,
    deps: {
      write: async (body) => {
        await new Promise<void>((resolve) => waiting.push(resolve));
        return one.db.write(body);
      },
    },
  });
  return {
    slow,
    /** Resolves when so many transactions wait. */
    arrive: (count: number) => expect.poll(() => waiting.length, { interval: 5 }).toBe(count),
    go: () => {
      for (const resolve of waiting.splice(0)) resolve();
    },
  };
}

describe.each(engines)("a vote that was looked at in time and is written late, on %s,", (engine) => {
  it("is refused and leaves nothing when the round was sealed in between", async () => {
    const one = await openHall(engine, { seats: 6 });
    const { slow, arrive, go } = await slowBeside(engine, one);
    const name = await one.opens();
    const late = cast(slow, name, await one.reviews(name, "binzen", "Kandern"));
    await arrive(1);
    await one.service.closeDue(DUE);
    go();
    expect(reasonOf(await late)).toBe("closed");
    expect((await heldIn(one, name)).sizes).toEqual([0, 0, 0]);
  });

  it("is refused when the election was cancelled in between", async () => {
    const one = await openHall(engine, { seats: 6 });
    const { slow, arrive, go } = await slowBeside(engine, one);
    const name = await one.opens();
    const late = cast(slow, name, await one.reviews(name, "binzen", "Kandern"));
    await arrive(1);
    const where = { id: name.electionId };
    await one.db.write((tx) => tx.election.update({ where, data: { state: "cancelled" } }));
    go();
    expect(reasonOf(await late)).toBe("cancelled");
    expect([await one.flags(name), (await one.ballots(name)).length]).toEqual([0, 0]);
  });

  it.each([
    ["the seat has another holder", { holderId: memberOf("binzen", 2).id }],
    ["the party has left", { holderId: null, left: true }],
  ])("is refused when %s since", async (_, data) => {
    const one = await openHall(engine, { seats: 6 });
    const { slow, arrive, go } = await slowBeside(engine, one);
    const name = await one.opens();
    const late = cast(slow, name, await one.reviews(name, "binzen", "Kandern"));
    await arrive(1);
    const where = { electionId: name.electionId, party: "binzen" };
    await one.db.write((tx) => tx.registerEntry.updateMany({ where, data }));
    go();
    expect(reasonOf(await late)).toBe("not-holder");
    expect([await one.flags(name), (await one.ballots(name)).length]).toEqual([0, 0]);
  });

  it("counts once when the same press was taken in between, and not when another paper was", async () => {
    const one = await openHall(engine, { seats: 6 });
    const { slow, arrive, go } = await slowBeside(engine, one);
    const name = await one.opens();
    const first = await one.reviews(name, "binzen", "Kandern");
    const second = await one.reviews(name, "binzen", "Schopfheim");
    const late = [cast(slow, name, first), cast(slow, name, second)];
    await arrive(2);
    expect(reasonOf(await cast(one, name, first))).toBe("ok");
    go();
    const [again, other] = await Promise.all(late);
    expect(again).toMatchObject({ ok: true, value: { receipt: first.receipt } });
    expect(other).toMatchObject({ ok: false, reason: "already-voted" });
    expect((await one.ballots(name)).length).toBe(1);
  });
});

describe.each(engines)("every stop, on %s,", (engine) => {
  /** The same election with the same chance: what differs can only come from how it was stopped. */
  async function stopped(stop: (hall: Hall, name: RoundName) => Promise<unknown>) {
    const deps = { newId: seededIds("ids") };
    const hall = await openHall(engine, { seats: 8, random: seeded("box"), deps });
    const name = await hall.opens(["Kandern", "Schopfheim"], "form");
    for (const [at, party] of hall.seated.entries())
      expect((await hall.votes(name, party, at < 5 ? "Kandern" : "Schopfheim")).ok).toBe(true);
    await stop(hall, name);
    const { seal, result } = await hall.roundOf(name);
    const ballots = (await hall.ballots(name)).map(({ slot, sealed }) => [slot, sealed]);
    return { seal, ballots, tally: new Map(result?.tally), winner: result?.winner };
  }

  it("early, by time, by another process, or after a restart, returns the same set of ballots", async () => {
    const byTime = await stopped((hall) => hall.service.closeDue(DUE));
    expect(byTime.winner).toBe("Kandern");
    expect(byTime.seal?.commitments).toHaveLength(8);
    const early = await stopped(async (hall, name) => {
      expect((await hall.service.closeEarly(turnOf(null, START + 120_000, true), name)).ok).toBe(true);
      await hall.service.closeDue(START + 121_000);
    });
    const byOther = await stopped(async (hall) => {
      const other = await openHall(engine, { beside: hall });
      await Promise.all([hall, other].map((one) => one.service.closeDue(DUE)));
    });
    const afterRestart = await stopped(async (hall) => {
      const next = await openHall(engine, { beside: hall });
      await next.service.stopDamaged(DUE + 3_600_000);
      await next.service.closeDue(DUE + 3_600_000);
    });
    for (const other of [early, byOther, afterRestart]) expect(other).toEqual(byTime);
  });
});
