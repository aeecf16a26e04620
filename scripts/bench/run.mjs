// @ts-check
// Around every benchmark: its folder, its end, its time limit, what is printed last.
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onStop } from "../setup/signals.mjs";
import { sentences } from "./texts.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/**
 * @typedef {object} Bench what a benchmark is given
 * @property {boolean} quick
 * @property {ReadonlySet<string>} flags further ones that were given
 * @property {string} folder on the disk of the project, removed at the end
 * @property {(close: () => unknown) => void} onEnd called in reverse order, also after Ctrl-C
 * @property {(line: string) => void} say progress, on stderr
 * @property {() => number} timeLeft seconds until it should be done; on a busy machine less is measured
 *
 * @typedef {object} Figures
 * @property {readonly string[]} lines for people to read
 * @property {readonly import("./figures.mjs").Result[]} results the last one is the benchmark's own
 *
 * @typedef {(bench: Bench) => Promise<Figures>} Measure
 */

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/**
 * Named after this process, so that the next one can remove what a killed one has left. Not in the system's
 * folder for temporary files: that may be memory, where a sync costs nothing.
 */
function freshFolder() {
  const cache = join(root, ".cache");
  const remove = (/** @type {string} */ name) => rmSync(join(cache, name), { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache)) {
    const pid = /^bench-run-(\d+)$/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) remove(name);
  }
  const own = `bench-run-${process.pid}`;
  remove(own);
  mkdirSync(join(cache, own));
  return join(cache, own);
}

/**
 * Runs a benchmark, cleans up, and then prints. A benchmark that fails prints no figures.
 * @param {Measure} measure
 * @param {{ quick: boolean, aimMs: number, flags: ReadonlySet<string> }} options it is given up after twice the time it should take
 * @returns {Promise<number>} the exit code
 */
export async function measured(measure, { quick, aimMs, flags }) {
  const limitMs = aimMs * 2;
  const folder = freshFolder();
  /** @type {(() => unknown)[]} */
  const closers = [() => rmSync(folder, { recursive: true, force: true })];
  const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const ended = new Promise((resolve) => {
    onStop(() => resolve({ sentence: sentences.stopped, code: 130 }));
    timer = setTimeout(() => resolve({ sentence: sentences.tooLong(limitMs / 1000), code: 1 }), limitMs);
  });
  const begun = performance.now();
  const timeLeft = () => Math.max(0, aimMs - (performance.now() - begun)) / 1_000;
  const onEnd = (/** @type {() => unknown} */ close) => void closers.push(close);
  const work = measure({ quick, flags, folder, onEnd, say, timeLeft }).then(
    (figures) => ({ figures }),
    (error) => ({ sentence: error.sentence ?? error.stack, code: 1 }),
  );
  const result = await Promise.race([work, ended]);
  clearTimeout(timer);
  for (const close of closers.reverse()) await close();
  if (!("figures" in result)) {
    say(result.sentence);
    return result.code;
  }
  const { lines, results } = result.figures;
  process.stdout.write(`${[...lines, ...results.map((one) => JSON.stringify(one))].join("\n")}\n`);
  return 0;
}
