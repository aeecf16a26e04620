/** What leaves the process: replies in the turn, proactive messages, and what becomes of a refusal. */
import { ConnectorClient } from "botframework-connector";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Address, Sent } from "../../src/outbox/notice.ts";
import { createHttpClient, withDeadline } from "../../src/teams/connector.teams.ts";
import { text } from "../../src/turn/reply.ts";
import { type Trouble, trouble } from "../support/fake-connector.ts";
import { type Issuer, startIssuer } from "../support/issuer.ts";
import { channel, groupChat, thread } from "../support/places.ts";
import { checkedBy, formCard, type SmallBot, startSmallBot, TENANT } from "./small-bot.ts";

let issuer: Issuer;
let bot: SmallBot;
/** With tokens on, so that one sees which requests carry ours. */
let checked: SmallBot;

beforeAll(async () => {
  issuer = await startIssuer();
  bot = await startSmallBot();
  checked = await startSmallBot(checkedBy(issuer), { local: false });
});
afterAll(async () => {
  await Promise.all([bot.close(), checked.close(), issuer.close()]);
});
beforeEach(() => {
  for (const one of [bot, checked]) one.connector.forget();
  bot.built.unsent.length = 0;
  bot.built.dispatched.length = 0;
});

const group = groupChat("AG Bauen");
const to = (bent: Partial<Extract<Address, { conversationId: string }>> = {}): Address => ({
  conversationId: group.id,
  tenantId: TENANT,
  serviceUrl: bot.connector.url,
  botId: "28:forumsbote",
  ...bent,
});

describe("a proactive message", () => {
  it("arrives once, at nobody's message, and is seen by all in the chat", async () => {
    const anna = bot.people.person("Delegation Binzen").in(group);
    expect(await bot.built.edge.send(to(), text("Erinnerung"))).toEqual({
      ok: true,
      messageId: expect.any(String),
    });
    expect(anna.lastText()).toBe("Erinnerung");
    expect(bot.connector.calls.map((call) => [call.method, call.path])).toEqual([
      ["POST", "/v3/conversations/19:ag-bauen@thread.v2/activities"],
    ]);
    expect(bot.connector.calls[0]?.body).not.toHaveProperty("replyToId");
  });

  it("goes into the thread of a channel", async () => {
    const bauen = channel("Bauen");
    const anna = bot.people.person("Delegation Binzen").in(thread(bauen, "77"));
    await bot.built.edge.send(to({ conversationId: bauen.id, threadId: "77" }), text("Erinnerung"));
    expect(anna.lastText()).toBe("Erinnerung");
    expect(anna.in(thread(bauen, "78")).sees()).toEqual([]);
  });

  it("may be a card, whose buttons work; silence sends nothing", async () => {
    const anna = bot.people.person("Delegation Binzen").in(group);
    await bot.built.edge.send(to(), { kind: "card", card: formCard, summary: "Formular" });
    expect(bot.connector.calls[0]?.body).toMatchObject({ summary: "Formular" });
    expect(bot.connector.calls[0]?.body).not.toHaveProperty("text");
    anna.fills({ Titel: "x" });
    await anna.presses("Abbrechen");
    expect(anna.lastText()).toBe("Abgebrochen.");
    expect(await bot.built.edge.send(to(), { kind: "silence" })).toEqual({ ok: true });
    expect(bot.connector.calls).toHaveLength(1);
  });

  it("of many at once all arrive", async () => {
    const sent = await Promise.all(
      Array.from({ length: 30 }, (_, n) => bot.built.edge.send(to(), text(`${n}`))),
    );
    expect(sent.every((one) => one.ok)).toBe(true);
    expect(new Set(bot.connector.messages(group.id).map((one) => one.activity.text)).size).toBe(30);
  });
});

