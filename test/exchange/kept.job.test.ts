import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "../../src/db/store.ts";
import { keptJob } from "../../src/exchange/find/kept.job.ts";
import { createKnowledge } from "../../src/exchange/find/knowledge.ts";
import { createPrepare } from "../../src/exchange/find/prepared.ts";
import { indexStore } from "../../src/exchange/find/store.prisma.ts";
import type { ExchangeRepository } from "../../src/exchange/repository.ts";
import { engines, freshDb } from "../support/database.ts";
import { content, NOON, settle } from "./records.ts";

const older = createPrepare(() => new Map(), "old");
const newer = createPrepare(() => new Map([["7", 0.5]]), "new");
const by = { organisation: "kandern", groupId: null, recordedById: "m-kandern", recordedAt: NOON };

describe.each(engines)("preparing again after an update on %s", (engine) => {
  let db: Db;
  let repository: ExchangeRepository;
  beforeEach(async () => {
    db = await freshDb(engine);
    repository = (await settle(db)).repository;
  });

  async function filled(amount: number) {
    await db.write(async (tx) => {
      for (let at = 0; at < amount; at += 1) {
        const said = content({ title: `Vorgang ${at}` });
        const id = `x-${String(at).padStart(3, "0")}`;
        await repository.insert(tx, { id, ...said, ...by }, older(said));
      }
    });
  }
  const versions = async () => {
    const rows = await db.read.exchangeIndex.groupBy({ by: ["version"], _count: { _all: true } });
    return Object.fromEntries(rows.map((row) => [row.version, row._count._all]));
  };
  const job = (store = indexStore(db)) => keptJob({ store, prepare: newer, version: "new", write: db.write });

  it("writes back in small batches, and then asks no more", async () => {
    await filled(60);
    let asked = 0;
    const real = indexStore(db);
    const { run } = job({
      ...real,
      stale: (...given) => {
        asked += 1;
        return real.stale(...given);
      },
    });
    expect(await run(NOON)).toEqual({ againInMs: 100 });
    expect(await versions()).toEqual({ old: 35, new: 25 });
    expect(await run(NOON)).toEqual({ againInMs: 100 });
    expect(await run(NOON)).toBeUndefined();
    expect(await versions()).toEqual({ new: 60 });
    expect(await run(NOON)).toBeUndefined();
    expect(asked).toBe(3);
    const rows = await real.page(null, 100);
    expect(rows[0]?.index).toMatchObject({ ...newer(content({ title: "Vorgang 0" })), revision: 1 });
  });

  it("spares the next start the work", async () => {
    await filled(30);
    const read: number[] = [];
    const real = indexStore(db);
    const store = {
      ...real,
      contents: (ids: readonly string[]) => {
        read.push(ids.length);
        return real.contents(ids);
      },
    };
    const start = () => createKnowledge({ store, prepare: newer, version: "new" }).at(NOON);
    await start();
    expect(read).toEqual([30]);
    const { run } = job();
    await run(NOON);
    await run(NOON);
    await start();
    expect(read).toEqual([30]);
  });

  it("prepares what was never prepared, leaves deleted ones, and overwrites no newer words", async () => {
    await filled(3);
    await db.write(async (tx) => {
      await tx.exchangeIndex.delete({ where: { exchangeId: "x-000" } });
      await repository.remove(tx, { id: "x-001", revision: 1, by: "m-kandern", at: NOON });
    });
    const real = indexStore(db);
    const { run } = job({
      ...real,
      // Somebody changes a record between reading and writing.
      stale: async (...given) => {
        const found = await real.stale(...given);
        const said = content({ title: "Inzwischen" });
        const change = { id: "x-002", revision: 1, by: "m-kandern", at: NOON };
        await db.write((tx) => repository.replace(tx, change, said, newer(said)));
        return found;
      },
    });
    await run(NOON);
    const rows = await db.read.exchangeIndex.findMany({ orderBy: { exchangeId: "asc" } });
    expect(rows.map(({ exchangeId, version, revision }) => [exchangeId, version, revision])).toEqual([
      ["x-000", "new", 1],
      ["x-001", "old", 1],
      ["x-002", "new", 2],
    ]);
    expect(rows[2]?.packed).toBe(newer(content({ title: "Inzwischen" })).packed);
  });

  it("goes on where it was when a batch fails", async () => {
    await filled(2);
    let failing = true;
    const { run } = keptJob({
      ...{ store: indexStore(db), prepare: newer, version: "new" },
      write: (body) => {
        if (failing) throw new Error("busy");
        return db.write(body);
      },
    });
    await expect(run(NOON)).rejects.toThrow("busy");
    failing = false;
    await run(NOON);
    expect(await versions()).toEqual({ new: 2 });
  });
});
