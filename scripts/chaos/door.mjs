// @ts-check
// The part of the Teams service that brings to the bot what people do: the identical request again and again
// until it is answered, and some of them twice at once.
import { Agent, createServer, request as send } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const againMs = 80;
const answerMs = 20_000;

/**
 * @typedef {object} Said what a request to the bot says
 * @property {string} id of the activity
 * @property {string} verb of a pressed button, otherwise ""
 * @property {string} text typed, otherwise ""
 * @property {string} from who says it
 *
 * @typedef {{ status: number, body: string }} Answer
 *
 * @typedef {object} DoorOptions
 * @property {() => string} bot where the bot takes messages; asked anew for every try
 * @property {(said: Said) => void} onSent called when the bot has been sent all of a request
 * @property {(said: Said) => boolean} twice whether a request is sent twice at once
 * @property {(said: Said, answers: readonly [Answer, Answer]) => void} onTwice
 *
 * @typedef {Awaited<ReturnType<typeof openDoor>>} Door
 */

/** @param {string} raw @returns {Said} */
export function saidIn(raw) {
  const activity = JSON.parse(raw);
  return {
    id: String(activity.id ?? ""),
    verb: String(activity.value?.action?.verb ?? ""),
    text: String(activity.text ?? ""),
    from: String(activity.from?.id ?? ""),
  };
}

/** @param {import("node:http").IncomingMessage} from */
export async function rawOf(from) {
  let raw = "";
  for await (const part of from.setEncoding("utf8")) raw += part;
  return raw;
}

/** @param {DoorOptions} options */
export async function openDoor({ bot, onSent, twice, onTwice }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  /** Requests that a bot has got and not answered. @type {Set<{ url: string, verb: string }>} */
  const open = new Set();
  const counts = { requests: 0, again: 0, twice: 0, refused: 0 };
  /** How often the answer to a request was missed, by who had asked: it may have been carried out. @type {Map<string, number>} */
  const missed = new Map();
  const miss = (/** @type {Said} */ { from }) => void missed.set(from, (missed.get(from) ?? 0) + 1);
  /** Ids of activities that were answered, and who waits for one. @type {Map<string, () => void>} */
  const waiting = new Map();
  /** @type {Set<string>} */
  const answered = new Set();

  /** One try. @param {string} raw @param {Said} said @returns {Promise<Answer>} */
  function attempt(raw, said) {
    const url = bot();
    const mine = { url, verb: said.verb };
    const torn = (/** @type {Error} */ error) => {
      // What was never sent whole was not carried out either.
      if (open.has(mine)) miss(said);
      throw error;
    };
    const done = new Promise((resolve, reject) => {
      const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(raw) };
      const call = send(url, { method: "POST", headers, agent, timeout: answerMs });
      call.on("timeout", () => call.destroy(new Error("no answer in time")));
      call.on("error", reject);
      call.on("finish", () => {
        open.add(mine);
        onSent(said);
      });
      call.on("response", (response) => {
        response.on("error", reject);
        rawOf(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
      });
      call.end(raw);
    });
    return done.catch(torn).finally(() => open.delete(mine));
  }

  /** @param {string} raw @param {Said} said @param {AbortSignal} gone @returns {Promise<Answer>} */
  async function untilAnswered(raw, said, gone) {
    for (;;) {
      gone.throwIfAborted();
      try {
        const answer = await attempt(raw, said);
        if (answer.status < 500) return answer;
        counts.refused += 1;
        miss(said);
      } catch {
        counts.again += 1;
      }
      await sleep(againMs / 2 + Math.random() * againMs);
    }
  }

  /** @param {string} raw @param {Said} said @param {AbortSignal} gone @returns {Promise<Answer>} */
  async function bring(raw, said, gone) {
    if (!twice(said)) return untilAnswered(raw, said, gone);
    counts.twice += 1;
    const both = [untilAnswered(raw, said, gone), untilAnswered(raw, said, gone)];
    const answers = Promise.all(both).then(([one, other]) => {
      if (one && other) onTwice(said, [one, other]);
    });
    answers.catch(() => undefined);
    return Promise.race(both);
  }

  const server = createServer(async (request, response) => {
    const end = new AbortController();
    response.on("close", () => end.abort(new Error("the person has gone")));
    try {
      const raw = await rawOf(request);
      const said = saidIn(raw);
      counts.requests += 1;
      response.on("close", () => response.writableFinished || miss(said));
      const { status, body } = await bring(raw, said, end.signal);
      response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
      response.end(body);
      answered.add(said.id);
      waiting.get(said.id)?.();
    } catch {
      response.destroy();
    }
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;

  return {
    url: `http://127.0.0.1:${port}/api/messages`,
    counts,
    /** @param {{ url?: string, verb?: string }} [of] one bot, one button; otherwise all */
    unanswered: ({ url, verb } = {}) =>
      [...open].filter((one) => (url ?? one.url) === one.url && (verb ?? one.verb) === one.verb).length,
    /** How often this person's requests, repeated ones too, were sent and had no answer. @param {string} from */
    missed: (from) => missed.get(from) ?? 0,
    /** Resolves when the bot has answered this activity with success. @param {string} id @returns {Promise<void>} */
    async whenAnswered(id) {
      if (!answered.has(id)) await new Promise((resolve) => waiting.set(id, () => resolve(undefined)));
      waiting.delete(id);
    },
    close() {
      agent.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