describe("a message to somebody the bot has never talked to", () => {
  it("opens the personal chat once and says where it is", async () => {
    const way = { tenantId: TENANT, serviceUrl: checked.connector.url, botId: "28:forumsbote" };
    const sent = await checked.built.edge.send({ ...way, openWith: "29:neu" }, text("Erinnerung"));
    expect(sent).toEqual({ ok: true, opened: "a:opened-29:neu", messageId: expect.any(String) });
    const [opening, post] = checked.connector.calls;
    expect(opening).toMatchObject({
      path: "/v3/conversations",
      body: { isGroup: false, members: [{ id: "29:neu" }], tenantId: TENANT },
    });
    expect(opening?.headers.authorization).toMatch(/^Bearer /);
    expect(post?.path).toBe("/v3/conversations/a:opened-29:neu/activities");
    expect(checked.connector.calls).toHaveLength(2);
  });

  it("fails as any other delivery when the chat cannot be opened", async () => {
    bot.connector.meets(trouble.removed, 1);
    const way = { tenantId: TENANT, serviceUrl: bot.connector.url, botId: "28:forumsbote" };
    expect(await bot.built.edge.send({ ...way, openWith: "29:neu" }, text("x"))).toEqual({
      ok: false,
      failure: "gone",
    });
  });
});

describe("a message in the place of an earlier one", () => {
  it("changes that message and posts no new one", async () => {
    const anna = bot.people.person("Delegation Binzen").in(group);
    const first = await bot.built.edge.send(to(), text("Stimmzettel"));
    const messageId = first.ok ? (first.messageId ?? "") : "";
    expect(await bot.built.edge.send(to({ messageId }), text("Beendet"))).toEqual({ ok: true, messageId });
    expect(anna.sees().map((one) => one.text)).toEqual(["Beendet"]);
    expect(bot.connector.calls.map((call) => call.method)).toEqual(["POST", "PUT"]);
  });
});

const outcomes: [string, Trouble, Sent][] = [
  [
    "throttled for two seconds",
    trouble.throttled(2),
    { ok: false, failure: "throttled", retryAfterMs: 2_000 },
  ],
  ["throttled without a time", trouble.throttled(), { ok: false, failure: "throttled", retryAfterMs: null }],
  ["busy (412)", trouble.busy, { ok: false, failure: "unavailable" }],
  ["down (502)", trouble.down, { ok: false, failure: "unavailable" }],
  ["line cut", trouble.reset, { ok: false, failure: "unavailable" }],
  ["our credentials refused (401)", { kind: "answer", status: 401 }, { ok: false, failure: "unavailable" }],
  ["removed (403)", trouble.removed, { ok: false, failure: "gone" }],
  ["blocked, in the other documented wording", trouble.blocked, { ok: false, failure: "gone" }],
  [
    "blocked, told with status 400",
    { ...trouble.blocked, status: 400 } as Trouble,
    { ok: false, failure: "gone" },
  ],
  ["unknown conversation (404)", trouble.unknownConversation, { ok: false, failure: "gone" }],
  ["malformed (400)", trouble.malformed, { ok: false, failure: "rejected" }],
  ["too large (413)", trouble.tooLarge, { ok: false, failure: "rejected" }],
  ["sent elsewhere (302)", { kind: "answer", status: 302 }, { ok: false, failure: "rejected" }],
];

describe("a refusal of the connector", () => {
  it.each(outcomes)("%s is told as such, after one attempt", async (_name, what, sent) => {
    bot.connector.meets(what, 5);
    expect(await bot.built.edge.send(to(), text("Erinnerung"))).toEqual(sent);
    expect(bot.connector.calls).toHaveLength(1);
  });

  it("of our credentials is a fault in the log, without the platform's words", async () => {
    bot.connector.meets({ kind: "answer", status: 401, body: { error: { message: "Frau Beispiel" } } });
    await bot.built.edge.send(to(), text("Erinnerung"));
    const entry = bot.logged.at(-1);
    expect(entry).toMatchObject({ level: "fault", event: "teams.delivery.failed", fields: { status: 401 } });
    expect(JSON.stringify(entry?.fields)).not.toContain("Beispiel");
  });
});

const LEAVE = "http://127.0.0.1.evil.example/";

