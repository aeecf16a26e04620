/** The wire format, read: what counts as what, and what is refused. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_TEXT, parseActivity, splitThread } from "../../src/teams/activity.ts";
import { plainData, typedText } from "../../src/teams/typed-text.ts";

const BOT = "28:bot";
const bot = { id: BOT, text: "<at>Forumsbote</at>" };
const eva = { id: "29:eva", text: "<at>Eva Amt</at>" };

const message = {
  type: "message",
  id: "1",
  channelId: "msteams",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  from: { id: "29:a", aadObjectId: "aad-a", name: "Delegation Binzen" },
  recipient: { id: BOT },
  conversation: { id: "a:1", conversationType: "personal", tenantId: "t" },
  text: "hallo",
};

describe("typed text", () => {
  it.each([
    ["hallo", "hallo"],
    ["<at>Forumsbote</at> hilfe", "hilfe"],
    ["<at>Forumsbote</at>&nbsp;hilfe bitte", "hilfe bitte"],
    ["festhalten <at>Forumsbote</at> Bauakte", "festhalten   Bauakte"],
    ["<at>Forumsbote</at>", ""],
    ["<at>Forumsbote</at>&nbsp;\n", ""],
    ["frage an <at>Eva Amt</at>: wann?", "frage an Eva Amt: wann?"],
    ['<at id="1">Forumsbote</at> x', "Forumsbote x"],
    ["A &amp; B &lt;3", "A & B <3"],
    ["&amp;lt;", "&lt;"],
    ["Lo\u0308rrach", "Lörrach"],
    ["a\u00a0b", "a b"],
    ["a\u0000b\u0007", "ab"],
    ["a\r\nb\tc", "a\nb\tc"],
    ["   ", ""],
  ])("%j is read as %j", (raw, read) => {
    expect(typedText(raw, [bot, eva], BOT)).toBe(read);
  });

  it("keeps a mention of somebody who is called like the bot", () => {
    expect(typedText("<at>Forumsbote</at> x", [{ id: "29:other", text: bot.text }], BOT)).toBe(
      "Forumsbote x",
    );
  });
});

describe("action data", () => {
  it("is made plain in every depth, without touching numbers and the like", () => {
    const data = { a: "x\u0000", b: [{ c: "o\u0308" }], n: 1, t: true, z: null };
    expect(plainData(data)).toEqual({ a: "x", b: [{ c: "ö" }], n: 1, t: true, z: null });
  });

  it("that is nested without end is cut off instead of ending the process", () => {
    let deep: unknown = "x";
    for (let n = 0; n < 50_000; n += 1) deep = [deep];
    expect(JSON.stringify(plainData(deep)).length).toBeLessThan(100);
  });
});

describe("an activity", () => {
  it.each([
    ["no object", null, "noActivity"],
    ["no type", { ...message, type: undefined }, "noType"],
    ["a type that is a number", { ...message, type: 7 }, "noType"],
    ["an unknown channel", { ...message, channelId: "webchat" }, "unknownChannel"],
    ["no service URL", { ...message, serviceUrl: undefined }, "noServiceUrl"],
    ["a service URL that is none", { ...message, serviceUrl: "::" }, "noServiceUrl"],
    ["no conversation", { ...message, conversation: undefined }, "noConversation"],
    ["a conversation without id", { ...message, conversation: {} }, "noConversation"],
    ["no recipient", { ...message, recipient: null }, "noBot"],
    ["no sender", { ...message, from: undefined }, "noSender"],
    ["a sender Entra does not know", { ...message, from: { id: "29:a" } }, "noSender"],
    ["a sender whose id is an object", { ...message, from: { id: {}, aadObjectId: "x" } }, "noSender"],
    ["no id", { ...message, id: undefined }, "noActivityId"],
    ["an id of 2 kB", { ...message, id: "1".repeat(2_000) }, "noActivityId"],
  ])("with %s is refused", (_name, raw, reason) => {
    expect(parseActivity(raw)).toEqual({ kind: "refused", reason });
  });

  it("of 20,000 characters is taken, one more is too long and read no further", () => {
    const taken = (text: string) => parseActivity({ ...message, text });
    expect(taken("a".repeat(MAX_TEXT))).toMatchObject({
      tooLong: false,
      incoming: { text: "a".repeat(MAX_TEXT) },
    });
    expect(taken("a".repeat(MAX_TEXT + 1))).toMatchObject({ tooLong: true, incoming: { text: "" } });
  });

  it("keeps conversation and thread apart", () => {
    expect(splitThread("19:x@thread.tacv2;messageid=12")).toEqual({
      conversationId: "19:x@thread.tacv2",
      threadId: "12",
    });
    expect(splitThread("a:1")).toEqual({ conversationId: "a:1" });
  });

  it.each([
    [{ conversationType: "personal" }, "personal"],
    [{ conversationType: "groupChat" }, "group"],
    [{ conversationType: "channel" }, "channel"],
    [{ isGroup: true }, "group"],
    [{}, "personal"],
  ])("in %j is said in a place of kind %s", (where, kind) => {
    const event = {
      ...message,
      type: "installationUpdate",
      action: "add",
      conversation: { id: "x", tenantId: "t", ...where },
    };
    expect(parseActivity(event)).toMatchObject({ incoming: { kind: "installed", place: { kind } } });
  });

  it("names both its tenants", () => {
    const both = { ...message, channelData: { tenant: { id: "u" } } };
    expect(parseActivity(both)).toMatchObject({
      tenants: ["t", "u"],
      incoming: { place: { tenantId: "t" } },
    });
  });

  it("that tells of an installation needs no known person", () => {
    const event = {
      ...message,
      type: "conversationUpdate",
      from: { id: "29:a" },
      membersAdded: [{ id: BOT }],
    };
    expect(parseActivity(event)).toMatchObject({ incoming: { kind: "installed", actor: null } });
  });

  it.each(["add-upgrade", "remove-upgrade", undefined, 3])(
    "with installation action %s is ignored",
    (action) => {
      expect(parseActivity({ ...message, type: "installationUpdate", action })).toEqual({ kind: "ignored" });
    },
  );

  it.each([
    ["no value", undefined],
    ["a text as value", "x"],
    ["no verb", { action: { type: "Action.Execute", data: {} } }],
    ["a verb that is a number", { action: { type: "Action.Execute", verb: 1 } }],
    ["an Action.Submit", { action: { type: "Action.Submit", verb: "x", data: {} } }],
  ])("of a pressed button with %s is an invoke nobody knows", (_name, value) => {
    const invoke = { ...message, type: "invoke", name: "adaptiveCard/action", value };
    expect(parseActivity(invoke)).toMatchObject({
      incoming: { kind: "otherInvoke", name: "adaptiveCard/action" },
    });
  });

  it("of any shape is read without an exception", () => {
    const keys = fc.constantFrom(...Object.keys(message), "value", "channelData", "entities", "membersAdded");
    fc.assert(
      fc.property(fc.dictionary(keys, fc.anything()), (bent) => {
        expect(["incoming", "ignored", "refused"]).toContain(parseActivity({ ...message, ...bent }).kind);
      }),
      { numRuns: 500 },
    );
  });
});
