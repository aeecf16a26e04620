/**
 * One contract per trap of the libraries: how they behave today, and that the edge closes it. A test that
 * fails on its "library" half says that an update has changed what the edge was built on.
 */
import { createRequire } from "node:module";
import { MemoryStorage } from "botbuilder";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepWholeEntities } from "../../src/teams/connector.teams.ts";
import { createTeamsEdge } from "../../src/teams/edge.teams.ts";
import { text } from "../../src/turn/reply.ts";
import { keptLog } from "../support/bot.ts";
import { trouble } from "../support/fake-connector.ts";
import { startIssuer } from "../support/issuer.ts";
import { APP_ID, checkedBy, formCard, type SmallBot, startSmallBot, TENANT } from "./small-bot.ts";
import { withStockBot } from "./stock-bot.ts";

const open: SmallBot[] = [];
async function ours(...given: Parameters<typeof startSmallBot>): Promise<SmallBot> {
  const bot = await startSmallBot(...given);
  open.push(bot);
  return bot;
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

// The libraries write what they think of a request to the console.
beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => undefined));
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(open.splice(0).map((bot) => bot.close()));
});

describe("T1: a card with refresh goes to everybody", () => {
  const refreshing = { ...formCard, refresh: { userIds: [] } };

  it("library: the presser's own view is put into the conversation, and again for a later card without", async () => {
    const puts = await withStockBot(
      (app) =>
        app.adaptiveCards.actionExecute("own", async (_c, _s, data: { plain?: true }) =>
          data.plain ? (formCard as never) : (refreshing as never),
        ),
      async ({ people, connector }) => {
        const anna = people.person("Delegation Binzen");
        await anna.executes("own", {}).catch(() => undefined);
        await anna.executes("own", { plain: true }).catch(() => undefined);
        return connector.calls.filter((call) => call.method === "PUT").length;
      },
    );
    expect(puts).toBe(2);
  });

  it("edge: no PUT at all, and the answer has no refresh", async () => {
    const bot = await ours();
    const anna = bot.people.person("Delegation Binzen");
    await anna.types("formular");
    const { body } = await anna.executes("form.refresh", {});
    expect(body).toMatchObject({ statusCode: 200, value: { body: [{ text: "neu" }] } });
    expect(JSON.stringify(body)).not.toContain("refresh");
    expect(bot.connector.calls.map((call) => call.method)).toEqual(["POST"]);
  });
});

describe("T2: entities lose their fields on the way out", () => {
  const citation = { type: "https://schema.org/Message", citation: [{ position: 1 }] };
  const mapper = createRequire(import.meta.url)("botframework-connector/lib/connectorApi/models/mappers")
    .Entity.type;

  async function sentEntities(): Promise<unknown> {
    return withStockBot(
      (app) =>
        app.activity(
          "message",
          async (context) => void (await context.sendActivity({ text: "x", entities: [citation] })),
        ),
      async ({ people, connector }) => {
        await people.person("Delegation Binzen").types("hallo");
        return connector.calls[0]?.body?.entities;
      },
    );
  }

  it("library: a citation is cut down to its type; edge: it arrives whole", async () => {
    delete mapper.additionalProperties;
    expect(await sentEntities()).toEqual([{ type: citation.type }]);
    keepWholeEntities();
    expect(await sentEntities()).toEqual([citation]);
  });

  it("edge: the patch is in place as soon as an edge exists", () => {
    delete mapper.additionalProperties;
    createTeamsEdge({
      auth: { kind: "local" },
      tenants: "any",
      serviceHosts: [],
      verbs: [],
      dispatch: async () => text(""),
      onUnsentReply: async () => undefined,
      log: keptLog().log,
    });
    expect(mapper.additionalProperties).toBeDefined();
  });
});