describe("hosts", () => {
  it.each([
    "https://evil.example/",
    "https://smba.trafficmanager.net/emea/",
    LEAVE,
    "ftp://127.0.0.1/",
    "nonsense",
  ])("local mode sends nothing to %s", async (serviceUrl) => {
    expect(await bot.built.edge.send(to({ serviceUrl }), text("x"))).toMatchObject({ ok: false });
  });

  it("a host that is not on the list never sees a request, nor our token", async () => {
    const elsewhere = await startSmallBot(
      { ...checkedBy(issuer), serviceHosts: ["smba.trafficmanager.net"] },
      { local: false },
    );
    const sent = await elsewhere.built.edge.send(to({ serviceUrl: elsewhere.connector.url }), text("x"));
    expect(sent).toEqual({ ok: false, failure: "rejected" });
    expect(elsewhere.connector.calls).toEqual([]);
    expect(elsewhere.logged.at(-1)).toMatchObject({ level: "fault", event: "teams.delivery.failed" });
    await elsewhere.close();
  });

  it("that sends us on to another one is not followed, and keeps our token to itself", async () => {
    const location = `${bot.connector.url}v3/conversations/x/activities`;
    checked.connector.meets({ kind: "answer", status: 307, headers: { location } });
    const sent = await checked.built.edge.send(to({ serviceUrl: checked.connector.url }), text("x"));
    expect(sent).toEqual({ ok: false, failure: "rejected" });
    expect(bot.connector.calls).toEqual([]);
  });

  it("without a list only the hosts of Teams are allowed", async () => {
    const elsewhere = await startSmallBot({ ...checkedBy(issuer), serviceHosts: [] }, { local: false });
    await elsewhere.built.edge.send(to({ serviceUrl: elsewhere.connector.url }), text("x"));
    expect(elsewhere.connector.calls).toEqual([]);
    await elsewhere.close();
  });

  it("an allowed host gets our token", async () => {
    await checked.built.edge.send(to({ serviceUrl: checked.connector.url }), text("x"));
    expect(checked.connector.calls[0]?.headers.authorization).toBe(issuer.bearer);
  });

  it("an activity that names another service is refused before anything is done", async () => {
    const anna = bot.people.person("Delegation Binzen");
    const result = await anna.posts(anna.activity({ text: "hallo", serviceUrl: "https://evil.example/" }));
    expect(result.status).toBe(403);
    expect(bot.built.dispatched).toEqual([]);
  });
});

describe("a reply that cannot be sent in the turn", () => {
  it.each([
    ["throttled", trouble.throttled(30)],
    ["down", trouble.down],
    ["line cut", trouble.reset],
  ])("(%s) is handed over if it confirms something stored", async (_name, what) => {
    const anna = bot.people.person("Delegation Binzen").in(group);
    bot.connector.meets(what);
    await anna.types("merke dir das");
    expect(bot.built.unsent).toMatchObject([{ text: "Gemerkt.", place: { conversationId: group.id } }]);
    expect(bot.built.unsent[0]?.activityId).toMatch(/^\d+$/);
    bot.connector.recovers();
    await anna.types("merke dir das auch");
    expect(bot.built.unsent).toHaveLength(1);
  });

  it("is only logged if nothing was stored", async () => {
    const before = bot.logged.length;
    bot.connector.meets(trouble.down);
    await bot.people.person("Delegation Binzen").types("hallo");
    expect(bot.built.unsent).toEqual([]);
    expect(bot.logged.slice(before)).toMatchObject([{ level: "warn", event: "teams.reply.unsent" }]);
  });

  it("is given up after three seconds, and handed over once", async () => {
    bot.connector.meets(trouble.hang);
    const before = performance.now();
    await bot.people.person("Delegation Binzen").types("merke dir das");
    expect(performance.now() - before).toBeGreaterThan(2_900);
    expect(performance.now() - before).toBeLessThan(9_500);
    expect(bot.built.unsent).toHaveLength(1);
  });

  it("is not sent later when a token comes too late", async () => {
    const slowToken = {
      signRequest: async <R>(request: R) => {
        await new Promise((resolve) => setTimeout(resolve, 150));
        return request;
      },
    };
    const httpClient = createHttpClient(() => true);
    const client = new ConnectorClient(slowToken as never, { baseUri: bot.connector.url, httpClient });
    const post = () => client.conversations.sendToConversation("a:1", { type: "message", text: "x" });
    await expect(withDeadline(50, post)).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(bot.connector.calls).toEqual([]);
    await withDeadline(1_000, post);
    expect(bot.connector.calls).toHaveLength(1);
  });
});
