import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { migrate } from "../../src/db/migrate.ts";
import { migrationNames } from "../../src/db/migration-files.ts";
import { missingSql, newMigration } from "../../src/db/new-migration.ts";
import { emptyUrl } from "../support/database.ts";
import { prismaCopy } from "../support/prisma-folder.ts";

describe("making a migration", () => {
  it("writes the next number for both engines when the schema has changed", async () => {
    const folder = prismaCopy();
    const schema = join(folder, "schema.prisma");
    writeFileSync(
      schema,
      `${readFileSync(schema, "utf8")}\nmodel Extra {\n  id String @id\n  at DateTime\n}\n`,
    );
    const made = await newMigration("add_extra", folder);
    expect(made.ok).toBe(true);
    for (const engine of ["sqlite", "postgresql"] as const) {
      const name = migrationNames(engine, folder).at(-1) ?? "";
      expect(name).toMatch(/^\d{4}_add_extra$/);
      const sql = readFileSync(join(folder, "migrations", engine, name, "migration.sql"), "utf8");
      expect(sql).toContain('CREATE TABLE "Extra"');
      expect(await missingSql(engine, folder)).toBeNull();
    }
    const url = await emptyUrl("sqlite");
    expect(await migrate(url, { folder })).toContain(migrationNames("sqlite", folder).at(-1));
  });

  it.each(["", "Großes", "a b", "../x", "1st", "-x"])("refuses the name %j", async (name) => {
    expect(await newMigration(name, prismaCopy())).toEqual({ ok: false, reason: "badName" });
  });

  it("refuses when nothing has changed", async () => {
    expect(await newMigration("nothing", prismaCopy())).toEqual({ ok: false, reason: "noDifference" });
  });
});
