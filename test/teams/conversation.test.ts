/** The edge seen from outside, and with it the people who play the conversations of all other tests. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { channel, groupChat, thread } from "../support/places.ts";
import { type SmallBot, startSmallBot } from "./small-bot.ts";

let bot: SmallBot;
beforeAll(async () => {
  bot = await startSmallBot();
});
afterAll(() => bot.close());
beforeEach(() => {
  bot.connector.forget();
  bot.built.dispatched.length = 0;
});

describe("typed messages", () => {
  it("are answered with one message in the personal chat", async () => {
    const anna = bot.people.person("Delegation Binzen");
    await anna.types("hallo");
    expect(anna.lastText()).toBe("Sie sagten: „hallo“");
    expect(bot.connector.calls).toHaveLength(1);
  });

  it("carry who says it and where, so that one can write there later", async () => {
    const anna = bot.people.person("Delegation Binzen").in(thread(channel("Bauen"), "1234"));
    await anna.types("hallo");
    expect(bot.built.dispatched[0]).toMatchObject({
      kind: "typed",
      text: "hallo",
      actor: { aadObjectId: anna.aadObjectId, name: "Delegation Binzen", teamsUserId: anna.userId },
      place: {
        kind: "channel",
        conversationId: "19:bauen@thread.tacv2",
        threadId: "1234",
        teamId: "19:digitalforum@thread.tacv2",
        serviceUrl: bot.connector.url,
        botId: "28:forumsbote",
      },
    });
  });

  it("start a thread in a channel, and the answer goes into that thread", async () => {
    const bauen = channel("Bauen");
    const anna = bot.people.person("Delegation Binzen").in(bauen);
    await anna.types("hallo");
    const [answer] = bot.connector.messages(bauen.id);
    expect(answer?.conversationId).toMatch(/^19:bauen@thread\.tacv2;messageid=\d+$/);
    expect(anna.lastText()).toBe("Sie sagten: „hallo“");
    expect(anna.in(thread(bauen, "999")).sees()).toEqual([]);
  });

  it("lose the mention of the bot in a group chat", async () => {
    const anna = bot.people.person("Delegation Binzen").in(groupChat("AG Bauen"));
    await anna.types("hallo");
    expect(anna.lastText()).toBe("Sie sagten: „hallo“");
  });

  it("of a group that do not mention the bot are neither answered nor looked at", async () => {
    const anna = bot.people.person("Delegation Binzen").in(groupChat("AG Bauen"));
    expect((await anna.posts(anna.activity({ text: "unter uns" }))).status).toBe(200);
    expect(bot.built.dispatched).toEqual([]);
  });

  it("of several people at once each get their own answer", async () => {
    const all = Array.from({ length: 12 }, (_, n) => bot.people.person(`Delegation ${n}`));
    await Promise.all(all.map((one, n) => one.types(`Frage ${n}`)));
    expect(all.map((one) => one.lastText())).toEqual(all.map((_, n) => `Sie sagten: „Frage ${n}“`));
  });
});

describe("cards", () => {
  it("are filled by label, sent with what was drawn in them, and replaced in place", async () => {
    const anna = bot.people.person("Delegation Binzen");
    await anna.types("formular");
    anna.fills({ Titel: "Bauakte", Art: "Produkt", Unverbindlich: true });
    await anna.presses("Speichern");
    const data = JSON.parse(anna.lastText());
    expect(data).toEqual({ actionId: "a-1", title: "Bauakte", kind: "product", draft: "yes" });
    expect(anna.sees()).toHaveLength(1);
  });

  it("keep the defaults of inputs nobody touched", async () => {
    const anna = bot.people.person("Delegation Binzen");
    await anna.types("formular");
    anna.fills({ Titel: "Bauakte" });
    await anna.presses("Speichern");
    expect(JSON.parse(anna.lastText())).toMatchObject({ kind: "process", draft: "false" });
  });

  it("change for the presser alone, on the device where it was pressed", async () => {
    const bauen = channel("Bauen");
    const anna = bot.people.person("Delegation Binzen").in(bauen);
    const bernd = bot.people.person("Delegation Kandern").in(bauen);
    const annasPhone = anna.elsewhere();
    await anna.types("formular");
    anna.fills({ Titel: "Bauakte" });
    await anna.presses("Speichern");
    expect(anna.lastText()).toContain("Bauakte");
    expect(bernd.lastText()).toContain("Austausch festhalten");
    expect(annasPhone.lastText()).toContain("Austausch festhalten");
  });

  it("stay as they are under a text answer, which is shown below", async () => {
    const anna = bot.people.person("Delegation Binzen");
    await anna.types("formular");
    anna.fills({ Titel: "Bauakte" });
    await anna.presses("Abbrechen");
    expect(anna.lastText()).toBe("Abgebrochen.");
    expect(anna.lastCard()).toMatchObject({ body: [{ text: "Austausch festhalten" }, {}, {}, {}] });
  });

  it("with an unknown verb are refused with a sentence below the card", async () => {
    const anna = bot.people.person("Delegation Binzen");
    await anna.types("formular");
    const { status, body } = await anna.executes("form.gibtsnicht", {});
    expect([status, body]).toMatchObject([200, { statusCode: 400, type: "application/vnd.microsoft.error" }]);
    expect(anna.lastText()).toBe("Diesen Knopf kenne ich nicht.");
  });

  it("of an older message can be pressed by naming what stands on them", async () => {
    const anna = bot.people.person("Delegation Binzen");
    await anna.types("formular");
    await anna.types("hallo");
    anna.fills({ Titel: "Bauakte" });
    await anna.presses("Abbrechen", "Austausch festhalten");
    expect(anna.lastText()).toBe("Abgebrochen.");
  });
});

describe("people tell a test what is wrong", () => {
  it("when there is no such button, by naming those there are", async () => {
    const anna = bot.people.person("Delegation Binzen");
    await anna.types("formular");
    await expect(anna.presses("Löschen")).rejects.toThrow(
      "no button „Löschen“; there is „Speichern“, „Abbrechen“",
    );
  });

  it("when there is no such input or choice", async () => {
    const anna = bot.people.person("Delegation Binzen");
    await anna.types("formular");
    expect(() => anna.fills({ Name: "x" })).toThrow(
      "no input „Name“; there is „Titel“, „Art“, „Unverbindlich“",
    );
    expect(() => anna.fills({ Art: "Dienst" })).toThrow("„Art“ offers no „Dienst“, but „Prozess“, „Produkt“");
  });

  it("when a required input is empty, with the sentence the client shows", async () => {
    const anna = bot.people.person("Delegation Binzen");
    await anna.types("formular");
    await expect(anna.presses("Speichern")).rejects.toThrow("Bitte geben Sie einen Titel ein.");
  });

  it("when there is no card at all", async () => {
    const anna = bot.people.person("Delegation Binzen");
    await expect(anna.presses("Speichern")).rejects.toThrow("Delegation Binzen sees no card");
  });
});

describe("searches and events", () => {
  it("a search lists hits, each with a card and without a tap", async () => {
    const anna = bot.people.person("Delegation Binzen");
    const { hits } = await anna.searches("bauakte");
    expect(hits).toMatchObject([{ title: "Bauakte", text: "bauakte", card: { type: "AdaptiveCard" } }]);
    expect(JSON.stringify(hits)).not.toContain("tap");
  });

  it("a search without a command id is taken too, and one without hits says so", async () => {
    const anna = bot.people.person("Delegation Binzen");
    expect((await anna.searches("bauakte", "")).hits).toHaveLength(1);
    expect((await anna.searches("")).message).toBe("Dazu habe ich nichts gefunden.");
  });

  it("both installation events arrive, with the person who did it", async () => {
    const anna = bot.people.person("Koordination Landkreis").in(groupChat("AG Bauen"));
    await anna.installs();
    expect(bot.built.dispatched.map((one) => one.kind)).toEqual(["installed", "installed"]);
    expect(anna.lastText()).toBe("Guten Tag.");
    await anna.uninstalls();
    expect(bot.built.dispatched.at(-1)).toMatchObject({
      kind: "removed",
      actor: { aadObjectId: anna.aadObjectId },
    });
  });

  it("people who join are no event of the bot", async () => {
    const anna = bot.people.person("Delegation Binzen").in(groupChat("AG Bauen"));
    await anna.joins();
    expect(bot.built.dispatched).toEqual([]);
  });

  it.each(["messageReaction", "messageUpdate", "typing", "event", "endOfConversation"])(
    "%s is taken and not answered",
    async (type) => {
      const anna = bot.people.person("Delegation Binzen");
      expect((await anna.posts(anna.activity({ type }))).status).toBe(200);
      expect([bot.built.dispatched, bot.connector.calls]).toEqual([[], []]);
    },
  );

  it.each([
    ["task/fetch", "task"],
    ["composeExtension/fetchTask", "task"],
    ["composeExtension/submitAction", "task"],
    ["composeExtension/queryLink", "composeExtension"],
    ["message/submitAction", "task"],
    ["adaptiveCard/action", "statusCode"],
  ])("%s without a route is answered in its own shape", async (name, key) => {
    const anna = bot.people.person("Delegation Binzen");
    const { status, body } = await anna.posts(anna.activity({ type: "invoke", name, value: {} }));
    expect(status).toBe(200);
    expect(Object.keys(body as object)).toContain(key);
    expect(JSON.stringify(body)).toContain("Das kann ich nicht.");
  });
});
