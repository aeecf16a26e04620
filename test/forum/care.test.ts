/** Several places of a group, a place taken out, a group closed and opened again, through the HTTP door. */
import { afterEach, describe, expect, it } from "vitest";
import { AKTE, BAUEN, type Bot, formOf, records, twoGroups } from "../exchange/groups.ts";
import { actionsOf, inputsOf } from "../support/card.ts";
import { engines } from "../support/database.ts";
import { startForumsbote } from "../support/forumsbote.ts";
import type { Person } from "../support/people.ts";
import { channel, groupChat } from "../support/places.ts";

const open: Bot[] = [];
afterEach(async () => {
  for (const bot of open.splice(0).reverse()) await bot.close();
});

async function started(options: Parameters<typeof twoGroups>[0] = {}) {
  const all = await twoGroups(options);
  open.push(all.bot);
  const idOf = async (name: string) =>
    (await all.bot.db.read.workingGroup.findFirst({ where: { name } }))?.id ?? "";
  return { ...all, idOf };
}

const KLEIN = groupChat("Kleine Runde");
const titles = (person: Person): string[] => actionsOf(person.lastCard()).map(({ title }) => title);
const seen = (person: Person, words: string): number =>
  person.sees().filter(({ text }) => text.includes(words)).length;
const answer = async (person: Person, verb: string, data: object): Promise<string> =>
  JSON.stringify((await person.executes(verb, data, "1")).body);

async function adds(kim: Person, group: string): Promise<void> {
  await kim.types("gruppe");
  kim.fills({ "Wofür ist dieser Kanal?": `Weiterer Kanal von: ${group}` });
  await kim.presses("Registrieren");
}

describe.each(engines)("places of a group, on %s", (engine) => {
  it("are all shown, by the names Teams tells; a record of each belongs to the group", async () => {
    const { bot, kim, anna } = await started({ engine });
    await adds(kim.in(KLEIN), "Bauen");
    await bot.delivers();
    expect(seen(kim.in(KLEIN), "Dieser Kanal gehört jetzt zur Arbeitsgruppe Bauen.")).toBe(1);
    const here = anna.in(BAUEN);
    const event = { eventType: "channelRenamed", channel: { id: BAUEN.id, name: "Bauen und *Planen*" } };
    const { channelData, ...frame } = here.activity({ type: "conversationUpdate" });
    await here.posts({ ...frame, channelData: { ...(channelData as object), ...event } });
    await here.types("gruppe");
    expect(here.lastText()).toContain("Kanal „Bauen und \\*Planen\\*“ – hier, Gruppenchat");
    await records(bot, anna.in(KLEIN), { title: "Aus der Runde", visibility: "forum" });
    expect(await bot.db.read.exchange.findFirst({ include: { group: true } })).toMatchObject({
      group: { name: "Bauen" },
    });
  });

  it("one is taken out once: records stay, the place is told and can be registered again", async () => {
    const { bot, kim, anna, idOf } = await started({ engine });
    await adds(kim.in(KLEIN), "Bauen");
    const id = await records(bot, anna.in(KLEIN), { title: "Aus der Runde" });
    await bot.delivers();
    const here = kim.in(BAUEN);
    await here.types("gruppe");
    await here.presses("Kanal lösen");
    expect(here.lastText()).toContain("Beiträge und Mitglieder bleiben bei der Gruppe.");
    here.fills({ "Welcher Kanal?": "Gruppenchat" });
    await Promise.all([here.presses("Lösen"), here.presses("Lösen")]);
    expect(here.lastText()).toContain("gehört nicht mehr zur Arbeitsgruppe Bauen");
    expect(here.lastText()).not.toContain("keinen Kanal mehr");
    await bot.delivers();
    expect(seen(kim.in(KLEIN), "Dieser Kanal gehört nicht mehr zur Arbeitsgruppe Bauen.")).toBe(1);
    expect(await bot.db.read.exchange.findUnique({ where: { id } })).toMatchObject({
      groupId: await idOf("Bauen"),
    });
    expect(await answer(anna.in(KLEIN), "exchange.show", { id })).toContain("gibt es nicht mehr");
    expect(await answer(anna, "exchange.show", { id })).toContain("Aus der Runde");
    await adds(kim.in(KLEIN), "Bauen");
    await bot.delivers();
    expect(seen(kim.in(KLEIN), "Dieser Kanal gehört jetzt zur Arbeitsgruppe Bauen.")).toBe(2);
  });

  it("the last one may be taken out as well: the answer says what is left to do", async () => {
    const { kim } = await started({ engine });
    const here = kim.in(BAUEN);
    await here.types("gruppe");
    await here.presses("Kanal lösen");
    await here.presses("Lösen");
    expect(here.lastText()).toContain("Die Gruppe hat jetzt keinen Kanal mehr.");
    await kim.types("gruppe");
    kim.fills({ "Welche Arbeitsgruppe möchten Sie ansehen?": "Bauen" });
    await kim.presses("Ansehen");
    expect(kim.lastText()).toContain("Die Gruppe hat zurzeit keinen Kanal.");
    expect(titles(kim)).not.toContain("Kanal lösen");
  });
});

