// @ts-check
// When the bot is ended in the course of an election: at its opening, while people vote, and at every step of
// the close.
import { setTimeout as sleep } from "node:timers/promises";
import { isAbout, WAVE } from "./election-acts.mjs";

/**
 * @typedef {import("./town.mjs").Town} Town
 * @typedef {import("./random.mjs").Chance} Chance
 * @typedef {import("./election-acts.mjs").Held} Held
 * @typedef {import("./killer.mjs").Moment} Moment
 */

export const openings = /** @type {const} */ (["start", "ballots"]);
/** @typedef {"close" | "sealed" | "rewrite" | "result"} Closing */
/** One after the other in one election. @type {readonly (readonly Closing[])[]} */
export const closings = [
  ["close", "rewrite"],
  ["rewrite", "result"],
  ["sealed", "rewrite"],
  ["rewrite", "rewrite"],
];

/** So many ends while people vote, in one election. */
export const IN_VOTE = 3;
const SEALED = "die Urne ist versiegelt";
const RESULT = "Ergebnis der Wahl";
const ENDED = "Dieser Wahlgang ist beendet";
const BALLOT = "Sie können jetzt abstimmen";

/** @param {Chance} chance @param {readonly string[]} words @param {number} skipped so many calls at most pass before @returns {Moment} */
function delivery(chance, words, skipped) {
  let left = Math.floor(chance.between(0, skipped + 1));
  return {
    at: chance.pick(/** @type {const} */ (["before", "after", "answered"])),
    fits: ({ text }) => words.some((one) => text.includes(one)) && left-- <= 0,
    afterMs: 0,
    withinMs: 30_000,
  };
}

/** @param {Chance} chance @param {string} verb @param {number} skipped so many requests at most pass before @param {number} withinMs @returns {Moment} */
function pressed(chance, verb, skipped, withinMs) {
  const crowded = skipped > 0;
  let left = Math.floor(chance.between(0, skipped + 1));
  const fits = (/** @type {{ verb: string }} */ said) => said.verb === verb && left-- <= 0;
  return { at: "request", fits, afterMs: chance.small(crowded ? 20 : 10), crowded, withinMs };
}

/** @param {Chance} chance */
export const atStart = (chance) => pressed(chance, "election.start", 0, 10_000);
/** @param {Chance} chance */
export const atBallots = (chance) => delivery(chance, [BALLOT], 34);

/**
 * In the course of the vote: when so many have voted, at the next cast, or now and then at another step.
 * @param {Town} town @param {Held} held @param {Chance} chance @param {() => boolean} goesOn
 */
export async function whileVoting({ killer }, held, chance, goesOn) {
  for (let number = 0; number < IN_VOTE; number += 1) {
    while (goesOn() && held.votes.length < number * WAVE) await sleep(5);
    const other = number === 0 && chance.happens(0.5);
    const verb = other ? chance.pick(/** @type {const} */ (["review", "paper"])) : "cast";
    await killer.at(pressed(chance, `election.${verb}`, WAVE / 2, 8_000));
    if (chance.happens(0.15)) {
      await sleep(chance.between(20, 1_200));
      await killer.at({ at: "now", afterMs: 0 });
    }
  }
}

/**
 * Ends the bot at the commit of the count, or at what comes before or after it. Once the seal is out, and that is
 * noted, nothing else commits.
 * @param {Town} town @param {Held} held @param {Chance} chance
 */
async function atRewrite({ killer, channel, store }, held, chance) {
  await channel.awaits((one) => one.text.includes(SEALED) && isAbout(one, held.id), 90_000);
  const steps = store.shows === "steps";
  if (!steps) await sleep(400);
  const end = performance.now() + 10_000;
  for (let changes = chance.happens(0.5) ? 1 : steps ? 0 : 2; changes > 0; changes -= 1) {
    const before = await store.changes(held.id);
    while ((await store.changes(held.id)) === before && performance.now() < end) await sleep(1);
  }
  await sleep(chance.between(0, 6));
  await killer.at({ at: "now", afterMs: 0 });
}

/** @param {Town} town @param {Held} held @param {Chance} chance @param {Closing} closing */
function atClosing(town, held, chance, closing) {
  const { killer } = town;
  if (closing === "rewrite") return atRewrite(town, held, chance);
  if (closing === "close") return killer.at(pressed(chance, "election.close", 0, 10_000));
  if (closing === "sealed") return killer.at(delivery(chance, [SEALED], 0));
  return killer.at(delivery(chance, [RESULT, ENDED], 60));
}

/** @param {Town} town @param {Held} held @param {Chance} chance @param {readonly Closing[]} closing */
export async function whileClosing(town, held, chance, closing) {
  for (const one of closing) await atClosing(town, held, chance, one);
}
