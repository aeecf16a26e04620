/** The outbox in the database. */
import { claimAlone, claimDueIds, FARTHEST_MS } from "../db/dialect/claim.ts";
import { insertOutboxItem } from "../db/dialect/insert-once.ts";
import { deleteKeptAlone } from "../db/dialect/outbox-kept.ts";
import type { OutboxItem } from "../db/generated/sqlite/client.ts";
import type { Db, Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { NewId } from "../system/ids.ts";
import type { Reply } from "../turn/reply.ts";
import type { Place } from "../turn/turn.ts";
import { addressesOf } from "./address.prisma.ts";
import type { Json, Notice, Recipient } from "./notice.ts";
import type { Elsewhere } from "./pace.ts";
import type { Claimed, OutboxRepository } from "./repository.ts";
import { NOBODY, settleAll } from "./settle.prisma.ts";
import { turnReplyNotice } from "./turn-reply.ts";

/** Writes messages into the outbox, in the transaction of the change they tell of. */
export type Enqueue = (tx: Tx, notices: readonly Notice[]) => Promise<void>;

const recipientColumns = (to: Recipient) =>
  "member" in to
    ? { conversationId: null, memberId: to.member, threadId: null }
    : { conversationId: to.conversation, memberId: null, threadId: to.threadId ?? null };

/** A message whose key was written before is left out without a word. */
export const createEnqueue =
  (newId: NewId): Enqueue =>
  async (tx, notices) => {
    for (const [position, { to, payload, replaces, traceless, ...same }] of notices.entries()) {
      await insertOutboxItem(tx, {
        // Messages that are due together leave in the order in which they were written.
        id: `${String(position).padStart(4, "0")}-${newId()}`,
        ...same,
        ...recipientColumns(to),
        payload: payload === undefined ? null : JSON.stringify(payload),
        replaces: replaces ?? null,
        traceless: traceless ?? false,
      });
    }
  };

/**
 * Keeps a confirmation that could not be sent in its turn, in a transaction of its own: what it confirms
 * is stored already.
 */
export function createEnqueueReply(db: Db, newId: NewId) {
  const enqueue = createEnqueue(newId);
  return (place: Place, activityId: string, reply: Reply, now: Instant): Promise<void> =>
    db.write((tx) => enqueue(tx, [turnReplyNotice(place, activityId, reply, now)]));
}

function toClaimed(row: OutboxItem): Claimed {
  const thread = row.threadId === null ? {} : { threadId: row.threadId };
  const to: Recipient =
    row.memberId === null ? { conversation: row.conversationId ?? "", ...thread } : { member: row.memberId };
  return {
    id: row.id,
    attempts: row.attempts,
    notice: {
      key: row.key,
      kind: row.kind,
      subject: row.subject,
      to,
      dueAt: row.dueAt.getTime(),
      expiresAt: row.expiresAt?.getTime() ?? null,
      ...(row.payload === null ? {} : { payload: row.payload as Json }),
      ...(row.replaces === null ? {} : { replaces: row.replaces }),
      ...(row.traceless ? { traceless: true as const } : {}),
    },
  };
}

/** A claim that is not settled after so long was not in the middle of a delivery. */
const UNDER_WAY_MS = 15_000;

/** What other processes have sent since then. */
async function sentElsewhere(tx: Tx, by: string, since: Instant): Promise<readonly Elsewhere[]> {
  const rows = await tx.outboxItem.findMany({
    where: {
      state: "delivered",
      dueAt: { gt: new Date(since) },
      claimedBy: { not: by },
      sentTo: { not: null },
    },
    select: { id: true, sentTo: true, dueAt: true },
    orderBy: { dueAt: "asc" },
  });
  return rows.map(({ id, sentTo, dueAt }) => ({ id, conversationId: sentTo ?? "", at: dueAt.getTime() }));
}

/** Messages that other processes may be sending at this moment. */
const underWayElsewhere = (tx: Tx, by: string, until: Instant): Promise<number> =>
  tx.outboxItem.count({
    where: {
      state: "pending",
      claimedBy: { notIn: [by, NOBODY] },
      claimedUntil: { gt: new Date(until - UNDER_WAY_MS) },
    },
  });

/** The outbox on an open store. Its lease and its keys work between processes as well. */
export const createOutboxRepository = (db: Db): OutboxRepository => ({
  claimDue: ({ by, now, until, except, since, room }) =>
    db.write(async (tx) => {
      await claimAlone(db.engine, tx);
      const shared = since !== null;
      const most = room(shared ? await sentElsewhere(tx, by, since) : []);
      // On SQLite one process delivers; what another had under way was lost with it.
      const elsewhere = shared && db.engine === "postgresql" ? await underWayElsewhere(tx, by, until) : 0;
      if (most <= elsewhere) return [];
      const ids = await claimDueIds(db.engine, tx, { by, now, until, except, limit: most - elsewhere });
      const rows = await tx.outboxItem.findMany({
        where: { id: { in: [...ids] } },
        orderBy: [{ dueAt: "asc" }, { id: "asc" }],
      });
      return rows.map(toClaimed);
    }),
  addressesOf: (notices) => addressesOf(db, notices),
  settle: (settlements, now) => db.write((tx) => settleAll(tx, settlements, now)),
  hasDue: async (now) => {
    const free = [
      { claimedUntil: null },
      { claimedUntil: { lte: new Date(now) } },
      { claimedUntil: { gt: new Date(now + FARTHEST_MS) } },
    ];
    const where = { state: "pending" as const, dueAt: { lte: new Date(now) }, OR: free };
    return (await db.read.outboxItem.findFirst({ where, select: { id: true } })) !== null;
  },
  prune: (before) =>
    db.write(async (tx) => {
      const where = { state: { not: "pending" as const }, settledAt: { lt: new Date(before) } };
      const { count } = await tx.outboxItem.deleteMany({ where });
      await deleteKeptAlone(tx);
      return count;
    }),
});
