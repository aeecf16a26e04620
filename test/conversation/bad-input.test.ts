/** What no user should have to see, and what many send: a clear sentence or a clean 4xx, and nothing stored. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startForumsbote } from "../support/forumsbote.ts";
import type { Person } from "../support/people.ts";
import { groupChat } from "../support/places.ts";

type Bot = Awaited<ReturnType<typeof startForumsbote>>;
let bot: Bot;
let anna: Person;
let before: unknown;

const rows = async () => {
  const { read } = bot.db;
  const tables = [read.member, read.conversation, read.workingGroup, read.groupMember, read.exchange];
  const counts = await Promise.all(
    tables.map((table) => (table as { count: () => Promise<number> }).count()),
  );
  return [...counts, await read.appliedAction.count(), await read.outboxItem.count()];
};

beforeEach(async () => {
  bot = await startForumsbote();
  anna = bot.people.person("Delegation Binzen");
  await anna.introduces("Binzen");
  before = await rows();
});
afterEach(async () => {
  expect(bot.logged.filter((one) => one.level === "fault")).toEqual([]);
  await bot.close();
});

const unchanged = async () => expect(await rows()).toEqual(before);
const raw = (body: string, headers: Record<string, string> = { "content-type": "application/json" }) =>
  fetch(`${bot.url}/api/messages`, { method: "POST", headers, body });

describe("typed", () => {
  it.each([
    ["nothing", ""],
    ["white space", " \n\t "],
    ["invisible characters", "\u200b\u2060"],
    ["only question marks", "??"],
  ])("%s: says what to write", async (_, typed) => {
    await anna.types(typed);
    expect(anna.lastText()).toContain("Schreiben Sie mir eine Frage");
    await unchanged();
  });

  it("only a mention: says what to write", async () => {
    const here = anna.in(groupChat("AG E-Akte"));
    await here.installs();
    before = await rows();
    await here.types("");
    expect(here.lastText()).toContain("Schreiben Sie mir eine Frage");
    await unchanged();
  });

  it("100 kB: says that it is too long", async () => {
    await anna.types("Akte ".repeat(20_000));
    expect(anna.lastText()).toMatch(/zu lang/);
    await unchanged();
  });

  it.each([
    ["null bytes", "festhalten\u0000"],
    ["right-to-left marks", "\u202efestlegen\u202c was gilt"],
    ["lone surrogates", "was gilt \ud800 hier"],
    ["a template", "{{state.password}} {{$env}}"],
    ["markup", "<script>alert(1)</script> [Link](javascript:alert(1))"],
  ])("%s: an answer, no fault", async (_, typed) => {
    await anna.types(typed);
    expect(anna.lastText().length).toBeGreaterThan(10);
    expect(bot.logged.filter((one) => one.level === "fault")).toEqual([]);
  });
});

describe("pressed", () => {
  const answer = async (verb: string, data: unknown): Promise<string> =>
    JSON.stringify((await anna.executes(verb, data)).body);

  it("an unknown button", async () => {
    expect(await answer("exchange.explode", {})).toContain("Diese Schaltfläche kenne ich nicht mehr");
    expect(await answer("", {})).toContain("Bitte schreiben Sie mir im Chat: hilfe.");
    await unchanged();
  });

  it.each([
    ["exchange.save", null],
    ["exchange.save", "text"],
    ["exchange.save", { action: 7, title: ["x"] }],
    ["exchange.update", { id: "x", revision: "eins" }],
    ["exchange.show", {}],
    ["group.register", { actionId: {}, use: "new" }],
    ["group.change", { name: "AG" }],
    ["group.join", { groupId: 5 }],
    ["member.introduce", { organisation: { key: "binzen" } }],
    ["say", { text: { nested: true } }],
    ["say", null],
  ])("%s with data of the wrong shape: %j", async (verb, data) => {
    expect(await answer(verb, data)).toMatch(/Diese Karte ist veraltet|Diese Schaltfläche kenne ich nicht/);
    await unchanged();
  });

  it("something that is gone", async () => {
    expect(await answer("exchange.show", { id: "00000000-0000-0000-0000-000000000000" })).toContain(
      "Diesen Beitrag gibt es nicht mehr",
    );
    expect(await answer("group.join", { groupId: "weg" })).toContain(
      "Diese Arbeitsgruppe gibt es nicht mehr",
    );
    await unchanged();
  });

  it("by a person without an organisation: is asked for it", async () => {
    const ben = bot.people.person("Gast");
    const { body } = await ben.executes("group.join", { groupId: "weg" });
    expect(JSON.stringify(body)).toContain("Zu welcher Organisation gehören Sie?");
    await ben.types("suche E-Akte");
    expect(ben.lastText()).toContain("Zu welcher Organisation gehören Sie?");
    await unchanged();
  });
});

describe("sent by no client", () => {
  it.each([
    ["not JSON", "{nope", 400],
    ["nothing", "", 400],
    ["a list", "[]", 400],
    ["over the limit", JSON.stringify({ text: "x".repeat(300_000) }), 413],
  ])("%s: %i", async (_, body, status) => {
    expect((await raw(body)).status).toBe(status);
    await unchanged();
  });

  it.each([
    ["no conversation", { conversation: undefined }],
    ["no sender", { from: undefined }],
    ["an unknown channel", { channelId: "webchat" }],
    ["no type", { type: undefined }],
    ["no id", { id: undefined }],
    ["a service address elsewhere", { serviceUrl: "https://smba.example/" }],
  ])("%s: a clean 4xx", async (_, bent) => {
    const { status, body } = await anna.posts(anna.activity({ text: "hilfe", ...bent }));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(JSON.stringify(body ?? "")).not.toMatch(/\bat .*\.ts|node_modules/);
    expect(anna.sees()).toHaveLength(1);
    await unchanged();
  });

  it("a foreign tenant: a neutral answer, nothing stored, nothing looked up", async () => {
    const guest = bot.people.person("Fremd", { tenantId: "99999999-0000-0000-0000-000000000009" });
    await guest.types("ich bin Binzen");
    expect(guest.lastText()).not.toContain("Binzen");
    await unchanged();
  });
});

describe("delivered twice", () => {
  it("a typed record: one record, the same confirmation", async () => {
    const said = anna.activity({ text: "festhalten Produkt: Aktura – Läuft seit einem Jahr" });
    await Promise.all([anna.posts(said), anna.posts(said), anna.posts(said)]);
    expect(await bot.db.read.exchange.count()).toBe(1);
    const confirmations = anna.sees().filter((one) => one.text.includes("Aktura"));
    expect(new Set(confirmations.map((one) => one.text)).size).toBe(1);
  });
});

describe("killed and started again", () => {
  it("everything said is still there", async () => {
    await anna.types("festhalten Produkt: Aktura – Läuft seit einem Jahr");
    const again = await startForumsbote({ databaseUrl: bot.databaseUrl });
    const later = again.people.person("Delegation Binzen", { aadObjectId: anna.aadObjectId });
    await later.types("suche Aktura");
    expect(later.lastText()).toContain("Läuft seit einem Jahr");
    await again.close();
  });
});
