// @ts-check
// The client of a wave: all requests are ready, so many leave at the same time over kept connections, and each
// is timed by itself.
import { Agent, request as send } from "node:http";
import { BenchFault, sentences } from "./texts.mjs";

const answerMs = 10_000;

/**
 * @typedef {object} Wave
 * @property {number} seconds from the first request to the last answer
 * @property {readonly number[]} ms of each request
 * @property {readonly any[]} bodies in the order of the requests
 *
 * @typedef {ReturnType<typeof createPresser>} Presser
 */

/** @param {{ name: string, url: string }} bot @param {string} authorization @param {number} connections */
export function createPresser(bot, authorization, connections) {
  const options = { keepAlive: true, maxSockets: connections };
  let agent = new Agent(options);

  /** Opens one connection. @returns {Promise<void>} */
  const knock = () =>
    new Promise((resolve, reject) => {
      const call = send(new URL("/healthz", bot.url), { agent, timeout: answerMs }, (response) => {
        response.resume();
        response.on("end", resolve);
      });
      call.on("error", reject);
      call.end();
    });

  /** @param {string} raw @returns {Promise<{ ms: number, status: number, body: string }>} */
  function one(raw) {
    const begun = performance.now();
    return new Promise((resolve, reject) => {
      const headers = {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(raw),
        authorization,
      };
      const call = send(bot.url, { method: "POST", headers, agent, timeout: answerMs }, (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (part) => {
          body += part;
        });
        response.on("end", () =>
          resolve({ ms: performance.now() - begun, status: response.statusCode ?? 0, body }),
        );
        response.on("error", reject);
      });
      call.on("timeout", () => call.destroy(new Error("no answer in time")));
      call.on("error", reject);
      call.end(raw);
    });
  }

  return {
    /** New connections, all open: a server closes those that have been idle for some seconds. */
    async connects() {
      agent.destroy();
      agent = new Agent(options);
      await Promise.all(Array.from({ length: connections }, knock));
    },
    /** @param {readonly object[]} activities @returns {Promise<Wave>} @throws BenchFault unless each was answered with 200 */
    async wave(activities) {
      const raws = activities.map((activity) => JSON.stringify(activity));
      const begun = performance.now();
      const answers = await Promise.all(raws.map(one));
      const seconds = (performance.now() - begun) / 1_000;
      const bad = answers.find(({ status }) => status !== 200);
      if (bad) throw new BenchFault(sentences.notAcknowledged(bot.name, `${bad.status} ${bad.body}`));
      const bodies = answers.map(({ body }) => (body === "" ? undefined : JSON.parse(body)));
      return { seconds, ms: answers.map(({ ms }) => ms), bodies };
    },
    close: () => agent.destroy(),
  };
}
