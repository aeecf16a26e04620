import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MigrationFailed, SchemaTooNew } from "../../src/db/faults.ts";
import { migrate, migrationStatus } from "../../src/db/migrate.ts";
import { migrationNames } from "../../src/db/migration-files.ts";
import { missingSql } from "../../src/db/new-migration.ts";
import type { Db } from "../../src/db/store.ts";
import { emptyUrl, engines, freshUrl, openTestDb } from "../support/database.ts";
import { prismaCopy } from "../support/prisma-folder.ts";

function addMigration(folder: string, engine: string, name: string, sql: string): void {
  const target = join(folder, "migrations", engine, name);
  mkdirSync(target);
  writeFileSync(join(target, "migration.sql"), sql);
}

async function tablesOf(db: Db): Promise<readonly string[]> {
  const rows =
    db.engine === "sqlite"
      ? await db.read.$queryRaw<{ name: string }[]>`SELECT name FROM sqlite_master WHERE type = 'table'`
      : await db.read.$queryRaw<{ name: string }[]>`
          SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public'`;
  return rows.map((row) => row.name);
}

describe.each(engines)("migrations on %s", (engine) => {
  const newest = migrationNames(engine);

  it("brings an empty database up to date once, and finds nothing to do afterwards", async () => {
    const url = await emptyUrl(engine);
    expect(await migrationStatus(url)).toEqual({ applied: [], missing: newest });
    expect(await migrate(url)).toEqual(newest);
    expect(await migrate(url)).toEqual([]);
    expect(await migrationStatus(url)).toEqual({ applied: newest, missing: [] });
  });

  it("keeps a schema that leads to the one of today", async () => {
    expect(await missingSql(engine)).toBeNull();
  });

  it("applies each migration once when four starts fall together", async () => {
    const url = await emptyUrl(engine);
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(url)));
    expect(applied.flat()).toEqual(newest);
  });

  it("refuses a database newer than the program and changes nothing", async () => {
    const url = await freshUrl(engine);
    const folder = prismaCopy();
    addMigration(folder, engine, "9000_newer", `CREATE TABLE "Newer" ("id" INTEGER);`);
    await migrate(url, { folder });
    await expect(migrate(url)).rejects.toBeInstanceOf(SchemaTooNew);
    await expect(migrate(url)).rejects.toThrow("9000_newer");
    await expect(migrationStatus(url)).rejects.toBeInstanceOf(SchemaTooNew);
  });

  it("takes back a migration that fails, with those before it, and can try again", async () => {
    const url = await freshUrl(engine);
    const folder = prismaCopy();
    addMigration(folder, engine, "9000_good", `CREATE TABLE "Good" ("id" INTEGER);`);
    addMigration(
      folder,
      engine,
      "9001_bad",
      `CREATE TABLE "Bad" ("id" INTEGER); INSERT INTO "Nowhere" VALUES (1);`,
    );
    await expect(migrate(url, { folder })).rejects.toBeInstanceOf(MigrationFailed);
    const db = await openTestDb(url);
    expect(await tablesOf(db)).not.toEqual(expect.arrayContaining(["Good"]));
    expect(await migrationStatus(url)).toEqual({ applied: newest, missing: [] });
    writeFileSync(
      join(folder, "migrations", engine, "9001_bad", "migration.sql"),
      `CREATE TABLE "Bad" ("id" INTEGER);`,
    );
    expect(await migrate(url, { folder })).toEqual(["9000_good", "9001_bad"]);
    expect(await tablesOf(db)).toEqual(expect.arrayContaining(["Good", "Bad"]));
  });

  it("refuses a database in which another tool has left a migration unfinished", async () => {
    const url = await freshUrl(engine);
    const db = await openTestDb(url);
    await db.write((tx) => tx.$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL`);
    await expect(migrate(url)).rejects.toThrow(newest[0] ?? "no migration");
    await expect(migrate(url)).rejects.toBeInstanceOf(MigrationFailed);
  });

  it("keeps the rows that point to a table which a migration builds anew", async () => {
    const url = await freshUrl(engine);
    const db = await openTestDb(url);
    const at = new Date(0);
    await db.write(async (tx) => {
      await tx.workingGroup.create({
        data: {
          id: "g",
          name: "g",
          nameKey: "g",
          topic: "",
          purpose: "",
          contact: "",
          createdAt: at,
          updatedAt: at,
        },
      });
      const ids = { tenantId: "t", serviceUrl: "https://example.org", botId: "b" };
      await tx.conversation.create({ data: { id: "c", kind: "group", groupId: "g", ...ids } });
    });
    await db.close();
    const folder = prismaCopy();
    const rebuild =
      engine === "sqlite"
        ? `CREATE TABLE "new_WorkingGroup" AS SELECT * FROM "WorkingGroup"; DROP TABLE "WorkingGroup";
           CREATE TABLE "WorkingGroup" ("id" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL);
           INSERT INTO "WorkingGroup" SELECT "id", "name" FROM "new_WorkingGroup"; DROP TABLE "new_WorkingGroup";`
        : `ALTER TABLE "WorkingGroup" DROP COLUMN "nameKey";`;
    addMigration(folder, engine, "9000_rebuild", rebuild);
    await migrate(url, { folder });
    const after = await openTestDb(url);
    const rows = await after.read.$queryRaw<{ groupId: string }[]>`SELECT "groupId" FROM "Conversation"`;
    expect(rows).toEqual([{ groupId: "g" }]);
  });
});
