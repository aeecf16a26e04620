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
 *
 * @typedef {object} Accepted a message that the connector has taken
 * @property {string} id
 * @property {number} at when it came, ms by the clock of this process
 *
 * @typedef {object} WireOptions
 * @property {string} connector
 * @property {(raw: string) => string} textOf
 * @property {(call: Call) => boolean} refuses the bot is told to come again later
 * @property {(call: Call, when: "before" | "after") => Promise<boolean>} onCall true: the bot is gone
 * @property {(call: Call) => void} onAnswered
 *
 * @typedef {Awaited<ReturnType<typeof openWire>>} Wire
 */

const ANSWERS = /\/activities\/[^/]+$/;

/** @param {WireOptions} options */
export async function openWire({ connector, textOf, refuses, onCall, onAnswered }) {
  let unanswered = 0;
  const counts = { calls: 0, refused: 0 };
  /** @type {Accepted[]} */
  const accepted = [];

  /** @param {string} method @param {string} path @param {string} raw */
  async function pass(method, path, raw) {
    const body = raw === "" ? {} : { body: raw, headers: { "content-type": "application/json" } };
    const response = await fetch(new URL(path, connector), { method, ...body });
    return { status: response.status, body: await response.text() };
  }

  /** @param {string} method @param {string} path @param {string} raw @param {Call} call */
  async function take(method, path, raw, call) {
    const at = performance.now();
    if (await onCall(call, "before")) return null;
    if (refuses(call)) {
      counts.refused += 1;
      return { status: 503, body: '{"error":{"code":"ServiceUnavailable"}}' };
    }
    const answer = await pass(method, path, raw);
    const { id, activityId } = JSON.parse(answer.body || "{}");
    if (answer.status < 300 && method !== "DELETE") accepted.push({ id: String(activityId ?? id), at });
    return (await onCall(call, "after")) ? null : answer;
  }

  const server = createServer(async (request, response) => {
    unanswered += 1;
    counts.calls += 1;
    const { method = "", url: path = "/" } = request;
    try {
      const raw = await rawOf(request);
      const call = { method, path, answers: method === "POST" && ANSWERS.test(path), text: textOf(raw) };
      const answer = await take(method, path, raw, call);
      if (!answer) return void response.destroy();
      response.writeHead(answer.status, { "content-type": "application/json; charset=utf-8" });
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
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
