/** A store of the very first version, with rows in every table, works with the program of today. */
import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import { describe, expect, it } from "vitest";
import { migrate, migrationStatus } from "../../src/db/migrate.ts";
import { migrationNames } from "../../src/db/migration-files.ts";
import { type Engine, sqlitePath } from "../../src/db/url.ts";
import { emptyUrl, engines } from "../support/database.ts";
import { startForumsbote, TENANT } from "../support/forumsbote.ts";
import { channel } from "../support/places.ts";
import { prismaCopy } from "../support/prisma-folder.ts";

/** The prisma folder as it was when only this many migrations were there. */
function prismaOf(count: number): string {
  const folder = prismaCopy();
  for (const engine of ["sqlite", "postgresql"]) {
    const migrations = join(folder, "migrations", engine);
    const names = readdirSync(migrations)
      .filter((name) => /^\d{4}_/.test(name))
      .sort();
    for (const name of names.slice(count)) rmSync(join(migrations, name), { recursive: true });
    if (engine === "sqlite")
      cpSync(join(migrations, names[count - 1] ?? "", "schema.prisma"), join(folder, "schema.prisma"));
  }
  return folder;
}

async function execute(engine: Engine, url: string, script: string): Promise<void> {
  const factory =
    engine === "sqlite"
      ? new PrismaBetterSqlite3({ url: sqlitePath(url) })
      : new PrismaPg({ connectionString: url, max: 1 });
  const connection = await factory.connect();
  await connection.executeScript(script).finally(() => connection.dispose());
}

const AT = "'2025-11-03T09:00:00.000+00:00'";
const PERSON = { aadObjectId: "33333333-0000-0000-0000-000000000001", userId: "29:alt" };
const GROUP = channel("AG E-Akte");

/** At least one row in every table of the first version. */
const ROWS = `
INSERT INTO "Organisation" ("key", "name", "kind", "party", "validFrom") VALUES
  ('kandern', 'Kandern', 'Stadt', true, '2025-01-01'), ('zv-alt', 'Zweckverband Alt', 'Zweckverband', false, '2025-01-01');
INSERT INTO "Member" ("id", "tenantId", "aadObjectId", "teamsUserId", "name", "organisationKey", "createdAt", "updatedAt")
  VALUES ('m1', '${TENANT}', '${PERSON.aadObjectId}', '${PERSON.userId}', 'Bauamt Kandern', 'kandern', ${AT}, ${AT});
INSERT INTO "WorkingGroup" ("id", "name", "nameKey", "topic", "purpose", "contact", "createdAt", "updatedAt")
  VALUES ('g1', 'AG E-Akte', 'ag e-akte', 'E-Akte', 'Einführung', 'Hauptamt', ${AT}, ${AT});
INSERT INTO "GroupMember" ("groupId", "memberId", "joinedAt") VALUES ('g1', 'm1', ${AT});
INSERT INTO "Conversation" ("id", "kind", "tenantId", "serviceUrl", "botId", "memberId", "groupId") VALUES
  ('${GROUP.id}', 'channel', '${TENANT}', 'https://example.org/', '28:forumsbote', NULL, 'g1'),
  ('19:alt@thread.tacv2', 'channel', '${TENANT}', 'https://example.org/', '28:forumsbote', NULL, NULL),
  ('a:alt', 'personal', '${TENANT}', 'https://example.org/', '28:forumsbote', 'm1', NULL);
INSERT INTO "Forum" ("id", "name", "channelId") VALUES (1, 'Probeforum', '19:alt@thread.tacv2');
INSERT INTO "Exchange" ("id", "kind", "title", "text", "stage", "product", "offer", "organisationKey", "groupId", "recordedById", "recordedAt", "revision")
  VALUES ('e1', 'product', 'Wärmepumpen im Rathaus', 'Seit dem Winter in Betrieb.', 'inUse', 'Thermofix', 'offers', 'kandern', 'g1', 'm1', ${AT}, 2);
INSERT INTO "ExchangeRevision" ("exchangeId", "revision", "kind", "title", "text", "stage", "changedById", "changedAt") VALUES
  ('e1', 1, 'product', 'Wärmepumpe', 'Geplant.', 'idea', 'm1', ${AT}), ('e1', 2, 'product', 'Wärmepumpen im Rathaus', 'Seit dem Winter in Betrieb.', 'inUse', 'm1', ${AT});
INSERT INTO "ExchangeToken" ("token", "exchangeId", "weight") VALUES ('waermepump', 'e1', 2), ('rathaus', 'e1', 1);
INSERT INTO "OutboxItem" ("id", "key", "kind", "subject", "conversationId", "state", "dueAt", "settledAt", "attempts")
  VALUES ('o1', 'alt|1', 'group.registered', 'g1', '${GROUP.id}', 'delivered', ${AT}, ${AT}, 1);
INSERT INTO "AppliedAction" ("key", "kind", "subject", "at") VALUES ('form|alt', 'exchange.record', 'e1', ${AT});
`;

describe.each(engines)("a store of the first version on %s", { timeout: 60_000 }, (engine) => {
  it("is brought to today with its rows, and works", async () => {
    const url = await emptyUrl(engine);
    const all = migrationNames(engine);
    expect(await migrate(url, { folder: prismaOf(1) })).toEqual(all.slice(0, 1));
    await execute(engine, url, ROWS);
    expect(await migrationStatus(url)).toEqual({ applied: all.slice(0, 1), missing: all.slice(1) });
    expect(await migrate(url)).toEqual(all.slice(1));

    const bot = await startForumsbote({ engine, databaseUrl: url, trial: "none" });
    const { read } = bot.db;
    expect(await read.exchange.findUniqueOrThrow({ where: { id: "e1" } })).toMatchObject({
      ...{ title: "Wärmepumpen im Rathaus", product: "Thermofix", revision: 2, recordedById: "m1" },
    });
    expect(await read.exchangeRevision.count()).toBe(2);
    expect(await read.forum.findFirst()).toMatchObject({ channelId: "19:alt@thread.tacv2" });
    expect(await read.appliedAction.count()).toBe(1);
    expect(await read.seat.count()).toBe(36);

    const person = bot.people.person("Bauamt Kandern", PERSON);
    await person.types("suche waermepumpe");
    expect(person.lastText()).toContain("Wärmepumpen im Rathaus");
    await person.types("festhalten prozess: Parkausweise online – Antrag mit Bezahlung, Ausweis per Post.");
    expect(person.lastText()).toContain("Parkausweise online");
    expect(await read.exchange.count()).toBe(2);
    const there = person.in(GROUP);
    await there.types("gruppe");
    expect(there.lastText()).toContain("AG E-Akte");
    await person.types("wahl");
    await person.types("termine");
    expect(bot.logged.filter(({ level }) => level === "fault")).toEqual([]);
    await bot.close();
  });

  it("goes the same way one migration after the other", async () => {
    const url = await emptyUrl(engine);
    const all = migrationNames(engine);
    await migrate(url, { folder: prismaOf(1) });
    await execute(engine, url, ROWS);
    for (const [at, name] of all.entries())
      if (at > 0) expect(await migrate(url, { folder: prismaOf(at + 1) })).toEqual([name]);
    expect((await migrationStatus(url)).missing).toEqual([]);
  });
});
