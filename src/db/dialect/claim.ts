/** Takes due messages of the outbox for one process: one statement a database. */
import type { Instant } from "../../system/clock.ts";
import type { Db, Tx } from "../store.ts";

export type Claim = {
  /** Names the claiming process; written into the row. */
  readonly by: string;
  readonly now: Instant;
  /** End of the lease: from then on another process may take the row over. */
  readonly until: Instant;
  readonly limit: number;
};

type Rows = { readonly id: string }[];

// SQLite lets one transaction write at a time, so the rows found are still free when they are updated.
const sqlite = (tx: Tx, by: string, now: Date, until: Date, limit: number): Promise<Rows> => tx.$queryRaw`
  UPDATE "OutboxItem" SET "claimedBy" = ${by}, "claimedUntil" = ${until}, "attempts" = "attempts" + 1
  WHERE "id" IN (
    SELECT "id" FROM "OutboxItem"
    WHERE "state" = 'pending' AND "dueAt" <= ${now} AND ("claimedUntil" IS NULL OR "claimedUntil" <= ${now})
    ORDER BY "dueAt", "id" LIMIT ${limit})
  RETURNING "id"`;

// Rows that another process is just taking are passed over instead of waited for. Materialized, because
// a subquery with LIMIT and locks may be run more than once, and would then take more than was asked for.
const postgresql = (tx: Tx, by: string, now: Date, until: Date, limit: number): Promise<Rows> => tx.$queryRaw`
  WITH "due" AS MATERIALIZED (
    SELECT "id" FROM "OutboxItem"
    WHERE "state" = 'pending' AND "dueAt" <= ${now} AND ("claimedUntil" IS NULL OR "claimedUntil" <= ${now})
    ORDER BY "dueAt", "id" LIMIT ${limit}
    FOR UPDATE SKIP LOCKED)
  UPDATE "OutboxItem" SET "claimedBy" = ${by}, "claimedUntil" = ${until}, "attempts" = "attempts" + 1
  FROM "due" WHERE "OutboxItem"."id" = "due"."id"
  RETURNING "OutboxItem"."id"`;

/** Ids of the rows taken, in no order. Each counts one more attempt. */
export async function claimDueIds(engine: Db["engine"], tx: Tx, claim: Claim): Promise<readonly string[]> {
  const take = engine === "sqlite" ? sqlite : postgresql;
  const rows = await take(tx, claim.by, new Date(claim.now), new Date(claim.until), claim.limit);
  return rows.map((row) => row.id);
}
