/** The tables of dates, replies and reminders. */
import { z } from "zod";
import type { Db } from "../db/store.ts";
import type { PartyReply } from "./answering.ts";
import type { Meeting } from "./meeting.ts";
import { MOVED } from "./notices.ts";
import type { MeetingReply } from "./replies.ts";
import type { MeetingRepository, Watched } from "./repository.ts";

type Row = {
  id: string;
  startsAt: string;
  minutes: number;
  place: string;
  link: string | null;
  sequence: number;
  plannedAt: Date;
  cancelledAt: Date | null;
  changedAt: Date | null;
};
type WatchedRow = Row & { stages: { sequence: number; stage: string }[] };
type ReplyRow = { party: string; reply: MeetingReply; deputy: string | null };

const toMeeting = ({ id, startsAt, minutes, place, link, sequence, ...row }: Row): Meeting => ({
  ...{ id, startsAt, minutes, place, link, sequence },
  plannedAt: row.plannedAt.getTime(),
  cancelledAt: row.cancelledAt?.getTime() ?? null,
  changedAt: row.changedAt?.getTime() ?? null,
});

const toReply = ({ party, reply, deputy }: ReplyRow): PartyReply => ({ party, reply, deputy });

const toWatched = ({ stages, ...row }: WatchedRow): Watched => ({
  meeting: toMeeting(row),
  settled: stages.filter((one) => one.sequence === row.sequence).map((one) => one.stage),
});

/** Not a stage but a mark: with this sequence only length, place or link changed; the date stayed. */
const DETAILS = "details";

const MOVE = z.object({
  from: z.string(),
  untold: z.array(z.object({ key: z.string(), from: z.string() })).default([]),
});

const include = { stages: { select: { sequence: true, stage: true } } } as const;
const byStart = [{ startsAt: "asc" as const }, { id: "asc" as const }];

export function meetingRepository(db: Db): MeetingRepository {
  return {
    byId: async (id, tx) => {
      const row = await (tx ?? db.read).meeting.findUnique({ where: { id } });
      return row && toMeeting(row);
    },
    within: async ({ from, to }) => {
      // Wall clocks compare as texts; "~" comes after every time of the last day.
      const where = { startsAt: { gte: from, lte: `${to}~` } };
      return (await db.read.meeting.findMany({ where, orderBy: byStart })).map(toMeeting);
    },
    watched: async (from) => {
      const where = { startsAt: { gte: from }, cancelledAt: null };
      return (await db.read.meeting.findMany({ where, orderBy: byStart, include })).map(toWatched);
    },
    replies: async (meetingId, tx) => {
      const query = { where: { meetingId }, orderBy: { party: "asc" } } as const;
      return (await (tx ?? db.read).meetingReply.findMany(query)).map(toReply);
    },
    repliesOf: async (party, meetingIds) => {
      const where = { party, meetingId: { in: [...meetingIds] } };
      const rows = await db.read.meetingReply.findMany({ where });
      return new Map(rows.map((row) => [row.meetingId, toReply(row)]));
    },

    insert: async (tx, { id, startsAt, minutes, place, link, sequence, plannedAt }) => {
      const data = { id, startsAt, minutes, place, link, sequence, plannedAt: new Date(plannedAt) };
      await tx.meeting.create({ data });
    },
    startsThen: async (tx, startsAt) =>
      (await tx.meeting.count({ where: { startsAt, cancelledAt: null } })) > 0,
    changes: async (tx) => {
      const { _count, _sum } = await tx.meeting.aggregate({ _count: true, _sum: { sequence: true } });
      return _count + (_sum.sequence ?? 0);
    },
    hold: async (tx, id) => {
      // An update that changes nothing takes the row; what is read after it is what the last holder left.
      await tx.meeting.updateMany({ where: { id }, data: { sequence: { increment: 0 } } });
      const row = await tx.meeting.findUnique({ where: { id }, include });
      return row && toWatched(row);
    },
    cancel: async (tx, id, sequence, now) => {
      const at = new Date(now);
      await tx.meeting.update({ where: { id }, data: { sequence, cancelledAt: at, changedAt: at } });
    },
    change: async (tx, id, { startsAt, minutes, place, link }, sequence, now) => {
      const data = { startsAt, minutes, place, link, sequence, changedAt: new Date(now) };
      await tx.meeting.update({ where: { id }, data });
    },
    forgetReplies: async (tx, meetingId) => {
      await tx.meetingReply.deleteMany({ where: { meetingId } });
    },
    carryStages: async (tx, { id: meetingId, sequence }, to, now) => {
      const settled = await tx.meetingStage.findMany({
        where: { meetingId, sequence, stage: { not: DETAILS } },
      });
      const marker = { meetingId, sequence: to, stage: DETAILS, sent: false, settledAt: new Date(now) };
      await tx.meetingStage.createMany({
        data: [...settled.map((one) => ({ ...one, sequence: to })), marker],
      });
    },
    untoldMoves: async (tx, subject) => {
      const rows = await tx.outboxItem.findMany({
        where: { kind: MOVED, subject, state: "pending" },
        select: { key: true, payload: true, memberId: true, conversationId: true },
      });
      // One message to each has all that came before it: the longest is the newest.
      const chains = rows.map(({ key, payload, memberId, conversationId }) => {
        const { from, untold } = MOVE.parse(payload);
        return { name: memberId ?? conversationId ?? "", chain: [...untold, { key, from }] };
      });
      chains.sort((a, b) => a.chain.length - b.chain.length);
      return new Map(chains.map(({ name, chain }) => [name, chain]));
    },
    arrived: async (keys) => {
      if (keys.length === 0) return new Set();
      const where = { key: { in: [...keys] }, state: "delivered" as const };
      const rows = await db.read.outboxItem.findMany({ where, select: { key: true } });
      return new Set(rows.map(({ key }) => key));
    },
    isSameDate: async ({ id: meetingId, sequence }, since) => {
      if (since >= sequence) return since === sequence;
      const where = { meetingId, stage: DETAILS, sequence: { gt: since, lte: sequence } };
      return (await db.read.meetingStage.count({ where })) === sequence - since;
    },
    forget: (before) =>
      db.write(async (tx) => {
        const where = { meeting: { startsAt: { lt: before } } };
        const [replies, stages] = [
          await tx.meetingReply.deleteMany({ where }),
          await tx.meetingStage.deleteMany({ where }),
        ];
        return replies.count + stages.count;
      }),
    repliedAt: async (tx, meetingId, party) => {
      const where = { meetingId_party: { meetingId, party } };
      const row = await tx.meetingReply.findUnique({ where, select: { repliedAt: true } });
      return row?.repliedAt.getTime() ?? null;
    },
    saveReply: async (tx, meetingId, { party, reply, deputy }, now) => {
      const said = { reply, deputy, repliedAt: new Date(now) };
      const where = { meetingId_party: { meetingId, party } };
      await tx.meetingReply.upsert({ where, create: { meetingId, party, ...said }, update: said });
    },
    settle: async (tx, { id: meetingId, sequence }, stages, now) => {
      const settledAt = new Date(now);
      await tx.meetingStage.createMany({
        data: stages.map(({ stage, sent }) => ({ meetingId, sequence, stage, sent, settledAt })),
      });
    },
  };
}
