/** Makes a backup of a store that is in use. */
import { existsSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { dumpPostgresql } from "../dialect/postgresql-backup.ts";
import { copySqlite, removeSqlite } from "../dialect/sqlite-backup.ts";
import { migrationStatus } from "../migrate.ts";
import { type Engine, engineOf, sqlitePath } from "../url.ts";
import { BackupFault } from "./faults.ts";
import { writeBackup } from "./file.ts";
import { backupFault } from "./texts.ts";

/** Beside the database: where everybody who can read it could read the database as well. */
const copyOf = (path: string): string => `${path}.copy`;

async function* copiedSqlite(url: string): AsyncGenerator<Buffer> {
  const copy = copyOf(sqlitePath(url));
  // One that was left behind when this process was ended in the middle.
  removeSqlite(copy);
  try {
    await copySqlite(url, copy);
    const file = await open(copy, "r");
    // It has no name any more while it is read: whatever ends this process, it is gone. Not so on Windows.
    if (process.platform !== "win32") rmSync(copy);
    for await (const chunk of file.createReadStream()) yield chunk as Buffer;
  } finally {
    removeSqlite(copy);
  }
}

const contents: Record<Engine, (url: string) => AsyncGenerator<Buffer>> = {
  sqlite: copiedSqlite,
  postgresql: dumpPostgresql,
};

/**
 * Writes the state of the store at one instant into the new file `path`; without `key` in plain. Answers the
 * newest migration it holds. The keys of ballot boxes lie elsewhere and are never part of it.
 * @throws BackupFault or another StoreFault with a sentence for the operator; then there is no file
 */
export async function createBackup({
  url,
  path,
  key,
  program,
  createdAt,
}: {
  readonly url: string;
  readonly path: string;
  readonly key: Buffer | null;
  /** Version of this program. */
  readonly program: string;
  /** UTC, ISO 8601. */
  readonly createdAt: string;
}): Promise<string> {
  const engine = engineOf(url);
  if (engine === "sqlite" && !existsSync(sqlitePath(url))) throw new BackupFault(backupFault.noStore);
  if (existsSync(path)) throw new BackupFault(backupFault.exists(path));
  const { applied, missing } = await migrationStatus(url);
  const migration = applied.at(-1);
  if (migration === undefined || missing.length > 0) throw new BackupFault(backupFault.notMigrated);
  await writeBackup(path, { program, engine, migration, createdAt }, key, contents[engine](url));
  return migration;
}
