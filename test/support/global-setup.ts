/** Before all tests: one migrated template a database engine, which every test copies. */
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../../src/db/migrate.ts";
import { databaseUrl, runSql } from "./databases.ts";
import { fastFolder } from "./fast-folder.ts";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Folder for the SQLite files of this run; the template lies in it. */
    sqliteFolder: string;
    /** Address of the PostgreSQL server and name of the template; null without one. */
    postgres: { readonly url: string; readonly template: string } | null;
  }
}

export default async function setup(project: TestProject) {
  const releasers: (() => unknown)[] = [];
  const release = async () => {
    for (const step of releasers.splice(0).reverse()) await step();
  };
  try {
    await prepareSqlite(project, releasers);
    await preparePostgres(project, releasers);
  } catch (error) {
    await release();
    throw error;
  }
  return release;
}

async function prepareSqlite(project: TestProject, releasers: (() => unknown)[]): Promise<void> {
  const folder = mkdtempSync(join(fastFolder(), "forumsbote-test-"));
  releasers.push(() => rmSync(folder, { recursive: true, force: true }));
  await migrate(`file:${join(folder, "template.db")}`);
  project.provide("sqliteFolder", folder);
}

async function preparePostgres(project: TestProject, releasers: (() => unknown)[]): Promise<void> {
  const server = await startPostgres(fastFolder());
  if ("reason" in server) {
    if (process.env.REQUIRE_POSTGRES === "1") throw new Error(`REQUIRE_POSTGRES=1, but ${server.reason}`);
    releasers.push(() => console.log(`\nÜbersprungen: die Tests auf PostgreSQL. ${server.reason}`));
    project.provide("postgres", null);
    return;
  }
  releasers.push(server.stop);
  const template = `forumsbote_template_${process.pid}`;
  await runSql(server.url, `CREATE DATABASE "${template}"`);
  releasers.push(() => runSql(server.url, `DROP DATABASE IF EXISTS "${template}"`));
  await migrate(databaseUrl(server.url, template));
  project.provide("postgres", { url: server.url, template });
}
