import { describe, expect, it, vi } from "vitest";
import { NestedWrite, StoreClosed, WriteQueueFull } from "../../src/db/faults.ts";
import type { Db, Tx } from "../../src/db/store.ts";
import { engines, freshDb, freshUrl, openTestDb } from "../support/database.ts";

const organisation = (key: string) => ({
  key,
  name: `Gemeinde ${key}`,
  kind: "Gemeinde",
  party: true,
  validFrom: "2021-10-15",
});

const keysIn = async (db: Db) => (await db.read.organisation.findMany()).map((row) => row.key).sort();

/** A promise and the function that resolves it. */
function latch(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** Leaves a row that points nowhere and is only found out when the transaction commits. */
async function breakCommit(tx: Tx, engine: string): Promise<void> {
  await tx.organisation.create({ data: organisation("half") });
  if (engine === "sqlite") await tx.$executeRaw`PRAGMA defer_foreign_keys = ON`;
  else {
    await tx.$executeRaw`ALTER TABLE "GroupMember" ALTER CONSTRAINT "GroupMember_groupId_fkey" DEFERRABLE INITIALLY DEFERRED`;
    await tx.$executeRaw`ALTER TABLE "GroupMember" ALTER CONSTRAINT "GroupMember_memberId_fkey" DEFERRABLE INITIALLY DEFERRED`;
  }
  await tx.groupMember.create({ data: { groupId: "nowhere", memberId: "nobody", joinedAt: new Date(0) } });
}

describe.each(engines)("the two doors on %s", (engine) => {
  it("keeps a write made beside an open transaction that is rolled back", async () => {
    const db = await freshDb(engine);
    const { opened, open } = latch();
    const first = db.write(async (tx) => {
      await tx.organisation.create({ data: organisation("first") });
      await opened;
      throw new Error("rolled back on purpose");
    });
    const second = db.write((tx) => tx.organisation.create({ data: organisation("second") }));
    expect(await keysIn(db)).not.toContain("first");
    open();
    await expect(first).rejects.toThrow("rolled back on purpose");
    await second;
    expect(await keysIn(db)).toEqual(["second"]);
  });

  it("refuses a write through the reading door", async () => {
    const db = await freshDb(engine);
    const writing = db.read as unknown as Tx;
    await expect(writing.organisation.create({ data: organisation("x") })).rejects.toThrow(/read-?only/i);
    await expect(
      db.read.$queryRaw`INSERT INTO "AppliedAction" VALUES ('k', 'k', 's', '2026-01-01')`,
    ).rejects.toThrow(/read-?only/i);
    expect(await keysIn(db)).toEqual([]);
  });

  it("finishes 50 writes asked for at once, each of them whole", async () => {
    const db = await freshDb(engine);
    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        db.write(async (tx) => {
          await tx.organisation.create({ data: organisation(`o${n}`) });
          await tx.appliedAction.create({
            data: { key: `k${n}`, kind: "t", subject: `o${n}`, at: new Date(0) },
          });
        }),
      ),
    );
    expect(await db.read.organisation.count()).toBe(50);
    expect(await db.read.appliedAction.count()).toBe(50);
  });

  it("reads what has just been written", async () => {
    const db = await freshDb(engine);
    for (let n = 0; n < 20; n++) {
      await db.write((tx) => tx.organisation.create({ data: organisation(`o${n}`) }));
      expect(await db.read.organisation.findUnique({ where: { key: `o${n}` } })).not.toBeNull();
    }
  });

  it("lets a transaction wait longer than Prisma's five seconds", async () => {
    const db = await freshDb(engine);
    const { opened, open } = latch();
    const holders = Array.from({ length: 8 }, () => db.write(() => opened));
    const waiting = db.write((tx) => tx.organisation.create({ data: organisation("late") }));
    await new Promise((resolve) => setTimeout(resolve, 5_500));
    open();
    await Promise.all([...holders, waiting]);
    expect(await keysIn(db)).toEqual(["late"]);
  });

  it("tells of a failed commit as fatal, and of nothing else", async () => {
    const onFatal = vi.fn();
    const db = await freshDb(engine, { onFatal });
    await expect(db.write(() => Promise.reject(new Error("own")))).rejects.toThrow("own");
    await expect(db.write((tx) => tx.forum.create({ data: { id: 2, name: "x" } }))).rejects.toThrow();
    expect(onFatal).not.toHaveBeenCalled();
    await expect(db.write((tx) => breakCommit(tx, engine))).rejects.toThrow();
    expect(onFatal).toHaveBeenCalledOnce();
    await expect(db.write(async () => 1)).rejects.toBeInstanceOf(StoreClosed);
    expect(await keysIn(db)).toEqual([]);
  });

  it("refuses a transaction inside another one instead of waiting for ever", async () => {
    const db = await freshDb(engine);
    await expect(db.write(() => db.write(async () => 1))).rejects.toBeInstanceOf(NestedWrite);
    await expect(db.write(async () => 1)).resolves.toBe(1);
  });

  it("refuses more than the queue holds and goes on with the rest", async () => {
    const db = await freshDb(engine, { queueLimit: 3 });
    const { opened, open } = latch();
    const asked = Array.from({ length: 15 }, () => db.write(() => opened));
    const settled = Promise.allSettled(asked);
    open();
    const refused = (await settled).filter((one) => one.status === "rejected");
    expect(refused.length).toBe(engine === "sqlite" ? 11 : 4);
    for (const one of refused) expect(one.reason).toBeInstanceOf(WriteQueueFull);
    await expect(db.write(async () => 1)).resolves.toBe(1);
  });

  it("finishes what is waiting when it is closed, and takes nothing new", async () => {
    const db = await freshDb(engine);
    const writes = Array.from({ length: 10 }, (_, n) =>
      db.write((tx) => tx.organisation.create({ data: organisation(`o${n}`) })),
    );
    const closing = Promise.all([db.close(), db.close()]);
    await expect(db.write(async () => 1)).rejects.toBeInstanceOf(StoreClosed);
    await Promise.all([...writes, closing]);
  });

  it("reports a connection that syncs before it acknowledges", async () => {
    const db = await freshDb(engine);
    const { durable, setting } = await db.check();
    expect(durable).toBe(true);
    expect(setting).toBe(engine === "sqlite" ? "synchronous=2" : "synchronous_commit=on fsync=on");
  });
});

describe("two processes on one SQLite file", () => {
  it("wait for each other without stopping what else the process does", async () => {
    const url = await freshUrl("sqlite");
    const [one, other] = [await openTestDb(url), await openTestDb(url)];
    const { opened, open } = latch();
    const holding = one.write(async (tx) => {
      await tx.organisation.create({ data: organisation("one") });
      await opened;
    });
    const waiting = other.write((tx) => tx.organisation.create({ data: organisation("other") }));
    let beats = 0;
    const heart = setInterval(() => {
      beats += 1;
    }, 10);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    clearInterval(heart);
    expect(beats).toBeGreaterThan(4);
    expect(await keysIn(other)).toEqual([]);
    open();
    await Promise.all([holding, waiting]);
    expect(await keysIn(one)).toEqual(["one", "other"]);
  });
});
