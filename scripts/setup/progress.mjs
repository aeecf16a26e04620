// @ts-check
import { sentences } from "./texts.mjs";

const quietMs = 15_000;

/**
 * Runs one step and says on stderr that it runs and how long it took; stdout belongs to data.
 * On a terminal the line counts the seconds in place, elsewhere a line appears every 15 s.
 * @template T
 * @param {string} step
 * @param {() => Promise<T>} body
 * @param {{ isTTY?: boolean, write(text: string): unknown }} [out]
 * @returns {Promise<T>}
 */
export async function withProgress(step, body, out = process.stderr) {
  const begun = performance.now();
  const seconds = () => Math.round((performance.now() - begun) / 1000);
  const inPlace = out.isTTY === true;
  const say = (/** @type {string} */ text, last = false) =>
    out.write(inPlace ? `\r\x1b[2K${text}${last ? "\n" : ""}` : `${text}\n`);
  say(`${step} …`);
  const timer = setInterval(() => say(sentences.still(step, seconds())), inPlace ? 1000 : quietMs);
  try {
    const result = await body();
    say(sentences.done(step, seconds()), true);
    return result;
  } catch (error) {
    say(sentences.failed(step, seconds()), true);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
