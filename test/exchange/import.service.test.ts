/** Files taken into the store while others write, and whom messages never reach. */
import { beforeEach, describe, expect, it } from "vitest";
import { applyOnce } from "../../src/db/applied-action.prisma.ts";
import type { Db } from "../../src/db/store.ts";
import { importStore } from "../../src/exchange/overview/import.repository.prisma.ts";
import { IMPORTER } from "../../src/exchange/overview/import.repository.ts";
import { createImporter } from "../../src/exchange/overview/import.service.ts";
import type { Imported } from "../../src/exchange/overview/imported.ts";
import { toPeople } from "../../src/features-overview.ts";
import type { Notice } from "../../src/outbox/notice.ts";
import { engines, freshDb } from "../support/database.ts";
import { countedIds } from "../support/ids.ts";
import { content, NOON, prepare, settle } from "./records.ts";

const row = (externalId: string, title = "Akten"): Imported => ({
  ...{ line: 1, externalId, content: content({ title }), organisation: "kandern", group: null },
  recordedAt: NOON,
});

const newId = countedIds();

describe.each(engines)("an import on %s", (engine) => {
  let db: Db;
  beforeEach(async () => {
    db = await freshDb(engine);
    await settle(db);
  });

  const file = (...rows: readonly Imported[]) => ({ rows, by: IMPORTER, now: NOON });
  const titles = async () =>
    (await db.read.exchange.findMany({ orderBy: { externalId: "asc" } })).map(({ title }) => title);

  /** The first `times` it reads what is stored, another replica changes it right after: stored is another revision. */
  const importer = (times = 0) => {
    const store = importStore(db);
    let reads = 0;
    return createImporter({
      ...{ write: db.write, applyOnce, newId, prepare, groupNamed: async () => null },
      store: {
        ...store,
        known: async (names, tx) => {
          reads += 1;
          const known = await store.known(names, tx);
          if (reads > times) return known;
          return new Map([...known].map(([name, one]) => [name, { ...one, revision: one.revision + 7 }]));
        },
      },
    });
  };

  it("begins anew when somebody has changed a record meanwhile", async () => {
    await importer().take(file(row("a")));
    const done = await importer(1).take(file(row("a", "Neu"), row("b", "Zweiter")));
    expect(done).toMatchObject({ ok: true, value: { created: 1, changed: 1 } });
    expect(await titles()).toEqual(["Neu", "Zweiter"]);
  });

  it("keeps nothing of the file when that goes on", async () => {
    await importer().take(file(row("a")));
    const done = await importer(99).take(file(row("a", "Neu"), row("b", "Zweiter")));
    expect(done).toEqual({ ok: false, reason: "changedMeanwhile" });
    expect(await titles()).toEqual(["Akten"]);
    expect(await db.read.exchangeRevision.count()).toBe(0);
  });

  it("gives the numbers of the first time for the same key, and changes nothing", async () => {
    const once = { ...file(row("a")), key: "form|1" };
    const first = await importer().take(once);
    expect(await importer().take({ ...once, rows: [row("a"), row("b")] })).toEqual(first);
    expect(await titles()).toEqual(["Akten"]);
  });

  it("only looks in a preview", async () => {
    expect(await importer().preview(file(row("a")))).toEqual({
      created: 1,
      changed: 0,
      unchanged: 0,
      deleted: [],
    });
    expect(await titles()).toEqual([]);
    expect(await db.read.member.count({ where: { id: IMPORTER } })).toBe(0);
  });
});

describe("messages", () => {
  it("never go to the one in whose name files are imported", async () => {
    const written: Notice[] = [];
    const notice = (to: Notice["to"]) =>
      ({ key: JSON.stringify(to), kind: "x", subject: "", to, dueAt: 0 }) as Notice;
    const people = [notice({ member: "m-1" }), notice({ conversation: "c-1" })];
    await toPeople(async (_, notices) => void written.push(...notices))({} as never, [
      notice({ member: IMPORTER }),
      ...people,
    ]);
    expect(written).toEqual(people);
  });
});