describe("T3: a bad signature is a server error", () => {
  it("library: 500 with the error's text; edge: 401 and not a word", async () => {
    const issuer = await startIssuer();
    const forged = (serviceurl: string) => () =>
      `Bearer ${issuer.token({ aud: APP_ID, serviceurl }, { key: issuer.forged })}`;
    const stock = await withStockBot(
      (app) => app.activity("message", async () => undefined),
      async ({ people, connector, url }) => {
        const activity = people.person("Delegation Binzen").activity({ text: "x" });
        const response = await fetch(`${url}/api/messages`, {
          method: "POST",
          headers: { "content-type": "application/json", authorization: forged(connector.url)() },
          body: JSON.stringify(activity),
        });
        return [response.status, await response.text()];
      },
      { issuer },
    );
    expect(stock).toEqual([500, expect.stringContaining("invalid signature")]);

    let url = "";
    const bot = await ours(checkedBy(issuer), { local: false, authorization: () => forged(url)() });
    url = bot.connector.url;
    const anna = bot.people.person("Delegation Binzen");
    expect(await anna.posts(anna.activity({ text: "x" }))).toEqual({ status: 401, body: undefined });
    await issuer.close();
  });
});

describe("T4: without an app id nothing is checked", () => {
  it("library: a caller without token is served", async () => {
    const answered = await withStockBot(
      (app) => app.activity("message", async (context) => void (await context.sendActivity("da"))),
      async ({ people }) => {
        const anna = people.person("Delegation Binzen");
        await anna.types("hallo");
        return anna.lastText();
      },
    );
    expect(answered).toBe("da");
  });

  it.each(["", "  "])("edge: refuses to exist with the app id „%s“", (appId) => {
    const make = () =>
      createTeamsEdge({
        auth: { kind: "bot", appId, appType: "SingleTenant", tenantId: TENANT, password: "x" },
        tenants: [TENANT],
        serviceHosts: [],
        verbs: [],
        dispatch: async () => text(""),
        onUnsentReply: async () => undefined,
        log: keptLog().log,
      });
    expect(make).toThrow("app id");
  });
});

describe("T5: a token says nothing about the tenant", () => {
  it("library: a foreign tenant is served; edge: neutral words, nothing dispatched", async () => {
    const issuer = await startIssuer();
    let url = "";
    const authorization = () => `Bearer ${issuer.token({ aud: APP_ID, serviceurl: url })}`;
    const stock = await withStockBot(
      (app) => app.activity("message", async (context) => void (await context.sendActivity("da"))),
      async ({ people, connector }) => {
        url = connector.url;
        const stranger = people.person("Fremde Stelle", { tenantId: "99999999-0000-0000-0000-000000000009" });
        await stranger.types("hallo");
        return stranger.lastText();
      },
      { issuer, authorization },
    );
    expect(stock).toBe("da");

    const bot = await ours(checkedBy(issuer), { local: false, authorization });
    url = bot.connector.url;
    const stranger = bot.people.person("Fremde Stelle", { tenantId: "99999999-0000-0000-0000-000000000009" });
    await stranger.types("hallo");
    expect(stranger.lastText()).toContain("nicht freigeschaltet");
    await stranger.executes("form.save", {});
    expect(stranger.lastText()).toContain("nicht freigeschaltet");
    expect(bot.built.dispatched).toEqual([]);
    await issuer.close();
  });
});

describe("T6: the library repeats and waits by itself", () => {
  it("library: a failed POST is made again; edge: once", async () => {
    const attempts = await withStockBot(
      (app) => app.activity("message", async (context) => void (await context.sendActivity("da"))),
      async ({ people, connector }) => {
        connector.meets(trouble.down);
        await people.person("Delegation Binzen").types("hallo");
        return connector.calls.length;
      },
    );
    expect(attempts).toBe(2);

    const bot = await ours();
    bot.connector.meets(trouble.down);
    await bot.people.person("Delegation Binzen").types("hallo");
    expect(bot.connector.calls).toHaveLength(1);
  });

  it("edge: a Retry-After of half a minute is not slept in the turn", async () => {
    const bot = await ours();
    bot.connector.meets(trouble.throttled(30));
    const before = performance.now();
    await bot.people.person("Delegation Binzen").types("hallo");
    expect(performance.now() - before).toBeLessThan(10_000);
    expect(bot.connector.calls).toHaveLength(1);
  });
});

