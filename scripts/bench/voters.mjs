// @ts-check
// What 36 people send to vote, and what they must get back.
import { randomBytes } from "node:crypto";
import { parties } from "./ballot-store.mjs";
import { BenchFault, sentences } from "./texts.mjs";

/** Characters of a row of the box. */
const SEALED_BYTES = 576;
const RECEIPT = /\b[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}\b/;

/** @typedef {ReturnType<typeof createVoters>} Voters */
/** @typedef {{ election: string, round: number, token: string, ballot: string }} Paper */
/** @typedef {{ bot: import("./bots.mjs").RunningBot, presser: import("./press.mjs").Presser }} Measured */

/** The data of the button that casts, wherever it stands in the answer. @param {any} node @returns {Paper | undefined} */
function castData(node) {
  if (typeof node !== "object" || node === null) return undefined;
  if (node.verb === "election.cast") return node.data;
  for (const part of Object.values(node)) {
    const found = castData(part);
    if (found) return found;
  }
  return undefined;
}

/**
 * @param {ReturnType<typeof import("./people.mjs").createPeople>} people
 * @param {readonly string[]} candidates
 */
export function createVoters(people, candidates) {
  const everybody = Array.from({ length: people.count }, (_, at) => at);
  return {
    /** The data of what everybody would press to cast: paper and review have been gone through. @param {Measured} at @returns {Promise<readonly Paper[]>} */
    async reviewed({ bot, presser }) {
      const election = await bot.does("round");
      const pressed = everybody.map((at) => {
        const choice = candidates[at % candidates.length] ?? "";
        return people.presses(at, "election.review", { election, round: 1, choice });
      });
      await presser.connects();
      const { bodies } = await presser.wave(pressed);
      return bodies.map((body) => {
        const data = castData(body);
        if (!data) throw new BenchFault(sentences.notCast(bot.name, JSON.stringify(body).slice(0, 300)));
        return data;
      });
    },
    /** @param {readonly Paper[]} papers */
    casts: (papers) => papers.map((data, at) => people.presses(at, "election.cast", data)),
    /** The same two rows for the bare transaction. @param {string} election */
    bare: (election) =>
      everybody.map((at) => {
        const hex = () => randomBytes(32).toString("hex");
        const sealed = randomBytes(SEALED_BYTES).toString("base64");
        return { election, party: parties[at] ?? "", tag: hex(), slot: hex(), sealed };
      }),
    /** @param {{ name: string }} bot @param {readonly unknown[]} bodies @throws unless every answer has a receipt */
    look(bot, bodies) {
      const bad = bodies.map((body) => JSON.stringify(body)).find((said) => !RECEIPT.test(said));
      if (bad !== undefined) throw new BenchFault(sentences.notCast(bot.name, bad.slice(0, 300)));
    },
  };
}
