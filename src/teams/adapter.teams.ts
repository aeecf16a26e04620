/** The library's adapter with its gaps closed: checks first, then the turn; clients kept between turns. */
// Not from the package itself: its index also loads tokenizers and model clients.
import { TeamsAdapter } from "@microsoft/teams-ai/lib/TeamsAdapter.js";
import type { Activity, InvokeResponse, TurnContext } from "botbuilder";
import {
  type AuthenticateRequestResult,
  type BotFrameworkAuthentication,
  type ConnectorClient,
  ConnectorFactory,
} from "botframework-connector";
import { harden, identityOf, type TeamsAuth } from "./auth.teams.ts";
import { createHttpClient, keepWholeEntities } from "./connector.teams.ts";
import type { HostGuard } from "./service-hosts.ts";

/** Service URLs are few; the bound only keeps a mistake from growing for ever. */
const MAX_CLIENTS = 64;

/** Makes one client per service URL instead of one per turn, which costs a third of a turn's time. */
class KeptClients extends ConnectorFactory {
  readonly #make: ConnectorFactory;
  readonly #kept: Map<string, ConnectorClient>;
  constructor(make: ConnectorFactory, kept: Map<string, ConnectorClient>) {
    super();
    this.#make = make;
    this.#kept = kept;
  }
  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const key = `${serviceUrl} ${audience ?? ""}`;
    const known = this.#kept.get(key);
    if (known) return known;
    const client = await this.#make.create(serviceUrl, audience);
    if (this.#kept.size >= MAX_CLIENTS) this.#kept.clear();
    this.#kept.set(key, client);
    return client;
  }
}

function keepClients(auth: BotFrameworkAuthentication): void {
  const kept = new Map<string, ConnectorClient>();
  const check = auth.authenticateRequest.bind(auth);
  const makeFactory = auth.createConnectorFactory.bind(auth);
  const makeTokenClient = auth.createUserTokenClient.bind(auth);
  let tokenClient: Awaited<ReturnType<typeof makeTokenClient>> | undefined;
  auth.authenticateRequest = async function checkedWithKeptClients(activity, header) {
    const result = await check(activity, header);
    const factory = result.connectorFactory;
    return factory ? { ...result, connectorFactory: new KeptClients(factory, kept) } : result;
  };
  auth.createConnectorFactory = (identity) => new KeptClients(makeFactory(identity), kept);
  auth.createUserTokenClient = async (identity) => {
    tokenClient ??= await makeTokenClient(identity);
    return tokenClient;
  };
}

export type PersonalChat = {
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly botId: string;
  /** Teams user id. */
  readonly user: string;
};

export class ForumAdapter extends TeamsAdapter {
  constructor(auth: TeamsAuth, allowed: HostGuard) {
    keepWholeEntities();
    const { settings, credentials } = identityOf(auth);
    super(settings, credentials, undefined, { httpClient: createHttpClient(allowed) });
    if (auth.kind === "bot") harden(this.botFrameworkAuthentication);
    keepClients(this.botFrameworkAuthentication);
  }

  /** @throws AuthenticationError if the token is missing or bad, TokenCheckUnavailable if it cannot be checked */
  authenticate(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    return this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
  }

  /** Opens the personal chat with somebody, or finds the one there is; resolves with its conversation id. */
  async openPersonalChat(
    appId: string,
    { serviceUrl, tenantId, botId, user }: PersonalChat,
  ): Promise<string> {
    const identity = this.createClaimsIdentity(appId);
    const factory = this.botFrameworkAuthentication.createConnectorFactory(identity);
    const { conversations } = await factory.create(serviceUrl, "");
    const { id } = await conversations.createConversation({
      isGroup: false,
      bot: { id: botId, name: "" },
      members: [{ id: user, name: "" }],
      tenantId,
      channelData: { tenant: { id: tenantId } },
    });
    return id;
  }

  /** Runs a turn of an activity whose sender has been checked. */
  take(
    checked: AuthenticateRequestResult,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(checked, activity, logic);
  }
}
