/** The migrations that belong to this program, as they lie in prisma/migrations. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import type { Engine } from "./url.ts";

// Two folders up from src/db as well as from dist/db.
const prismaFolder = fileURLToPath(new URL("../../prisma/", import.meta.url));

export const migrationsFolder = (engine: Engine, folder = prismaFolder): string =>
  join(folder, "migrations", engine);

/** The schema of today for an engine. The PostgreSQL variant differs in the provider and nothing else. */
export function schemaToday(engine: Engine, folder = prismaFolder): string {
  const schema = readFileSync(join(folder, "schema.prisma"), "utf8");
  return engine === "sqlite" ? schema : schema.replace('provider = "sqlite"', 'provider = "postgresql"');
}

/** Names in the order in which they are applied, for example `0001_init`. */
export const migrationNames = (engine: Engine, folder = prismaFolder): readonly string[] =>
  readdirSync(migrationsFolder(engine, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** The schema that a migration leads to, kept in its folder. */
export const keptSchema = (engine: Engine, name: string, folder = prismaFolder): string =>
  readFileSync(join(migrationsFolder(engine, folder), name, "schema.prisma"), "utf8");

/** All migrations in the form the schema engine takes. */
export function migrationList(engine: Engine, folder = prismaFolder): MigrationList {
  const baseDir = migrationsFolder(engine, folder);
  return {
    baseDir,
    lockfile: {
      path: "migration_lock.toml",
      content: readFileSync(join(baseDir, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames(engine, folder).map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(baseDir, name, "migration.sql"), "utf8") },
      },
    })),
  };
}
