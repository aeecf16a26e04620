/**
 * The close ends before each of its statements, and right after each of its commits, one after the other, until
 * it is through: what was not committed is not there, what was is not done again, and the result is the same.
 */
import { describe, expect, it, vi } from "vitest";
import { compactRounds } from "../../src/db/dialect/round.ts";
import type { Db, Tx } from "../../src/db/store.ts";
import type { Engine } from "../../src/db/url.ts";
import type { RoundName } from "../../src/election/seal.ts";
import { engines } from "../support/database.ts";
import { CLOSES, type Hall, openHall, START, turnOf } from "./hall.ts";

// Many stores and many transactions, also on a machine that has other things to do.
vi.setConfig({ testTimeout: 90_000 });

const DUE = CLOSES + 2_000;
const SEATS = 8;

class Ended extends Error {}

/** Counts statements, and ends the process before the one with this number. */
function createFuse() {
  let done = 0;
  let blowsAt = Number.POSITIVE_INFINITY;
  return {
    set: (number: number) => {
      done = 0;
      blowsAt = number;
    },
    step: () => {
      done += 1;
      if (done === blowsAt) throw new Ended(`ended before step ${done}`);
    },
    done: () => done,
  };
}
type Fuse = ReturnType<typeof createFuse>;

/** The transaction, with a step before each of its statements. */
function fused(tx: Tx, { step }: Fuse): Tx {
  const stepping = (target: object, name: string | symbol): unknown => {
    const part = Reflect.get(target, name);
    if (typeof part !== "function") return part;
    return (...given: unknown[]) => {
      step();
      return Reflect.apply(part, target, given);
    };
  };
  return new Proxy(tx, {
    get: (target, name) => {
      const part: unknown = Reflect.get(target, name);
      if (typeof part === "function") return stepping(target, name);
      return typeof part === "object" && part !== null ? new Proxy(part, { get: stepping }) : part;
    },
  });
}

/** Another process on the store of `hall`, which ends where the fuse says. */
function endingBeside(engine: Engine, hall: Hall, fuse: Fuse): Promise<Hall> {
  const { db } = hall;
  return openHall(engine, {
    beside: hall,
    deps: {
      write: async (body) => {
        const result = await db.write((tx) => body(fused(tx, fuse)));
        // The commit is there, and whoever made it hears nothing of it.
        fuse.step();
        return result;
      },
      compact: async () => {
        fuse.step();
        const done = await compactRounds(db);
        fuse.step();
        return done;
      },
    },
  });
}

const inRound = ({ electionId, round }: RoundName) => ({ electionId, number: round });

/** Everything the close writes. */
async function everything(db: Db, name: RoundName) {
  const where = inRound(name);
  return {
    election: await db.read.election.findUnique({ where: { id: name.electionId } }),
    round: await db.read.electionRound.findFirst({ where }),
    register: await db.read.registerEntry.findMany({ where, orderBy: { party: "asc" } }),
    box: await db.read.ballot.findMany({ where, orderBy: { slot: "asc" } }),
    messages: (await db.read.outboxItem.findMany({ orderBy: { key: "asc" } })).map(({ key }) => key),
  };
}

/** What of it does not depend on chance. */
async function outcomeOf(hall: Hall, name: RoundName) {
  const { election, round, register, box, messages } = await everything(hall.db, name);
  const stored = await hall.roundOf(name);
  const { choices, tally, ...result } = stored.result ?? { choices: null, tally: null };
  const kinds = messages.map((key) => key.split("|").filter((part) => part !== name.electionId));
  return {
    ...{ state: election?.state, winner: election?.winner, phase: round?.phase, result },
    ...{ choices: [...(choices ?? [])].sort(), tally: new Map(tally), voters: stored.seal?.voters, kinds },
    ...{ sealed: stored.seal?.commitments.length, ballots: box.length },
    marks: register.filter((entry) => entry.voted).length,
    tags: register.filter((entry) => entry.tag !== null).length,
  };
}

async function voted(hall: Hall): Promise<RoundName> {
  const name = await hall.opens();
  for (const [at, party] of hall.seated.entries())
    expect((await hall.votes(name, party, at < 5 ? "Kandern" : "Schopfheim")).ok).toBe(true);
  return name;
}

/** Runs `close` again and again, each time ending one step later, until it comes to its end. */
async function endedEverywhere(hall: Hall, name: RoundName, fuse: Fuse, close: () => Promise<unknown>) {
  const ends: Record<string, number> = {};
  for (let number = 1; ; number++) {
    const before = await everything(hall.db, name);
    const phase = String(before.round?.phase);
    fuse.set(number);
    const error: unknown = await close().then(
      () => null,
      (cause: unknown) => cause,
    );
    if (error === null) return ends;
    expect(error).toBeInstanceOf(Ended);
    ends[phase] = (ends[phase] ?? 0) + 1;
    const now = await everything(hall.db, name);
    // A step that was committed: the next one is cut short from its beginning.
    if (now.round?.phase !== phase) number = 0;
    else expect(now).toEqual(before);
  }
}

describe.each(engines)("the close of a round on %s", (engine) => {
  it("may end before any statement and after any commit: nothing is lost, doubled or half done", async () => {
    const calm = await openHall(engine, { seats: SEATS });
    const calmly = await voted(calm);
    await calm.service.closeDue(DUE);
    const expected = await outcomeOf(calm, calmly);
    expect(expected).toMatchObject({ phase: "closed", winner: "Kandern" });
    expect(expected).toMatchObject({ sealed: SEATS, ballots: SEATS, marks: SEATS, tags: 0 });

    const hall = await openHall(engine, { seats: SEATS });
    const name = await voted(hall);
    const fuse = createFuse();
    const ending = await endingBeside(engine, hall, fuse);
    const ends = await endedEverywhere(hall, name, fuse, () => ending.service.closeDue(DUE));
    // Every step was cut short at more than one place.
    expect(Object.keys(ends)).toEqual(["voting", "sealed", "counted"]);
    for (const count of Object.values(ends)) expect(count).toBeGreaterThan(1);
    expect(await outcomeOf(hall, name)).toEqual(expected);
    expect(new Set(expected.kinds.map(String)).size).toBe(expected.kinds.length);
  });

  it("by the coordinator may end anywhere as well, and is gone on with by another process", async () => {
    const hall = await openHall(engine, { seats: SEATS });
    const name = await voted(hall);
    const fuse = createFuse();
    const ending = await endingBeside(engine, hall, fuse);
    const coordinator = turnOf(null, START + 120_000, true);
    const seal = () => ending.service.closeEarly(coordinator, name);
    const ends = await endedEverywhere(hall, name, fuse, seal);
    expect(ends.voting).toBeGreaterThan(3);
    // The press was repeated after the commit: the round is closed already.
    expect(await hall.service.closeEarly(coordinator, name)).toMatchObject({ reason: "wrong-state" });
    const other = await openHall(engine, { beside: hall });
    await other.service.stopDamaged(START + 121_000);
    await other.service.closeDue(START + 121_000);
    const outcome = await outcomeOf(hall, name);
    expect(outcome).toMatchObject({ phase: "closed", winner: "Kandern", ballots: SEATS, marks: SEATS });
    expect(outcome.kinds.filter(([kind]) => kind === "election.sealed")).toHaveLength(1);
  });
});
