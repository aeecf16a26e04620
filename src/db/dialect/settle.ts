/** Marks messages of the outbox as delivered: one statement for many, the same for both engines. */
import type { Instant } from "../../system/clock.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import type { Tx } from "../store.ts";

export type Mark = { readonly id: string; readonly sentTo: string | null; readonly sentId: string | null };

const row = ({ id, sentTo, sentId }: Mark) =>
  Prisma.sql`(CAST(${id} AS TEXT), CAST(${sentTo} AS TEXT), CAST(${sentId} AS TEXT))`;

/**
 * Ids of those that were still claimed by this process. `dueAt` says from here on when it left, and `claimedBy`
 * through whom: the other processes share the allowed rate.
 */
export async function markDelivered(
  tx: Tx,
  by: string,
  marks: readonly Mark[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  const at = new Date(now);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "OutboxItem" SET "state" = 'delivered', "settledAt" = ${at}, "dueAt" = ${at}, "claimedUntil" = ${at},
      "payload" = NULL, "sentTo" = "done"."column2", "sentId" = "done"."column3"
    FROM (VALUES ${Prisma.join(marks.map(row))}) AS "done"
    WHERE "OutboxItem"."id" = "done"."column1" AND "claimedBy" = ${by} AND "state" = 'pending'
    RETURNING "OutboxItem"."id"`;
  return new Set(rows.map(({ id }) => id));
}
