/**
 * Fresh databases for tests. A contract suite runs on every engine:
 * `describe.each(engines)("…on %s", (engine) => { … const db = await freshDb(engine) … })`.
 */
import { randomUUID } from "node:crypto";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { type OpenOptions, openDb } from "../../src/db/open.ts";
import type { Db } from "../../src/db/store.ts";
import type { Engine } from "../../src/db/url.ts";
import { databaseUrl, runSql } from "./databases.ts";

const postgres = inject("postgres");

/** SQLite always; PostgreSQL when a server is there (see global-setup.ts). */
export const engines: readonly Engine[] = postgres ? ["sqlite", "postgresql"] : ["sqlite"];

/** Ends what was opened, last first; the databases go after the clients that use them. */
const releasers: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const release of releasers.splice(0).reverse()) await release();
  // Many databases on a busy machine take their time.
}, 120_000);

async function freshPostgres(): Promise<string> {
  if (!postgres) throw new Error("this test needs PostgreSQL; ask `engines` first");
  const name = `forumsbote_${randomUUID().replaceAll("-", "")}`;
  await runSql(postgres.url, `CREATE DATABASE "${name}" TEMPLATE "${postgres.template}"`);
  releasers.push(() => runSql(postgres.url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
  return databaseUrl(postgres.url, name);
}

/** Address of a new, migrated, empty database of its own. */
export async function freshUrl(engine: Engine): Promise<string> {
  if (engine === "postgresql") return freshPostgres();
  const folder = inject("sqliteFolder");
  const file = join(folder, `${randomUUID()}.db`);
  copyFileSync(join(folder, "template.db"), file);
  return `file:${file}`;
}

/** Address of a new database without any table. */
export async function emptyUrl(engine: Engine): Promise<string> {
  if (engine === "sqlite") return `file:${join(inject("sqliteFolder"), `${randomUUID()}.db`)}`;
  if (!postgres) throw new Error("this test needs PostgreSQL; ask `engines` first");
  const name = `forumsbote_${randomUUID().replaceAll("-", "")}`;
  await runSql(postgres.url, `CREATE DATABASE "${name}"`);
  releasers.push(() => runSql(postgres.url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
  return databaseUrl(postgres.url, name);
}

/** A failed commit fails the test that caused it, unless the test says otherwise. */
const unexpected = (error: unknown): never => {
  throw new Error("a commit failed", { cause: error });
};

/** Opens a database; it is closed after the test file. Several may share one address, as replicas do. */
export async function openTestDb(url: string, options: Partial<OpenOptions> = {}): Promise<Db> {
  const db = await openDb(url, { onFatal: unexpected, ...options });
  releasers.push(db.close);
  return db;
}

/** A new, migrated, empty database of its own; closed after the test file. */
export const freshDb = async (engine: Engine, options: Partial<OpenOptions> = {}): Promise<Db> =>
  openTestDb(await freshUrl(engine), options);
