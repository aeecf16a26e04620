/**
 * The one HTTP request to a model: sent once, to the configured host only, read within a bound. The client of
 * the library prints every error it meets to the console, with what the server says about the request; so it
 * never meets one: whatever goes wrong is noted here, and it gets an empty completion.
 */
import { z } from "zod";
import type { EndpointFailure, Tokens } from "./model.ts";

export type Noted =
  | { readonly failure: EndpointFailure; readonly retryAfterMs?: number }
  | { readonly tokens: Tokens };
type Fetch = (url: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Bytes of a whole answer; ours have a few thousand. */
const MOST_BYTES = 262_144;

const completion = z.object({
  choices: z
    .array(
      z.object({ message: z.object({ content: z.string().min(1) }), finish_reason: z.string().nullish() }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish(),
});

const EMPTY = { choices: [{ message: { role: "assistant", content: "" } }] };

const asResponse = (body: unknown): Response =>
  new Response(JSON.stringify(body), { status: 200, headers: { "content-type": "application/json" } });

/** Seconds; a date is not understood and counts as no word about it. */
function pauseOf(header: string | null): { readonly retryAfterMs?: number } {
  const seconds = header === null || header.trim() === "" ? Number.NaN : Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? { retryAfterMs: Math.round(seconds * 1000) } : {};
}

function refusalOf({ status, headers }: Response): Noted {
  if (status === 429) return { failure: "throttled", ...pauseOf(headers.get("retry-after")) };
  return { failure: status >= 500 || status === 408 ? "unavailable" : "refused" };
}

/** The whole body, or undefined where it is too large. */
async function bodyOf(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return text + decoder.decode();
    bytes += part.value.byteLength;
    if (bytes > MOST_BYTES) {
      await reader?.cancel().catch(() => undefined);
      return undefined;
    }
    text += decoder.decode(part.value, { stream: true });
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function readCompletion(body: string): { readonly noted: Noted; readonly json: unknown } {
  const read = completion.safeParse(parsed(body));
  if (!read.success) return { noted: { failure: "malformed" }, json: EMPTY };
  const { choices, usage } = read.data;
  if (choices[0]?.finish_reason === "length") return { noted: { failure: "cut" }, json: EMPTY };
  const tokens = { prompt: usage?.prompt_tokens ?? 0, completion: usage?.completion_tokens ?? 0 };
  return { noted: { tokens }, json: read.data };
}

/** Of the client's headers only those that are needed: it also tells of system, version and runtime. */
function headersOf(init: RequestInit | undefined, keyless: boolean): Record<string, string> {
  const given = new Headers(init?.headers as Record<string, string>);
  const kept: Record<string, string> = { accept: "application/json", "content-type": "application/json" };
  for (const name of keyless ? [] : ["authorization", "api-key"]) {
    const value = given.get(name);
    if (value !== null) kept[name] = value;
  }
  return kept;
}

type Transport = {
  /** Nothing is sent anywhere else. */
  readonly origin: string;
  /** The server needs no key: none is sent. */
  readonly keyless: boolean;
  readonly signal: AbortSignal;
  readonly note: (noted: Noted) => void;
};

/** Models that think before they answer take no temperature and count their thoughts as tokens. */
const THINKING = /^(?:o\d|gpt-5)/i;
const MOST_THINKING_TOKENS = 4_000;

const request = z.looseObject({ model: z.string(), messages: z.unknown(), response_format: z.unknown() });

/** Of the client's request what every server of this interface understands. */
function bodyFor(sent: unknown): string {
  const { model, messages, response_format, max_tokens } = request.parse(parsed(String(sent)));
  const limits = THINKING.test(model)
    ? { max_completion_tokens: MOST_THINKING_TOKENS }
    : { max_tokens, temperature: 0 };
  return JSON.stringify({ model, messages, response_format, ...limits });
}

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\b/i;

/** Leaves nothing of the answer unread behind: it would hold the connection. */
async function read(response: Response): Promise<{ readonly noted: Noted; readonly json: unknown }> {
  const isJson = JSON_TYPE.test(response.headers.get("content-type") ?? "");
  if (response.status === 200 && isJson) {
    const body = await bodyOf(response);
    return body === undefined ? { noted: { failure: "tooLarge" }, json: EMPTY } : readCompletion(body);
  }
  await response.body?.cancel().catch(() => undefined);
  return { noted: response.status === 200 ? { failure: "malformed" } : refusalOf(response), json: EMPTY };
}

/** A `fetch` for the library's client. Never rejects; says through `note` what really came. */
export function createTransport({ origin, keyless, signal, note }: Transport): Fetch {
  async function exchange(url: string | URL | Request, init?: RequestInit): Promise<unknown> {
    const target = new URL(url instanceof Request ? url.url : url);
    if (target.origin !== origin) throw new Error("another host");
    const response = await fetch(target, {
      method: "POST",
      headers: headersOf(init, keyless),
      body: bodyFor(init?.body),
      // A question must not travel on to an address nobody has allowed.
      redirect: "manual",
      signal,
    });
    const { noted, json } = await read(response);
    note(noted);
    return json;
  }

  return async (url, init) => {
    try {
      return asResponse(await exchange(url, init));
    } catch (error) {
      note({ failure: failureOf(error, signal) });
      return asResponse(EMPTY);
    }
  };
}

/** undici says "terminated" where the connection ends within the body. */
function failureOf(error: unknown, signal: AbortSignal): EndpointFailure {
  if (signal.aborted) return "late";
  return error instanceof TypeError && error.message === "terminated" ? "cut" : "unavailable";
}
