/**
 * Who may call: validation of the Bot Framework's tokens. The library checks signature, issuer, audience,
 * time, endorsement and service URL; what it leaves open is closed here.
 */
import type { Activity, ConfigurationBotFrameworkAuthenticationOptions } from "botbuilder";
import { ConfigurationServiceClientCredentialFactory } from "botbuilder";
import {
  AuthenticationConstants,
  AuthenticationError,
  type BotFrameworkAuthentication,
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentialsFactory,
} from "botframework-connector";
import { withDeadline } from "./connector.teams.ts";

export type BotAuth = {
  readonly kind: "bot";
  readonly appId: string;
  readonly appType: "SingleTenant" | "UserAssignedMsi";
  readonly tenantId: string;
  /** Needed for SingleTenant, forbidden for a managed identity. */
  readonly password?: string;
  /** Other places to learn the keys from: a local issuer in tests. */
  readonly settings?: ConfigurationBotFrameworkAuthenticationOptions;
  /** Other source of the tokens we send. */
  readonly credentials?: ServiceClientCredentialsFactory;
};

/** `local`: no tokens at all, for this machine only; the HTTP door and the host guard keep it there. */
export type TeamsAuth = { readonly kind: "local" } | BotAuth;

const TEAMS = AuthenticationConstants;

/**
 * The public cloud. The metadata of the emulator is the channel's, so that a token of the emulator's
 * issuer, which anybody with an Entra app can get, finds no key.
 */
const publicCloud: ConfigurationBotFrameworkAuthenticationOptions = {
  ValidateAuthority: true,
  ToChannelFromBotLoginUrl: TEAMS.ToChannelFromBotLoginUrl,
  ToChannelFromBotOAuthScope: TEAMS.ToChannelFromBotOAuthScope,
  ToBotFromChannelTokenIssuer: TEAMS.ToBotFromChannelTokenIssuer,
  OAuthUrl: TEAMS.OAuthUrl,
  ToBotFromChannelOpenIdMetadataUrl: TEAMS.ToBotFromChannelOpenIdMetadataUrl,
  ToBotFromEmulatorOpenIdMetadataUrl: TEAMS.ToBotFromChannelOpenIdMetadataUrl,
  CallerId: "urn:botframework:azure",
};

export type AdapterIdentity = {
  readonly settings: ConfigurationBotFrameworkAuthenticationOptions;
  readonly credentials: ServiceClientCredentialsFactory;
};

/**
 * Settings and credentials for the adapter.
 * @throws without an app id: the library would silently switch all checks off
 */
export function identityOf(auth: TeamsAuth): AdapterIdentity {
  if (auth.kind === "local")
    return { settings: {}, credentials: new PasswordServiceClientCredentialFactory("", "") };
  if (!auth.appId.trim()) throw new Error("the bot's app id is missing");
  const account = {
    MicrosoftAppId: auth.appId,
    MicrosoftAppType: auth.appType,
    MicrosoftAppTenantId: auth.tenantId,
    ...(auth.password ? { MicrosoftAppPassword: auth.password } : {}),
  };
  return {
    settings: { ...publicCloud, ...auth.settings, MicrosoftAppId: auth.appId },
    credentials: auth.credentials ?? new ConfigurationServiceClientCredentialFactory(account),
  };
}

/** The keys could not be read: nobody's fault who calls, so it is no 401. */
export class TokenCheckUnavailable extends Error {
  override readonly name = "TokenCheckUnavailable";
}

/** Longest wait for the keys, in ms; the library itself would wait for ever. */
const KEYS_MS = 5_000;

const unauthorized = () => new AuthenticationError("unauthorized", 401);

const BAD_TOKEN = /^(?:JsonWebTokenError|NotBeforeError|TokenExpiredError)$/;

function isJsonObject(part: string | undefined): boolean {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? "", "base64url").toString("utf8"));
    return typeof value === "object" && value !== null;
  } catch {
    return false;
  }
}

/** Three parts, of which two are JSON; the library answers some other texts with a syntax error. */
function looksLikeToken(header: string): boolean {
  const found = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]*)$/.exec(header);
  return found !== null && isJsonObject(found[1]) && isJsonObject(found[2]);
}

/**
 * Makes every bad token an AuthenticationError (the library answers 500 with its own error text to a wrong
 * signature, a missing algorithm and a token not yet valid), and demands what makes the library skip a check
 * when it is missing: service URL and channel.
 */
export function harden(auth: BotFrameworkAuthentication): void {
  const check = auth.authenticateRequest.bind(auth);
  auth.authenticateRequest = async function hardened(activity: Activity, header: string) {
    const { serviceUrl, channelId } = activity as { serviceUrl?: unknown; channelId?: unknown };
    if (typeof serviceUrl !== "string" || !serviceUrl || channelId !== "msteams") throw unauthorized();
    if (!looksLikeToken(header)) throw unauthorized();
    try {
      return await withDeadline(KEYS_MS, () => check(activity, header));
    } catch (error) {
      if (error instanceof AuthenticationError && error.statusCode < 500) throw error;
      if (error instanceof Error && BAD_TOKEN.test(error.name)) throw unauthorized();
      throw new TokenCheckUnavailable("the keys of the Bot Framework could not be read", { cause: error });
    }
  };
}
