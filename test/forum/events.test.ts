/** What Teams tells of channels and teams: groups and records stay, nothing is sent where nobody hears it. */
import { afterEach, describe, expect, it } from "vitest";
import { AKTE, BAUEN, type Bot, records, registers, twoGroups } from "../exchange/groups.ts";
import { engines } from "../support/database.ts";
import { startForumsbote } from "../support/forumsbote.ts";
import type { Person } from "../support/people.ts";
import { channel, groupChat } from "../support/places.ts";

const open: Bot[] = [];
afterEach(async () => {
  for (const bot of open.splice(0).reverse()) await bot.close();
});

const TEAM = BAUEN.team ?? "";
const BARE = "Die Arbeitsgruppe Bauen hat keinen Kanal mehr.";
const GRACE = 5 * 60_000;

async function started(engine: (typeof engines)[number] = "sqlite") {
  const all = await twoGroups({ engine });
  open.push(all.bot);
  return all;
}

/** Teams tells of all channels of a team in its first one. */
async function tells(person: Person, eventType: string, channelId = BAUEN.id, name?: string): Promise<void> {
  const general = person.in({ ...channel("Allgemein"), id: TEAM });
  const { channelData, ...frame } = general.activity({ type: "conversationUpdate" });
  const told = { eventType, channel: { id: channelId, ...(name ? { name } : {}) } };
  const result = await general.posts({ ...frame, channelData: { ...(channelData as object), ...told } });
  expect(result.status).toBe(200);
}

const seen = (person: Person, words: string): number =>
  person.sees().filter(({ text }) => text.includes(words)).length;
const placeOf = (bot: Bot, id = BAUEN.id) => bot.db.read.conversation.findUnique({ where: { id } });

describe.each(engines)("a deleted channel, on %s", (engine) => {
  it("gets nothing any more, its group stays, and the coordinators are told once what to do", async () => {
    const { bot, kim, anna } = await started(engine);
    const id = await records(bot, anna.in(BAUEN));
    const second = await startForumsbote({ engine, databaseUrl: bot.databaseUrl });
    open.push(second);
    const posted = bot.connector.messages(BAUEN.id).length;
    const onSecond = second.people.person("Koordination Landkreis", { ...kim });
    await Promise.all([tells(kim, "channelDeleted"), tells(onSecond, "channelDeleted")]);
    await tells(kim, "channelDeleted");
    expect(await placeOf(bot)).toMatchObject({ dead: true, deletedAt: expect.any(Date) });
    await bot.delivers();
    expect(bot.connector.messages(BAUEN.id)).toHaveLength(posted);
    expect(seen(kim, BARE)).toBe(1);
    expect(kim.lastText()).toContain(
      "Nicht mehr erreichbar: Kanal ohne bekannten Namen – in Teams gelöscht.",
    );
    expect(kim.lastText()).toContain("weiterer Kanal dieser Gruppe");
    await kim.presses("Arbeitsgruppe ansehen");
    expect(kim.lastText()).toContain("Kandern (1 Person)");
    await anna.executes("exchange.show", { id }, "1");
    await anna.types("suche Vergabe");
    expect(anna.lastText()).toContain("Vergabe der Planung");
    expect(await bot.db.read.outboxItem.count({ where: { subject: id, state: "delivered" } })).toBe(0);
  });

  it("restored works again, and a restored one is no news for the coordinators", async () => {
    const { bot, kim, anna } = await started(engine);
    await tells(kim, "channelDeleted");
    await tells(kim, "channelRestored", BAUEN.id, "Bauen neu");
    await bot.delivers();
    expect(seen(kim, BARE)).toBe(0);
    expect(await placeOf(bot)).toMatchObject({ dead: false, deletedAt: null, name: "Bauen neu" });
    await records(bot, anna.in(BAUEN), { title: "Weiter geht es" });
    await bot.delivers();
    expect(seen(anna.in(BAUEN), "Weiter geht es")).toBe(1);
  });

  it("beside another place of the group is not told", async () => {
    const { bot, kim } = await started(engine);
    const more = kim.in(groupChat("Runde"));
    await more.types("gruppe");
    more.fills({ "Wofür ist dieser Kanal?": "Weiterer Kanal von: Bauen" });
    await more.presses("Registrieren");
    await tells(kim, "channelDeleted");
    await bot.delivers();
    expect(seen(kim, BARE)).toBe(0);
    await kim.in(groupChat("Runde")).uninstalls();
    bot.time.passes(GRACE);
    await bot.delivers();
    expect(seen(kim, BARE)).toBe(1);
  });
});

describe.each(engines)("the last two places of a group, on %s", (engine) => {
  it("gone at once, heard by two processes: one message", async () => {
    const { bot, kim } = await started(engine);
    const more = kim.in(channel("Bauen, kleine Runde"));
    await more.types("gruppe");
    more.fills({ "Wofür ist dieser Kanal?": "Weiterer Kanal von: Bauen" });
    await more.presses("Registrieren");
    const second = await startForumsbote({ engine, databaseUrl: bot.databaseUrl });
    open.push(second);
    const onSecond = second.people.person("Koordination Landkreis", { ...kim });
    await Promise.all([
      tells(kim, "channelDeleted", BAUEN.id),
      tells(onSecond, "channelDeleted", more.place.id),
    ]);
    await bot.delivers();
    expect(seen(kim, BARE)).toBe(1);
    expect(await bot.db.read.outboxItem.count({ where: { kind: "forum.groupWithoutPlace" } })).toBe(1);
  });
});

