/** Bad input through the real door: a clear sentence or a clean 4xx, and nothing done by half. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { groupChat } from "../support/places.ts";
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

describe("text", () => {
  it.each(["", "   ", "&nbsp;", "\u0000"])("%j is nothing said", async (said) => {
    await bot.people.person("Delegation Binzen").types(said);
    expect(bot.built.dispatched).toMatchObject([{ kind: "typed", text: "" }]);
  });

  it("that is only a mention is nothing said", async () => {
    await bot.people.person("Delegation Binzen").in(groupChat("AG Bauen")).types("");
    expect(bot.built.dispatched).toMatchObject([{ kind: "typed", text: "" }]);
  });

  it("of 100 kB gets a sentence and reaches nobody", async () => {
    const anna = bot.people.person("Delegation Binzen");
    await anna.types("ä".repeat(50_000));
    expect(anna.lastText()).toContain("zu lang");
    const { message } = await anna.searches("a".repeat(100_000));
    expect(message).toContain("zu lang");
    expect(bot.built.dispatched).toEqual([]);
  });
});

describe("activities no client sends", () => {
  it.each([
    ["without conversation", { conversation: undefined }, "noConversation"],
    ["without sender", { from: undefined }, "noSender"],
    ["without a sender's Entra id", { from: { id: "29:x" } }, "noSender"],
    ["without recipient", { recipient: undefined }, "noBot"],
    ["of an unknown channel", { channelId: "sms" }, "unknownChannel"],
    ["without channel", { channelId: undefined }, "unknownChannel"],
    ["without type", { type: undefined }, "noType"],
    ["without service URL", { serviceUrl: undefined }, "noServiceUrl"],
    ["without id", { id: undefined }, "noActivityId"],
    ["with a number for the conversation", { conversation: 7 }, "noConversation"],
    ["with an array for the sender", { from: [] }, "noSender"],
  ])("%s: 400 with the reason and a German sentence", async (_name, bent, error) => {
    const anna = bot.people.person("Delegation Binzen");
    const result = await anna.posts(anna.activity({ text: "hallo", ...bent }));
    expect(result).toEqual({ status: 400, body: { error, message: expect.stringMatching(/\.$/) } });
    expect([bot.built.dispatched, bot.connector.calls]).toEqual([[], []]);
  });

  it.each([[[]], [null], ["x"], [7], [[{ type: "message" }]]])("%j as a body: 400", async (body) => {
    const { status } = await bot.people.posts(body);
    expect(status).toBe(400);
  });

  it("entities, members and channel data of the wrong shape do no harm", async () => {
    const anna = bot.people.person("Delegation Binzen");
    const bent = {
      text: "hallo",
      entities: [null, 3, { type: "mention" }],
      membersAdded: "x",
      textFormat: {},
    };
    expect((await anna.posts(anna.activity(bent))).status).toBe(200);
    expect(anna.lastText()).toBe("Sie sagten: „hallo“");
  });

  it("the same activity twice is told twice, with the same id", async () => {
    const anna = bot.people.person("Delegation Binzen");
    const activity = anna.activity({ text: "hallo" });
    await anna.posts(activity);
    await anna.posts(activity);
    expect(bot.built.dispatched.map((one) => one.activityId)).toEqual([activity.id, activity.id]);
  });
});
