/** What a round of an election asks of the database beyond plain rows: locks, silence, and forgetting. */
import type { Db, Tx } from "../store.ts";

/**
 * Votes share the round, the close has it alone: on PostgreSQL each waits here for the other to end. On
 * SQLite one transaction writes at a time anyway. Take it first, then read.
 */
export async function lockRound(
  engine: Db["engine"],
  tx: Tx,
  electionId: string,
  number: number,
  how: "share" | "alone",
): Promise<void> {
  if (engine === "sqlite") return;
  if (how === "share")
    await tx.$queryRaw`SELECT 1 FROM "ElectionRound" WHERE "electionId" = ${electionId} AND "number" = ${number} FOR SHARE`;
  else
    await tx.$queryRaw`SELECT 1 FROM "ElectionRound" WHERE "electionId" = ${electionId} AND "number" = ${number} FOR UPDATE`;
}

type Setting = { readonly name: string; readonly value: string | null };

/** Whether statements are logged at all, for any reason. */
const logsStatements = (value: (name: string) => string): boolean =>
  ["mod", "all"].includes(value("log_statement")) ||
  Number(value("log_min_duration_statement")) >= 0 ||
  Number(value("log_min_duration_sample")) >= 0 ||
  Number(value("log_transaction_sample_rate")) > 0 ||
  Number(value("auto_explain.log_min_duration") || "-1") >= 0;

/**
 * Whether the server keeps what would tell who voted what or when: times of commits, or statements with
 * their values. SQLite keeps neither.
 */
export async function keepsTraces(db: Pick<Db, "engine" | "read">): Promise<boolean> {
  if (db.engine === "sqlite") return false;
  const rows = await db.read.$queryRaw<Setting[]>`
    SELECT "name"::text AS "name",
      CASE WHEN "unit" IS NULL THEN current_setting("name", true) ELSE "setting" END AS "value"
    FROM "pg_settings" WHERE "name" IN ('track_commit_timestamp', 'log_statement', 'log_min_duration_statement',
      'log_min_duration_sample', 'log_transaction_sample_rate', 'log_parameter_max_length',
      'log_parameter_max_length_on_error', 'auto_explain.log_min_duration', 'pgaudit.log_parameter')`;
  const settings = new Map(rows.map((row) => [row.name, row.value ?? ""]));
  const value = (name: string): string => settings.get(name) ?? "";
  return (
    value("track_commit_timestamp") === "on" ||
    value("pgaudit.log_parameter") === "on" ||
    Number(value("log_parameter_max_length_on_error") || "0") !== 0 ||
    (logsStatements(value) && value("log_parameter_max_length") !== "0")
  );
}

type Busy = { readonly busy: number | bigint };

/**
 * Leaves nothing of deleted rows behind: on SQLite the log of the database is written back and emptied (with
 * `secure_delete` its pages are blank), on PostgreSQL both tables are written anew. Outside any transaction.
 * False when somebody is still reading an old state: ask again later.
 */
export const compactRounds = ({ engine, maintain }: Pick<Db, "engine" | "maintain">): Promise<boolean> =>
  maintain(async (client) => {
    if (engine === "sqlite") {
      const [row] = await client.$queryRaw<Busy[]>`PRAGMA wal_checkpoint(TRUNCATE)`;
      return Number(row?.busy ?? 1) === 0;
    }
    await client.$executeRaw`VACUUM FULL "RegisterEntry"`;
    await client.$executeRaw`VACUUM FULL "Ballot"`;
    return true;
  });

/** Nobody else changes the election until the end of the transaction. Take it before its rounds, then read. */
export async function lockElection(engine: Db["engine"], tx: Tx, electionId: string): Promise<void> {
  if (engine === "sqlite") return;
  await tx.$queryRaw`SELECT 1 FROM "Election" WHERE "id" = ${electionId} FOR UPDATE`;
}
