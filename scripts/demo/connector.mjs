// @ts-check
// The place where the bot's messages to the played people arrive: the part of the Teams service that a bot
// calls, on this machine only. Keeps every message in memory, newest version.
import { createServer } from "node:http";
import { textOf } from "./card.mjs";

const ACTIVITIES = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;
const CARD = "application/vnd.microsoft.card.adaptive";
const MOST_BYTES = 1_000_000;

/**
 * @typedef {object} Message what a client shows of a message
 * @property {string} id
 * @property {string} conversation without the thread
 * @property {string} text everything that can be read
 * @property {unknown} [card]
 * @property {string} [answers] id of the message it answers
 */

/** @param {string} id @param {string} conversation @param {any} activity @param {string} [answers] @returns {Message} */
function messageOf(id, conversation, activity, answers) {
  const card = activity?.attachments?.find?.((/** @type {any} */ one) => one?.contentType === CARD)?.content;
  const text = card ? textOf(card) : String(activity?.text ?? "");
  return { id, conversation, text, ...(card ? { card } : {}), ...(answers ? { answers } : {}) };
}

/** @param {string} conversation */
const withoutThread = (conversation) => conversation.split(";")[0] ?? conversation;

/** @param {import("node:http").IncomingMessage} request @returns {Promise<any>} */
async function bodyOf(request) {
  let raw = "";
  for await (const part of request.setEncoding("utf8")) {
    raw += part;
    if (raw.length > MOST_BYTES) throw new Error("too long");
  }
  return raw === "" ? undefined : JSON.parse(raw);
}

/** @typedef {Awaited<ReturnType<typeof startConnector>>} Connector */

export async function startConnector() {
  /** @type {Message[]} */
  const messages = [];
  /** @type {Set<() => void>} */
  const waiting = new Set();
  /** Personal chats by Teams id of the person, for a bot that opens one. @type {Map<string, string>} */
  const chats = new Map();
  const begun = Date.now();
  let count = 0;

  /** @param {string} conversation @param {unknown} activity @param {string} [answers] */
  function keep(conversation, activity, answers) {
    count += 1;
    // Never the id of a message of an earlier run.
    const id = `${begun + count}`;
    messages.push(messageOf(id, withoutThread(conversation), activity, answers));
    return id;
  }

  /**
   * A message of an earlier run is not here any more, but it was sent: it is taken as it stands now.
   * @param {string} conversation
   * @param {string} id
   * @param {unknown} activity
   */
  function replace(conversation, id, activity) {
    const at = messages.findIndex((one) => one.id === id);
    const changed = messageOf(id, withoutThread(conversation), activity, messages[at]?.answers);
    if (at === -1) messages.push(changed);
    else messages[at] = changed;
  }

  /** @param {any} body @returns {[number, object]} */
  function opened(body) {
    const chat = chats.get(String(body?.members?.[0]?.id));
    if (!chat) return [404, { error: { code: "ConversationNotFound", message: "" } }];
    return [201, body.activity ? { id: chat, activityId: keep(chat, body.activity) } : { id: chat }];
  }

  /** @param {string} method @param {string} path @param {unknown} body @returns {[number, object]} */
  function answerTo(method, path, body) {
    if (method === "POST" && path === "/v3/conversations") return opened(body);
    const [, conversation, activity] = ACTIVITIES.exec(path) ?? [];
    if (!conversation) return [404, { error: { code: "NotFound", message: "" } }];
    if (method === "POST") return [201, { id: keep(conversation, body, activity) }];
    if (method !== "PUT" || !activity) return [405, { error: { code: "MethodNotAllowed", message: "" } }];
    replace(conversation, activity, body);
    return [200, { id: activity }];
  }

  /** @param {import("node:http").IncomingMessage} request @returns {Promise<[number, object]>} */
  async function served(request) {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://connector").pathname);
    return answerTo(request.method ?? "", path, await bodyOf(request));
  }

  const server = createServer(async (request, response) => {
    /** @type {[number, object]} */
    const bad = [400, { error: { code: "BadSyntax", message: "" } }];
    const [status, body] = await served(request).catch(() => bad);
    response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
    response.end(JSON.stringify(body));
    for (const look of [...waiting]) look();
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;

  return {
    /** What activities carry as their service URL. */
    url: `http://127.0.0.1:${port}/`,
    /** Messages of a conversation and its threads, oldest first. @param {string} conversation */
    messages: (conversation) => messages.filter((one) => one.conversation === conversation),
    /** @param {string} person Teams id @param {string} conversation */
    hasChat: (person, conversation) => void chats.set(person, conversation),
    /**
     * Resolves with the newest message that is wanted, as soon as there is one; undefined after `ms`.
     * @param {string} conversation
     * @param {(message: Message) => boolean} wanted
     * @param {number} ms
     * @returns {Promise<Message | undefined>}
     */
    awaits: (conversation, wanted, ms) =>
      new Promise((resolve) => {
        const end = (/** @type {Message | undefined} */ found) => {
          clearTimeout(timer);
          waiting.delete(look);
          resolve(found);
        };
        const look = () => {
          const found = messages.findLast((one) => one.conversation === conversation && wanted(one));
          if (found) end(found);
        };
        const timer = setTimeout(() => end(undefined), ms);
        waiting.add(look);
        look();
      }),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
