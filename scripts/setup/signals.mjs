// @ts-check
import { readFileSync } from "node:fs";

/** @type {readonly NodeJS.Signals[]} */
const stopping = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Who started this process and, between npm and here, the shell: "parent grandparent". It changes when
 * one of them is gone, because their children are adopted.
 */
function ancestors() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, "utf8");
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]}`;
  } catch {
    return `${process.ppid}`;
  }
}

/**
 * Calls `stop` once on the first signal to stop, or when npm, which started this process, is gone.
 * npm passes Ctrl-C on although the terminal has sent it already: the second one changes nothing.
 * @param {(signal: NodeJS.Signals) => void} stop
 * @returns {() => void} ends the watching
 */
export function onStop(stop) {
  let stopped = false;
  const before = ancestors();
  const once = (/** @type {NodeJS.Signals} */ signal) => {
    if (!stopped) {
      stopped = true;
      stop(signal);
    }
  };
  for (const signal of stopping) process.on(signal, once);
  const underNpm = process.env.npm_lifecycle_event !== undefined;
  const timer = setInterval(() => underNpm && ancestors() !== before && once("SIGTERM"), 500);
  timer.unref();
  return () => {
    clearInterval(timer);
    for (const signal of stopping) process.off(signal, once);
  };
}
