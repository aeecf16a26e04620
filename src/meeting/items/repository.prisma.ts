/** The table of agenda items. */
import { wallClockAt } from "../../calendar/zones.ts";
import type { Db, Tx } from "../../db/store.ts";
import { hasBegun } from "../meeting.ts";
import type { AgendaDate, AgendaItem } from "./item.ts";
import type { ItemRepository } from "./repository.ts";

type Row = {
  id: string;
  meetingId: string | null;
  title: string;
  party: string | null;
  proposerId: string | null;
  minutes: number | null;
  ticketId: string | null;
  createdAt: Date;
};
type DateRow = { id: string; startsAt: string; minutes: number; cancelledAt: Date | null };

const toItem = ({
  id,
  meetingId,
  title,
  party,
  proposerId,
  minutes,
  ticketId,
  createdAt,
}: Row): AgendaItem => ({
  ...{ id, meetingId, title, party, proposerId, minutes },
  question: ticketId,
  createdAt: createdAt.getTime(),
});

const toDate = ({ id, startsAt, minutes, cancelledAt }: DateRow): AgendaDate => ({
  ...{ id, startsAt, minutes },
  cancelledAt: cancelledAt?.getTime() ?? null,
});

const select = { id: true, startsAt: true, minutes: true, cancelledAt: true } as const;
const inOrder = [{ position: "asc" as const }, { createdAt: "asc" as const }, { id: "asc" as const }];
const byAge = [{ createdAt: "asc" as const }, { position: "asc" as const }, { id: "asc" as const }];
/** The hour that exists twice: what the clock shows there says not yet what has begun. */
const MAYBE_BEGUN = 5;

export function itemRepository(db: Db): ItemRepository {
  const door = (tx?: Tx) => tx ?? db.read;

  async function cancelledDates(tx?: Tx): Promise<string[]> {
    const query = { where: { cancelledAt: { not: null } }, select: { id: true } };
    return (await door(tx).meeting.findMany(query)).map(({ id }) => id);
  }

  return {
    byId: async (id, tx) => {
      const row = await door(tx).agendaItem.findUnique({ where: { id } });
      return row && row.withdrawnAt === null ? toItem(row) : null;
    },
    date: async (id, tx) => {
      const row = await door(tx).meeting.findUnique({ where: { id }, select });
      return row && toDate(row);
    },
    nextDate: async (now, tx) => {
      const where = { cancelledAt: null, startsAt: { gte: wallClockAt(now) } };
      const orderBy = [{ startsAt: "asc" as const }, { id: "asc" as const }];
      const rows = await door(tx).meeting.findMany({ where, orderBy, select, take: MAYBE_BEGUN });
      return rows.map(toDate).find((date) => !hasBegun(date, now)) ?? null;
    },
    onDate: async (meetingId, tx) => {
      const query = { where: { meetingId, withdrawnAt: null }, orderBy: inOrder };
      return (await door(tx).agendaItem.findMany(query)).map(toItem);
    },
    waiting: async (tx) => {
      const ofDates = { meetingId: { in: await cancelledDates(tx) } };
      const where = { withdrawnAt: null, OR: [{ meetingId: null }, ofDates] };
      return (await door(tx).agendaItem.findMany({ where, orderBy: byAge })).map(toItem);
    },
    counts: async (meetingIds) => {
      const where = { withdrawnAt: null, meetingId: { in: [...meetingIds] } };
      const rows = await db.read.agendaItem.groupBy({ by: ["meetingId"], where, _count: { _all: true } });
      return new Map(rows.flatMap(({ meetingId, _count }) => (meetingId ? [[meetingId, _count._all]] : [])));
    },
    questions: async () => {
      const query = { where: { withdrawnAt: null, ticketId: { not: null } }, select: { ticketId: true } };
      const rows = await db.read.agendaItem.findMany(query);
      return new Set(rows.flatMap(({ ticketId }) => ticketId ?? []));
    },

    add: async (tx, { question, createdAt, ...item }) => {
      const { meetingId } = item;
      const last = await tx.agendaItem.aggregate({ where: { meetingId }, _max: { position: true } });
      const position = (last._max.position ?? 0) + 1;
      await tx.agendaItem.create({
        data: { ...item, position, ticketId: question, createdAt: new Date(createdAt) },
      });
    },
    arrange: async (tx, meetingId, ids) => {
      for (const [at, id] of ids.entries())
        await tx.agendaItem.update({ where: { id }, data: { meetingId, position: at + 1 } });
    },
    allot: async (tx, id, minutes) => {
      await tx.agendaItem.update({ where: { id }, data: { minutes } });
    },
    withdraw: async (tx, id, now) => {
      await tx.agendaItem.update({ where: { id }, data: { withdrawnAt: new Date(now) } });
    },
  };
}
