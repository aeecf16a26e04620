/** What is told to somebody arrives in order, whatever fails and whoever delivers; the allowed rate is shared. */
import { describe, expect, it } from "vitest";
import type { Engine } from "../../src/db/url.ts";
import { LEASE_MS } from "../../src/outbox/deliver.ts";
import { createPace, NO_LIMITS } from "../../src/outbox/pace.ts";
import { createOutboxRepository } from "../../src/outbox/repository.prisma.ts";
import { engines, freshUrl, openTestDb } from "../support/database.ts";
import { claiming, conversation, enqueue, notice, type Watched, watchedDelivery } from "./support.ts";

const SKEW_MS = 2_000;

/** Processes on one database, and conversations `c1` … to which nothing was written yet. */
async function townOn(engine: Engine, processes: number, conversations: number, limits?: typeof NO_LIMITS) {
  const url = await freshUrl(engine);
  const dbs = await Promise.all(Array.from({ length: processes }, () => openTestDb(url)));
  const [db] = dbs;
  if (!db) throw new Error("no process");
  await db.write(async (tx) => {
    for (let n = 1; n <= conversations; n++) await tx.conversation.create(conversation(`c${n}`));
  });
  const deliveries = dbs.map((one) => watchedDelivery(one, createPace(limits)));
  const put = (...notices: Parameters<typeof enqueue>[1]) => db.write((tx) => enqueue(tx, notices));
  return { db, deliveries, put };
}

const numbered = (count: number, to = "c1") =>
  Array.from({ length: count }, (_, n) =>
    notice(`${to} ${n}`, { to: { conversation: to }, dueAt: 1_000 + n }),
  );
const at = (deliveries: readonly Watched[], now: number) => {
  for (const one of deliveries) one.now = now;
};
const firstOf = (deliveries: readonly Watched[]): Watched => {
  const [first] = deliveries;
  if (!first) throw new Error("no process");
  return first;
};

