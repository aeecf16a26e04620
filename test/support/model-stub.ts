/**
 * A stand-in for a language model behind the Chat Completions interface, over HTTP: keeps every request, gives
 * the answers it is told to give, and can misbehave like real ones and worse.
 */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Message = { readonly role: string; readonly content: string };
export type ModelCall = {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>> & { readonly messages: readonly Message[] };
};

/** A passage as the model is shown it. */
export type ShownPassage = { readonly id: string; readonly text: string; readonly art: string };

export type Behaviour =
  /** A completion with this content; anything but a text is written as JSON. */
  | { readonly kind: "says"; readonly content: unknown; readonly finish?: string }
  /** A completion made of what was asked. */
  | { readonly kind: "reads"; readonly content: (passages: readonly ShownPassage[]) => unknown }
  /** This status, these headers, this body as they are. */
  | {
      readonly kind: "sends";
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Takes the request and never answers. */
  | { readonly kind: "hangs" }
  /** Sends the answer letter by letter. */
  | { readonly kind: "drips"; readonly content: unknown; readonly everyMs: number }
  /** Cuts the line before the answer. */
  | { readonly kind: "resets" }
  /** Cuts the line in the middle of the answer. */
  | { readonly kind: "cuts"; readonly content: unknown }
  /** Answers as told, later. */
  | { readonly kind: "waits"; readonly ms: number; readonly content: unknown };

const JSON_TYPE = { "content-type": "application/json" };

const completion = (content: unknown, finish = "stop"): string =>
  JSON.stringify({
    id: "c-1",
    object: "chat.completion",
    choices: [
      {
        index: 0,
        finish_reason: finish,
        message: {
          role: "assistant",
          content: typeof content === "string" ? content : JSON.stringify(content),
        },
      },
    ],
    usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
  });

function dripping(response: ServerResponse, body: string, everyMs: number): void {
  response.writeHead(200, JSON_TYPE);
  let at = 0;
  const timer = setInterval(() => {
    response.write(body[at] ?? " ");
    at += 1;
    if (at >= body.length) response.end();
  }, everyMs);
  response.on("close", () => clearInterval(timer));
}

function cutting(response: ServerResponse, body: string): void {
  response.writeHead(200, { ...JSON_TYPE, "content-length": Buffer.byteLength(body) });
  response.write(body.slice(0, body.length / 2), () => response.socket?.destroy());
}

const passagesIn = ({ body }: ModelCall): readonly ShownPassage[] =>
  (JSON.parse(body.messages[1]?.content ?? "{}") as { passagen?: ShownPassage[] }).passagen ?? [];

function behave(call: ModelCall, response: ServerResponse, what: Behaviour): void {
  const say = (content: unknown, finish?: string): void => {
    response.writeHead(200, JSON_TYPE);
    response.end(completion(content, finish));
  };
  if (what.kind === "says") say(what.content, what.finish);
  if (what.kind === "reads") say(what.content(passagesIn(call)));
  if (what.kind === "resets") response.socket?.destroy();
  if (what.kind === "drips") dripping(response, completion(what.content), what.everyMs);
  if (what.kind === "cuts") cutting(response, completion(what.content));
  if (what.kind === "waits") setTimeout(() => say(what.content), what.ms);
  if (what.kind !== "sends") return;
  response.writeHead(what.status, { ...JSON_TYPE, ...what.headers });
  response.end(what.body ?? "{}");
}

export type ModelStub = Awaited<ReturnType<typeof startModelStub>>;

/** Abstains until it is told something else. */
export async function startModelStub() {
  const calls: ModelCall[] = [];
  const next: Behaviour[] = [];
  let always: Behaviour = { kind: "says", content: { abstain: true } };
  let [underWay, most] = [0, 0];

  const server = createServer(async (request, response) => {
    underWay += 1;
    most = Math.max(most, underWay);
    response.on("close", () => {
      underWay -= 1;
    });
    let raw = "";
    for await (const part of request.setEncoding("utf8")) raw += part;
    const call: ModelCall = { path: request.url ?? "", headers: request.headers, body: JSON.parse(raw) };
    calls.push(call);
    behave(call, response, next.shift() ?? always);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    /** Address of the interface. */
    url: `http://127.0.0.1:${port}/v1`,
    calls: calls as readonly ModelCall[],
    /** The next answers, one each. */
    does: (...behaviours: readonly Behaviour[]) => void next.push(...behaviours),
    /** What all further answers are. */
    keeps: (behaviour: Behaviour) => {
      always = behaviour;
    },
    /** How many requests were open at the same time at most. */
    mostAtOnce: () => most,
    forget: () => {
      calls.length = 0;
      next.length = 0;
      most = 0;
      always = { kind: "says", content: { abstain: true } };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
