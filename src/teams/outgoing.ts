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
