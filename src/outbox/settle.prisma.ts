/** Writes down what became of messages. */
import { markDelivered } from "../db/dialect/settle.ts";
import { Prisma } from "../db/generated/sqlite/client.ts";
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { Settlement } from "./repository.ts";

/** In the place of a process, for a message that waits for its next try. */
export const NOBODY = "nobody";
function columnsOf({ fate, untried }: Settlement, now: Instant): Prisma.OutboxItemUpdateManyMutationInput {
  const released = { claimedBy: null, claimedUntil: null };
  if (untried) return { ...released, attempts: { decrement: 1 } };
  const failure = "failure" in fate ? { lastFailure: fate.failure } : {};
  // `dueAt` stays: it says whose turn it is among the messages to the same recipient.
  return fate.state === "pending"
    ? { ...failure, claimedBy: NOBODY, claimedUntil: new Date(fate.retryAt) }
    : { ...failure, ...released, state: fate.state, settledAt: new Date(now), payload: Prisma.DbNull };
}

/** So that it can be delivered again on request, unless it is too late by its own rule. */
async function keepContents(tx: Tx, { id, by }: Settlement, now: Instant): Promise<void> {
  const row = await tx.outboxItem.findFirst({
    where: { id, claimedBy: by, OR: [{ expiresAt: null }, { expiresAt: { gte: new Date(now) } }] },
    select: { payload: true },
  });
  if (row === null || row.payload === null) return;
  const payload = row.payload as Prisma.InputJsonValue;
  await tx.outboxKept.upsert({ where: { itemId: id }, create: { itemId: id, payload }, update: { payload } });
}

/** The chat was opened by this delivery; the person may have written in the meantime. */
async function keepOpened(tx: Tx, id: string, { memberId, to }: NonNullable<Settlement["opened"]>) {
  const { tenantId, serviceUrl, botId } = to;
  const row = { kind: "personal" as const, tenantId, serviceUrl, botId, memberId };
  await tx.conversation.upsert({ where: { id }, create: { id, ...row }, update: { dead: false } });
}

async function settleOne(tx: Tx, settlement: Settlement, now: Instant): Promise<boolean> {
  const { id, by, fate, traceless, deadConversation } = settlement;
  const where = { id, claimedBy: by, state: "pending" as const };
  const failed = fate.state === "undeliverable" || fate.state === "expired";
  if (failed && !traceless) await keepContents(tx, settlement, now);
  const { count } =
    traceless && fate.state !== "pending"
      ? await tx.outboxItem.deleteMany({ where })
      : await tx.outboxItem.updateMany({ where, data: columnsOf(settlement, now) });
  if (count === 1 && deadConversation !== undefined) {
    await tx.conversation.updateMany({ where: { id: deadConversation }, data: { dead: true } });
  }
  return count === 1;
}

const isMark = ({ fate, traceless }: Settlement): boolean => fate.state === "delivered" && !traceless;

/** Puts back what was not tried. Whether another process has taken one over meanwhile makes no difference. */
async function putBack(tx: Tx, settlements: readonly Settlement[], now: Instant): Promise<void> {
  const [first] = settlements;
  if (!first) return;
  const where = {
    id: { in: settlements.map(({ id }) => id) },
    claimedBy: first.by,
    state: "pending" as const,
  };
  await tx.outboxItem.updateMany({ where, data: columnsOf(first, now) });
}

/** See OutboxRepository. Those that arrived in one statement; they are nearly all. */
export async function settleAll(
  tx: Tx,
  settlements: readonly Settlement[],
  now: Instant,
): Promise<readonly boolean[]> {
  const marks = settlements.filter(isMark);
  const [first] = marks;
  const marked = first
    ? await markDelivered(
        tx,
        first.by,
        marks.map(({ id, sent }) => ({
          ...{ id, sentTo: sent?.conversationId ?? null, sentId: sent?.messageId ?? null },
        })),
        now,
      )
    : new Set<string>();
  await putBack(
    tx,
    settlements.filter(({ untried }) => untried),
    now,
  );
  const kept: boolean[] = [];
  for (const one of settlements) {
    if (one.sent && one.opened) await keepOpened(tx, one.sent.conversationId, one.opened);
    if (isMark(one)) kept.push(marked.has(one.id));
    else kept.push(one.untried ? true : await settleOne(tx, one, now));
  }
  return kept;
}
