/** The tables that the yearly round reads, and the notes it keeps. */
import type { Db } from "../db/store.ts";
import type { YearRepository } from "./repository.ts";

const BEGUN = "year|begun";
const RUNNING = { notIn: ["elected" as const, "not_elected" as const, "cancelled" as const] };

export function yearRepository(db: Db): YearRepository {
  return {
    begun: async (tx) => {
      const row = await (tx ?? db.read).calendarNote.findUnique({ where: { key: BEGUN } });
      return row?.settledAt.getTime() ?? null;
    },
    begin: async (tx, now) => {
      const settledAt = new Date(now);
      const create = { key: BEGUN, sent: false, settledAt };
      await tx.calendarNote.upsert({ where: { key: BEGUN }, create, update: { settledAt } });
    },
    settled: async (keys, tx) => {
      const where = { key: { in: [...keys] } };
      const rows = await (tx ?? db.read).calendarNote.findMany({ where, select: { key: true } });
      return new Set(rows.map(({ key }) => key));
    },
    toldAt: async (key) => {
      const row = await db.read.calendarNote.findUnique({ where: { key } });
      return row?.sent ? row.settledAt.getTime() : null;
    },
    settle: async (tx, key, sent, now) => {
      await tx.calendarNote.create({ data: { key, sent, settledAt: new Date(now) } });
    },

    hasForum: async ({ from, to }, tx) => {
      const startsAt = { gte: `${from}T00:00`, lte: `${to}T23:59` };
      const row = await (tx ?? db.read).meeting.findFirst({
        where: { startsAt, cancelledAt: null },
        select: { id: true },
      });
      return row !== null;
    },
    lastCancelled: async ({ from, to }) => {
      const startsAt = { gte: `${from}T00:00`, lte: `${to}T23:59` };
      const row = await db.read.meeting.findFirst({
        where: { startsAt, cancelledAt: { not: null } },
        orderBy: [{ cancelledAt: "desc" }, { id: "desc" }],
        select: { id: true, cancelledAt: true },
      });
      return row?.cancelledAt ? { id: row.id, at: row.cancelledAt.getTime() } : null;
    },
    lastTerm: async (tx) => {
      const row = await (tx ?? db.read).election.findFirst({
        where: { office: "chair", state: "elected", termTo: { not: null } },
        orderBy: [{ termTo: "desc" }, { answeredAt: "desc" }, { id: "desc" }],
        select: { id: true, termTo: true, winner: true },
      });
      if (!row || row.termTo === null) return null;
      return { electionId: row.id, lastDay: row.termTo, name: row.winner ?? "" };
    },
    chairIsMissing: async (today, tx) => {
      const known = [{ state: RUNNING }, { state: "elected" as const, termTo: { gte: today } }];
      const row = await (tx ?? db.read).election.findFirst({
        where: { office: "chair", OR: known },
        select: { id: true },
      });
      return row === null;
    },
  };
}
