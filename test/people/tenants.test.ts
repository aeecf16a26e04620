import { afterEach, describe, expect, it } from "vitest";
import { engines } from "../support/database.ts";
import { startForumsbote } from "../support/forumsbote.ts";

type Bot = Awaited<ReturnType<typeof startForumsbote>>;
let bot: Bot;
afterEach(() => bot.close());

const FOREIGN = "99999999-0000-0000-0000-000000000009";

describe.each(engines)("a tenant that is not served any more on %s", (engine) => {
  it("is told of once, shown in the lists, and gets nothing", async () => {
    bot = await startForumsbote({ engine, trial: "none" });
    const kim = bot.coordinator();
    await kim.introduces("Landkreis Lörrach");
    const anna = bot.people.person("Rathaus Binzen");
    await anna.introduces("Binzen");
    const { id } = await bot.db.read.member.findFirstOrThrow({ where: { aadObjectId: anna.aadObjectId } });
    await kim.executes("seat.give", { actionId: "g1", people: id });
    await bot.delivers();
    const heard = anna.sees().length;
    await bot.db.write(async (tx) => {
      await tx.member.update({ where: { id }, data: { tenantId: FOREIGN } });
      await tx.conversation.updateMany({ where: { memberId: id }, data: { tenantId: FOREIGN } });
    });
    const { databaseUrl } = bot;
    for (const time of [1, 2]) {
      const again = await startForumsbote({
        engine,
        trial: "none",
        databaseUrl,
        newId: () => `again-${time}-${crypto.randomUUID()}`,
      });
      await again.close();
    }
    await bot.delivers();
    const told = await bot.db.read.outboxItem.count({ where: { kind: "people.tenantLeft" } });
    expect(told).toBe(1);
    expect(kim.lastText()).toContain("1 Personen mit 1 Sitzen gehören dazu.");
    await kim.types("personen binzen");
    expect(kim.lastText()).toContain("nicht erreicht: Mandant nicht mehr zugelassen");
    await kim.executes("probe.send", { actionId: "p1", extent: "all" });
    await bot.delivers();
    expect(anna.sees()).toHaveLength(heard);
    expect(
      await bot.db.read.outboxItem.findFirst({ where: { memberId: id, kind: "probe.card" } }),
    ).toMatchObject({
      state: "undeliverable",
    });
    expect((await bot.db.read.conversation.findFirst({ where: { memberId: id } }))?.dead).toBe(false);
  }, 60_000);
});
