/** The Teams edge: a request's header and body in, a status and a body out. All of Teams lies behind it. */
import type { Activity } from "botbuilder";
import { type AuthenticateRequestResult, AuthenticationError } from "botframework-connector";
import type { Send } from "../outbox/notice.ts";
import type { Log } from "../system/log.ts";
import { loopbackHosts } from "../system/loopback.ts";
import type { Dispatch, Incoming } from "../turn/incoming.ts";
import { refusal, silence } from "../turn/reply.ts";
import { type BadActivity, type Parsed, parseWire } from "./activity.ts";
import { ForumAdapter } from "./adapter.teams.ts";
import type { Answer } from "./answer.ts";
import { createApplication, type OnUnsentReply, putJob } from "./application.teams.ts";
import type { TeamsAuth } from "./auth.teams.ts";
import { createSend } from "./deliver.teams.ts";
import type { RateGuard } from "./rate.ts";
import { createHostGuard, TEAMS_HOSTS } from "./service-hosts.ts";
import { badActivity, texts } from "./texts.ts";
import { readWire } from "./wire.ts";

export type TeamsEdgeOptions = {
  readonly auth: TeamsAuth;
  /** Tenants that are served. "any" is for local mode only. */
  readonly tenants: readonly string[] | "any";
  /** Hosts the bot may send to; none: those of Teams. Local mode ignores them: this machine only. */
  readonly serviceHosts: readonly string[];
  /** Verbs of all card actions. */
  readonly verbs: readonly string[];
  readonly dispatch: Dispatch;
  readonly onUnsentReply: OnUnsentReply;
  /** Asked before anything is stored or looked up; without it nobody is ever too fast. */
  readonly tooFast?: RateGuard;
  readonly log: Log;
};

export type EdgeRequest = { readonly authorization: string | undefined; readonly body: unknown };
export type EdgeAnswer = { readonly status: number; readonly body?: unknown };

export type TeamsEdge = {
  /** Takes one activity. Resolves when the turn is over; never rejects. */
  readonly handle: (request: EdgeRequest) => Promise<EdgeAnswer>;
  readonly send: Send;
};

type Taken = Parsed & { kind: "incoming" };

const problem = (status: number, reason: BadActivity): EdgeAnswer => ({
  status,
  body: { error: reason, message: badActivity[reason] },
});

/** @throws if the settings would leave the bot open: no app id, or no tenant named with tokens on */
export function createTeamsEdge(options: TeamsEdgeOptions): TeamsEdge {
  const { auth, tenants, dispatch, log } = options;
  const local = auth.kind === "local";
  if (!local && (tenants === "any" || tenants.length === 0)) throw new Error("no tenant is allowed");
  const hosts = options.serviceHosts.length > 0 ? options.serviceHosts : TEAMS_HOSTS;
  const allowed = createHostGuard(local ? loopbackHosts : hosts);
  const adapter = new ForumAdapter(auth, allowed);
  const appId = local ? "" : auth.appId;
  const app = createApplication({ ...options, adapter, appId });

  const served = tenants === "any" ? null : new Set(tenants.map((one) => one.toLowerCase()));
  const tenantAllowed = (named: readonly string[]): boolean =>
    served === null || (named.length > 0 && named.every((one) => served.has(one.toLowerCase())));

  /** A foreign tenant gets a neutral answer, and nothing about it is stored or even looked up. */
  function answerTo({ incoming, tenants: named, tooLong }: Taken): () => Promise<Answer> {
    if (!tenantAllowed(named)) {
      log.warn("teams.tenant.refused", { kind: incoming.kind });
      const event = ["installed", "removed", "departed", "placeEvent"].includes(incoming.kind);
      return async () => (event ? silence : refusal(texts.unknownTenant));
    }
    const slower = options.tooFast?.(incoming);
    if (slower) return async () => slower;
    return tooLong ? async () => refusal(texts.tooLong) : () => dispatch(incoming);
  }

  async function take(
    checked: AuthenticateRequestResult,
    activity: Activity,
    parsed: Taken,
  ): Promise<EdgeAnswer> {
    const incoming: Incoming = parsed.incoming;
    const job = { incoming, answer: answerTo(parsed) };
    const response = await adapter.take(checked, activity, async (context) => {
      putJob(context, job);
      await app.run(context);
    });
    return response ? { status: response.status, body: response.body } : { status: 200 };
  }

  async function receive({ authorization, body }: EdgeRequest): Promise<EdgeAnswer> {
    if (typeof body !== "object" || body === null || Array.isArray(body)) return problem(400, "noActivity");
    const wire = readWire(body);
    // The library gets only what has been read: it takes the types of all fields for granted, and with
    // "expectReplies" in `deliveryMode` it would answer the replies to the caller.
    const activity = { ...wire } as unknown as Activity;
    const checked = await adapter.authenticate(activity, authorization ?? "");
    const parsed = parseWire(wire);
    if (parsed.kind === "refused") return problem(400, parsed.reason);
    if (parsed.kind === "ignored") return { status: 200 };
    if (!allowed(parsed.incoming.place.serviceUrl)) {
      log.warn("teams.serviceHost.refused");
      return { status: 403 };
    }
    return take(checked, activity, parsed);
  }

  async function handle(request: EdgeRequest): Promise<EdgeAnswer> {
    try {
      return await receive(request);
    } catch (error) {
      if (error instanceof AuthenticationError) return { status: 401 };
      log.fault("teams.request.failed", error);
      return { status: error instanceof Error && error.name === "TokenCheckUnavailable" ? 503 : 500 };
    }
  }

  return { handle, send: createSend(adapter, appId, log) };
}
