import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../src/db/store.ts";
import type { Content } from "../../src/exchange/exchange.ts";
import type { ExchangeRepository } from "../../src/exchange/repository.ts";
import { engines, freshDb } from "../support/database.ts";
import { content, NOON, prepare, settle } from "./records.ts";

describe.each(engines)("the store of records on %s", (engine) => {
  let db: Db;
  let repository: ExchangeRepository;
  let made = 0;

  beforeAll(async () => {
    db = await freshDb(engine);
    repository = (await settle(db)).repository;
  });

  async function record(part: Partial<Content> = {}, recordedAt = NOON): Promise<string> {
    made += 1;
    const id = `x-${made}`;
    const said = content(part);
    const by = { organisation: "kandern", groupId: "g-1", recordedById: "m-kandern", recordedAt };
    await db.write((tx) => repository.insert(tx, { id, ...said, ...by }, prepare(said)));
    return id;
  }

  const change = (id: string, revision: number) => ({ id, revision, by: "m-schopfheim", at: NOON + 5 });
  const replace = (id: string, revision: number, said: Content) =>
    db.write((tx) => repository.replace(tx, change(id, revision), said, prepare(said)));
  const indexOf = async (id: string) =>
    db.read.exchangeIndex.findUnique({
      where: { exchangeId: id },
      select: { version: true, packed: true, revision: true },
    });
  const expected = (said: Content, revision: number) => ({ ...prepare(said), revision });

  it("reads back what was stored, with the names of group and person", async () => {
    const said = content({
      product: "Bau 4",
      offer: "seeks",
      tags: ["Bau", "e-Akte"],
      links: ["https://x.de/1"],
      text: "Zeile 1\nZeile 2 😀 „“ ' \\ %",
    });
    const id = await record(said);
    expect(await repository.byId(id)).toEqual({
      ...said,
      id,
      organisation: "kandern",
      group: { id: "g-1", name: "Bauen" },
      recordedBy: { id: "m-kandern", name: "Bauamt Kandern" },
      recordedAt: NOON,
      source: null,
      revision: 1,
      deletedAt: null,
    });
    expect(await indexOf(id)).toEqual(expected(said, 1));
  });

  it("knows no record that never was", async () => {
    expect(await repository.byId("nothing")).toBeNull();
    expect(await replace("nothing", 1, content())).toBe(false);
  });

  it("keeps what a change replaces, and what it is found by follows the change", async () => {
    const id = await record();
    const next = content({ title: "Ganz anders", text: "Neuer Inhalt", stage: "inUse", product: "Neu" });
    expect(await replace(id, 1, next)).toBe(true);
    expect(await repository.byId(id)).toMatchObject({ ...next, revision: 2 });
    expect(await indexOf(id)).toEqual(expected(next, 2));
    const by = { id: "m-schopfheim", name: "Bauamt Schopfheim" };
    expect(await repository.revisions(id)).toEqual([
      { ...content(), revision: 1, act: "changed", by, at: NOON + 5 },
    ]);
  });

  it("changes nothing from a revision that is not the newest", async () => {
    const id = await record();
    await replace(id, 1, content({ title: "Zwei" }));
    expect(await replace(id, 1, content({ title: "Drei" }))).toBe(false);
    expect(await replace(id, 3, content({ title: "Drei" }))).toBe(false);
    expect(await repository.byId(id)).toMatchObject({ title: "Zwei", revision: 2 });
    expect(await indexOf(id)).toEqual(expected(content({ title: "Zwei" }), 2));
  });

  it("lets exactly one of many editors win", async () => {
    const id = await record();
    const titles = Array.from({ length: 8 }, (_, at) => `Fassung ${at}`);
    const won = await Promise.all(titles.map((title) => replace(id, 1, content({ title }))));
    expect(won.filter(Boolean)).toHaveLength(1);
    const title = titles[won.indexOf(true)] ?? "";
    expect(await repository.byId(id)).toMatchObject({ title, revision: 2 });
    expect(await indexOf(id)).toEqual(expected(content({ title }), 2));
    expect(await db.read.exchangeRevision.count({ where: { exchangeId: id } })).toBe(1);
  });

  it("hides a deleted record and brings it back", async () => {
    const id = await record();
    expect(await db.write((tx) => repository.remove(tx, change(id, 1)))).toBe(true);
    expect(await repository.byId(id)).toMatchObject({ revision: 2, deletedAt: NOON + 5 });
    expect(await repository.byIds([id])).toEqual([]);
    expect(await db.write((tx) => repository.remove(tx, change(id, 2)))).toBe(false);
    expect(await replace(id, 2, content())).toBe(false);

    const tokens = prepare(content());
    expect(await db.write((tx) => repository.restore(tx, change(id, 1), tokens))).toBe(false);
    expect(await db.write((tx) => repository.restore(tx, change(id, 2), tokens))).toBe(true);
    expect(await repository.byId(id)).toMatchObject({ revision: 3, deletedAt: null });
    expect(await repository.byIds([id])).toHaveLength(1);
    expect(await indexOf(id)).toEqual(expected(content(), 3));
    expect(await db.write((tx) => repository.restore(tx, change(id, 3), tokens))).toBe(false);
  });

  it("keeps nothing of a transaction that fails", async () => {
    const id = await record();
    const failing = db.write(async (tx) => {
      await repository.replace(tx, change(id, 1), content({ title: "Weg" }), prepare(content()));
      throw new Error("afterwards");
    });
    await expect(failing).rejects.toThrow("afterwards");
    expect(await repository.byId(id)).toMatchObject({ title: content().title, revision: 1 });
    expect(await indexOf(id)).toEqual(expected(content(), 1));
  });

  it("lists the newest, equals in a fixed order, and no deleted one", async () => {
    const ids = [await record({}, NOON + 100), await record({}, NOON + 200), await record({}, NOON + 200)];
    const gone = await record({}, NOON + 300);
    await db.write((tx) => repository.remove(tx, change(gone, 1)));
    const newest = await repository.newest(3, []);
    expect(newest.map(({ id }) => id)).toEqual([...ids.slice(1).sort(), ids[0]]);
  });
});
