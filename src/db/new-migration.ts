/** Makes the next migration: the way from the newest kept schema to the one of today, for both engines. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keptSchema, migrationNames, migrationsFolder, schemaToday } from "./migration-files.ts";
import { diffSchemas } from "./schema-engine.ts";
import type { Engine } from "./url.ts";

const engines: readonly Engine[] = ["sqlite", "postgresql"];

/** The SQL that is missing on an engine; null when the newest kept schema is the one of today. */
export async function missingSql(engine: Engine, folder?: string): Promise<string | null> {
  const newest = migrationNames(engine, folder).at(-1);
  const kept = newest === undefined ? null : keptSchema(engine, newest, folder);
  return diffSchemas(engine, kept, schemaToday(engine, folder));
}

/** The number that follows the newest one on either engine, four digits. */
function nextNumber(folder: string | undefined): string {
  const numbers = engines
    .flatMap((engine) => migrationNames(engine, folder))
    .map((name) => Number(name.slice(0, 4)));
  return String(Math.max(0, ...numbers) + 1).padStart(4, "0");
}

export type NewMigration =
  | { readonly ok: true; readonly folders: readonly string[] }
  | { readonly ok: false; readonly reason: "badName" | "noDifference" };

/**
 * Writes the folder `NNNN_name` for both engines: the SQL and the schema it leads to. Look through the
 * SQL: on SQLite a changed table is built anew, and CHECKs written by hand must be written again.
 */
export async function newMigration(name: string, folder?: string): Promise<NewMigration> {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(name)) return { ok: false, reason: "badName" };
  const scripts = new Map<Engine, string | null>();
  for (const engine of engines) scripts.set(engine, await missingSql(engine, folder));
  if ([...scripts.values()].every((sql) => sql === null)) return { ok: false, reason: "noDifference" };
  const numbered = `${nextNumber(folder)}_${name}`;
  const folders = engines.map((engine) => {
    const target = join(migrationsFolder(engine, folder), numbered);
    mkdirSync(target, { recursive: true });
    writeFileSync(
      join(target, "migration.sql"),
      scripts.get(engine) ?? "-- Nothing changes on this engine.\n",
    );
    writeFileSync(join(target, "schema.prisma"), schemaToday(engine, folder));
    return target;
  });
  return { ok: true, folders };
}
