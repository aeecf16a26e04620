/** Backup and restore of SQLite: a consistent copy of a database in use, and holding one alone. */
import { closeSync, ftruncateSync, openSync, rmSync } from "node:fs";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import { sqlitePath } from "../url.ts";
import { isBusy } from "./sqlite.ts";

/** How long a statement waits for another process, in ms. Nobody else waits in this one. */
const WAIT_MS = 5_000;

const sql = (text: string, args: string[] = []) => ({
  ...{ sql: text, args },
  argTypes: args.map(() => ({ scalarType: "string" as const, arity: "scalar" as const })),
});

async function onConnection<T>(url: string, work: (on: SqlDriverAdapter) => Promise<T>): Promise<T> {
  const connection = await new PrismaBetterSqlite3({ url: sqlitePath(url), timeout: WAIT_MS }).connect();
  try {
    return await work(connection);
  } finally {
    await connection.dispose();
  }
}

/**
 * Writes a copy of the state at one instant, while others read and write. `VACUUM INTO` reads in one
 * transaction; copying page by page would begin anew at every write of another process, and could take along
 * what is deleted but not yet overwritten.
 */
export const copySqlite = (url: string, to: string): Promise<void> =>
  onConnection(url, async (on) => {
    await on.executeRaw(sql("VACUUM INTO ?", [to]));
  });

/** Removes a database with everything that belongs to it; nothing happens when there is none. */
export function removeSqlite(path: string): void {
  for (const end of ["-wal", "-shm", "-journal", ""]) rmSync(`${path}${end}`, { force: true });
}

/** Whether the database is whole and its references are. The log beside it is written back and gone afterwards. */
export const isWholeSqlite = (url: string): Promise<boolean> =>
  onConnection(url, async (on) => {
    const [[found] = []] = (await on.queryRaw(sql("PRAGMA integrity_check"))).rows;
    const broken = (await on.queryRaw(sql("PRAGMA foreign_key_check"))).rows;
    const [[busy] = []] = (await on.queryRaw(sql("PRAGMA wal_checkpoint(TRUNCATE)"))).rows;
    return found === "ok" && broken.length === 0 && Number(busy) === 0;
  });

export type HeldSqlite = {
  /** After another file has taken its place: a program that had opened this one in between finds it empty and stops. */
  readonly retire: () => void;
  readonly release: () => Promise<void>;
};

/**
 * Takes the database for this process alone, without its log; null while another process has it open. One that
 * cannot be read at all is held by nobody.
 */
export async function holdSqlite(url: string): Promise<HeldSqlite | null> {
  const file = openSync(sqlitePath(url), "r+");
  const connection = await new PrismaBetterSqlite3({ url: sqlitePath(url), timeout: 1_000 }).connect();
  const release = async (): Promise<void> => {
    await connection.dispose();
    // In this order: to close any handle of a file gives up all locks of the process on it.
    closeSync(file);
  };
  try {
    await connection.executeScript("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE;");
    await connection.executeScript("BEGIN EXCLUSIVE; COMMIT;");
  } catch (error) {
    if (isBusy(error)) {
      await release();
      return null;
    }
  }
  return { retire: () => ftruncateSync(file, 0), release };
}
