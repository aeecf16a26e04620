/** Brings a database to the schema of this program. */
import { existsSync } from "node:fs";
import { postgresqlMigrationConnection } from "./dialect/postgresql.ts";
import { sqliteMigrationConnection } from "./dialect/sqlite.ts";
import { MigrationFailed, SchemaTooNew, StoreFault } from "./faults.ts";
import type { MigrationConnection } from "./migration-connection.ts";
import { migrationList, migrationNames, schemaToday } from "./migration-files.ts";
import { dbFault } from "./texts.ts";
import { type Engine, engineOf, sqlitePath } from "./url.ts";

export type MigrationStatus = {
  readonly applied: readonly string[];
  readonly missing: readonly string[];
};

/** `folder`, for tests: another one than the project's own `prisma/`. */
export type MigrationSource = {
  readonly folder?: string;
  /** The restore itself asks: it may go on where it has begun. */
  readonly restoring?: boolean;
};

const connectionFor = (engine: Engine, url: string): Promise<MigrationConnection> =>
  engine === "sqlite" ? sqliteMigrationConnection(url) : postgresqlMigrationConnection(url);

/** Compares what was applied with what this program knows; throws where it must not go on. */
function compareMigrations(rows: readonly (readonly unknown[])[], known: readonly string[]): MigrationStatus {
  const standing = rows.filter(([, , rolledBack]) => rolledBack === null);
  const half = standing.filter(([, finished]) => finished === null).map(([name]) => String(name));
  if (half.length > 0) throw new MigrationFailed(dbFault.halfMigrated(half));
  const applied = standing.map(([name]) => String(name));
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new SchemaTooNew(dbFault.schemaTooNew(unknown));
  return { applied, missing: known.filter((name) => !applied.includes(name)) };
}

/** Throws where what is there must not be used as it is. */
async function statusOn(
  on: MigrationConnection,
  known: readonly string[],
  source: MigrationSource,
): Promise<MigrationStatus> {
  const status = compareMigrations(await on.applied(), known);
  if (!source.restoring && (await on.halfRestored())) throw new StoreFault(dbFault.halfRestored());
  return status;
}

async function applyMissing(
  on: MigrationConnection,
  engine: Engine,
  source: MigrationSource,
): Promise<readonly string[]> {
  await on.begin();
  try {
    // Read again: another process may have migrated while this one waited for the lock.
    const { missing } = await statusOn(on, migrationNames(engine, source.folder), source);
    if (missing.length === 0) {
      await on.rollback();
      return [];
    }
    const { applyMigrations } = await import("./schema-engine.ts");
    const list = migrationList(engine, source.folder);
    const done = await applyMigrations(on.connection, schemaToday(engine, source.folder), list);
    await on.commit();
    return done;
  } catch (error) {
    await on.rollback().catch(() => {});
    throw error;
  }
}

/**
 * Applies the missing migrations, all or none, and returns their names. Safe when several processes
 * start at once. Throws SchemaTooNew or MigrationFailed, both before and instead of changing anything.
 */
export async function migrate(url: string, source: MigrationSource = {}): Promise<readonly string[]> {
  const engine = engineOf(url);
  const on = await connectionFor(engine, url);
  try {
    const known = migrationNames(engine, source.folder);
    const { missing } = await statusOn(on, known, source);
    if (missing.length === 0) return [];
    return await applyMissing(on, engine, source).catch((error: unknown) => {
      if (error instanceof StoreFault) throw error;
      throw new MigrationFailed(dbFault.migrationFailed(missing.join(", ")), { cause: error });
    });
  } finally {
    // Before any client opens: the engine keeps an SQLite database locked until its connection ends.
    await on.connection.dispose();
  }
}

/** Says what is applied and what is missing, with a plain SELECT. Throws as `migrate` does. */
export async function migrationStatus(url: string, source: MigrationSource = {}): Promise<MigrationStatus> {
  const engine = engineOf(url);
  // Asking must not make the file.
  if (engine === "sqlite" && !existsSync(sqlitePath(url))) {
    return compareMigrations([], migrationNames(engine, source.folder));
  }
  const on = await connectionFor(engine, url);
  try {
    return await statusOn(on, migrationNames(engine, source.folder), source);
  } finally {
    await on.connection.dispose();
  }
}
