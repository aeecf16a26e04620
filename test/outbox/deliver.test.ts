import { describe, expect, it } from "vitest";
import type { Render } from "../../src/outbox/notice.ts";
import { destinationOf } from "../../src/outbox/notice.ts";
import { createPace } from "../../src/outbox/pace.ts";
import { createEnqueueReply, createOutboxRepository } from "../../src/outbox/repository.prisma.ts";
import { renderTurnReply } from "../../src/outbox/turn-reply.ts";
import { systemIds } from "../../src/system/ids.ts";
import { stored, text } from "../../src/turn/reply.ts";
import { engines, freshDb } from "../support/database.ts";
import { conversation, enqueue, member, notice, watchedDelivery } from "./support.ts";

describe.each(engines)("delivery on %s", (engine) => {
  async function prepared() {
    const db = await freshDb(engine);
    await db.write((tx) => tx.conversation.create(conversation("c1")));
    const row = () => db.read.outboxItem.findFirstOrThrow();
    const put = (...notices: Parameters<typeof enqueue>[1]) => db.write((tx) => enqueue(tx, notices));
    return { db, row, put, delivery: watchedDelivery(db) };
  }

  it("sends what is due once, in order, and forgets its payload", async () => {
    const { db, put, delivery } = await prepared();
    await put(
      notice("a", { payload: { n: 1 } }),
      notice("b"),
      notice("c"),
      notice("later", { dueAt: 9_000 }),
    );
    expect(await delivery.deliver()).toMatchObject({ delivered: 3 });
    expect(await delivery.deliver()).toMatchObject({ delivered: 0 });
    expect(delivery.sent.map((one) => one.text)).toEqual(["a", "b", "c"]);
    const done = await db.read.outboxItem.findUniqueOrThrow({ where: { key: "a" } });
    expect(done).toMatchObject({ state: "delivered", payload: null, attempts: 1 });
    expect(done.settledAt?.getTime()).toBe(1_000);
  });

  it("writes a message with a known key once, also when asked at the same moment", async () => {
    const { db, put } = await prepared();
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => put(notice("same", { subject: `s${n}` }), notice(`n${n}`))),
    );
    expect(await db.read.outboxItem.count({ where: { key: "same" } })).toBe(1);
    expect(await db.read.outboxItem.count()).toBe(11);
  });

  it("gives the renderer the notice as it was written, and the platform the address with its thread", async () => {
    const { put, delivery } = await prepared();
    const payload = { list: [1, "zwei", null], deep: { ok: true } };
    const written = notice("k", { to: { conversation: "c1", threadId: "17" }, payload, expiresAt: 5_000 });
    await put(written);
    let seen: unknown;
    delivery.render = async (item) => {
      seen = item;
      return { send: text("t") };
    };
    await delivery.deliver();
    expect(seen).toEqual(written);
    const to = {
      conversationId: "c1",
      threadId: "17",
      tenantId: "tenant",
      serviceUrl: "https://example.org/",
    };
    expect(delivery.sent).toEqual([{ to: { ...to, botId: "bot" }, text: "t" }]);
  });

  it("finds the personal chat of a member, and gives up where there is none", async () => {
    const { db, put, delivery } = await prepared();
    await member(db, "m1");
    await db.write((tx) => tx.conversation.create(conversation("personal", "m1")));
    await put(notice("known", { to: { member: "m1" } }), notice("unknown", { to: { member: "m2" } }));
    expect(await delivery.deliver()).toMatchObject({ delivered: 1, undeliverable: 1 });
    expect(delivery.sent.map((one) => destinationOf(one.to))).toEqual(["personal"]);
  });

  it("sends nothing to somebody who has left, in no chat and in none opened for it, and lists no failure", async () => {
    const { db, put, delivery } = await prepared();
    await member(db, "m1");
    await db.write((tx) => tx.conversation.create(conversation("personal", "m1")));
    await member(db, "m2");
    await put(notice("chat", { to: { member: "m1" } }), notice("none", { to: { member: "m2" } }));
    await put(notice("there", { to: { conversation: "personal" } }));
    await db.write((tx) => tx.member.updateMany({ data: { leftAt: new Date(1) } }));
    expect(await delivery.deliver()).toMatchObject({ delivered: 0, undeliverable: 0, dropped: 3 });
    expect(delivery.sent).toEqual([]);
  });

  it("opens a personal chat where there is none yet, and finds it again the next time", async () => {
    const { db, put, delivery } = await prepared();
    await member(db, "m1");
    delivery.answer = async () => ({ ok: true, opened: "new", messageId: "1" });
    await put(notice("first", { to: { member: "m1" } }));
    await delivery.deliver();
    await put(notice("second", { to: { member: "m1" } }));
    await delivery.deliver();
    expect(delivery.sent.map((one) => destinationOf(one.to))).toEqual(["user 29:m1", "new"]);
    expect(await db.read.conversation.findUnique({ where: { id: "new" } })).toMatchObject({
      kind: "personal",
      memberId: "m1",
    });
  });

  it("opens no second chat with somebody who has removed the bot", async () => {
    const { db, put, delivery } = await prepared();
    await member(db, "m1");
    const { data } = conversation("left", "m1");
    await db.write((tx) => tx.conversation.create({ data: { ...data, dead: true } }));
    await put(notice("late", { to: { member: "m1" } }));
    expect(await delivery.deliver()).toMatchObject({ undeliverable: 1 });
    expect(delivery.sent).toEqual([]);
  });

  it("puts a message in the place of an earlier one; of one that never arrived it is dropped", async () => {
    const { put, delivery } = await prepared();
    delivery.answer = async () => ({ ok: true, messageId: "77" });
    await put(notice("ballot"));
    await delivery.deliver();
    await put(notice("ended", { replaces: "ballot" }), notice("other", { replaces: "never written" }));
    expect(await delivery.deliver()).toMatchObject({ delivered: 1, dropped: 1 });
    expect(delivery.sent.at(-1)).toMatchObject({
      to: { conversationId: "c1", messageId: "77" },
      text: "ended",
    });
    expect(delivery.sent).toHaveLength(2);
  });

  it("goes on writing to a conversation in which somebody has deleted the message to be replaced", async () => {
    const { db, put, delivery } = await prepared();
    delivery.answer = async (sent) =>
      sent === 2 ? { ok: false, failure: "gone" } : { ok: true, messageId: String(sent) };
    await put(notice("ballot"));
    await delivery.deliver();
    await put(notice("ended", { replaces: "ballot" }), notice("result"));
    expect(await delivery.deliver()).toMatchObject({ undeliverable: 1, delivered: 1 });
    expect(await db.read.conversation.count({ where: { dead: true } })).toBe(0);
  });

  it("leaves nothing behind of a message without trace, whatever became of it", async () => {
    const { db, put, delivery } = await prepared();
    await member(db, "m1");
    const dropped: Render = async ({ key }) =>
      key === "no need" ? { drop: "superseded" } : { send: text(key) };
    delivery.render = dropped;
    delivery.answer = async (sent) =>
      sent === 1 ? { ok: false, failure: "unavailable" } : { ok: false, failure: "gone" };
    const traceless = { traceless: true } as const;
    await put(notice("no need", traceless), notice("later", traceless));
    expect(await delivery.deliver()).toMatchObject({ pending: 1, delivered: 1 });
    delivery.now += 60_000;
    expect(await delivery.deliver()).toMatchObject({ delivered: 1, undeliverable: 0 });
    expect(await db.read.outboxItem.count()).toBe(0);
    expect(delivery.logged).toEqual([]);
  });

  it("tries again after the pause the platform asked for, not before", async () => {
    const { put, row, delivery } = await prepared();
    await put(notice("k"), notice("behind"));
    delivery.answer = async (n) =>
      n === 1 ? { ok: false, failure: "throttled", retryAfterMs: 30_000 } : { ok: true };
    await delivery.deliver();
    // The message behind it would have met the same refusal.
    expect(delivery.sent).toHaveLength(1);
    expect(await row()).toMatchObject({ state: "pending", lastFailure: "throttled", claimedBy: "nobody" });
    delivery.now = 30_999;
    expect(await delivery.deliver()).toMatchObject({ delivered: 0 });
    delivery.now = 35_000;
    expect(await delivery.deliver()).toMatchObject({ delivered: 2 });
    expect(delivery.sent.map((one) => one.text)).toEqual(["k", "k", "behind"]);
  });

  it("never sends what is too late, though it was promised", async () => {
    const { put, row, delivery } = await prepared();
    await put(notice("k", { expiresAt: 2_000 }));
    delivery.now = 2_001;
    expect(await delivery.deliver()).toMatchObject({ expired: 1 });
    expect(delivery.sent).toEqual([]);
    expect(await row()).toMatchObject({ state: "expired", payload: null });
  });

  it("ends a conversation that is gone, and sends nothing there until it lives again", async () => {
    const { db, put, delivery } = await prepared();
    await put(notice("first"), notice("second"));
    delivery.answer = async () => ({ ok: false, failure: "gone" });
    expect(await delivery.deliver()).toMatchObject({ undeliverable: 2 });
    expect(delivery.sent).toHaveLength(1);
    expect((await db.read.conversation.findUniqueOrThrow({ where: { id: "c1" } })).dead).toBe(true);
  });

  it("drops what may not be said any more at the time of sending", async () => {
    const { put, row, delivery } = await prepared();
    await put(notice("k"));
    delivery.render = async () => ({ drop: "notEntitled" });
    expect(await delivery.deliver()).toMatchObject({ dropped: 1 });
    expect(await row()).toMatchObject({ state: "dropped", lastFailure: "notEntitled" });
  });

  it("tries again when the words cannot be found, logs no text, and does not stop the others", async () => {
    const { put, delivery } = await prepared();
    await put(
      notice("bad", { payload: { secret: "geheim" } }),
      notice("good"),
      notice("odd", { kind: "test.unknown" }),
    );
    delivery.render = async ({ key }) => {
      if (key === "bad") throw new Error("geheim");
      return { send: text(key) };
    };
    expect(await delivery.deliver()).toMatchObject({ delivered: 1, pending: 2 });
    expect(delivery.logged.filter((line) => line.startsWith("outbox.render"))).toHaveLength(2);
    expect(delivery.logged.join()).not.toContain("geheim");
  });

  it("tries again when sending throws", async () => {
    const { put, delivery } = await prepared();
    await put(notice("k"));
    delivery.answer = () => Promise.reject(new Error("connection lost"));
    expect(await delivery.deliver()).toMatchObject({ pending: 1 });
    delivery.answer = async () => ({ ok: true });
    delivery.now = 5_000;
    expect(await delivery.deliver()).toMatchObject({ delivered: 1 });
  });

  it("keeps to Teams' limit for a conversation and delivers all in time and in order", async () => {
    const { db, put } = await prepared();
    const delivery = watchedDelivery(db, createPace());
    await put(...Array.from({ length: 40 }, (_, n) => notice(`${n}`)));
    const at: number[] = [];
    delivery.answer = async () => {
      at.push(delivery.now);
      return { ok: true };
    };
    for (; delivery.now < 30_000 && at.length < 40; delivery.now += 250) await delivery.deliver();
    expect(delivery.sent.map((one) => Number(one.text))).toEqual([...Array(40).keys()]);
    for (const end of at)
      expect(at.filter((one) => one > end - 1_000 && one <= end).length).toBeLessThanOrEqual(7);
    for (const end of at)
      expect(at.filter((one) => one > end - 2_000 && one <= end).length).toBeLessThanOrEqual(8);
    // 2 messages a second are what Teams allows for long; 40 of them take 20 s at most.
    expect(at.at(-1)).toBeLessThanOrEqual(21_000);
    expect(await db.read.outboxItem.count({ where: { attempts: { not: 1 } } })).toBe(0);
  });

  it("keeps to Teams' limit in all and says when to ask again", async () => {
    const db = await freshDb(engine);
    const notices = Array.from({ length: 60 }, (_, n) => notice(`k${n}`, { to: { conversation: `c${n}` } }));
    await db.write(async (tx) => {
      for (let n = 0; n < 60; n++) await tx.conversation.create(conversation(`c${n}`));
      await enqueue(tx, notices);
    });
    const delivery = watchedDelivery(db, createPace());
    expect(await delivery.deliver()).toMatchObject({ delivered: 50, againInMs: 1_000 });
    delivery.now += 1_000;
    expect(await delivery.deliver()).toMatchObject({ delivered: 10 });
  });

  it("delivers a confirmation that could not be sent in its turn, once", async () => {
    const { db, delivery } = await prepared();
    const put = createEnqueueReply(db, systemIds);
    const place = {
      kind: "group",
      conversationId: "c1",
      tenantId: "tenant",
      serviceUrl: "https://example.org/",
    } as const;
    await put({ ...place, botId: "bot" }, "activity", stored(text("Festgehalten.")), 1_000);
    await put({ ...place, botId: "bot" }, "activity", stored(text("Festgehalten.")), 1_500);
    const [row] = await db.read.outboxItem.findMany();
    expect(row?.kind).toBe("turn.reply");
    const payload = row?.payload as never;
    const rendered = await renderTurnReply({ ...notice("k"), kind: "turn.reply", payload }, 0);
    expect(rendered).toEqual({ send: { kind: "text", text: "Festgehalten." } });
    expect(await renderTurnReply({ ...notice("k"), payload: { kind: "text" } }, 0)).toEqual({ drop: "gone" });
    expect(await db.read.outboxItem.count()).toBe(1);
    expect(delivery.sent).toEqual([]);
  });

  it("deletes what was settled long ago and nothing that waits", async () => {
    const { db, put, delivery } = await prepared();
    await put(notice("old"), notice("waiting", { dueAt: 9_000 }));
    await delivery.deliver();
    const repository = createOutboxRepository(db);
    expect(await repository.prune(1_000)).toBe(0);
    expect(await repository.prune(1_001)).toBe(1);
    expect((await db.read.outboxItem.findMany()).map((one) => one.key)).toEqual(["waiting"]);
  });
});
