/** The tables of elections. */
import { lockRound } from "../db/dialect/round.ts";
import type { Prisma } from "../db/generated/sqlite/client.ts";
import type { Db, Tx } from "../db/store.ts";
import type { ElectionRepository, NewRound } from "./repository.ts";
import type { RoundName } from "./seal.ts";
import { type StoredRound, storedNames, storedResult, storedSeal } from "./stored.ts";

const withElection = {
  include: {
    election: {
      select: { state: true, rounds: { select: { number: true }, orderBy: { number: "desc" }, take: 1 } },
    },
  },
} as const satisfies Prisma.ElectionRoundDefaultArgs;

type Row = Prisma.ElectionRoundGetPayload<typeof withElection>;

const toRound = (row: Row): StoredRound => ({
  name: { electionId: row.electionId, round: row.number },
  electionState: row.election.state,
  current: row.election.rounds[0]?.number ?? row.number,
  stage: row.stage,
  phase: row.phase,
  candidates: storedNames.parse(row.candidates),
  entitled: row.entitled,
  quorum: row.quorum,
  opensAt: row.opensAt.getTime(),
  closesAt: row.closesAt.getTime(),
  closedEarly: row.closedEarly,
  turnout: row.turnout,
  turnoutAt: row.turnoutAt.getTime(),
  sealedAt: row.sealedAt?.getTime() ?? null,
  seal: row.seal === null ? null : storedSeal.parse(row.seal),
  result: row.result === null ? null : storedResult.parse(row.result),
});

const inRound = ({ electionId, round }: RoundName) => ({ electionId, number: round });
const roundKey = (name: RoundName) => ({ electionId_number: inRound(name) });
const entryColumns = { party: true, holderId: true, voted: true } as const;

/** States in which the office is free. */
const ENDED = ["elected", "not_elected", "cancelled"] as const;

async function open(tx: Tx, { name, candidates, quorum, opensAt, closesAt, register }: NewRound) {
  const at = new Date(opensAt);
  await tx.election.create({
    data: { id: name.electionId, office: "chair", state: "voting", startedAt: at },
  });
  const times = { opensAt: at, turnoutAt: at, closesAt: new Date(closesAt) };
  await tx.electionRound.create({
    data: {
      ...inRound(name),
      ...times,
      ...{ stage: "first", phase: "voting", candidates: [...candidates] },
      ...{ entitled: register.length, quorum },
    },
  });
  await tx.registerEntry.createMany({ data: register.map((seat) => ({ ...inRound(name), ...seat })) });
}

/** The rows of register and box as if they had been written in the order of their keys, all at once. */
async function rewrite(tx: Tx, name: RoundName): Promise<void> {
  const where = inRound(name);
  await tx.electionRound.update({ where: roundKey(name), data: { phase: "rewriting" } });
  const register = await tx.registerEntry.findMany({ where, orderBy: { party: "asc" } });
  const box = await tx.ballot.findMany({ where, orderBy: { slot: "asc" } });
  await tx.registerEntry.deleteMany({ where });
  await tx.ballot.deleteMany({ where });
  const untagged = register.map((entry) => ({ ...entry, deputies: storedNames.parse(entry.deputies ?? []) }));
  await tx.registerEntry.createMany({ data: untagged.map((entry) => ({ ...entry, tag: null })) });
  await tx.ballot.createMany({ data: box });
}

export function electionRepository(db: Db): ElectionRepository {
  const newest = async (where: Prisma.ElectionRoundWhereInput, tx?: Tx): Promise<StoredRound | null> => {
    const row = await (tx ?? db.read).electionRound.findFirst({
      where,
      ...withElection,
      orderBy: [{ opensAt: "desc" }, { number: "desc" }],
    });
    return row && toRound(row);
  };
  const find = (where: Prisma.ElectionRoundWhereUniqueInput, tx?: Tx) =>
    (tx ?? db.read).electionRound.findUnique({ where, ...withElection });

  return {
    open,
    lock: (tx, { electionId, round }, how) => lockRound(db.engine, tx, electionId, round, how),
    round: async (name, tx) => {
      const row = await find(roundKey(name), tx);
      return row && toRound(row);
    },
    running: (tx) => newest({ election: { state: { notIn: [...ENDED] } } }, tx),
    last: () => newest({ election: { state: { in: [...ENDED] } } }),
    unfinished: async () => {
      const rows = await db.read.electionRound.findMany({
        where: { phase: { not: "closed" } },
        ...withElection,
      });
      return rows.map(toRound);
    },
    hasRound: async (name) => (await find(roundKey(name))) !== null,

    register: (name, tx) =>
      (tx ?? db.read).registerEntry.findMany({
        where: inRound(name),
        select: entryColumns,
        orderBy: { party: "asc" },
      }),
    seatsAround: (name, { id, organisation }, tx) =>
      (tx ?? db.read).registerEntry.findMany({
        where: { ...inRound(name), OR: [{ holderId: id }, { party: organisation }] },
        select: entryColumns,
        orderBy: { party: "asc" },
      }),
    votes: (name) => db.read.registerEntry.count({ where: { ...inRound(name), voted: true } }),

    hasBallot: async (tx, name, slot) => (await tx.ballot.count({ where: { ...inRound(name), slot } })) === 1,
    mark: async (tx, name, party, tag) => {
      const where = { ...inRound(name), party, voted: false };
      return (await tx.registerEntry.updateMany({ where, data: { voted: true, tag } })).count === 1;
    },
    drop: async (tx, name, ballot) => {
      await tx.ballot.createMany({ data: [{ ...inRound(name), ...ballot }] });
    },

    setTurnout: async (tx, name, turnout, before, now) => {
      const where = { ...inRound(name), phase: "voting" as const, turnoutAt: new Date(before) };
      const data = { turnout, turnoutAt: new Date(now) };
      return (await tx.electionRound.updateMany({ where, data })).count === 1;
    },
    box: (tx, name) =>
      tx.ballot.findMany({
        where: inRound(name),
        select: { slot: true, sealed: true },
        orderBy: { slot: "asc" },
      }),
    setSealed: async (tx, name, { at, early, seal, result }) => {
      const data = { phase: "sealed" as const, sealedAt: new Date(at), closedEarly: early };
      const found = { ...(seal ? { seal } : {}), ...(result ? { result } : {}) };
      await tx.electionRound.update({ where: roundKey(name), data: { ...data, ...found } });
    },
    rewrite,
    setCounted: async (tx, name, result, ending) => {
      await tx.electionRound.update({
        where: roundKey(name),
        data: { phase: "counted", result, turnout: result.present },
      });
      await tx.election.update({ where: { id: name.electionId }, data: ending });
    },
    setClosed: async (tx, name) => {
      const where = { ...inRound(name), phase: "counted" as const };
      return (await tx.electionRound.updateMany({ where, data: { phase: "closed" } })).count === 1;
    },
  };
}
