/** SQLite, the embedded store: connections, pragmas, and how a transaction begins. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaClient } from "../generated/sqlite/client.ts";
import type { MigrationConnection } from "../migration-connection.ts";
import type { Tx } from "../store.ts";
import { sqlitePath } from "../url.ts";

/**
 * How long a statement blocks while another process writes. The driver is synchronous, so this stops
 * every other turn as well: short, and the beginning of a transaction is tried again in between.
 */
const BUSY_MS = 100;
const BEGIN_TRIES = 100;
const BETWEEN_TRIES_MS = 20;

// WAL lets the reader read while the writer writes; FULL syncs at every commit, so that what was
// acknowledged survives a power cut; foreign keys are off in SQLite unless asked for; what is deleted is
// overwritten, so that a ballot box that was written anew leaves nothing of the old one in free pages.
const WRITER_PRAGMAS =
  "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;";

// What the adapter makes of SQLITE_BUSY.
export const isBusy = (error: unknown): boolean =>
  error instanceof Error && (error.cause as { kind?: unknown } | undefined)?.kind === "SocketTimeout";

/** Tries again while another process holds the database, without stopping this one in between. */
async function untilFree<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await act();
    } catch (error) {
      if (tries >= BEGIN_TRIES || !isBusy(error)) throw error;
      await pause(BETWEEN_TRIES_MS);
    }
  }
}

const sql = (text: string) => ({ sql: text, args: [], argTypes: [] });

/**
 * Takes the write lock when a transaction begins. A plain BEGIN takes it at the first write, and that
 * fails at once, without waiting, when another process has written since the transaction first read.
 */
function beginImmediately(connection: SqlDriverAdapter): void {
  const begin = connection.startTransaction.bind(connection);
  connection.startTransaction = async (level) => {
    const transaction = await begin(level);
    await transaction.executeRaw(sql("ROLLBACK"));
    try {
      await untilFree(() => transaction.executeRaw(sql("BEGIN IMMEDIATE")));
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
    return transaction;
  };
}

function factoryFor(
  url: string,
  readonly: boolean,
  prepare: (connection: SqlDriverAdapter) => Promise<void>,
): SqlMigrationAwareDriverAdapterFactory {
  const plain = new PrismaBetterSqlite3({ url: sqlitePath(url), readonly, timeout: BUSY_MS });
  return {
    provider: plain.provider,
    adapterName: plain.adapterName,
    connectToShadowDb: () => plain.connectToShadowDb(),
    connect: async () => {
      const connection = await plain.connect();
      await prepare(connection);
      return connection;
    },
  };
}

/** Opens the writer and, on a read-only connection of its own, the reader. */
export async function openSqlite(url: string): Promise<{ writer: PrismaClient; reader: PrismaClient }> {
  const writerFactory = factoryFor(url, false, async (connection) => {
    await untilFree(() => connection.executeScript(WRITER_PRAGMAS));
    beginImmediately(connection);
  });
  const readerFactory = factoryFor(url, true, async () => {});
  const writer = new PrismaClient({ adapter: writerFactory, errorFormat: "minimal" });
  // In this order: a read-only connection cannot make the files a database in WAL mode needs.
  await writer.$connect();
  const reader = new PrismaClient({ adapter: readerFactory, errorFormat: "minimal" });
  await reader.$connect();
  return { writer, reader };
}

/** `PRAGMA synchronous` of the connection that writes; 2 is FULL. */
export async function sqliteDurability(tx: Tx): Promise<{ setting: string; durable: boolean }> {
  const rows = await tx.$queryRaw<{ synchronous: number | bigint }[]>`PRAGMA synchronous`;
  const value = Number(rows[0]?.synchronous);
  return { setting: `synchronous=${value}`, durable: value === 2 || value === 3 };
}

/**
 * A connection for the schema engine, inside one transaction: two processes that start at once wait for
 * each other, and a migration that fails or is killed leaves nothing behind.
 */
export async function sqliteMigrationConnection(url: string): Promise<MigrationConnection> {
  const path = sqlitePath(url);
  mkdirSync(dirname(path), { recursive: true });
  const connection = await factoryFor(url, false, async () => {}).connect();
  const rows = async (text: string) => (await connection.queryRaw(sql(text))).rows;
  return {
    connection,
    applied: async () => {
      const table = await rows(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'",
      );
      return table.length === 0
        ? []
        : rows(
            "SELECT migration_name, finished_at, rolled_back_at FROM _prisma_migrations ORDER BY started_at",
          );
    },
    // A restore works beside the file and swaps at its end.
    halfRestored: async () => false,
    begin: async () => {
      // Off, and before the transaction: a table that is rebuilt is dropped on the way, and with
      // foreign keys on that would delete the rows of others that point to it.
      await untilFree(() =>
        connection.executeScript("PRAGMA journal_mode = WAL; PRAGMA foreign_keys = OFF;"),
      );
      await untilFree(() => connection.executeScript("BEGIN IMMEDIATE"));
    },
    commit: async () => {
      const broken = await rows("PRAGMA foreign_key_check");
      if (broken.length > 0) throw new Error(`migration leaves ${broken.length} broken references`);
      await connection.executeScript("COMMIT");
    },
    rollback: () => connection.executeScript("ROLLBACK"),
  };
}
