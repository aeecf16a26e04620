/** A row of the outbox as the delivery hands it to a renderer. */
import type { OutboxItem } from "../../src/db/generated/sqlite/client.ts";
import type { Json, Notice } from "../../src/outbox/notice.ts";

export const toNotice = (row: OutboxItem): Notice => ({
  key: row.key,
  kind: row.kind,
  subject: row.subject,
  to: row.memberId === null ? { conversation: row.conversationId ?? "" } : { member: row.memberId },
  dueAt: row.dueAt.getTime(),
  expiresAt: row.expiresAt?.getTime() ?? null,
  payload: row.payload as Json,
});
