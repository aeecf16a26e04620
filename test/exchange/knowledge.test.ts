import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "../../src/db/store.ts";
import { createKnowledge } from "../../src/exchange/find/knowledge.ts";
import { createPrepare } from "../../src/exchange/find/prepared.ts";
import { indexStore } from "../../src/exchange/find/store.prisma.ts";
import type { ExchangeRepository, IndexStore } from "../../src/exchange/repository.ts";
import { stem } from "../../src/search/stem.ts";
import { engines, freshDb } from "../support/database.ts";
import { content, NOON, prepare, settle } from "./records.ts";

describe.each(engines)("what the search knows on %s", (engine) => {
  let db: Db;
  let repository: ExchangeRepository;
  let made = 0;
  let calls: string[] = [];
  let store: IndexStore;

  beforeEach(async () => {
    db = await freshDb(engine);
    repository = (await settle(db)).repository;
    calls = [];
    const real = indexStore(db);
    const told = (call: string) => void calls.push(call);
    store = {
      ...real,
      page: (after, most) => {
        told("page");
        return real.page(after, most);
      },
      since: (instant) => {
        told("since");
        return real.since(instant);
      },
      contents: (ids) => {
        told(`contents ${ids.length}`);
        return real.contents(ids);
      },
    };
  });

  const knowledge = (version = "test") => createKnowledge({ store, prepare, version });
  const by = { organisation: "kandern", groupId: null, recordedById: "m-kandern", recordedAt: NOON };
  async function record(title: string, prepared = prepare): Promise<string> {
    made += 1;
    const id = `k-${made}`;
    const said = content({ title, text: "Ein Text" });
    await db.write((tx) => repository.insert(tx, { id, ...said, ...by }, prepared(said)));
    return id;
  }
  const change = (id: string, revision: number) => ({ id, revision, by: "m-kandern", at: NOON });

  it("takes in again only what has changed, however much was written a moment ago", async () => {
    const ids = [await record("Eins"), await record("Zwei"), await record("Drei")];
    const know = knowledge();
    await know.at(NOON);
    await record("Vier");
    expect((await know.at(NOON)).index.gone()).toBe(0);
    const said = content({ title: "Fünf", text: "Ein Text" });
    await db.write((tx) => repository.replace(tx, change(ids[0] ?? "", 1), said, prepare(said)));
    const { index } = await know.at(NOON);
    expect([index.count(), index.gone()]).toEqual([4, 1]);
  });

  it("finds a new record by when it was written, and need not read everything for it", async () => {
    const id = await record("Eins");
    // The store notes itself when a record is changed: by the clock of the machine.
    const said = content({ title: "Zwei", text: "Ein Text" });
    await db.write((tx) => repository.replace(tx, change(id, 1), said, prepare(said)));
    const know = knowledge();
    await know.at(NOON);
    const now = { ...by, recordedAt: Date.now() };
    await db.write((tx) => repository.insert(tx, { id: "neu", ...said, ...now }, prepare(said)));
    expect((await know.at(NOON)).index.count()).toBe(2);
    expect(calls).toEqual(["page", "since"]);
  });

  it("reads everything once, then only what was written since", async () => {
    const id = await record("Winterdienst");
    const know = knowledge();
    expect((await know.at(NOON)).index.frequency(stem("winterdienst"))).toBe(1);
    expect(calls).toEqual(["page"]);
    await record("Winterdienst am Hang");
    const said = content({ title: "Sommerdienst", text: "Ein Text" });
    await db.write((tx) => repository.replace(tx, change(id, 1), said, prepare(said)));
    const { index } = await know.at(NOON);
    expect(calls).toEqual(["page", "since"]);
    expect([
      index.frequency(stem("winterdienst")),
      index.frequency(stem("sommerdienst")),
      index.count(),
    ]).toEqual([1, 1, 2]);
  });

  it("forgets what was deleted and takes it back", async () => {
    const id = await record("Winterdienst");
    const know = knowledge();
    await know.at(NOON);
    await db.write((tx) => repository.remove(tx, change(id, 1)));
    expect((await know.at(NOON)).index.count()).toBe(0);
    await db.write((tx) =>
      repository.restore(tx, change(id, 2), prepare(content({ title: "Winterdienst" }))),
    );
    expect((await know.at(NOON)).index.frequency(stem("winterdienst"))).toBe(1);
  });

  it("sees what another replica has written, also when that one's clock is behind", async () => {
    const know = knowledge();
    await record("Winterdienst");
    await know.at(NOON);
    const id = await record("Sommerdienst");
    const hourAgo = new Date(Date.now() - 3_600_000);
    await db.write((tx) => tx.exchange.updateMany({ where: { id }, data: { updatedAt: hourAgo } }));
    expect((await know.at(NOON)).index.frequency(stem("sommerdienst"))).toBe(1);
  });

  it("prepares again what an older program has prepared, also when a record has changed since", async () => {
    const older = createPrepare(() => new Map([["9", 1]]), "older");
    await record("Winterdienst", older);
    await record("Sommerdienst");
    const { index } = await knowledge().at(NOON);
    expect(calls).toEqual(["page", "contents 1"]);
    expect([index.frequency("#9"), index.frequency(stem("winterdienst"))]).toEqual([0, 1]);
  });

  it("lets many searches wait for one reading", async () => {
    await record("Winterdienst");
    const know = knowledge();
    await Promise.all(Array.from({ length: 8 }, () => know.at(NOON)));
    expect(calls).toEqual(["page"]);
  });

  it("agrees with a replica that starts anew, whatever was done in which order", async () => {
    const know = knowledge();
    const ids = [
      await record("Eins Bauantrag"),
      await record("Zwei Bauantrag"),
      await record("Drei Bauantrag"),
    ];
    await know.at(NOON);
    await db.write((tx) => repository.remove(tx, change(ids[1] ?? "", 1)));
    await know.at(NOON);
    await record("Vier Bauantrag");
    const said = content({ title: "Fünf", text: "Ein Text" });
    await db.write((tx) => repository.replace(tx, change(ids[0] ?? "", 1), said, prepare(said)));
    const [old, anew] = [(await know.at(NOON)).index, (await knowledge().at(NOON)).index];
    const all = (index: typeof old) =>
      [...index.tokens()].sort().map((token) => [token, index.frequency(token)]);
    expect(all(old)).toEqual(all(anew));
    expect([...old.entries()].map(({ id }) => id).sort()).toEqual(
      [...anew.entries()].map(({ id }) => id).sort(),
    );
  });
});