describe.each(engines)("order and rate on %s", (engine) => {
  const town = (processes: number, conversations: number, limits?: typeof NO_LIMITS) =>
    townOn(engine, processes, conversations, limits);

  it("keeps the order of a conversation while messages fail again and again, with two processes", async () => {
    const { db, deliveries, put } = await town(2, 3, NO_LIMITS);
    await put(...["c1", "c2", "c3"].flatMap((to) => numbered(12, to)));
    const arrived: string[] = [];
    let sent = 0;
    for (const one of deliveries)
      one.answer = async () => {
        sent += 1;
        const troubled = sent % 3 === 0 ? "unavailable" : null;
        const last = one.sent.at(-1)?.text ?? "";
        if (troubled) return { ok: false, failure: troubled };
        arrived.push(last);
        return { ok: true };
      };
    for (let now = 2_000; now < 200_000; now += 500) {
      at(deliveries, now);
      await Promise.all(deliveries.map((one) => one.deliver()));
    }
    expect(await db.read.outboxItem.count({ where: { state: "delivered" } })).toBe(36);
    for (const to of ["c1", "c2", "c3"])
      expect(arrived.filter((one) => one.startsWith(to))).toEqual(numbered(12, to).map(({ key }) => key));
  });

  it("does not let a later message pass one that a dead process had taken", async () => {
    const { db, deliveries, put } = await town(1, 2, NO_LIMITS);
    const alive = firstOf(deliveries);
    await put(...numbered(1));
    await createOutboxRepository(db).claimDue(claiming("dead", 1_000, 1_000 + LEASE_MS, 1));
    await put(notice("later", { dueAt: 1_500 }), notice("elsewhere", { to: { conversation: "c2" } }));
    alive.now = 2_000;
    await alive.deliver();
    alive.now = 1_000 + LEASE_MS;
    await alive.deliver();
    expect(alive.sent.map((one) => one.text)).toEqual(["elsewhere", "c1 0", "later"]);
  });

  it("keeps the order when more is waiting for a conversation than is taken at once", async () => {
    const { deliveries, put } = await town(1, 1);
    const one = firstOf(deliveries);
    await put(...numbered(90));
    for (one.now = 2_000; one.now < 70_000 && one.sent.length < 90; one.now += 250) await one.deliver();
    expect(one.sent.map((sent) => sent.text)).toEqual(numbered(90).map(({ key }) => key));
  });

  it("lets nothing pass a message that has to wait, however slowly that is written down", async () => {
    const { deliveries, put } = await town(1, 1);
    const one = firstOf(deliveries);
    await put(...numbered(12));
    const arrived: string[] = [];
    one.render = async ({ key }) => ({ send: { kind: "text", text: key } });
    one.answer = async (sent) => {
      // By the time the first refusal is stored, its pause is over.
      setTimeout(() => (one.now += 60_000));
      if (sent === 1) return { ok: false, failure: "unavailable" };
      arrived.push(one.sent.at(-1)?.text ?? "");
      return { ok: true };
    };
    for (one.now = 2_000; arrived.length < 12; one.now += 1_000) await one.deliver();
    expect(arrived).toEqual(numbered(12).map(({ key }) => key));
  });

  it("goes on after a message whose words cannot be found", async () => {
    const { deliveries, put } = await town(1, 1, NO_LIMITS);
    const one = firstOf(deliveries);
    await put(...numbered(2));
    one.render = async ({ key }) => {
      if (key === "c1 0") throw new Error("no words");
      return { send: { kind: "text", text: key } };
    };
    one.now = 2_000;
    await one.deliver();
    expect(one.sent.map((sent) => sent.text)).toEqual(["c1 1"]);
  });

  it("counts what the process before it has sent, so that a restart sends no faster", async () => {
    const { db, deliveries, put } = await town(1, 1);
    await put(...numbered(20));
    at(deliveries, 2_000);
    await firstOf(deliveries).deliver();
    expect(firstOf(deliveries).sent).toHaveLength(7);
    const restarted = watchedDelivery(db, createPace());
    restarted.now = 2_500;
    await restarted.deliver();
    expect(restarted.sent).toHaveLength(0);
    // When exactly it was sent the clocks of two processes need not agree on.
    restarted.now = 3_500;
    await restarted.deliver();
    expect(restarted.sent).toHaveLength(1);
  });
});

describe("several processes, as only PostgreSQL serves them,", () => {
  it.runIf(engines.includes("postgresql"))(
    "never sends more than is allowed with two processes whose clocks differ by two seconds",
    async () => {
      const { db, deliveries, put } = await townOn("postgresql", 2, 60);
      await put(...Array.from({ length: 60 }, (_, n) => numbered(6, `c${n + 1}`)).flat());
      const sent: { readonly to: string; readonly at: number }[] = [];
      let now = 10_000;
      for (const one of deliveries)
        one.answer = async () => {
          sent.push({ to: one.sent.at(-1)?.text.split(" ")[0] ?? "", at: now });
          return { ok: true };
        };
      for (; now < 40_000 && sent.length < 360; now += 100) {
        for (const [number, one] of deliveries.entries()) one.now = now + number * SKEW_MS;
        await Promise.all(deliveries.map((one) => one.deliver()));
      }
      expect(await db.read.outboxItem.count({ where: { state: "delivered", attempts: 1 } })).toBe(360);
      const within = (end: number, ms: number) => sent.filter((one) => one.at > end - ms && one.at <= end);
      for (const { at: end, to } of sent) {
        expect(within(end, 1_000).length).toBeLessThanOrEqual(50);
        expect(within(end, 1_000).filter((one) => one.to === to).length).toBeLessThanOrEqual(7);
      }
      // 360 messages at 50 a second take 8 s; waiting for one another costs a little.
      expect((sent.at(-1)?.at ?? 0) - 10_000).toBeLessThanOrEqual(12_000);
    },
  );
});
