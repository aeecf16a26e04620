/** PostgreSQL, the store for several replicas: connections, and the read-only door. */
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../generated/postgresql/client.ts";
import type { PrismaClient as SqliteClient } from "../generated/sqlite/client.ts";
import type { MigrationConnection } from "../migration-connection.ts";
import type { Tx } from "../store.ts";

/** Connections for each door. Waiting transactions queue in front of the writer's. */
export const POSTGRESQL_CONNECTIONS = 8;

/** Any number, the same in every process that migrates a Forumsbote database. */
export const MIGRATION_LOCK = 4_700_215;

/** A table that stands in a database whose restore has not come to its end. */
export const RESTORE_MARK = "_forumsbote_restore";

/** Adds a server setting to the address; a setting given apart from it would be lost. */
function withSetting(url: string, setting: string): string {
  const parsed = new URL(url);
  const given = parsed.searchParams.get("options");
  parsed.searchParams.set("options", given ? `${given} -c ${setting}` : `-c ${setting}`);
  return parsed.href;
}

const clientFor = (url: string) =>
  new PrismaClient({
    adapter: new PrismaPg({
      connectionString: url,
      max: POSTGRESQL_CONNECTIONS,
      connectionTimeoutMillis: 10_000,
      // Ends a transaction whose process hangs, so that its locks do not stop the other replicas.
      idle_in_transaction_session_timeout: 60_000,
    }),
    errorFormat: "minimal",
  });

/** Opens the writer and the reader; the server refuses a write through the reader. */
export async function openPostgresql(url: string): Promise<{ writer: SqliteClient; reader: SqliteClient }> {
  const writer = clientFor(url);
  const reader = clientFor(withSetting(url, "default_transaction_read_only=on"));
  await Promise.all([writer.$queryRaw`SELECT 1`, reader.$queryRaw`SELECT 1`]);
  // Repositories are typed against one client; both come from the same schema. The only such cast.
  return { writer: writer as unknown as SqliteClient, reader: reader as unknown as SqliteClient };
}

/** Whether a commit waits until it is on disk: neither the server nor this connection may skip it. */
export async function postgresqlDurability(tx: Tx): Promise<{ setting: string; durable: boolean }> {
  const rows = await tx.$queryRaw<{ commit: string; fsync: string }[]>`
    SELECT current_setting('synchronous_commit') AS commit, current_setting('fsync') AS fsync`;
  const { commit = "unknown", fsync = "unknown" } = rows[0] ?? {};
  return {
    setting: `synchronous_commit=${commit} fsync=${fsync}`,
    durable: commit !== "off" && fsync === "on",
  };
}

/**
 * A connection for the schema engine, inside one transaction under a lock: replicas that start at once
 * wait for each other, and a migration that fails or is killed leaves nothing behind.
 */
export async function postgresqlMigrationConnection(url: string): Promise<MigrationConnection> {
  // One connection only: the engine's statements must all fall into the transaction begun here.
  const connection = await new PrismaPg({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: 10_000,
  }).connect();
  const server = connection.underlyingDriver();
  // The adapter splits a script at every semicolon, also inside the body of a function.
  connection.executeScript = async (script) => {
    await server.query(script);
  };
  const run = (text: string) => connection.executeScript(text);
  const rows = async (text: string) =>
    (await connection.queryRaw({ sql: text, args: [], argTypes: [] })).rows;
  return {
    connection,
    applied: async () => {
      const [[table] = []] = await rows(`SELECT to_regclass('_prisma_migrations') IS NOT NULL`);
      return table
        ? rows(
            `SELECT migration_name, finished_at, rolled_back_at FROM _prisma_migrations ORDER BY started_at`,
          )
        : [];
    },
    halfRestored: async () => {
      const [[marked] = []] = await rows(`SELECT to_regclass('public.${RESTORE_MARK}') IS NOT NULL`);
      return marked === true;
    },
    begin: async () => {
      await run("BEGIN");
      await run(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    },
    commit: () => run("COMMIT"),
    rollback: () => run("ROLLBACK"),
  };
}
