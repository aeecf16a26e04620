// @ts-check
// What the Playground tells about itself, and what nobody can see in it but the bot.
import { request } from "node:http";
import { DemoFault, faults } from "./texts.mjs";

/**
 * @typedef {object} Playground
 * @property {string} url
 * @property {string} tenant
 * @property {string} bot
 * @property {{ user: string, name: string, aad: string }} person who sits in front of it
 * @property {import("./person.mjs").Place} chat the person's chat with the bot
 * @property {import("./person.mjs").Place & { name: string }} channel the first channel of its team
 */

/** As the list on its page has it; the first channel bears the id of its team. @param {any} team */
const channelName = (team) =>
  [
    team.name,
    ...(team.channels ?? [])
      .filter((/** @type {any} */ one) => one.id === team.id)
      .map((/** @type {any} */ one) => one.name),
  ].join(" – ");

/** @param {string} url @returns {Promise<Playground>} */
export async function readPlayground(url) {
  const response = await fetch(`${url}/_internal/v1/config`, { signal: AbortSignal.timeout(5_000) });
  const { config } = /** @type {any} */ (await response.json());
  const [team] = config?.teams ?? [];
  const { currentUser, personalChat, bot } = config ?? {};
  if (!team || !currentUser || !personalChat || !bot) throw new DemoFault(faults.playground);
  // As the Playground itself writes it: a place whose way back differs would be stored anew all the time.
  const serviceUrl = `http://localhost:${new URL(url).port}/_connector`;
  return {
    url,
    tenant: config.tenantId,
    bot: bot.id,
    person: { user: currentUser.id, name: currentUser.name, aad: currentUser.aadObjectId },
    chat: { id: personalChat.id, kind: "personal", serviceUrl },
    channel: { id: team.id, kind: "channel", team: team.id, serviceUrl, name: channelName(team) },
  };
}

/** How the bot greets in a chat that has just been opened. */
const GREETING = "ich bin der Forumsbote";

/**
 * Resolves with true once a page is open: the bot's greeting for it runs over the stream of messages, whose
 * frames need not be taken apart to see that there was one. False after `ms`, or when `signal` ends it.
 * @param {Playground} playground
 * @param {number} ms
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>}
 */
export function pageOpened({ url }, ms, signal) {
  const key = Buffer.from("forumsbote demo!").toString("base64");
  const headers = {
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": key,
  };
  return new Promise((resolve) => {
    const call = request(`${url}/_ws_conversation/v1/conversations/stream`, { headers });
    const end = (/** @type {boolean} */ opened) => {
      clearTimeout(timer);
      call.destroy();
      resolve(opened);
    };
    const timer = setTimeout(() => end(false), ms);
    signal.addEventListener("abort", () => end(false), { once: true });
    call.on("upgrade", (_response, socket) => {
      let seen = "";
      socket.on("error", () => end(false));
      socket.on("data", (data) => {
        seen += data.toString("utf8");
        if (seen.includes(GREETING)) end(true);
      });
    });
    call.on("error", () => end(false));
    call.end();
  });
}
