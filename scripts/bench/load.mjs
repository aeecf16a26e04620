// @ts-check
// The client: a fixed number of turns over a fixed number of kept connections, as fast as they are answered.
import autocannon from "autocannon";
import { BenchFault, sentences } from "./texts.mjs";

export const CONNECTIONS = 16;

/**
 * Sends `amount` activities and waits for all of them.
 * @param {{ name: string, url: string }} bot
 * @param {{ authorization: string, amount: number, next: () => object }} what `next` makes an activity
 * @returns {Promise<number>} seconds from the first to the last
 * @throws BenchFault unless every one was answered with 200
 */
export async function load(bot, { authorization, amount, next }) {
  const begun = performance.now();
  let last = begun;
  const setupRequest = (/** @type {object} */ request) => ({ ...request, body: JSON.stringify(next()) });
  const headers = { "content-type": "application/json", authorization };
  const result = await new Promise((resolve, reject) => {
    const run = autocannon(
      {
        url: bot.url,
        method: "POST",
        headers,
        connections: CONNECTIONS,
        amount,
        timeout: 10,
        // It looks only that often whether it is done, in ms; the time is taken from the last answer.
        sampleInt: 50,
        bailout: 1,
        requests: [{ setupRequest }],
      },
      (/** @type {Error | null} */ error, /** @type {any} */ done) => (error ? reject(error) : resolve(done)),
    );
    run.on("response", () => {
      last = performance.now();
    });
  });
  const fine = result.statusCodeStats["200"]?.count ?? 0;
  if (fine !== amount) {
    const what = JSON.stringify({ amount, ...result.statusCodeStats, errors: result.errors });
    throw new BenchFault(sentences.notAcknowledged(bot.name, what));
  }
  return (last - begun) / 1_000;
}
