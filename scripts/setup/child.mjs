// @ts-check
import { spawn } from "node:child_process";
import { constants } from "node:os";

const graceMs = 4_000;
const windows = process.platform === "win32";
const watcher = new URL("./watch-parent.mjs", import.meta.url).href;

/**
 * @typedef {object} ChildOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {import("node:child_process").StdioOptions} [stdio]
 * @property {boolean} [group] in a process group of its own: Ctrl-C reaches only this process, which then
 *   stops the whole group in order. Without it the child keeps the terminal.
 * @property {readonly string[]} [under] a program that starts the child and watches it, with its arguments
 */

/**
 * A Node child that ends with its parent, however the parent ends.
 * @param {readonly string[]} args script and arguments
 * @param {ChildOptions} [options]
 */
export function nodeChild(args, { group = false, stdio = "inherit", under = [], ...rest } = {}) {
  const watch = `${watcher}?parent=${process.pid}${group && !windows ? "&group=1" : ""}`;
  const detached = group && !windows;
  const [program = process.execPath, ...before] = [...under, process.execPath];
  return spawn(program, [...before, "--import", watch, ...args], { ...rest, stdio, detached });
}

/**
 * The exit code a shell would show: 128 + number for a signal.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
function exitCode(code, signal) {
  return signal ? 128 + constants.signals[signal] : (code ?? 1);
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number>} its exit code, 127 if it could not be started
 */
export function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve(exitCode(child.exitCode, child.signalCode));
  }
  return new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(exitCode(code, signal)));
    child.once("error", () => resolve(127));
  });
}

/**
 * Asks a child (and its group) to stop, and after 4 s ends it.
 * @param {import("node:child_process").ChildProcess} child
 * @param {{ group?: boolean, signal?: NodeJS.Signals }} [options]
 */
export async function stopChild(child, { group = false, signal = "SIGTERM" } = {}) {
  const send = (/** @type {NodeJS.Signals} */ what) => {
    try {
      if (group && !windows && child.pid) process.kill(-child.pid, what);
      else child.kill(what);
    } catch {
      // It is gone already, which is what was wanted.
    }
  };
  const end = ended(child);
  send(signal);
  const timer = setTimeout(() => send("SIGKILL"), graceMs);
  const code = await end;
  clearTimeout(timer);
  return code;
}
