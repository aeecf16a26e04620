/**
 * One request to the outside and its answer, over connections that are kept open. Plain node:http: the
 * platform's fetch costs a third of a turn's processor time.
 */
import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from "node:http";
import { Agent as SecureAgent, request as secureRequest } from "node:https";

export type Outgoing = {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | undefined;
  /** Longest wait for the whole answer, in ms. */
  readonly timeoutMs: number;
  /** Ends the request early. */
  readonly signal: AbortSignal | undefined;
};

export type HttpAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** No answer in time. Whether the request arrived is not known. */
export class Late extends Error {
  override readonly name = "Late";
}

// Idle connections are given up before a server is likely to do so; a limit of 64 is far above our pace.
const KEPT = { keepAlive: true, maxSockets: 64, timeout: 30_000 };
const plainAgent = new PlainAgent(KEPT);
const secureAgent = new SecureAgent(KEPT);

const single = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? value.join(", ") : (value ?? "");

function read(
  answer: IncomingMessage,
  done: (answered: HttpAnswer) => void,
  failed: (error: Error) => void,
): void {
  let body = "";
  answer.setEncoding("utf8");
  answer.on("data", (part: string) => {
    body += part;
  });
  answer.on("error", failed);
  answer.on("aborted", () => failed(new Error("the answer ended early")));
  answer.on("end", () => {
    const headers = Object.entries(answer.headers).map(([name, value]) => [name, single(value)] as const);
    done({ status: answer.statusCode ?? 0, headers: Object.fromEntries(headers), body });
  });
}

/** Sends once: no repetition, no redirect. Rejects with Late, the signal's reason, or the socket's error. */
export function exchange({ url, method, headers, body, timeoutMs, signal }: Outgoing): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const target = new URL(url);
    const secure = target.protocol === "https:";
    const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
    const options = { method, headers: { ...Object.fromEntries(headers), ...length } };
    const request = secure
      ? secureRequest(target, { ...options, agent: secureAgent })
      : plainRequest(target, { ...options, agent: plainAgent });
    const timer = setTimeout(() => end(new Late()), timeoutMs);
    const aborted = () => end(signal?.reason);
    function settle(): void {
      clearTimeout(timer);
      signal?.removeEventListener("abort", aborted);
    }
    function end(reason: unknown): void {
      settle();
      reject(reason);
      // The socket is in an unknown state: it must not be kept.
      request.destroy();
    }
    signal?.addEventListener("abort", aborted, { once: true });
    request.on("error", end);
    request.on("response", (answer) =>
      read(
        answer,
        (answered) => {
          settle();
          resolve(answered);
        },
        end,
      ),
    );
    request.end(body);
  });
}

/** The answer is longer than it may be; the rest was not read. */
export class TooLong extends Error {
  override readonly name = "TooLong";
}

export type Fetched = {
  readonly status: number;
  /** Of a redirect; not followed here. */
  readonly location: string | undefined;
  readonly bytes: Uint8Array;
};

/** Fetches bytes with GET and without any header of ours. Rejects with TooLong, with Late after the signal, or the socket's error. */
export async function fetchBytes(url: string, most: number, signal: AbortSignal): Promise<Fetched> {
  const send = new URL(url).protocol === "https:" ? secureRequest : plainRequest;
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      send(new URL(url), { method: "GET", agent: false, signal })
        .on("response", resolve)
        .on("error", reject)
        .end();
    });
    const parts: Buffer[] = [];
    let length = 0;
    // Leaving the loop ends the connection.
    for await (const part of answer as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > most) throw new TooLong();
      parts.push(part);
    }
    return { status: answer.statusCode ?? 0, location: answer.headers.location, bytes: Buffer.concat(parts) };
  } catch (error) {
    throw signal.aborted ? new Late() : error;
  }
}
