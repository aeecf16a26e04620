/**
 * A stand-in for the Teams connector, over HTTP: keeps every message, answers as Teams does, and can be
 * told to throttle, refuse, hang or cut the line.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type WireActivity = {
  readonly type?: string;
  readonly text?: string;
  readonly summary?: string;
  readonly entities?: readonly unknown[];
  readonly attachments?: readonly { readonly contentType: string; readonly content: unknown }[];
  readonly [key: string]: unknown;
};

export type Call = {
  readonly method: string;
  /** Decoded, for example `/v3/conversations/19:x@thread.tacv2;messageid=1/activities`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: WireActivity | undefined;
};

export type Posted = {
  /** Rises with every message, over all conversations. */
  readonly order: number;
  readonly id: string;
  /** With the thread, if there is one. */
  readonly conversationId: string;
  readonly activity: WireActivity;
};

/** What happens instead of the usual answer. */
export type Trouble =
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    }
  /** Takes the request and never answers. */
  | { readonly kind: "hang" }
  /** Cuts the line. */
  | { readonly kind: "reset" }
  /** Answers as usual, later. */
  | { readonly kind: "slow"; readonly ms: number };

type Rule = { trouble: Trouble; times: number };

const teamsError = (code: string) => ({ error: { code, message: code } });

/** Refusals as Teams words them. */
export const trouble = {
  throttled: (seconds?: number): Trouble => ({
    kind: "answer",
    status: 429,
    ...(seconds === undefined ? {} : { headers: { "retry-after": String(seconds) } }),
    body: teamsError("Throttled"),
  }),
  removed: { kind: "answer", status: 403, body: teamsError("BotNotInConversationRoster") },
  blocked: {
    kind: "answer",
    status: 403,
    body: { errorCode: 209, message: JSON.stringify({ subCode: "MessageWritesBlocked" }) },
  },
  unknownConversation: { kind: "answer", status: 404, body: teamsError("ConversationNotFound") },
  busy: { kind: "answer", status: 412, body: teamsError("PreconditionFailed") },
  down: { kind: "answer", status: 502, body: teamsError("ServiceError") },
  malformed: { kind: "answer", status: 400, body: teamsError("BadSyntax") },
  tooLarge: { kind: "answer", status: 413, body: teamsError("MessageSizeTooBig") },
  hang: { kind: "hang" },
  reset: { kind: "reset" },
} as const satisfies Record<string, Trouble | ((seconds?: number) => Trouble)>;

/** The personal chat that the bot gets when it opens one with this user. */
export const openedChat = (userId: string): string => `a:opened-${userId}`;

const ACTIVITIES = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;

async function bodyOf(request: IncomingMessage): Promise<WireActivity | undefined> {
  let raw = "";
  for await (const part of request.setEncoding("utf8")) raw += part;
  return raw === "" ? undefined : (JSON.parse(raw) as WireActivity);
}

function answer(response: ServerResponse, status: number, body: unknown, headers: object = {}) {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  return response.end(JSON.stringify(body ?? {}));
}

export type FakeConnector = Awaited<ReturnType<typeof startFakeConnector>>;

/** `sees` is shown everything the bot sends, before it is answered. */
export async function startFakeConnector(sees: (sent: unknown) => void = () => undefined) {
  const calls: Call[] = [];
  const rules: Rule[] = [];
  const posted: Posted[] = [];
  const waiting = new Set<() => void>();
  let order = 0;

  function keep(conversationId: string, activity: WireActivity): string {
    order += 1;
    const id = String(1_700_000_000_000 + order);
    posted.push({ order, id, conversationId, activity });
    return id;
  }

  function replace(id: string, activity: WireActivity | undefined): boolean {
    const at = posted.findIndex((one) => one.id === id);
    const old = posted[at];
    if (!old) return false;
    if (activity) posted[at] = { ...old, activity };
    else posted.splice(at, 1);
    return true;
  }

  function open(body: Call["body"], response: ServerResponse): unknown {
    const user = (body as { members?: { id?: string }[] } | undefined)?.members?.[0]?.id;
    if (!user) return answer(response, 400, teamsError("BadSyntax"));
    return answer(response, 201, { id: openedChat(user) });
  }

  function serve({ method, path, body }: Call, response: ServerResponse): unknown {
    if (method === "POST" && path === "/v3/conversations") return open(body, response);
    const [, conversationId, activityId] = ACTIVITIES.exec(path) ?? [];
    if (!conversationId) return answer(response, 404, teamsError("NotFound"));
    if (method === "POST") return answer(response, 201, { id: keep(conversationId, body ?? {}) });
    if (!activityId || !replace(activityId, method === "PUT" ? body : undefined)) {
      return answer(response, 404, teamsError("ActivityNotFoundInConversation"));
    }
    return answer(response, 200, { id: activityId });
  }

  function make(call: Call, response: ServerResponse): unknown {
    const rule = rules.find((one) => one.times > 0);
    if (!rule) return serve(call, response);
    rule.times -= 1;
    const { trouble: what } = rule;
    if (what.kind === "hang") return undefined;
    if (what.kind === "reset") return response.socket?.destroy();
    if (what.kind === "slow") return setTimeout(() => serve(call, response), what.ms);
    return answer(response, what.status, what.body, what.headers);
  }

  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://connector").pathname);
    const call = {
      method: request.method ?? "",
      path,
      headers: request.headers,
      body: await bodyOf(request),
    };
    calls.push(call);
    sees(call.body);
    make(call, response);
    for (const look of [...waiting]) look();
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    /** What activities carry as their service URL. */
    url: `http://127.0.0.1:${port}/`,
    port,
    calls: calls as readonly Call[],
    /** Messages of a conversation, of all its threads if no thread is named; oldest first. */
    messages: (conversationId: string): Posted[] =>
      posted.filter(
        (one) => one.conversationId === conversationId || one.conversationId.startsWith(`${conversationId};`),
      ),
    /** The next calls meet this instead of the usual answer. */
    meets: (what: Trouble, times = 1) => void rules.push({ trouble: what, times }),
    /** Back to the usual answers. */
    recovers: () => void rules.splice(0),
    /** Resolves as soon as `found` says yes to the calls so far; rejects after `ms`. */
    until: (found: (calls: readonly Call[]) => boolean, ms = 5_000): Promise<void> =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!found(calls)) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve();
        };
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`the connector waited ${ms} ms; it saw ${calls.length} calls`));
        }, ms);
        waiting.add(look);
        look();
      }),
    forget: () => {
      calls.length = 0;
      posted.length = 0;
      rules.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
