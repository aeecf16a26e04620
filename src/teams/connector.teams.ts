/**
 * How the bot talks to the Teams connector. The client of the library is not used: it repeats requests
 * by itself (also POST), sleeps a Retry-After of any length inside the turn, and knows no time-out.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { createRequire } from "node:module";
import type { ConnectorClientOptions } from "botframework-connector";
import type { Sent } from "../outbox/notice.ts";
import { exchange, Late } from "./outgoing.ts";
import type { HostGuard } from "./service-hosts.ts";

/** Longest wait for an answer of the connector, in ms. */
const TIMEOUT_MS = 10_000;

type HttpClient = NonNullable<ConnectorClientOptions["httpClient"]>;

/** The connector said no. Not the library's error type, so that its retry policy does not repeat it. */
export class ConnectorRefusal extends Error {
  override readonly name = "ConnectorRefusal";
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: string;
  constructor(status: number, retryAfter: string | null, body: string) {
    super(`connector answered ${status}`);
    this.status = status;
    this.retryAfter = retryAfter;
    this.body = body;
  }
}

/** The address is on no list of ours: nothing was sent, no token left. */
export class ForbiddenHost extends Error {
  override readonly name = "ForbiddenHost";
}

const deadline = new AsyncLocalStorage<AbortSignal>();

/**
 * Runs `send` for at most `ms`, fetching a token included. After that it fails, and nothing that is still
 * under way in it can begin a request any more: so a message given up here is not sent a second time later.
 */
export async function withDeadline<T>(ms: number, send: () => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const late = new Promise<never>((_, reject) => {
    controller.signal.addEventListener("abort", () => reject(controller.signal.reason), { once: true });
  });
  const timer = setTimeout(() => controller.abort(new Late()), ms);
  try {
    return await Promise.race([deadline.run(controller.signal, send), late]);
  } finally {
    clearTimeout(timer);
  }
}

const HOP_BY_HOP = /^(?:content-length|connection|accept-encoding|host|transfer-encoding)$/i;

/** A client that sends once, waits at most ten seconds, follows no redirect, and only goes where it may. */
export function createHttpClient(allowed: HostGuard): HttpClient {
  return {
    async sendRequest(request) {
      if (!allowed(request.url)) throw new ForbiddenHost("service host not allowed");
      const headers = request.headers.headersArray().filter((header) => !HOP_BY_HOP.test(header.name));
      const answer = await exchange({
        url: request.url,
        method: request.method,
        headers: headers.map(({ name, value }) => [name, value] as const),
        body: typeof request.body === "string" ? request.body : undefined,
        timeoutMs: TIMEOUT_MS,
        signal: deadline.getStore(),
      });
      const { status, body } = answer;
      if (status >= 300) throw new ConnectorRefusal(status, answer.headers["retry-after"] ?? null, body);
      const answered = request.headers.clone();
      for (const header of answered.headersArray()) answered.remove(header.name);
      for (const [name, value] of Object.entries(answer.headers)) answered.set(name, value);
      return { request, status, headers: answered, bodyAsText: body };
    },
  };
}

/** Teams words a removed or blocked bot in several ways, not always with the status it documents. */
const GONE =
  /MessageWritesBlocked|ConversationBlockedByUser|BotNotInConversationRoster|BotDisabledByAdmin|ConversationNotFound/;

function retryAfterMs(header: string | null): number | null {
  const seconds = header === null ? Number.NaN : Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.round(seconds * 1000) : null;
}

function classifyRefusal({ status, retryAfter, body }: ConnectorRefusal): Sent {
  if (status === 429) return { ok: false, failure: "throttled", retryAfterMs: retryAfterMs(retryAfter) };
  if (status === 403 || status === 404 || GONE.test(body)) return { ok: false, failure: "gone" };
  const passing = status === 401 || status === 408 || status === 412 || status >= 500;
  return { ok: false, failure: passing ? "unavailable" : "rejected" };
}

/** How a failed send counts. 401 is our own trouble with credentials: it passes once they are mended. */
export function classify(error: unknown): Sent {
  if (error instanceof ConnectorRefusal) return classifyRefusal(error);
  if (error instanceof ForbiddenHost) return { ok: false, failure: "rejected" };
  return { ok: false, failure: "unavailable" };
}

/**
 * Lets entities keep all their fields on the wire. The library's table of types cuts them down to type,
 * text and mentioned, so citations would never leave the process. Call once before the first send.
 */
export function keepWholeEntities(): void {
  const mappers = createRequire(import.meta.url)("botframework-connector/lib/connectorApi/models/mappers");
  mappers.Entity.type.additionalProperties = { type: { name: "Object" } };
}
