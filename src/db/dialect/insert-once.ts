/**
 * Inserts that do nothing when the key is there already. In SQL, the same for both engines, because the
 * client's own way (catch P2002) would lose the whole transaction on PostgreSQL.
 */
import type { Instant } from "../../system/clock.ts";
import type { Tx } from "../store.ts";

/** False when an act with this key was applied before. Its subject is filled in by the caller. */
export async function insertAppliedAction(tx: Tx, key: string, kind: string, at: Instant): Promise<boolean> {
  const inserted = await tx.$executeRaw`
    INSERT INTO "AppliedAction" ("key", "kind", "subject", "at")
    VALUES (${key}, ${kind}, '', ${new Date(at)})
    ON CONFLICT ("key") DO NOTHING`;
  return inserted === 1;
}

/** One row of the outbox as it is first written. `payload` is JSON text. */
export type NewOutboxItem = {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly subject: string;
  readonly conversationId: string | null;
  readonly memberId: string | null;
  readonly threadId: string | null;
  readonly payload: string | null;
  readonly dueAt: Instant;
  readonly expiresAt: Instant | null;
  readonly replaces: string | null;
  readonly traceless: boolean;
};

/** False when a message with this key was written before; that one stays as it is. */
export async function insertOutboxItem(tx: Tx, item: NewOutboxItem): Promise<boolean> {
  const expiresAt = item.expiresAt === null ? null : new Date(item.expiresAt);
  const inserted = await tx.$executeRaw`
    INSERT INTO "OutboxItem" ("id", "key", "kind", "subject", "conversationId", "memberId", "threadId",
      "payload", "dueAt", "expiresAt", "replaces", "traceless")
    VALUES (${item.id}, ${item.key}, ${item.kind}, ${item.subject}, ${item.conversationId}, ${item.memberId},
      ${item.threadId}, ${item.payload}, ${new Date(item.dueAt)}, ${expiresAt}, ${item.replaces}, ${item.traceless})
    ON CONFLICT ("key") DO NOTHING`;
  return inserted === 1;
}
