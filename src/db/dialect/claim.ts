/** Takes due messages of the outbox for one process: one statement a database. */
import type { Instant } from "../../system/clock.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import type { Db, Tx } from "../store.ts";

export type Claim = {
  /** Names the claiming process; written into the row. */
  readonly by: string;
  readonly now: Instant;
  /** End of the lease: from then on another process may take the row over. */
  readonly until: Instant;
  readonly limit: number;
  /** Ids of members and conversations that get nothing now. */
  readonly except: readonly string[];
};

type Rows = { readonly id: string }[];

/** No lease and no pause reaches so far, ms: one that does was written before the clock went back. */
export const FARTHEST_MS = 2 * 3_600_000;
/** After so many failures (more than half a day) a message no longer holds up those behind it. */
const HOLDS_UP = 50;

/** Any number, the same in every process that delivers for a Forumsbote database. */
const CLAIM_LOCK = 4_700_216;

const recipient = Prisma.sql`COALESCE("memberId", "conversationId")`;

/** A row that is leased, or waits for its next try. */
const isTaken = (now: Instant) =>
  Prisma.sql`"claimedUntil" > ${new Date(now)} AND "claimedUntil" <= ${new Date(now + FARTHEST_MS)}`;

/**
 * Due and free, and behind nothing to the same recipient that is under way or waits for its next try: what is
 * told to somebody stays in order, also when it fails and also between processes. What failed for want of words
 * holds nothing up.
 */
function free({ now, except }: Claim) {
  const passed =
    except.length > 0 ? Prisma.sql`AND ${recipient} NOT IN (${Prisma.join(except)})` : Prisma.empty;
  return Prisma.sql`
    "state" = 'pending' AND "dueAt" <= ${new Date(now)} AND NOT ("claimedUntil" IS NOT NULL AND ${isTaken(now)})
    AND ${recipient} NOT IN (
      SELECT ${recipient} FROM "OutboxItem"
      WHERE "state" = 'pending' AND ${isTaken(now)} AND "attempts" <= ${HOLDS_UP}
        AND COALESCE("lastFailure", '') <> 'faulty') ${passed}`;
}

// SQLite lets one transaction write at a time, so the rows found are still free when they are updated.
const sqlite = (tx: Tx, claim: Claim): Promise<Rows> => tx.$queryRaw`
  UPDATE "OutboxItem"
  SET "claimedBy" = ${claim.by}, "claimedUntil" = ${new Date(claim.until)}, "attempts" = "attempts" + 1
  WHERE "id" IN (SELECT "id" FROM "OutboxItem" WHERE ${free(claim)} ORDER BY "dueAt", "id" LIMIT ${claim.limit})
  RETURNING "id"`;

// Materialized, because a subquery with LIMIT and locks may be run more than once, and would then take more
// than was asked for.
const postgresql = (tx: Tx, claim: Claim): Promise<Rows> => tx.$queryRaw`
  WITH "due" AS MATERIALIZED (
    SELECT "id" FROM "OutboxItem" WHERE ${free(claim)} ORDER BY "dueAt", "id" LIMIT ${claim.limit}
    FOR UPDATE SKIP LOCKED)
  UPDATE "OutboxItem"
  SET "claimedBy" = ${claim.by}, "claimedUntil" = ${new Date(claim.until)}, "attempts" = "attempts" + 1
  FROM "due" WHERE "OutboxItem"."id" = "due"."id"
  RETURNING "OutboxItem"."id"`;

/**
 * One process claims at a time: a claim sees what the one before it has taken, so no two of them write to the
 * same recipient, and the allowed rate is not given out twice. Held until the transaction ends.
 */
export async function claimAlone(engine: Db["engine"], tx: Tx): Promise<void> {
  if (engine === "postgresql") await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CLAIM_LOCK})`;
}

/** Ids of the rows taken, in no order. Each counts one more attempt. Not inside a claim of another process. */
export async function claimDueIds(engine: Db["engine"], tx: Tx, claim: Claim): Promise<readonly string[]> {
  const rows = await (engine === "sqlite" ? sqlite : postgresql)(tx, claim);
  return rows.map((row) => row.id);
}
