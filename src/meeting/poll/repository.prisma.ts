/** The tables of polls about a date. */
import { firstOfMonth } from "../../calendar/quarters.ts";
import { dateOf } from "../../calendar/zones.ts";
import type { Db } from "../../db/store.ts";
import { quarterOf } from "../agenda.ts";
import { POLL } from "./notices.ts";
import type { PartyAnswers, Poll, Suits } from "./poll.ts";
import type { PollRepository } from "./repository.ts";

type Row = {
  id: string;
  minutes: number;
  place: string;
  link: string | null;
  createdById: string;
  createdAt: Date;
  closesAt: Date;
  settledAt: Date | null;
  meetingId: string | null;
  options: { startsAt: string }[];
};
type AnswerRow = { party: string; startsAt: string; suits: Suits };

const include = { options: { select: { startsAt: true }, orderBy: { startsAt: "asc" } } } as const;

const toPoll = ({ id, minutes, place, link, createdById, meetingId, ...row }: Row): Poll => ({
  ...{ id, minutes, place, link, createdById, meetingId },
  createdAt: row.createdAt.getTime(),
  closesAt: row.closesAt.getTime(),
  settledAt: row.settledAt?.getTime() ?? null,
  options: row.options.map(({ startsAt }) => startsAt),
});

function byParty(rows: readonly AnswerRow[]): readonly PartyAnswers[] {
  const found = new Map<string, Record<string, Suits>>();
  for (const { party, startsAt, suits } of rows) found.set(party, { ...found.get(party), [startsAt]: suits });
  return [...found].map(([party, suits]) => ({ party, suits }));
}

const noteOf = (id: string): string => `poll|${id}|reminder`;

export function pollRepository(db: Db): PollRepository {
  return {
    byId: async (id, tx) => {
      const row = await (tx ?? db.read).datePoll.findUnique({ where: { id }, include });
      return row && toPoll(row);
    },
    newest: async (tx) => {
      const orderBy = [{ createdAt: "desc" as const }, { id: "desc" as const }];
      const row = await (tx ?? db.read).datePoll.findFirst({ orderBy, include });
      return row && toPoll(row);
    },
    count: (tx) => tx.datePoll.count(),
    unsettled: async () => {
      const orderBy = { closesAt: "asc" } as const;
      return (await db.read.datePoll.findMany({ where: { settledAt: null }, orderBy, include })).map(toPoll);
    },
    answers: async (pollId, tx) =>
      byParty(
        await (tx ?? db.read).datePollAnswer.findMany({ where: { pollId }, orderBy: { party: "asc" } }),
      ),
    answeredAt: async (tx, pollId, party) => {
      const row = await tx.datePollAnswer.findFirst({
        where: { pollId, party },
        select: { answeredAt: true },
      });
      return row?.answeredAt.getTime() ?? null;
    },
    insert: async (tx, { options, createdAt, closesAt, settledAt: _, ...same }) => {
      const quarter = firstOfMonth(quarterOf(dateOf(options[0] ?? "")), 1);
      await tx.datePoll.create({
        data: {
          ...same,
          quarter,
          createdAt: new Date(createdAt),
          closesAt: new Date(closesAt),
          options: { create: options.map((startsAt) => ({ startsAt })) },
        },
      });
    },
    hold: async (tx, id) => {
      // An update that changes nothing takes the row; what is read after it is what the last holder left.
      await tx.datePoll.updateMany({ where: { id }, data: { minutes: { increment: 0 } } });
      const row = await tx.datePoll.findUnique({ where: { id }, include });
      return row && toPoll(row);
    },
    saveAnswers: async (tx, pollId, { party, suits }, now) => {
      await tx.datePollAnswer.deleteMany({ where: { pollId, party } });
      const rows = Object.entries(suits).map(([startsAt, one]) => ({
        ...{ pollId, startsAt, party, suits: one, answeredAt: new Date(now) },
      }));
      await tx.datePollAnswer.createMany({ data: rows });
    },
    settle: async (tx, id, now) => {
      await tx.datePoll.update({ where: { id }, data: { settledAt: new Date(now) } });
    },
    planned: async (tx, id, meetingId) => {
      await tx.datePoll.update({ where: { id }, data: { meetingId } });
    },
    isReminded: async (id, tx) =>
      (await (tx ?? db.read).calendarNote.count({ where: { key: noteOf(id) } })) > 0,
    markReminded: async (tx, id, sent, now) => {
      await tx.calendarNote.create({ data: { key: noteOf(id), sent, settledAt: new Date(now) } });
    },
    asked: async (subject, tx) => {
      const where = { kind: { in: [POLL.asked, POLL.reminder] }, subject };
      const rows = await (tx ?? db.read).outboxItem.findMany({ where, select: { memberId: true } });
      return new Set(rows.flatMap(({ memberId }) => memberId ?? []));
    },
    forget: (before) =>
      db.write(async (tx) => {
        const where = { settledAt: { not: null }, closesAt: { lt: new Date(before) } };
        const polls = await tx.datePoll.findMany({ where, select: { id: true } });
        await tx.calendarNote.deleteMany({ where: { key: { in: polls.map(({ id }) => noteOf(id)) } } });
        return (await tx.datePoll.deleteMany({ where })).count;
      }),
  };
}
