/** Messages that did not arrive: the list of the coordinator, trying again, and the one note about it. */
import { afterEach, describe, expect, it } from "vitest";
import type { Notice } from "../../src/outbox/notice.ts";
import { createEnqueue } from "../../src/outbox/repository.prisma.ts";
import { systemIds } from "../../src/system/ids.ts";
import { engines } from "../support/database.ts";
import { trouble } from "../support/fake-connector.ts";
import { startForumsbote } from "../support/forumsbote.ts";
import { channel } from "../support/places.ts";

type Bot = Awaited<ReturnType<typeof startForumsbote>>;
const open: Bot[] = [];
afterEach(async () => {
  for (const bot of open.splice(0).reverse()) await bot.close();
});

const enqueue = createEnqueue(systemIds);
const HOUR = 3_600_000;
const KANDERN = "Delegation Kandern";

describe.each(engines)("messages that did not arrive, on %s", (engine) => {
  async function town() {
    const bot = await startForumsbote({ engine });
    open.push(bot);
    const kim = bot.coordinator();
    await kim.introduces("Landkreis Lörrach");
    const kandern = bot.people.person(KANDERN, {
      aadObjectId: "00000000-0000-0000-0000-0000000000a2",
      userId: "29:a2",
    });
    await kandern.types("hilfe");
    const { id } = await bot.db.read.member.findFirstOrThrow({ where: { name: KANDERN } });
    let number = 0;
    const put = (more: Partial<Notice> = {}) => {
      number += 1;
      const text = `Nachricht ${number}`;
      return bot.db.write((tx) =>
        enqueue(tx, [
          {
            ...{ key: `k${number}`, kind: "turn.reply", subject: "s", to: { member: id } },
            ...{ dueAt: bot.time.clock(), expiresAt: null, payload: { kind: "text", text } },
            ...more,
          },
        ]),
      );
    };
    /** A message that nobody takes any more. */
    const lost = async (more: Partial<Notice> = {}) => {
      bot.time.passes(1);
      await put(more);
      bot.connector.meets(trouble.removed);
      await bot.delivers();
      bot.connector.recovers();
    };
    const runs = () => bot.built.jobs.unreached.run(bot.time.clock());
    return { bot, kim, kandern, put, lost, runs };
  }

  const rows = (bot: Bot, state: "pending" | "delivered" | "undeliverable") =>
    bot.db.read.outboxItem.count({ where: { state, kind: "turn.reply" } });

  it("are listed by person and cause and tried again at once, with what they said", async () => {
    const { bot, kim, kandern, lost } = await town();
    await lost();
    await lost();
    expect(await bot.db.read.outboxKept.count()).toBe(2);
    await kim.types("zustellung");
    expect(kim.lastText()).toContain("2 Nachrichten an einer Stelle kamen nicht an.");
    expect(kim.lastText()).toContain(`Nr. 1: ${KANDERN}`);
    expect(kim.lastText()).toContain("Die Person hat den Bot entfernt oder blockiert.");
    expect(kim.lastText()).toContain("Es ging um: Bestätigungen.");
    await kim.presses("Nr. 1 erneut zustellen");
    expect(kim.lastText()).toContain("2 Nachrichten werden jetzt erneut zugestellt.");
    await bot.delivers();
    expect(
      kandern
        .sees()
        .slice(-2)
        .map((one) => one.text),
    ).toEqual(["Nachricht 1", "Nachricht 2"]);
    expect(await bot.db.read.outboxKept.count()).toBe(0);
    await kim.presses("Zurück zur Liste");
    expect(kim.lastText()).toContain("Alle Nachrichten der letzten 30 Tage sind angekommen oder unterwegs.");
  });

  it("are tried once by a press that arrives twice, and again by a new one when it fails again", async () => {
    const { bot, kim, lost } = await town();
    await lost();
    await kim.types("zustellung");
    await kim.presses("Nr. 1 erneut zustellen");
    const twin = kim.elsewhere();
    await twin.presses("Nr. 1 erneut zustellen", "Nr. 1: Delegation Kandern");
    expect(twin.lastText()).toContain("1 Nachricht wird jetzt erneut zugestellt.");
    expect(await rows(bot, "pending")).toBe(1);
    bot.connector.meets(trouble.blocked);
    await bot.delivers();
    expect(await rows(bot, "undeliverable")).toBe(1);
    await kim.types("zustellung");
    await kim.presses("Nr. 1 erneut zustellen");
    await bot.delivers();
    expect(await rows(bot, "delivered")).toBe(1);
  });

  it("stay where they are when they are too late by their own rule", async () => {
    const { bot, kim, lost, put } = await town();
    await lost({ expiresAt: bot.time.clock() + HOUR });
    await put({ expiresAt: bot.time.clock() + HOUR });
    bot.time.passes(2 * HOUR);
    await bot.delivers();
    await kim.types("zustellung");
    expect(kim.lastText()).toContain("Die Nachricht konnte nicht rechtzeitig zugestellt werden.");
    expect(kim.lastText()).toContain("Dafür ist es jetzt zu spät.");
    await expect(kim.presses("Nr. 1 erneut zustellen")).rejects.toThrow();
    const forged = { actionId: "x", to: "nobody", cause: "gone" };
    await kim.executes("delivery.retry", forged);
    expect(kim.lastText()).toContain("Diese Nachrichten stehen nicht mehr in der Liste.");
    expect(await rows(bot, "pending")).toBe(0);
  });

  it("are shown with names in the personal chat of the coordinator only", async () => {
    const { bot, kim, kandern, lost } = await town();
    await lost();
    const here = kim.in(channel("Allgemein"));
    await here.types("zustellung");
    expect(here.lastText()).toContain(
      "1 Nachricht kam nicht an. Die Namen zeige ich nur im persönlichen Chat.",
    );
    expect(here.lastText()).not.toContain(KANDERN);
    await here.executes("delivery.show", { page: 1 });
    expect(here.lastText()).not.toContain(KANDERN);
    await here.executes("delivery.retry", { actionId: "x", to: "y", cause: "gone" });
    expect(here.lastText()).toContain("Das geht nur in unserem persönlichen Chat.");
    await kandern.types("zustellung");
    expect(kandern.lastText()).toContain("Das kann nur die Koordination.");
    expect(await rows(bot, "undeliverable")).toBe(1);
  });

  it("that leave no trace are listed nowhere", async () => {
    const { bot, kim, lost, runs } = await town();
    await lost({ traceless: true });
    await kim.types("zustellung");
    expect(kim.lastText()).toContain("Alle Nachrichten der letzten 30 Tage sind angekommen oder unterwegs.");
    expect(await bot.db.read.outboxKept.count()).toBe(0);
    await runs();
    expect(await bot.db.read.outboxItem.count({ where: { kind: "outbox.unreached" } })).toBe(0);
  });

  it("are told to the coordinators once, not each of them, and not again next day for the same person", async () => {
    const { bot, kim, lost, runs } = await town();
    await lost();
    await lost();
    await Promise.all([runs(), runs()]);
    await bot.delivers();
    expect(kim.lastText()).toContain("An eine Stelle konnte ich Nachrichten nicht zustellen.");
    expect(kim.lastText()).not.toContain(KANDERN);
    const told = () => kim.sees().filter(({ text }) => text.includes("Jemand ist nicht erreichbar")).length;
    for (let day = 0; day < 3; day += 1) {
      await lost();
      await runs();
      await bot.delivers();
      bot.time.passes(24 * HOUR);
    }
    expect(told()).toBe(1);
    await kim.presses("Liste zeigen");
    expect(kim.lastText()).toContain("5 Nachrichten an einer Stelle kamen nicht an.");
    bot.time.passes(8 * 24 * HOUR);
    await lost();
    await runs();
    await bot.delivers();
    // The list has taken the place of the first one.
    expect(told()).toBe(1);
    expect(kim.lastText()).toContain("An eine Stelle konnte ich Nachrichten nicht zustellen.");
  });

  it("are not told when they have arrived after all before the coordinator could read of them", async () => {
    const { bot, kim, lost, runs } = await town();
    await lost();
    bot.time.passes(12 * HOUR);
    await runs();
    await kim.types("zustellung");
    await kim.presses("Nr. 1 erneut zustellen");
    await bot.delivers();
    bot.time.passes(12 * HOUR);
    await bot.delivers();
    expect(kim.sees().some(({ text }) => text.includes("Jemand ist nicht erreichbar"))).toBe(false);
  });

  it("do not stop the next ones once the person has written again", async () => {
    const { bot, kim, kandern, lost, put } = await town();
    await lost();
    await put();
    await bot.delivers();
    expect(await rows(bot, "undeliverable")).toBe(2);
    bot.time.passes(2 * 60_000);
    await kandern.types("hilfe");
    await put();
    await bot.delivers();
    expect(kandern.lastText()).toBe("Nachricht 3");
    await kim.types("zustellung");
    expect(kim.lastText()).toContain("Inzwischen wieder erreichbar.");
    await kim.presses("Nr. 1 erneut zustellen");
    await bot.delivers();
    expect(await rows(bot, "delivered")).toBe(3);
  });

  it("are forgotten with what they said after the usual time", async () => {
    const { bot, lost } = await town();
    await lost();
    bot.time.passes(31 * 24 * HOUR);
    await bot.built.jobs.retention.run(bot.time.clock());
    expect([await rows(bot, "undeliverable"), await bot.db.read.outboxKept.count()]).toEqual([0, 0]);
  });
});