describe("T7: the typing timer cannot be switched off, and is shared by all turns", () => {
  it("library: it runs although it is off; edge: a slow turn sends its answer only", async () => {
    const types = await withStockBot(
      (app) =>
        app.activity("message", async (context) => {
          await pause(1_300);
          await context.sendActivity("da");
        }),
      async ({ people, connector }) => {
        await people.person("Delegation Binzen").types("hallo");
        return connector.calls.map((call) => call.body?.type);
      },
      { application: { startTypingTimer: false } },
    );
    expect(types).toEqual(["typing", "message"]);

    const bot = await ours({
      dispatch: async () => {
        await pause(1_300);
        return text("da");
      },
    });
    await bot.people.person("Delegation Binzen").types("hallo");
    expect(bot.connector.calls.map((call) => call.body?.type)).toEqual(["message"]);
  });
});

describe("T8: a long turn is not acknowledged early, and its context dies with it", () => {
  it("library: the request waits for the handler; edge: what was said outlives the turn", async () => {
    const waited = await withStockBot(
      (app) => app.activity("message", () => pause(400) as Promise<void>),
      async ({ people }) => {
        const before = performance.now();
        await people.person("Delegation Binzen").types("hallo");
        return performance.now() - before;
      },
      { application: { longRunningMessages: true } },
    );
    expect(waited).toBeGreaterThan(380);

    const bot = await ours();
    await bot.people.person("Delegation Binzen").types("hallo");
    expect(structuredClone(bot.built.dispatched[0])).toMatchObject({ kind: "typed", text: "hallo" });
  });
});

describe("T9: turn state loses writes", () => {
  it("library: of five increments at once some are lost; edge: there is no turn state to lose", async () => {
    const counted = await withStockBot(
      (app) =>
        app.activity("message", async (context, state) => {
          const before = Number(state.getValue("conversation.n") ?? 0);
          await pause(50);
          state.setValue("conversation.n", before + 1);
          await context.sendActivity(String(before + 1));
        }),
      async ({ people }) => {
        const anna = people.person("Delegation Binzen");
        await Promise.all(Array.from({ length: 5 }, () => anna.types("eins")));
        return Math.max(...anna.sees().map((one) => Number(one.text)));
      },
      { application: { storage: new MemoryStorage() } },
    );
    expect(counted).toBeLessThan(5);

    const bot = await ours();
    const read = vi.spyOn(MemoryStorage.prototype, "read");
    await bot.people.person("Delegation Binzen").types("hallo");
    expect(read).not.toHaveBeenCalled();
  });
});

describe("T10: an invoke whose handler throws gets no answer", () => {
  it("library: 501 without a body, also with an error handler", async () => {
    const status = await withStockBot(
      (app) => {
        app.adaptiveCards.actionExecute("boom", async () => {
          throw new Error("geheim");
        });
        app.error(async () => undefined);
      },
      async ({ people }) => people.person("Delegation Binzen").executes("boom", {}).catch(String),
    );
    expect(status).toContain("the bot answered 501");
  });

  it("edge: a sentence for invokes and messages, the cause in the log and nowhere else", async () => {
    const bot = await ours({
      dispatch: async () => {
        throw new Error("geheim");
      },
    });
    const anna = bot.people.person("Delegation Binzen");
    await anna.types("hallo");
    expect(anna.lastText()).toContain("nicht geklappt");
    const { body } = await anna.executes("form.save", {});
    expect(body).toMatchObject({ statusCode: 400, type: "application/vnd.microsoft.error" });
    expect((await anna.searches("x")).message).toContain("nicht geklappt");
    expect(JSON.stringify([body, bot.connector.calls])).not.toContain("geheim");
    expect(bot.logged.map((one) => [one.level, one.event])).toEqual(
      Array(3).fill(["fault", "teams.turn.failed"]),
    );
    expect(bot.logged[0]?.error).toMatchObject({ message: "geheim" });
  });
});

describe("T11: clients repeat an invoke that is late", () => {
  it("edge: a repeated invoke is answered again, and can be known by its activity id", async () => {
    const bot = await ours();
    const anna = bot.people.person("Delegation Binzen");
    const value = { action: { type: "Action.Execute", verb: "form.cancel", data: {} } };
    const activity = anna.activity({ type: "invoke", name: "adaptiveCard/action", value });
    const answers = [await anna.posts(activity), await anna.posts(activity)];
    expect(answers[0]).toEqual(answers[1]);
    const ids = bot.built.dispatched.map((one) => one.activityId);
    expect(ids).toEqual([activity.id, activity.id]);
  });
});
