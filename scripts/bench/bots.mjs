// @ts-check
// The outside of a bot's process.
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { nodeChild, stopChild } from "../setup/child.mjs";
import { BenchFault, sentences } from "./texts.mjs";

/** @typedef {import("./server.mjs").Given} Given */
/** @typedef {import("./server.mjs").State} State */
/** @typedef {Awaited<ReturnType<typeof startBot>>} RunningBot */

/**
 * Starts a bot in a process of its own, so that it does not share its event loop with who measures it.
 * @param {string} script file beside this one
 * @param {string} name as people read it
 * @param {Given} given
 * @param {(stop: () => unknown) => void} onEnd gets what stops it, before it has started
 * @param {readonly string[]} [under] a program that watches it
 */
export async function startBot(script, name, given, onEnd, under = []) {
  const logFile = join(given.folder, `${script}.log`);
  mkdirSync(given.folder, { recursive: true });
  const out = openSync(logFile, "w");
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = nodeChild([path, JSON.stringify(given)], {
    stdio: ["ignore", out, out, "ipc"],
    group: true,
    under,
  });
  closeSync(out);
  onEnd(() => stopChild(child, { group: true }));

  /** @template T @param {string} key @returns {Promise<T>} what the child tells next under this key */
  const told = (key) =>
    new Promise((resolve, reject) => {
      const off = () => {
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
        reject(new BenchFault(sentences.serverDied(name, lastLines(logFile))));
      };
      child.on("message", hear);
      child.on("exit", die);
    });

  /** @type {number} */
  const port = await told("port");
  return {
    name,
    url: `http://127.0.0.1:${port}/api/messages`,
    /** @returns {Promise<State>} */
    state: () => {
      const answer = told("state");
      child.send("state");
      return /** @type {Promise<State>} */ (answer);
    },
    /** Has it do one of its jobs. @param {string} job @param {unknown} [given] @returns {Promise<any>} */
    does: (job, given = {}) => {
      const answer = told(job);
      child.send({ job, given });
      return answer;
    },
  };
}

/** @param {string} file */
function lastLines(file) {
  return readFileSync(file, "utf8").trim().split("\n").slice(-12).join("\n").slice(-2_000);
}
