import { describe, expect, it } from "vitest";
import { LEASE_MS } from "../../src/outbox/deliver.ts";
import { createOutboxRepository } from "../../src/outbox/repository.prisma.ts";
import { engines, freshDb, freshUrl, openTestDb } from "../support/database.ts";
import { claiming, conversation, enqueue, notice, watchedDelivery } from "./support.ts";

describe.each(engines)("several deliverers on one database, %s", (engine) => {
  async function replicas(count: number, messages: number) {
    const url = await freshUrl(engine);
    const dbs = await Promise.all(Array.from({ length: count }, () => openTestDb(url)));
    const [db] = dbs;
    if (!db) throw new Error("no replica");
    await db.write(async (tx) => {
      for (let n = 0; n < messages; n++) await tx.conversation.create(conversation(`c${n}`));
      await enqueue(
        tx,
        Array.from({ length: messages }, (_, n) => notice(`k${n}`, { to: { conversation: `c${n}` } })),
      );
    });
    return { db, deliveries: dbs.map((one) => watchedDelivery(one)) };
  }

  it("send each message once, and none is left", async () => {
    const { db, deliveries } = await replicas(3, 120);
    await Promise.all(deliveries.map((delivery) => delivery.deliver()));
    const sent = deliveries.flatMap((delivery) => delivery.sent.map((one) => one.text));
    expect(sent).toHaveLength(120);
    expect(new Set(sent).size).toBe(120);
    expect(await db.read.outboxItem.count({ where: { state: "delivered", attempts: 1 } })).toBe(120);
  });

  it("take over what a dead one had claimed when its lease ends, not before", async () => {
    const { db, deliveries } = await replicas(1, 3);
    const [alive] = deliveries;
    if (!alive) throw new Error("no replica");
    await createOutboxRepository(db).claimDue(claiming("dead", 1_000, 1_000 + LEASE_MS, 2));
    expect(await alive.deliver()).toMatchObject({ delivered: 1 });
    alive.now = 1_000 + LEASE_MS - 1;
    expect(await alive.deliver()).toMatchObject({ delivered: 0 });
    alive.now = 1_000 + LEASE_MS;
    expect(await alive.deliver()).toMatchObject({ delivered: 2 });
    expect(await db.read.outboxItem.count({ where: { attempts: 2 } })).toBe(2);
  });

  it("do not let one whose lease was taken over change the row", async () => {
    const { db } = await replicas(1, 1);
    const repository = createOutboxRepository(db);
    const [slow] = await repository.claimDue(claiming("slow", 1_000, 2_000, 1));
    const [other] = await repository.claimDue(claiming("other", 2_000, 9_000, 1));
    expect(other?.id).toBe(slow?.id);
    const fate = { state: "undeliverable", failure: "rejected" } as const;
    expect(await repository.settle([{ id: slow?.id ?? "", by: "slow", fate }], 3_000)).toEqual([false]);
    expect(await db.read.outboxItem.findFirst()).toMatchObject({ state: "pending", claimedBy: "other" });
  });

  it("claim rows that no other one has, asked at the same moment", async () => {
    const { db } = await replicas(1, 40);
    const repository = createOutboxRepository(db);
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, n) => repository.claimDue(claiming(`p${n}`, 1_000, 2_000, 5))),
    );
    const ids = claims.flat().map((item) => item.id);
    expect(ids).toHaveLength(40);
    expect(new Set(ids).size).toBe(40);
  });
});

describe("the claim", () => {
  it("finds its rows by an index and reads no table through", async () => {
    const db = await freshDb("sqlite");
    const plan = await db.write(
      (tx) => tx.$queryRaw<{ detail: string }[]>`
        EXPLAIN QUERY PLAN UPDATE "OutboxItem" SET "attempts" = "attempts" + 1 WHERE "id" IN (
          SELECT "id" FROM "OutboxItem" WHERE "state" = 'pending' AND "dueAt" <= ${new Date(0)}
            AND ("claimedUntil" IS NULL OR "claimedUntil" <= ${new Date(0)}) ORDER BY "dueAt", "id" LIMIT 50)
        RETURNING "id"`,
    );
    const steps = plan.map((row) => row.detail);
    expect(steps.join("\n")).toContain("OutboxItem_state_dueAt_idx");
    expect(steps.filter((step) => step.startsWith("SCAN"))).toEqual([]);
  });
});
