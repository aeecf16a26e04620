/** The stores of what others say about records, on both engines, with several callers at once. */
import { beforeEach, describe, expect, it } from "vitest";
import { isLostRace } from "../../../src/db/lost-race.ts";
import type { Db } from "../../../src/db/store.ts";
import type { Content } from "../../../src/exchange/exchange.ts";
import { bundleRepository } from "../../../src/exchange/together/bundle.prisma.ts";
import { bundleService } from "../../../src/exchange/together/bundle.service.ts";
import { experienceRepository } from "../../../src/exchange/together/experience.prisma.ts";
import { markRepository } from "../../../src/exchange/together/mark.prisma.ts";
import { markService } from "../../../src/exchange/together/mark.service.ts";
import type { Acting } from "../../../src/turn/acting.ts";
import { engines, freshDb } from "../../support/database.ts";
import { content, NOON, prepare, settle, turnOf } from "../records.ts";

describe.each(engines)("what others say about records on %s", (engine) => {
  let db: Db;
  let parts: Awaited<ReturnType<typeof settle>>;

  beforeEach(async () => {
    db = await freshDb(engine);
    parts = await settle(db);
  });

  /** As the composition decides a lost race: once more. */
  const write: Acting["write"] = async (body) => {
    try {
      return await db.write(body);
    } catch (error) {
      if (!isLostRace(error)) throw error;
      return db.write(body);
    }
  };

  async function record(id: string, part: Partial<Content> = {}, organisation = "kandern"): Promise<void> {
    const said = content(part);
    const by = { organisation, groupId: "g-1", recordedById: "m-kandern", recordedAt: NOON };
    await db.write((tx) => parts.repository.insert(tx, { id, ...said, ...by }, prepare(said)));
  }

  /** A further party with one member. */
  async function party(key: string, isParty = true): Promise<void> {
    const at = new Date(NOON);
    const dates = { validFrom: "2021-10-15", validTo: null };
    const who = { tenantId: "t-1", aadObjectId: `aad-${key}`, teamsUserId: `29:${key}`, name: `Amt ${key}` };
    await db.write(async (tx) => {
      await tx.organisation.create({ data: { key, name: key, kind: "Gemeinde", party: isParty, ...dates } });
      await tx.member.create({
        data: { id: `m-${key}`, ...who, organisationKey: key, createdAt: at, updatedAt: at },
      });
    });
  }

  describe("experiences", () => {
    const said = { text: "Gut.", effort: "low", benefit: null } as const;
    const made = (id: string, at = NOON) => ({
      ...{ id, exchange: "x", memberId: "m-schopfheim", organisation: "schopfheim", at },
      ...said,
    });

    it("are read back newest first, with the name of who wrote them; deleted ones are gone", async () => {
      await record("x");
      const store = experienceRepository(db);
      await db.write(async (tx) => {
        await store.insert(tx, made("a"));
        await store.insert(tx, made("b", NOON + 1));
      });
      expect((await store.of("x")).map(({ id }) => id)).toEqual(["b", "a"]);
      expect(await store.byId("a")).toEqual({
        ...{ id: "a", exchange: "x", by: { id: "m-schopfheim", name: "Bauamt Schopfheim" } },
        ...{ organisation: "schopfheim", ...said, createdAt: NOON, changedAt: null },
      });
      expect(await db.write((tx) => store.remove(tx, "a", NOON))).toBe(true);
      expect(await db.write((tx) => store.remove(tx, "a", NOON))).toBe(false);
      expect(await store.byId("a")).toBeNull();
      expect((await store.of("x")).map(({ id }) => id)).toEqual(["b"]);
    });

    it("are changed only from the state that was seen: of many at once one wins", async () => {
      await record("x");
      const store = experienceRepository(db);
      await db.write((tx) => store.insert(tx, made("a")));
      const changes = Array.from({ length: 6 }, (_, at) =>
        db.write((tx) =>
          store.change(tx, { id: "a", seen: NOON, at: NOON + 1 + at }, { ...said, text: `Fassung ${at}` }),
        ),
      );
      const won = await Promise.all(changes);
      expect(won.filter(Boolean)).toHaveLength(1);
      const now = await store.byId("a");
      expect(now?.text).toBe(`Fassung ${won.indexOf(true)}`);
      const seen = now?.changedAt ?? 0;
      expect(await db.write((tx) => store.change(tx, { id: "a", seen, at: seen + 1 }, said))).toBe(true);
    });
  });

  describe("marks", () => {
    const service = () =>
      markService({ ...parts.deps, write, records: parts.repository, marks: markRepository(db) });

    it("of many colleagues at once are one, and all of them see who has said it", async () => {
      await record("x");
      const presses = Array.from({ length: 6 }, (_, at) =>
        service().mark(turnOf("schopfheim"), { key: `k${at}`, id: "x", kind: "uses", on: true }),
      );
      const done = await Promise.all(presses);
      expect(done.every(({ ok }) => ok)).toBe(true);
      expect(done.filter((one) => one.ok && one.value?.changed)).toHaveLength(1);
      expect(await markRepository(db).of("x")).toEqual([
        {
          kind: "uses",
          organisation: "schopfheim",
          by: { id: "m-schopfheim", name: "Bauamt Schopfheim" },
          at: NOON,
        },
      ]);
    });

    it("delivered twice change nothing the second time, even when it was taken back meanwhile", async () => {
      await record("x");
      const marks = service();
      const on = { key: "first", id: "x", kind: "uses", on: true } as const;
      await marks.mark(turnOf("schopfheim"), on);
      await marks.mark(turnOf("schopfheim"), { ...on, key: "second", on: false });
      expect(await marks.mark(turnOf("schopfheim"), on)).toEqual({ ok: true, value: null });
      expect(await db.read.exchangeMark.count()).toBe(0);
    });

    it("of a record that the person may not see write nothing", async () => {
      await record("x", { visibility: "group" });
      const refused = await service().mark(turnOf("schopfheim"), {
        key: "k",
        id: "x",
        kind: "uses",
        on: true,
      });
      expect(refused).toEqual({ ok: false, reason: "gone" });
      expect(await db.read.exchangeMark.count()).toBe(0);
      expect(await db.read.appliedAction.count()).toBe(0);
    });
  });

  describe("hints", () => {
    const bundles = () =>
      bundleService({
        ...parts.deps,
        write,
        bundles: bundleRepository(db),
        coordinators: async () => ["m-kandern", "m-schopfheim"],
      });
    const wants = (key: string, id = "x", at = NOON) =>
      db.write((tx) =>
        markRepository(db).add(tx, id, { kind: "interested", organisation: key, memberId: `m-${key}`, at }),
      );
    const look = (now = NOON + 1) => bundles().look(NOON - 1, now);

    it("three interests at once, looked at by several processes, give one hint and one message to each", async () => {
      await record("x", { kind: "service" });
      for (const key of ["zell", "binzen", "steinen"]) await party(key);
      await Promise.all(["zell", "binzen", "steinen"].map((key) => wants(key)));
      await Promise.all([look(), look(), look()]);
      expect(await bundleRepository(db).hints()).toEqual([
        { subject: "exchange:x", raisedAt: NOON + 1, doneAt: null },
      ]);
      const told = parts.notices.map(({ key, to }) => `${key} ${JSON.stringify(to)}`);
      expect(new Set(told).size).toBe(2);
    });

    it("go over all records of a product, with those who seek it, and stop at what is deleted", async () => {
      for (const key of ["zell", "binzen"]) await party(key);
      await party("dienst", false);
      await record("x", { kind: "product", product: "AktoDoc", stage: "inUse" });
      await record(
        "y",
        { kind: "product", product: "Akto Doc", offer: "seeks", stage: "idea" },
        "schopfheim",
      );
      await wants("zell", "x");
      await wants("dienst", "x");
      await look();
      expect(await bundleRepository(db).hints()).toEqual([]);
      await wants("binzen", "y");
      await look();
      expect(await bundleRepository(db).hints()).toMatchObject([{ subject: "product:aktodoc" }]);
      const change = { id: "y", revision: 1, by: "m-kandern", at: NOON };
      await db.write((tx) => parts.repository.remove(tx, change));
      const found = await bundles().find("product:aktodoc", NOON);
      expect(found?.standing.interested.map(({ organisation }) => organisation)).toEqual(["zell"]);
    });

    it("a record changed to seek, or to another product, is looked at again", async () => {
      for (const key of ["zell", "binzen"]) await party(key);
      await record("x", { kind: "product", product: "Alt" });
      await wants("zell", "x", NOON - 100);
      await wants("binzen", "x", NOON - 100);
      expect(await bundleRepository(db).touched(NOON + 5)).toEqual([]);
      const change = { id: "x", revision: 1, by: "m-kandern", at: NOON + 9 };
      const said = content({ kind: "product", product: "Neu", offer: "seeks" });
      await db.write((tx) => parts.repository.replace(tx, change, said, prepare(said)));
      expect(await bundleRepository(db).touched(NOON + 5)).toEqual(["product:neu"]);
      await bundles().look(NOON + 5, NOON + 10);
      expect(await bundleRepository(db).hints()).toMatchObject([{ subject: "product:neu" }]);
    });

    it("are done once, and raised again by one of several processes only", async () => {
      await record("x", { kind: "service" });
      const store = bundleRepository(db);
      await db.write((tx) => store.raise(tx, "exchange:x", NOON));
      const by = { memberId: "m-kandern", raisedAt: NOON, at: NOON + 1 };
      expect(await db.write((tx) => store.done(tx, "exchange:x", { ...by, raisedAt: NOON - 1 }))).toBe(false);
      expect(await db.write((tx) => store.done(tx, "exchange:x", by))).toBe(true);
      expect(await db.write((tx) => store.done(tx, "exchange:x", by))).toBe(false);
      for (const key of ["zell", "binzen", "steinen"]) {
        await party(key);
        await wants(key, "x", NOON + 2);
      }
      await Promise.all([look(NOON + 3), look(NOON + 3), look(NOON + 3)]);
      expect(await store.hints()).toEqual([{ subject: "exchange:x", raisedAt: NOON + 3, doneAt: null }]);
      expect(new Set(parts.notices.map(({ key }) => key)).size).toBe(2);
    });

    it("are withdrawn only as they were raised, and never once dealt with", async () => {
      const store = bundleRepository(db);
      await db.write((tx) => store.raise(tx, "s", NOON));
      await db.write((tx) => store.withdraw(tx, "s", NOON - 1));
      expect(await store.hints()).toHaveLength(1);
      await db.write((tx) => store.withdraw(tx, "s", NOON));
      expect(await store.hints()).toEqual([]);
    });
  });
});