describe("a team", () => {
  it("deleted takes all its channels with it, one message for each group; archived likewise", async () => {
    const { bot, kim } = await started();
    await tells(kim, "teamArchived");
    for (const { id } of [BAUEN, AKTE])
      expect(await placeOf(bot, id)).toMatchObject({ dead: true, deletedAt: null });
    await bot.delivers();
    expect(seen(kim, BARE)).toBe(1);
    expect(seen(kim, "Die Arbeitsgruppe Akte hat keinen Kanal mehr.")).toBe(1);
    await tells(kim, "teamUnarchived");
    expect(await placeOf(bot)).toMatchObject({ dead: false });
    await tells(kim, "teamDeleted");
    expect(await placeOf(bot)).toMatchObject({ dead: true, deletedAt: expect.any(Date) });
    await tells(kim, "teamRestored");
    expect(await placeOf(bot)).toMatchObject({ dead: false, deletedAt: null });
  });

  it("of another tenant changes nothing here", async () => {
    const { bot, kim } = await started();
    const { channelData, conversation, ...frame } = kim.in(BAUEN).activity({ type: "conversationUpdate" });
    const tenantId = "99999999-0000-0000-0000-000000000009";
    await kim.posts({
      ...frame,
      conversation: { ...(conversation as object), tenantId },
      channelData: { ...(channelData as object), tenant: { id: tenantId }, eventType: "teamDeleted" },
    });
    expect(await placeOf(bot)).toMatchObject({ dead: false });
    expect(bot.connector.calls.length).toBeGreaterThan(0);
    expect(bot.logged.some(({ event }) => event === "teams.tenant.refused")).toBe(true);
  });

  it("that nobody knows here leaves no trace", async () => {
    const { bot, kim } = await started();
    const before = await bot.db.read.conversation.count();
    for (const type of ["channelDeleted", "channelRestored", "channelRenamed"])
      await tells(kim, type, "19:fremd@thread.tacv2", "Fremd");
    expect(await bot.db.read.conversation.count()).toBe(before);
    expect(await bot.db.read.outboxItem.count({ where: { kind: "forum.groupWithoutPlace" } })).toBe(0);
  });
});

describe.each(engines)("the bot taken out and added again, on %s", (engine) => {
  it("finds everything as it was, says so by name, and nobody is alarmed", async () => {
    const { bot, kim, anna } = await started(engine);
    const id = await records(bot, anna.in(BAUEN), { title: "Bleibt" });
    const state = async () => {
      const { read } = bot.db;
      return JSON.stringify([
        await read.workingGroup.findMany(),
        await read.groupMember.findMany(),
        await read.exchange.findMany(),
        await read.member.findMany(),
        (await read.conversation.findMany({ orderBy: { id: "asc" } })).map(({ groupId }) => groupId),
      ]);
    };
    const before = await state();
    const here = kim.in(BAUEN);
    await here.uninstalls();
    expect(await placeOf(bot, AKTE.id)).toMatchObject({ dead: true });
    await bot.delivers();
    expect(await bot.db.read.outboxItem.findFirst({ where: { subject: id } })).toMatchObject({
      state: "undeliverable",
      lastFailure: "noConversation",
    });
    await here.installs();
    expect(here.lastText()).toContain("Guten Tag, es ist schön, wieder hier zu sein.");
    expect(here.lastText()).toContain("Akte, Bauen");
    expect(await placeOf(bot, AKTE.id)).toMatchObject({ dead: false });
    bot.time.passes(GRACE);
    await bot.delivers();
    expect(seen(kim, BARE)).toBe(0);
    expect(await state()).toBe(before);
    await records(bot, anna.in(AKTE), { title: "Auch dort", visibility: "forum" });
    await bot.delivers();
    expect(seen(anna.in(AKTE), "Auch dort")).toBe(1);
  });

  it("taken out for good: after a while the coordinators are told", async () => {
    const { bot, kim } = await started(engine);
    await kim.in(BAUEN).uninstalls();
    await bot.delivers();
    expect(seen(kim, BARE)).toBe(0);
    bot.time.passes(GRACE);
    await bot.delivers();
    expect(seen(kim, BARE)).toBe(1);
    expect(kim.lastText()).toContain("dort bin ich entfernt");
  });

  it("in a personal chat: a guest is greeted as before, a member as somebody known", async () => {
    const { bot, anna } = await started(engine);
    await anna.uninstalls();
    bot.time.passes(10_000);
    await anna.installs();
    expect(anna.lastText()).toContain("Guten Tag, es ist schön, wieder hier zu sein.");
    const guest = bot.people.person("Gast");
    await guest.installs();
    expect(guest.lastText()).toContain("Guten Tag, ich bin der Forumsbote.");
  });
});

describe("a closed group", () => {
  it("without a place alarms nobody", async () => {
    const { bot, kim } = await started();
    const here = kim.in(channel("Allein", "Anderes Team"));
    await registers(here, "Kurz");
    await here.types("gruppe");
    await here.presses("Gruppe abschließen");
    await here.presses("Abschließen");
    await here.uninstalls();
    bot.time.passes(GRACE);
    await bot.delivers();
    expect(seen(kim, "Die Arbeitsgruppe Kurz hat keinen Kanal mehr.")).toBe(0);
  });
});
