/** The tables of elections. */
import { lockRound } from "../db/dialect/round.ts";
import type { Prisma } from "../db/generated/sqlite/client.ts";
import type { Db, Tx } from "../db/store.ts";
import { castRepository } from "./cast.repository.prisma.ts";
import type { ElectionRepository, NewRound } from "./repository.ts";
import { entryColumns, toEntry, toRound, withElection } from "./rows.prisma.ts";
import type { RoundName } from "./seal.ts";
import type { StoredResult, StoredRound } from "./stored.ts";

const inRound = ({ electionId, round }: RoundName) => ({ electionId, number: round });
const roundKey = (name: RoundName) => ({ electionId_number: inRound(name) });
async function openRound(tx: Tx, { name, stage, candidates, quorum, opensAt, closesAt, register }: NewRound) {
  const at = new Date(opensAt);
  const times = { opensAt: at, turnoutAt: at, closesAt: new Date(closesAt) };
  await tx.electionRound.create({
    data: {
      ...inRound(name),
      ...times,
      ...{ stage, phase: "voting", candidates: [...candidates] },
      ...{ entitled: register.length, quorum },
    },
  });
  await tx.registerEntry.createMany({
    data: register.map(({ deputies, ...seat }) => ({ ...inRound(name), ...seat, deputies: [...deputies] })),
  });
}

/**
 * Destroys ballots that nobody will count. `counted`, not `closed`: the files of the store have to be cleaned.
 * `sealed`: what follows from it for the election, and who is told of it, is left to the close.
 */
export async function destroyBallots(
  tx: Tx,
  name: RoundName,
  at: number,
  result: StoredResult,
  then: "counted" | "sealed" = "counted",
) {
  const where = inRound(name);
  const data = { phase: "rewriting" as const, sealedAt: new Date(at) };
  await tx.electionRound.update({ where: roundKey(name), data });
  await tx.ballot.deleteMany({ where });
  await rewrite(tx, name);
  await tx.electionRound.update({ where: roundKey(name), data: { phase: then, result } });
}

/** The rows of register and box as if they had been written in the order of their keys, all at once. */
async function rewrite(tx: Tx, name: RoundName): Promise<void> {
  const where = inRound(name);
  await tx.electionRound.update({ where: roundKey(name), data: { phase: "rewriting" } });
  const register = await tx.registerEntry.findMany({ where, orderBy: { party: "asc" } });
  const box = await tx.ballot.findMany({ where, orderBy: { slot: "asc" } });
  await tx.registerEntry.deleteMany({ where });
  await tx.ballot.deleteMany({ where });
  const untagged = register.map((entry) => ({ ...entry, deputies: [...toEntry(entry).deputies] }));
  await tx.registerEntry.createMany({
    data: untagged.map((entry) => ({ ...entry, tag: null, tested: null })),
  });
  await tx.ballot.createMany({ data: box });
}

/** States in which the office is free. */
const ENDED = ["elected", "not_elected", "cancelled"] as const;
const OFFICES = { office: { not: "motion" as const } };

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
    openRound,
    lock: (tx, { electionId, round }, how) => lockRound(db.engine, tx, electionId, round, how),
    round: async (name, tx) => {
      const row = await find(roundKey(name), tx);
      return row && toRound(row);
    },
    running: (tx) => newest({ election: { ...OFFICES, state: { notIn: [...ENDED] } } }, tx),
    last: () => newest({ election: { ...OFFICES, state: { in: [...ENDED] } } }),
    unfinished: async (tx) => {
      const rows = await (tx ?? db.read).electionRound.findMany({
        where: { phase: { not: "closed" } },
        ...withElection,
      });
      return rows.map(toRound);
    },
    hasRound: async (name) => (await find(roundKey(name))) !== null,

    register: async (name, tx) => {
      const where = inRound(name);
      const query = { where, select: entryColumns, orderBy: { party: "asc" as const } };
      return (await (tx ?? db.read).registerEntry.findMany(query)).map(toEntry);
    },
    seatsAround: async (name, { id, organisation }, tx) => {
      const where = { ...inRound(name), OR: [{ holderId: id }, { party: organisation }] };
      const query = { where, select: entryColumns, orderBy: { party: "asc" as const } };
      return (await (tx ?? db.read).registerEntry.findMany(query)).map(toEntry);
    },
    setHolder: async (tx, name, party, seat) => {
      await tx.registerEntry.updateMany({ where: { ...inRound(name), party }, data: seat });
    },
    setLeft: async (tx, name, party) => {
      const where = { ...inRound(name), party, left: false };
      const gone = { left: true, holderId: null };
      const { count } = await tx.registerEntry.updateMany({ where: { ...where, voted: false }, data: gone });
      if (count === 1)
        await tx.electionRound.update({ where: roundKey(name), data: { entitled: { decrement: 1 } } });
      else await tx.registerEntry.updateMany({ where, data: gone });
      return count === 1;
    },
    votes: (name) => db.read.registerEntry.count({ where: { ...inRound(name), voted: true } }),

    ...castRepository(db),

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
    setCounted: async (tx, name, result) => {
      await tx.electionRound.update({
        where: roundKey(name),
        data: { phase: "counted", result, turnout: result.present },
      });
    },
    addIncidents: async (tx, name, { duplicates, late }) => {
      const data = { duplicates: { increment: duplicates }, late: { increment: late } };
      await tx.electionRound.updateMany({ where: inRound(name), data });
    },
    setClosed: async (tx, name) => {
      const where = { ...inRound(name), phase: "counted" as const };
      return (await tx.electionRound.updateMany({ where, data: { phase: "closed" } })).count === 1;
    },
  };
}
