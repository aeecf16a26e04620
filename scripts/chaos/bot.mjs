// @ts-check
// The built program in a process of its own, that can be ended at any moment and started again.
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { ended, nodeChild, stopChild } from "../setup/child.mjs";

const pollMs = 20;
/** Of a real deployment; a trial does not start with them. */
const foreign = ["BOT_ID", "DATABASE_URL", "PUBLIC_URL", "NODE_ENV", "HOST"];
/** Level of a fault in the log. */
const FAULT = 50;

/** @typedef {ReturnType<typeof createBot>} Bot */

/** @param {{ args: readonly string[], folder: string, log: string, port: number }} what is run in which folder, and where it listens */
export function createBot({ args, folder, log, port }) {
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, DEMO: "1", PORT: String(port), LOG_LEVEL: "warn" };
  for (const name of foreign) delete env[/** @type {keyof typeof env} */ (name)];

  /** @type {import("node:child_process").ChildProcess | undefined} */
  let child;
  /** @type {"down" | "starting" | "ready"} */
  let state = "down";
  let wanted = false;
  let unexpected = 0;

  /** @param {import("node:child_process").ChildProcess} mine */
  async function watchStart(mine) {
    while (child === mine) {
      const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(1_000) }).catch(() => null);
      await answer?.body?.cancel();
      if (child === mine && answer?.ok) {
        state = "ready";
        return;
      }
      await sleep(pollMs);
    }
  }

  function start() {
    const out = openSync(log, "a");
    const mine = nodeChild(args, {
      cwd: folder,
      env,
      stdio: ["ignore", out, out],
    });
    closeSync(out);
    child = mine;
    state = "starting";
    wanted = true;
    void ended(mine).then(() => {
      if (child !== mine) return;
      // Nobody asked for this end; it is counted, and the run goes on.
      unexpected += 1;
      child = undefined;
      state = "down";
      if (wanted) setTimeout(() => wanted && !child && start(), 200);
    });
    void watchStart(mine);
  }

  return {
    url,
    log,
    start,
    state: () => state,
    /** Ends of the program that nobody had asked for. */
    unexpectedEnds: () => unexpected,
    async whenReady() {
      while (state !== "ready") await sleep(pollMs);
    },
    /** SIGKILL; resolves when the process is gone. */
    async kill() {
      const mine = child;
      if (!mine) return;
      child = undefined;
      state = "down";
      mine.kill("SIGKILL");
      await ended(mine);
    },
    async stop() {
      const mine = child;
      wanted = false;
      child = undefined;
      state = "down";
      if (mine) await stopChild(mine);
    },
    /** Names of what went wrong inside, from its log; a line cut off by an end is passed over. @returns {string[]} */
    faults() {
      const events = [];
      for (const line of readFileSync(log, "utf8").split("\n")) {
        if (!line.startsWith("{") || !line.endsWith("}")) continue;
        const entry = JSON.parse(line);
        if (entry.level >= FAULT) events.push(String(entry.event));
      }
      return events;
    },
  };
}
