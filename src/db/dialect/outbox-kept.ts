/** Contents of messages that could not be delivered: they go with their message. */
import type { Tx } from "../store.ts";

/** Deletes what is kept of messages that are gone, or were delivered after all. */
export async function deleteKeptAlone(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "OutboxKept"
    WHERE "itemId" NOT IN (SELECT "id" FROM "OutboxItem" WHERE "state" IN ('undeliverable', 'expired'))`;
}
