/** Puts a store back to the state of a backup: all of it or nothing, and only while no program runs on it. */
import { chownSync, createWriteStream, existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { refillPostgresql, unmarkPostgresql } from "../dialect/postgresql-backup.ts";
import { holdSqlite, isWholeSqlite, removeSqlite } from "../dialect/sqlite-backup.ts";
import { SchemaTooNew } from "../faults.ts";
import { migrate, migrationStatus } from "../migrate.ts";
import { migrationNames } from "../migration-files.ts";
import { openDb } from "../open.ts";
import type { Db, Tx } from "../store.ts";
import { type Engine, engineOf, sqlitePath } from "../url.ts";
import { BackupFault } from "./faults.ts";
import { checkBackup, contentOf, type OpenBackup, openBackup, syncFile } from "./file.ts";
import { backupFault } from "./texts.ts";

/**
 * What has to be done on the restored rows before any program may see them. Calls `finish` in the transaction in
 * which it does it.
 */
export type Settle<T> = (db: Db, finish: (tx: Tx) => Promise<void>) => Promise<T>;

export type RestoreOptions<T> = {
  readonly url: string;
  readonly path: string;
  readonly key: Buffer | null;
  readonly settle: Settle<T>;
};

type Into<T> = (backup: OpenBackup, options: RestoreOptions<T>) => Promise<T>;

async function settled<T>(url: string, settle: Settle<T>, finish: (tx: Tx) => Promise<void>): Promise<T> {
  await migrate(url, { restoring: true });
  const db = await openDb(url, {
    onFatal: (error) => {
      throw error;
    },
  });
  try {
    return await settle(db, finish);
  } finally {
    await db.close();
  }
}

/** As the folder's owner: the program may run as another user than the operator. */
function giveToOwner(path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(path));
  chownSync(path, uid, gid);
}

const BESIDE = ".restore";

/** Made ready beside the old file, then put in its place. */
async function intoSqlite<T>(backup: OpenBackup, { url, key, settle }: RestoreOptions<T>): Promise<T> {
  const path = sqlitePath(url);
  const beside = `${path}${BESIDE}`;
  mkdirSync(dirname(path), { recursive: true });
  const held = existsSync(path) ? await holdSqlite(url) : undefined;
  if (held === null) throw new BackupFault(backupFault.inUse);
  try {
    removeSqlite(beside);
    await pipeline(contentOf(backup, key), createWriteStream(beside, { mode: 0o600 }));
    const result = await settled(`file:${beside}`, settle, async () => {});
    if (!(await isWholeSqlite(`file:${beside}`))) throw new BackupFault(backupFault.broken);
    giveToOwner(beside);
    await syncFile(beside);
    // The log of the old database must not be taken for one of the new.
    for (const end of ["-wal", "-shm", "-journal"]) removeSqlite(`${path}${end}`);
    renameSync(beside, path);
    held?.retire();
    await syncFile(path);
    return result;
  } finally {
    await held?.release();
    removeSqlite(beside);
  }
}

/** In one transaction, then marked until everything is done: a program that starts before says so and stops. */
async function intoPostgresql<T>(backup: OpenBackup, { url, key, settle }: RestoreOptions<T>): Promise<T> {
  await refillPostgresql(url, contentOf(backup, key));
  return settled(url, settle, unmarkPostgresql);
}

const NAMES: Record<Engine, string> = { sqlite: "SQLite", postgresql: "PostgreSQL" };

/** What is there may be damaged or half restored, but not of a newer program. */
async function refuseNewer(url: string): Promise<void> {
  await migrationStatus(url).catch((error: unknown) => {
    if (error instanceof SchemaTooNew) throw error;
  });
}

/**
 * Replaces the store by the backup, brings it to the schema of this program, and lets `settle` do the rest.
 * @throws BackupFault or another StoreFault with a sentence for the operator; then the store is as it was, or on
 * PostgreSQL marked so that no program starts on it until the restore was repeated
 */
export async function restoreBackup<T>(options: RestoreOptions<T>): Promise<T> {
  const { url, path, key } = options;
  const engine = engineOf(url);
  const backup = await openBackup(path);
  const { header } = backup;
  if (header.engine !== engine) throw new BackupFault(backupFault.otherEngine(NAMES[header.engine]));
  if (!migrationNames(engine).includes(header.migration))
    throw new BackupFault(backupFault.tooNew(header.migration));
  await checkBackup(backup, key);
  await refuseNewer(url);
  const into: Record<Engine, Into<T>> = { sqlite: intoSqlite, postgresql: intoPostgresql };
  return into[engine](backup, options);
}
