// @ts-check
// The way of the bot's messages to the people's connector, with the places where it can tear: before the
// message is taken, after it, or with an answer that says "later".
import { createServer } from "node:http";
import { rawOf } from "./door.mjs";

/**
 * @typedef {object} Call of the bot
 * @property {string} method
 * @property {string} path
 * @property {boolean} answers whether it answers a typed message
 * @property {string} text what can be read in it
 * @property {string} [sender] port of the bot, where there are several
 *
 * @typedef {object} Accepted a message that the connector has taken
 * @property {string} id
 * @property {number} at when it came, ms by the clock of this process
 * @property {boolean} [cut] nobody was there any more to hear the answer
 *
 * @typedef {object} WireOptions
 * @property {string} connector
 * @property {(raw: string) => string} textOf
 * @property {(call: Call) => boolean} refuses the bot is told to come again later
 * @property {(call: Call) => Trouble | null} [troubles] what befalls a call instead of being taken
 * @property {(call: Call, when: "before" | "after") => Promise<boolean>} onCall true: the bot is gone
 * @property {(call: Call) => void} onAnswered
 *
 * @typedef {"throttled" | "failed" | "hung" | "reset"} Trouble
 * @typedef {Awaited<ReturnType<typeof openWire>>} Wire
 */

const ANSWERS = /\/activities\/[^/]+$/;

const troubled = {
  throttled: { status: 429, headers: { "retry-after": "1" }, body: '{"error":{"code":"Throttled"}}' },
  failed: { status: 502, headers: {}, body: '{"error":{"code":"ServiceError"}}' },
};

/** @param {WireOptions} options */
export async function openWire({ connector, textOf, refuses, troubles, onCall, onAnswered }) {
  let unanswered = 0;
  const counts = { calls: 0, refused: 0, throttled: 0, failed: 0, hung: 0, reset: 0 };
  /** Calls that were cut off before they were answered, by whoever sent them. */
  let cut = 0;
  /** @type {Accepted[]} */
  const accepted = [];

  /** @param {string} method @param {string} path @param {string} raw */
  async function pass(method, path, raw) {
    const body = raw === "" ? {} : { body: raw, headers: { "content-type": "application/json" } };
    const response = await fetch(new URL(path, connector), { method, ...body });
    return { status: response.status, body: await response.text() };
  }

  /** @param {Call} call @returns {typeof troubled["throttled" | "failed"] | "hung" | "reset" | null} */
  function befalls(call) {
    const trouble = troubles?.(call) ?? null;
    if (!trouble) return null;
    counts[trouble] += 1;
    return trouble === "hung" || trouble === "reset" ? trouble : troubled[trouble];
  }

  /** @param {string} method @param {string} path @param {string} raw @param {Call} call @param {() => boolean} isGone */
  async function take(method, path, raw, call, isGone) {
    const at = performance.now();
    if (await onCall(call, "before")) return null;
    if (refuses(call)) {
      counts.refused += 1;
      return { status: 503, body: '{"error":{"code":"ServiceUnavailable"}}' };
    }
    const answer = await pass(method, path, raw);
    const { id, activityId } = JSON.parse(answer.body || "{}");
    if (answer.status >= 300 || method === "DELETE") return (await onCall(call, "after")) ? null : answer;
    const mine = { id: String(activityId ?? id), at, cut: isGone() };
    accepted.push(mine);
    const torn = await onCall(call, "after");
    mine.cut = torn || isGone();
    return torn ? null : answer;
  }

  const server = createServer(async (request, response) => {
    unanswered += 1;
    counts.calls += 1;
    const { method = "", url: path = "/" } = request;
    const gone = new Promise((resolve) => response.on("close", () => resolve(undefined)));
    let torn = false;
    response.on("close", () => {
      if (!response.writableFinished && !torn) cut += 1;
    });
    const tear = () => {
      torn = true;
      response.destroy();
    };
    try {
      const raw = await rawOf(request);
      const answers = method === "POST" && ANSWERS.test(path);
      const sender = request.headers["x-sender"];
      const call = {
        method,
        path,
        answers,
        text: textOf(raw),
        ...(sender ? { sender: String(sender) } : {}),
      };
      const befallen = befalls(call);
      if (befallen === "hung") return void (await gone);
      if (befallen === "reset") return tear();
      const answer = befallen ?? (await take(method, path, raw, call, () => response.closed));
      if (!answer) return tear();
      const more = /** @type {Record<string, string>} */ ("headers" in answer ? answer.headers : {});
      response.writeHead(answer.status, { "content-type": "application/json; charset=utf-8", ...more });
      response.end(answer.body, () => onAnswered(call));
    } catch {
      response.destroy();
    } finally {
      unanswered -= 1;
    }
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;

  return {
    url: `http://127.0.0.1:${port}/`,
    counts,
    accepted,
    unanswered: () => unanswered,
    cut: () => cut,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
