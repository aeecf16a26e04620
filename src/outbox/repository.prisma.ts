/** The outbox in the database. */
import { claimDueIds } from "../db/dialect/claim.ts";
import { insertOutboxItem } from "../db/dialect/insert-once.ts";
import { type OutboxItem, Prisma } from "../db/generated/sqlite/client.ts";
import type { Db, Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { NewId } from "../system/ids.ts";
import type { Reply } from "../turn/reply.ts";
import type { Place } from "../turn/turn.ts";
import { addressOf } from "./address.prisma.ts";
import type { Json, Notice, Recipient } from "./notice.ts";
import type { Claimed, OutboxRepository, Settlement } from "./repository.ts";
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

function columnsOf(fate: Settlement["fate"], now: Instant) {
  const released = {
    claimedBy: null,
    claimedUntil: null,
    ...("failure" in fate ? { lastFailure: fate.failure } : {}),
  };
  return fate.state === "pending"
    ? { ...released, dueAt: new Date(fate.dueAt) }
    : { ...released, state: fate.state, settledAt: new Date(now), payload: Prisma.DbNull };
}

/** The chat was opened by this delivery; the person may have written in the meantime. */
async function keepOpened(tx: Tx, id: string, { memberId, to }: NonNullable<Settlement["opened"]>) {
  const { tenantId, serviceUrl, botId } = to;
  const row = { kind: "personal" as const, tenantId, serviceUrl, botId, memberId };
  await tx.conversation.upsert({ where: { id }, create: { id, ...row }, update: { dead: false } });
}

async function settleOne(tx: Tx, settlement: Settlement, now: Instant): Promise<boolean> {
  const { id, by, fate, untried, deadConversation, sent, opened } = settlement;
  const where = { id, claimedBy: by, state: "pending" as const };
  const arrived = sent ? { sentTo: sent.conversationId, sentId: sent.messageId } : {};
  const data = { ...columnsOf(fate, now), ...arrived, ...(untried ? { attempts: { decrement: 1 } } : {}) };
  const { count } =
    settlement.traceless && fate.state !== "pending"
      ? await tx.outboxItem.deleteMany({ where })
      : await tx.outboxItem.updateMany({ where, data });
  if (sent && opened) await keepOpened(tx, sent.conversationId, opened);
  if (count === 1 && deadConversation !== undefined) {
    await tx.conversation.updateMany({ where: { id: deadConversation }, data: { dead: true } });
  }
  return count === 1;
}

/** The outbox on an open store. Its lease and its keys work between processes as well. */
export const createOutboxRepository = (db: Db): OutboxRepository => ({
  claimDue: (claiming) =>
    db.write(async (tx) => {
      const ids = await claimDueIds(db.engine, tx, claiming);
      const rows = await tx.outboxItem.findMany({
        where: { id: { in: [...ids] } },
        orderBy: [{ dueAt: "asc" }, { id: "asc" }],
      });
      return rows.map(toClaimed);
    }),
  addressOf: (notice) => addressOf(db, notice),
  settle: (settlements, now) =>
    db.write(async (tx) => {
      const kept: boolean[] = [];
      for (const settlement of settlements) kept.push(await settleOne(tx, settlement, now));
      return kept;
    }),
  hasDue: async (now) => {
    const free = [{ claimedUntil: null }, { claimedUntil: { lte: new Date(now) } }];
    const where = { state: "pending" as const, dueAt: { lte: new Date(now) }, OR: free };
    return (await db.read.outboxItem.findFirst({ where, select: { id: true } })) !== null;
  },
  prune: (before) =>
    db.write(async (tx) => {
      const where = { state: { not: "pending" as const }, settledAt: { lt: new Date(before) } };
      return (await tx.outboxItem.deleteMany({ where })).count;
    }),
});