describe.each(engines)("a closed group, on %s", (engine) => {
  const closes = async (here: Person) => {
    await here.types("gruppe");
    await here.presses("Gruppe abschließen");
    expect(here.lastText()).toContain("Für die Gruppe wird nichts Neues mehr festgehalten.");
    expect(here.lastText()).toContain("Sie können die Gruppe jederzeit wieder eröffnen.");
    await here.presses("Abschließen");
  };

  it("takes nothing new, keeps everything, and says so", async () => {
    const { bot, kim, anna, ben } = await started({ engine });
    const before = await records(bot, anna.in(BAUEN), { title: "Nur für uns" });
    const here = kim.in(BAUEN);
    await closes(here);
    expect(here.lastText()).toContain("Abgeschlossen am 02.03.2026.");
    await bot.delivers();
    expect(seen(here, "Die Arbeitsgruppe Bauen ist abgeschlossen.")).toBe(1);

    await anna.in(BAUEN).types("festhalten prozess: Danach noch – Ein Nachtrag.");
    expect(anna.in(BAUEN).lastText()).toContain(
      "Die Arbeitsgruppe Bauen ist abgeschlossen. Der Beitrag gehört zu keiner Gruppe.",
    );
    expect(await bot.db.read.exchange.findFirst({ where: { title: "Danach noch" } })).toMatchObject({
      groupId: null,
    });
    const refused = await answer(anna.in(BAUEN), "exchange.save", formOf({ title: "Noch einer" }));
    expect(refused).toContain("halten Sie den Beitrag im Kanal der Gruppe fest");

    for (const inside of [anna, anna.in(BAUEN)])
      expect(await answer(inside, "exchange.show", { id: before })).toContain("Nur für uns");
    await anna.types("suche uns");
    expect(anna.lastText()).toContain("Nur für uns");
    expect(await answer(ben, "exchange.show", { id: before })).toContain("gibt es nicht mehr");
  });

  it("stands apart in the list and can neither be joined nor get another place", async () => {
    const { bot, kim, ben, idOf } = await started({ engine });
    await closes(kim.in(BAUEN));
    await ben.types("gruppe");
    const list = ben.lastText();
    expect(list.indexOf("Akte")).toBeLessThan(list.indexOf("Abgeschlossene Arbeitsgruppen"));
    expect(list.indexOf("Abgeschlossene Arbeitsgruppen")).toBeLessThan(list.indexOf("Alles über Bauen"));
    const groupId = await idOf("Bauen");
    expect(await answer(ben, "group.join", { groupId })).toContain("Diese Arbeitsgruppe ist abgeschlossen.");
    const carl = bot.people.person("Hauptamt Zell").in(BAUEN);
    await carl.introduces("Zell im Wiesental");
    expect(carl.lastText()).toContain("Sie gehören zu: Zell im Wiesental.");
    expect(await bot.db.read.groupMember.count({ where: { groupId } })).toBe(1);
    const form = kim.in(KLEIN);
    await form.types("gruppe");
    const use = inputsOf(form.lastCard()).find(({ id }) => id === "use");
    expect(JSON.stringify(use)).not.toContain("Bauen");
    const data = { actionId: "x", use: groupId };
    expect(await answer(form, "group.register", data)).toContain("ist abgeschlossen");
  });

  it("works again as before once it is opened; old cards do nothing", async () => {
    const { bot, kim, anna, ben, idOf } = await started({ engine });
    const here = kim.in(BAUEN);
    await closes(here);
    const first = (await bot.db.read.workingGroup.findFirst({ where: { name: "Bauen" } }))?.archivedAt;
    await here.presses("Wieder eröffnen");
    expect(here.lastText()).not.toContain("Abgeschlossen");
    await bot.delivers();
    expect(seen(here, "Die Arbeitsgruppe Bauen arbeitet wieder.")).toBe(1);
    expect(seen(here, "Die Arbeitsgruppe Bauen ist abgeschlossen.")).toBe(0);
    await anna.in(BAUEN).types("festhalten prozess: Danach noch – Ein Nachtrag.");
    expect(anna.in(BAUEN).lastText()).toContain("Gruppe: Bauen");
    const groupId = await idOf("Bauen");
    expect(await answer(ben, "group.join", { groupId })).toContain("Arbeitsgruppe Bauen");
    bot.time.passes(60_000);
    await closes(here);
    await kim.executes("group.reopen", { groupId, since: first?.getTime() }, "1");
    expect(await bot.db.read.workingGroup.findUnique({ where: { id: groupId } })).toMatchObject({
      archivedAt: new Date(bot.time.clock()),
    });
  });
});

