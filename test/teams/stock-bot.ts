/** The libraries as they come, without this project's edge: to show what the edge is for. */
import { Application, type ApplicationOptions, TeamsAdapter, type TurnState } from "@microsoft/teams-ai";
import type { ConfigurationBotFrameworkAuthenticationOptions } from "botbuilder";
import restify from "restify";
import { startFakeConnector } from "../support/fake-connector.ts";
import type { Issuer } from "../support/issuer.ts";
import { createPeople } from "../support/people.ts";
import { APP_ID, TENANT } from "./small-bot.ts";

export type StockApplication = Application<TurnState>;

const identity = (issuer?: Issuer): ConfigurationBotFrameworkAuthenticationOptions =>
  issuer
    ? {
        MicrosoftAppId: APP_ID,
        ValidateAuthority: false,
        ToChannelFromBotLoginUrl: "https://login.microsoftonline.com/t",
        ToChannelFromBotOAuthScope: "https://api.botframework.com",
        ToBotFromChannelTokenIssuer: "https://api.botframework.com",
        OAuthUrl: "https://api.botframework.com",
        CallerId: "urn:botframework:azure",
        ...issuer.settings,
      }
    : {};

export type StockOptions = {
  readonly issuer?: Issuer;
  readonly application?: Partial<ApplicationOptions<TurnState>>;
  readonly authorization?: () => string;
};

/** A bot made of TeamsAdapter, Application and restify alone. */
export async function startStockBot(routes: (app: StockApplication) => void, options: StockOptions = {}) {
  const { issuer, application, authorization } = options;
  const connector = await startFakeConnector();
  const adapter = new TeamsAdapter(
    identity(issuer),
    issuer ? (issuer.credentials(APP_ID) as never) : undefined,
  );
  const app: StockApplication = new Application({ adapter, botAppId: APP_ID, ...application });
  if (!application) app.startTypingTimer = () => undefined;
  routes(app);
  const server = restify.createServer();
  server.use(restify.plugins.jsonBodyParser());
  server.post("/api/messages", async (request, response) => {
    await adapter.process(request as never, response as never, async (context) => {
      await app.run(context);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const url = `http://127.0.0.1:${server.address().port}`;
  return {
    url,
    connector,
    people: createPeople({ url, connector, tenantId: TENANT, ...(authorization ? { authorization } : {}) }),
    close: async () => {
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
      await connector.close();
    },
  };
}

/** Runs `work` with such a bot and closes it. */
export async function withStockBot<T>(
  routes: (app: StockApplication) => void,
  work: (bot: Awaited<ReturnType<typeof startStockBot>>) => Promise<T>,
  options?: StockOptions,
): Promise<T> {
  const bot = await startStockBot(routes, options);
  try {
    return await work(bot);
  } finally {
    await bot.close();
  }
}
