// @ts-check
// The outside of the bot's process.
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ended, nodeChild, stopChild } from "../setup/child.mjs";
import { FuzzFault, faults } from "./texts.mjs";

const script = fileURLToPath(new URL("bot.mjs", import.meta.url));
const jobMs = 60_000;

/** @typedef {Awaited<ReturnType<typeof startBot>>} Bot */
/** @typedef {{ ids: number, now: number }} Begun where ids and clock go on */

/**
 * @typedef {object} Given handed over as JSON
 * @property {string} program folder of the built program
 * @property {{ appId: string, tenantId: string, settings: object }} auth where the keys of the tokens are learned
 * @property {string} folder of the bot
 * @property {string} databaseUrl
 * @property {boolean} [limited] with the usual limits of how much one person may ask
 * @property {Begun} [begun]
 */

/** @param {Given} given */
export async function startBot(given) {
  const logFile = join(given.folder, "bot.log");
  const out = openSync(logFile, "a");
  const child = nodeChild([script, JSON.stringify(given)], { stdio: ["ignore", out, out, "ipc"] });
  closeSync(out);
  let stopped = false;
  const gone = ended(child);

  /** @param {string} key @returns {Promise<any>} */
  const told = (key) =>
    new Promise((resolve, reject) => {
      const off = () => {
        clearTimeout(timer);
        child.off("message", hear);
        child.off("exit", die);
      };
      const hear = (/** @type {any} */ message) => {
        if (!(key in message)) return;
        off();
        resolve(message[key]);
      };
      const die = () => {
        off();
        reject(new FuzzFault(faults.died(readFileSync(logFile, "utf8").trim().slice(-3_000))));
      };
      const timer = setTimeout(() => {
        off();
        reject(new FuzzFault(faults.hangs(key)));
      }, jobMs);
      child.on("message", hear);
      child.on("exit", die);
      if (child.exitCode !== null) die();
    });

  /** @param {string} job @param {unknown} [asked] @returns {Promise<any>} */
  const does = (job, asked) => {
    const answer = told(job);
    if (child.connected) child.send({ job, asked });
    return answer;
  };

  const port = await told("port");
  return {
    url: `http://127.0.0.1:${port}`,
    /** @param {number} ms @returns {Promise<Begun>} */
    passes: (ms) => does("passes", ms),
    /** @returns {Promise<number>} */
    now: () => does("now"),
    /** @returns {Promise<string[]>} */
    routes: () => does("routes"),
    /** @param {readonly string[]} texts @returns {Promise<(string | null)[]>} */
    meanings: (texts) => does("meanings", texts),
    /** @returns {Promise<{ counted: { route: string, result: string, by: number }[], handled: string[], faults: { event: string, cause: string }[] }>} */
    taken: () => does("taken"),
    /** @returns {Promise<{ heapMb: number, rssMb: number }>} */
    memory: () => does("memory"),
    alive: () => child.exitCode === null && child.signalCode === null,
    gone,
    stop: async () => {
      if (stopped) return;
      stopped = true;
      await stopChild(child);
    },
  };
}
