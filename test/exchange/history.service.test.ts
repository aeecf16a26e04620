import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "../../src/db/store.ts";
import { exchangeChanges } from "../../src/exchange/change.service.ts";
import type { Content } from "../../src/exchange/exchange.ts";
import { draftOf } from "../../src/exchange/exchange.ts";
import { historyRepository } from "../../src/exchange/history/repository.prisma.ts";
import { type HistoryService, historyService } from "../../src/exchange/history/service.ts";
import { KEPT_MS } from "../../src/exchange/history/versions.ts";
import type { NewExchange } from "../../src/exchange/repository.ts";
import { engines, freshDb } from "../support/database.ts";
import { content, inChannel, NOON, prepare, settle, turnOf } from "./records.ts";

const kandern = turnOf("kandern");
const schopfheim = turnOf("schopfheim");
const coordinator = turnOf("schopfheim", { coordinator: true });
const DAY = 24 * 3_600_000;

describe.each(engines)("what was, on %s", (engine) => {
  let db: Db;
  let world: Awaited<ReturnType<typeof settle>>;
  let service: HistoryService;
  let changes: ReturnType<typeof exchangeChanges>;
  beforeEach(async () => {
    db = await freshDb(engine);
    world = await settle(db);
    service = historyService({ ...world.deps, history: historyRepository(db) });
    changes = exchangeChanges(world.deps);
  });

  async function record(id: string, part: Partial<Content> = {}, more: Partial<NewExchange> = {}) {
    const said = content(part);
    const by = { organisation: "kandern", groupId: null, recordedById: "m-kandern", recordedAt: NOON };
    await db.write((tx) => world.repository.insert(tx, { id, ...said, ...by, ...more }, prepare(said)));
    return id;
  }
  const change = async (id: string, revision: number, part: Partial<Content>, turn = kandern) => {
    const draft = draftOf(content(part));
    const done = await changes.change(turn, { key: `${id}|${revision}|${turn.now}`, id, revision, draft });
    if (!done.ok) throw new Error(done.problems.join(", "));
  };
  const shown = async (turn: typeof kandern, id: string, page = 1) => {
    const found = await service.show(turn, id, page);
    if (!found.ok) throw new Error(found.reason);
    return found.value;
  };
  const binOf = async (turn: typeof kandern, page = 1) => {
    const found = await service.bin(turn, page);
    if (!found.ok) throw new Error(found.reason);
    return found.value;
  };
  const idsIn = async (turn: typeof kandern) =>
    (await binOf(turn)).entries.map(({ exchange }) => exchange.id);

  it("tells every step, paged by five, and the recording last", async () => {
    const id = await record("x");
    for (let revision = 1; revision <= 6; revision += 1)
      await change(id, revision, { title: `Fassung ${revision + 1}` });
    const first = await shown(schopfheim, id);
    expect(first.steps.map(({ after }) => after.revision)).toEqual([7, 6, 5, 4, 3]);
    expect(first).toMatchObject({ page: 1, pages: 2 });
    expect(first.steps[0]).toMatchObject({ act: "changed", by: { name: "Bauamt Kandern" } });
    expect(first.steps.every(({ revertible }) => !revertible)).toBe(true);
    const second = await shown(kandern, id, 2);
    expect(second.steps.map(({ act, before, after }) => [act, before?.title, after.title])).toEqual([
      ["changed", content().title, "Fassung 2"],
      ["recorded", undefined, content().title],
    ]);
    expect(second.steps.map(({ revertible }) => revertible)).toEqual([true, true]);
    expect((await shown(kandern, id, 99)).page).toBe(2);
    const five = await record("five");
    for (let revision = 1; revision <= 4; revision += 1)
      await change(five, revision, { title: `${revision}` });
    expect(await shown(kandern, five)).toMatchObject({ pages: 1, steps: { length: 5 } });
    await change(five, 5, { title: "5" });
    expect((await shown(kandern, five, 2)).steps.map(({ act }) => act)).toEqual(["recorded"]);
  });

  it("is hidden from whoever may not see the record, and what was for a group from those outside of it", async () => {
    const id = await record("x", { visibility: "group", text: "Nur unter uns." }, { groupId: "g-1" });
    expect(await service.show(schopfheim, id, 1)).toEqual({ ok: false, reason: "gone" });
    expect(await service.show(turnOf(null), id, 1)).toEqual({ ok: false, reason: "notMember" });
    await change(id, 1, { text: "Für alle." });
    const outside = await shown(schopfheim, id);
    expect(outside.steps.map(({ closed }) => closed)).toEqual([true, true]);
    const inGroup = await shown(inChannel(schopfheim), id);
    expect(inGroup.steps.map(({ closed }) => closed)).toEqual([false, false]);
  });

  it("goes back to an earlier version as a new one, once per press", async () => {
    const id = await record("x", { tags: ["Bau"], product: "Bau 4" });
    await change(id, 1, { title: "Neu", stage: "ended" });
    const back = { id, revision: 2, to: 1 };
    const presses = await Promise.all([service.revert(kandern, back), service.revert(kandern, back)]);
    expect(presses.every(({ ok }) => ok)).toBe(true);
    const now = await world.repository.byId(id);
    expect(now).toMatchObject({ ...content({ tags: ["Bau"], product: "Bau 4" }), revision: 3 });
    expect((await shown(kandern, id)).steps).toHaveLength(3);
    expect(await service.revert(kandern, { id, revision: 3, to: 1 })).toEqual({
      ok: false,
      reason: "sameNow",
    });
    expect(await world.deps.finder.find(kandern, { words: "Bauanträge" })).toMatchObject({
      value: { total: 1 },
    });
  });

  it("goes back only for those who may edit, from the version they have seen", async () => {
    const id = await record("x");
    await change(id, 1, { title: "Zwei" });
    await change(id, 2, { title: "Drei" });
    const ask = (turn: typeof kandern, revision: number, to: number) =>
      service.revert(turn, { id, revision, to });
    expect(await ask(schopfheim, 3, 1)).toEqual({ ok: false, reason: "notYours" });
    expect(await ask(turnOf(null), 3, 1)).toEqual({ ok: false, reason: "notMember" });
    expect(await ask(kandern, 2, 1)).toEqual({ ok: false, reason: "changedMeanwhile" });
    expect(await ask(kandern, 3, 9)).toEqual({ ok: false, reason: "gone" });
    expect(await world.repository.byId(id)).toMatchObject({ title: "Drei", revision: 3 });
    expect(await ask(coordinator, 3, 1)).toMatchObject({ ok: true, value: { revision: 4 } });
  });

  it("does not bring back for a group what belongs to none by now", async () => {
    const id = await record("x", { visibility: "group" }, { groupId: "g-1" });
    await change(id, 1, { visibility: "forum" });
    const by = { id, revision: 2, by: "m-kandern", at: NOON };
    const nowhere = { organisation: "kandern", groupId: null };
    await db.write((tx) => world.repository.move(tx, by, nowhere, prepare(content())));
    expect(await service.revert(coordinator, { id, revision: 3, to: 1 })).toEqual({
      ok: false,
      reason: "noGroup",
    });
    const [moved] = (await shown(coordinator, id)).steps;
    expect(moved).toMatchObject({ act: "moved", before: { placing: { group: { name: "Bauen" } } } });
  });

  it("lets the author of the message delete and take back, but not edit", async () => {
    const source = { key: "c|1", link: null, at: NOON, authorId: "m-schopfheim", authorKey: null };
    const unknown = { ...source, key: "c|2", authorId: null, authorKey: "t-1|aad-schopfheim" };
    for (const [id, from] of [
      ["known", source],
      ["unknown", unknown],
    ] as const) {
      await record(id, {}, { source: from });
      const draft = draftOf(content({ title: "Meins" }));
      const edit = await changes.change(schopfheim, { key: `k-${id}`, id, revision: 1, draft });
      expect(edit).toEqual({ ok: false, problems: ["notYours"] });
      expect(await changes.remove(schopfheim, id, 1)).toMatchObject({ ok: true });
    }
    expect((await idsIn(schopfheim)).sort()).toEqual(["known", "unknown"]);
    expect(await changes.restore(schopfheim, "known", 2)).toMatchObject({
      ok: true,
      value: { deletedAt: null },
    });
    const other = await record("other");
    expect(await changes.remove(schopfheim, other, 1)).toEqual({ ok: false, problems: ["notYours"] });
  });

  it("keeps one's own in the bin, for the coordinator all, for thirty days", async () => {
    const id = await record("x");
    const theirs = await record("y", {}, { organisation: "schopfheim", recordedById: "m-schopfheim" });
    await changes.remove(kandern, id, 1);
    await changes.remove({ ...schopfheim, now: NOON + DAY }, theirs, 1);
    expect(await idsIn(kandern)).toEqual([id]);
    expect(await idsIn(coordinator)).toEqual([theirs, id]);
    expect((await binOf(kandern)).entries[0]).toMatchObject({
      deletedBy: { name: "Bauamt Kandern" },
      restorable: true,
    });
    const late = { ...kandern, now: NOON + KEPT_MS + 1 };
    expect(await idsIn(late)).toEqual([]);
    expect(await changes.restore(late, id, 2)).toEqual({ ok: false, problems: ["gone"] });
    expect(await service.bin(turnOf(null), 1)).toEqual({ ok: false, reason: "notMember" });
  });

  it("leaves it to the author alone to take back what was deleted after an objection", async () => {
    const source = { key: "c|1", link: null, at: NOON, authorId: "m-schopfheim", authorKey: null };
    const id = await record("x", {}, { source });
    await db.write((tx) => world.repository.remove(tx, { id, revision: 1, by: "m-kandern", at: NOON }, true));
    expect((await binOf(kandern)).entries[0]).toMatchObject({ objected: true, restorable: false });
    expect((await binOf(schopfheim)).entries[0]).toMatchObject({ objected: true, restorable: true });
  });

  it("removes for good what was deleted long ago, with all that hangs on it, and nothing else", async () => {
    const [old, recent, live] = [await record("old"), await record("recent"), await record("live")];
    await change(old, 1, { title: "Zwei" });
    const at = new Date(NOON);
    await db.write(async (tx) => {
      const by = { memberId: "m-schopfheim", organisationKey: "schopfheim" };
      for (const exchangeId of [old, live]) {
        await tx.exchangeMark.create({ data: { exchangeId, kind: "uses", at, ...by } });
        const row = { id: `e-${exchangeId}`, exchangeId, text: "Gut.", createdAt: at, ...by };
        await tx.exchangeExperience.create({ data: row });
        await tx.exchangeMatch.create({ data: { needId: exchangeId, offerId: "z", at } });
        await tx.procurementHint.create({ data: { subject: `exchange:${exchangeId}`, raisedAt: at } });
      }
    });
    await changes.remove(kandern, old, 2);
    await changes.remove({ ...kandern, now: NOON + DAY }, recent, 1);
    const finder = world.deps.finder;
    expect(await finder.find(kandern, { words: "Bauanträge" })).toMatchObject({ value: { total: 1 } });
    expect(await service.purge(NOON + KEPT_MS)).toBe(0);
    expect(await service.purge(NOON + KEPT_MS + 1)).toBe(1);
    expect(await service.purge(NOON + KEPT_MS + 1)).toBe(0);
    expect(await world.repository.byId(old)).toBeNull();
    expect(await world.repository.byId(recent)).not.toBeNull();
    const left = await Promise.all([
      db.read.exchangeRevision.count({ where: { exchangeId: old } }),
      db.read.exchangeIndex.count({ where: { exchangeId: old } }),
      db.read.exchangeMark.count(),
      db.read.exchangeExperience.count(),
      db.read.exchangeMatch.count(),
      db.read.procurementHint.count(),
    ]);
    expect(left).toEqual([0, 0, 1, 1, 1, 1]);
    // As many records, and as many changes, as before the purge: the search must not take that for the same.
    await record("new", { title: "Hundesteuer online" });
    await change("new", 1, { title: "Hundesteuer im Netz" });
    await change("new", 2, { title: "Hundesteuer im Portal" });
    expect(await finder.find(kandern, { words: "Hundesteuer" })).toMatchObject({ value: { total: 1 } });
  });
});
