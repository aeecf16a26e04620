/** Who gets in: the Bot Framework's tokens, checked against a local issuer. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { identityOf } from "../../src/teams/auth.teams.ts";
import { type Issuer, startIssuer } from "../support/issuer.ts";
import { APP_ID, checkedBy, type SmallBot, startSmallBot } from "./small-bot.ts";

let issuer: Issuer;
let bot: SmallBot;
let header = "";

beforeAll(async () => {
  issuer = await startIssuer();
  bot = await startSmallBot(checkedBy(issuer), { local: false, authorization: () => header });
});
afterAll(async () => {
  await bot.close();
  await issuer.close();
});
beforeEach(() => {
  bot.connector.forget();
  bot.built.dispatched.length = 0;
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const seconds = () => Math.floor(Date.now() / 1000);
const good = () => ({ aud: APP_ID, serviceurl: bot.connector.url });
type Case = [name: string, status: number, header: () => string, bent?: object];

const cases: Case[] = [
  ["a valid token", 200, () => issuer.token(good())],
  [
    "expired within the five minutes clocks may differ",
    200,
    () => issuer.token({ ...good(), exp: seconds() - 240 }),
  ],
  ["expired", 401, () => issuer.token({ ...good(), exp: seconds() - 600 })],
  ["not yet valid", 401, () => issuer.token({ ...good(), nbf: seconds() + 600 })],
  ["signed with another key of the same name", 401, () => issuer.token(good(), { key: issuer.forged })],
  ["an unknown key", 401, () => issuer.token(good(), { kid: "unknown" })],
  [
    "made for another bot",
    401,
    () => issuer.token({ ...good(), aud: "44444444-4444-4444-4444-444444444444" }),
  ],
  ["from another issuer", 401, () => issuer.token({ ...good(), iss: "https://issuer.example" })],
  [
    "from the emulator's issuer",
    401,
    () =>
      issuer.token(
        {
          ...good(),
          iss: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
          ver: "1.0",
          appid: APP_ID,
        },
        { kid: "emulator" },
      ),
  ],
  ["claims changed after signing", 401, () => issuer.token(good(), { tamper: { aud: APP_ID, admin: true } })],
  ["not signed at all", 401, () => issuer.token(good(), { alg: "none" })],
  [
    "for another service URL",
    401,
    () => issuer.token({ ...good(), serviceurl: "https://smba.trafficmanager.net/emea/" }),
  ],
  ["without a service URL", 401, () => issuer.token({ aud: APP_ID })],
  [
    "valid, but the activity names no service URL",
    401,
    () => issuer.token(good()),
    { serviceUrl: undefined },
  ],
  ["valid, but the activity names no channel", 401, () => issuer.token(good()), { channelId: undefined }],
  ["valid, but for another channel", 401, () => issuer.token(good()), { channelId: "webchat" }],
  [
    "valid, but for the channel with a check of its own",
    401,
    () => issuer.token(good()),
    { channelId: "AseChannel" },
  ],
  ["no words of a token", 401, () => "abc"],
  ["three parts that are no JSON", 401, () => "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.e30x.x"],
  ["two parts", 401, () => "e30.e30"],
];

describe("a request with a token", () => {
  it.each(cases)("%s: %i", async (_name, status, token, bent = {}) => {
    header = `Bearer ${token()}`;
    const anna = bot.people.person("Delegation Binzen");
    const result = await anna.posts(anna.activity({ text: "hallo", ...bent }));
    expect(result).toEqual({ status, body: undefined });
    expect(bot.built.dispatched).toHaveLength(status === 200 ? 1 : 0);
    expect(bot.connector.calls).toHaveLength(status === 200 ? 1 : 0);
  });

  it.each(["", "Basic YTpi", "Bearer", "Bearer  "])("with the header „%s“: 401", async (given) => {
    header = given;
    const anna = bot.people.person("Delegation Binzen");
    expect((await anna.posts(anna.activity({ text: "hallo" }))).status).toBe(401);
    expect(bot.built.dispatched).toEqual([]);
  });

  it("learns nothing about a bad activity unless the token is good", async () => {
    header = "";
    expect((await bot.people.posts({ type: "message", channelId: "msteams" })).status).toBe(401);
  });

  it("with our own token in the answer", async () => {
    header = `Bearer ${issuer.token(good())}`;
    await bot.people.person("Delegation Binzen").types("hallo");
    expect(bot.connector.calls[0]?.headers.authorization).toBe(issuer.bearer);
  });

  it("cannot have the replies handed to the caller", async () => {
    header = `Bearer ${issuer.token(good())}`;
    const anna = bot.people.person("Delegation Binzen");
    const result = await anna.posts(anna.activity({ text: "hallo", deliveryMode: "expectReplies" }));
    expect(result).toEqual({ status: 200, body: undefined });
    expect(bot.connector.calls).toHaveLength(1);
  });
});

describe("keys", () => {
  it("of the emulator's issuer are never asked for: its tokens can be had by anybody", () => {
    const auth = {
      kind: "bot",
      appId: APP_ID,
      appType: "SingleTenant",
      tenantId: "t",
      password: "x",
    } as const;
    const { settings } = identityOf(auth);
    expect(settings.ToBotFromChannelOpenIdMetadataUrl).toMatch(/^https:\/\/login\.botframework\.com\//);
    expect(settings.ToBotFromEmulatorOpenIdMetadataUrl).toBe(settings.ToBotFromChannelOpenIdMetadataUrl);
  });

  it("that cannot be fetched are no 401: the sender tries again, and the log says so", async () => {
    const broken = await startIssuer();
    broken.breaks();
    const other = await startSmallBot(checkedBy(broken), {
      local: false,
      authorization: () => `Bearer ${broken.token({ aud: APP_ID, serviceurl: other.connector.url })}`,
    });
    const anna = other.people.person("Delegation Binzen");
    expect((await anna.posts(anna.activity({ text: "hallo" }))).status).toBe(503);
    expect(other.logged).toMatchObject([{ level: "fault", event: "teams.request.failed" }]);
    await other.close();
    await broken.close();
  });

  it("are fetched once, not with every request", async () => {
    const before = issuer.hits();
    header = `Bearer ${issuer.token(good())}`;
    const anna = bot.people.person("Delegation Binzen");
    await anna.types("eins");
    await anna.types("zwei");
    expect(issuer.hits()).toBe(before);
  });
});

describe("tenants", () => {
  const FOREIGN = "99999999-0000-0000-0000-000000000009";
  beforeEach(() => {
    header = `Bearer ${issuer.token(good())}`;
  });

  it.each([
    ["the conversation's", { conversation: { id: "a:1", conversationType: "personal", tenantId: FOREIGN } }],
    ["the channel's", { channelData: { tenant: { id: FOREIGN } } }],
    ["none at all", { conversation: { id: "a:1", conversationType: "personal" }, channelData: {} }],
  ])("%s tenant is not ours: neutral words, nothing dispatched", async (_name, bent) => {
    const anna = bot.people.person("Fremde Stelle");
    const result = await anna.posts(anna.activity({ text: "hallo", ...bent }));
    expect(result.status).toBe(200);
    expect(bot.connector.calls[0]?.body?.text).toContain("nicht freigeschaltet");
    expect(bot.built.dispatched).toEqual([]);
  });

  it("an installation in a foreign tenant is met with silence", async () => {
    await bot.people.person("Fremde Stelle", { tenantId: FOREIGN }).installs();
    expect([bot.built.dispatched, bot.connector.calls]).toEqual([[], []]);
  });
});
