import { describe, expect, it } from "vitest";
import { createUnderWay } from "../../src/outbox/under-way.ts";
import { freshDb } from "../support/database.ts";
import { conversation, enqueue, notice, watchedDelivery } from "./support.ts";

const never = () => new Promise<void>(() => {});

describe("deliveries under way", () => {
  it("are waited for, but not for ever", async () => {
    const one = createUnderWay(20);
    let end = () => {};
    const slow = new Promise<void>((resolve) => {
      end = resolve;
    });
    await one.wait([
      { messages: 2, work: Promise.resolve() },
      { messages: 3, work: slow },
    ]);
    expect(one.messages()).toBe(3);
    end();
    await one.over();
    expect(one.messages()).toBe(0);
  });

  it("tell a failure of one that was left behind the next time", async () => {
    const one = createUnderWay(10);
    let fail = (_: Error) => {};
    const broken = new Promise<void>((_, reject) => {
      fail = reject;
    });
    await one.wait([{ messages: 1, work: broken }]);
    fail(new Error("no store"));
    await one.over();
    await expect(one.wait([])).rejects.toThrow("no store");
    await one.wait([]);
  });

  it("do not hold up the others when one conversation gives no answer, and it stays in order", async () => {
    const db = await freshDb("sqlite");
    await db.write(async (tx) => {
      await tx.conversation.create(conversation("c1"));
      await tx.conversation.create(conversation("c2"));
      await enqueue(tx, [notice("stuck"), notice("behind", { dueAt: 1_001 })]);
    });
    const delivery = watchedDelivery(db);
    delivery.now = 2_000;
    delivery.answer = async () => {
      await never();
      return { ok: true };
    };
    expect(await delivery.deliver()).toMatchObject({ delivered: 0 });
    delivery.answer = async () => ({ ok: true });
    await db.write((tx) => enqueue(tx, [notice("free", { to: { conversation: "c2" } }), notice("later")]));
    expect(await delivery.deliver()).toMatchObject({ delivered: 1 });
    expect(delivery.sent.map((one) => one.text)).toEqual(["stuck", "free"]);
  });
});
