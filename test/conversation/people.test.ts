import { afterEach, describe, expect, it } from "vitest";
import { startForumsbote } from "../support/forumsbote.ts";
import { channel, groupChat } from "../support/places.ts";

type Bot = Awaited<ReturnType<typeof startForumsbote>>;
let bot: Bot;
afterEach(() => bot.close());

const stored = async () => ({
  members: await bot.db.read.member.count(),
  places: await bot.db.read.conversation.count(),
  outbox: await bot.db.read.outboxItem.count(),
});

describe("first contact", () => {
  it("in a team: one welcome, however often the events are repeated", async () => {
    bot = await startForumsbote();
    const anna = bot.people.person("Delegation Binzen").in(channel("Allgemein"));
    await anna.installs();
    await anna.installs();
    expect(anna.sees()).toHaveLength(1);
    expect(anna.lastText()).toContain("Guten Tag, ich bin der Forumsbote.");
    expect(anna.lastText()).toContain("Andere Nachrichten speichere ich nicht.");
    expect(await stored()).toEqual({ members: 6, places: 1, outbox: 0 });
  });

  it("after it was removed and added again: a new welcome", async () => {
    bot = await startForumsbote();
    const anna = bot.people.person("Delegation Binzen").in(groupChat("AG E-Akte"));
    await anna.installs();
    await anna.uninstalls();
    expect(await bot.db.read.conversation.findFirst()).toMatchObject({ dead: true });
    await anna.installs();
    expect(anna.sees()).toHaveLength(2);
    expect(await bot.db.read.conversation.findFirst()).toMatchObject({ dead: false });
  });

  it("somebody else who joins is not greeted", async () => {
    bot = await startForumsbote();
    const anna = bot.people.person("Delegation Binzen").in(groupChat("AG E-Akte"));
    await anna.installs();
    await bot.people.person("Fachamt Kandern").in(groupChat("AG E-Akte")).joins();
    expect(anna.sees()).toHaveLength(1);
  });

  it("in the personal chat: nothing is stored about somebody who has only asked for help", async () => {
    bot = await startForumsbote();
    const before = await stored();
    const anna = bot.people.person("Delegation Binzen");
    await anna.installs();
    expect(anna.sees()).toHaveLength(1);
    await anna.types("hilfe");
    expect(anna.lastText()).toContain("Sagen, wer Sie sind");
    expect(anna.lastText()).not.toContain("Austausche finden");
    expect(await stored()).toEqual(before);
  });

  it("hilfe shows what this person can do in this place", async () => {
    bot = await startForumsbote();
    const kim = bot.coordinator().in(groupChat("AG E-Akte"));
    await kim.types("Hilfe!");
    expect(kim.lastText()).toContain("Diesen Kanal registrieren");
    await kim.introduces("Landkreis Lörrach");
    await kim.types("HILFE");
    expect(kim.lastText()).toContain("Einen Austausch festhalten");
    await kim.presses("Kanal registrieren");
    expect(JSON.stringify(kim.lastCard())).toContain("Wofür ist dieser Kanal?");
    await kim.presses("Abbrechen");
    expect(kim.lastText()).toBe("Abgebrochen. Es wurde nichts gespeichert.");
  });
});

describe("ich bin …", () => {
  it("stores the person and the way to the personal chat, and a change of mind", async () => {
    bot = await startForumsbote();
    const anna = bot.people.person("Delegation Binzen");
    await anna.types("Ich bin von der Gemeinde Binzen.");
    await anna.presses("Ja, übernehmen");
    expect(anna.lastText()).toContain("Danke. Sie gehören zu: Binzen.");
    await anna.introduces("Komm.One");
    expect(anna.lastText()).toContain("Sie gehören zu: Komm.One.");
    const where = { aadObjectId: anna.aadObjectId };
    expect(await bot.db.read.member.findMany({ where, include: { conversations: true } })).toMatchObject([
      {
        organisationKey: "komm-one",
        name: "Delegation Binzen",
        conversations: [{ id: anna.place.id, dead: false }],
      },
    ]);
  });

  it("asks when several are meant, or none, and takes the choice", async () => {
    bot = await startForumsbote();
    const anna = bot.people.person("Hauptamt Zell");
    await anna.types("ich bin Wiesental");
    expect(anna.lastText()).toContain("können mehrere Organisationen gemeint sein");
    anna.fills({ "Ihre Organisation": "Zell im Wiesental" });
    await anna.presses("Übernehmen");
    expect(anna.lastText()).toContain("Sie gehören zu: Zell im Wiesental.");
    const ben = bot.people.person("Stadt Freiburg");
    await ben.types("ich bin Freiburg");
    expect(ben.lastText()).toContain("„Freiburg“ finde ich nicht");
    const { body } = await ben.executes("member.introduce", { organisation: "freiburg" });
    expect(JSON.stringify(body)).toContain("Diese Organisation kenne ich nicht");
    expect(await bot.db.read.member.count({ where: { name: "Stadt Freiburg" } })).toBe(0);
  });

  it("marks an associated organisation in the list, which has no vote", async () => {
    bot = await startForumsbote();
    const anna = bot.people.person("Delegation Binzen");
    await anna.types("ich bin");
    const card = JSON.stringify(anna.lastCard());
    expect(card).toContain("Komm.One (verbundene Organisation, ohne Stimme)");
  });
});