describe("others", () => {
  it("neither see the buttons nor get anything by forged ones", async () => {
    const { bot, anna, idOf } = await started();
    const here = anna.in(BAUEN);
    await here.types("gruppe");
    expect(titles(here)).toEqual([]);
    const groupId = await idOf("Bauen");
    const count = () => bot.db.read.outboxItem.count();
    const before = [await count(), await bot.db.read.workingGroup.findMany()];
    for (const [verb, data] of [
      ["group.detachForm", { groupId }],
      ["group.detach", { groupId, actionId: "1", place: BAUEN.id }],
      ["group.archiveForm", { groupId }],
      ["group.archive", { groupId, actionId: "1" }],
      ["group.reopen", { groupId, since: 0 }],
    ] as const)
      expect(await answer(here, verb, data)).toContain("Das kann nur die Koordination.");
    expect([await count(), await bot.db.read.workingGroup.findMany()]).toEqual(before);
    expect(await bot.db.read.conversation.count({ where: { groupId } })).toBe(1);
  });

  it("the coordinator gets a sentence for what is not there", async () => {
    const { kim, idOf } = await started();
    for (const verb of ["group.open", "group.detachForm", "group.archiveForm"])
      expect(await answer(kim, verb, { groupId: "weg" })).toContain(
        "Diese Arbeitsgruppe gibt es nicht mehr.",
      );
    const groupId = await idOf("Bauen");
    const data = { groupId, actionId: "1", place: AKTE.id };
    expect(await answer(kim, "group.detach", data)).toContain("Dieser Kanal gehört nicht mehr zur Gruppe.");
    expect(await answer(kim, "group.detach", { ...data, place: "" })).toContain(
      "gehört nicht mehr zur Gruppe",
    );
  });
});

describe("the channel of the Forum", () => {
  const makesForum = async (here: Person) => {
    await here.types("gruppe");
    here.fills({ "Wofür ist dieser Kanal?": "Kanal des Digitalisierungsforums" });
    await here.presses("Registrieren");
  };

  it("makes room for another one only when it was deleted", async () => {
    const bot = await startForumsbote();
    open.push(bot);
    const kim = bot.coordinator();
    const [old, next] = [kim.in(channel("Forum")), kim.in(channel("Forum neu"))];
    await makesForum(old);
    await makesForum(next);
    expect(next.lastText()).toContain("Der Kanal des Forums ist schon ein anderer.");
    const { channelData, ...frame } = next.activity({ type: "conversationUpdate" });
    const gone = { eventType: "channelDeleted", channel: { id: old.place.id } };
    await next.posts({ ...frame, channelData: { ...(channelData as object), ...gone } });
    await makesForum(next);
    expect(await bot.db.read.forum.findFirst()).toMatchObject({ channelId: next.place.id });
  });
});
