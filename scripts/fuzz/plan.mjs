// @ts-check
// What is sent next. The same seed and the same answers plan the same run.
import * as others from "./others.mjs";
import { pressed, presses } from "./presses.mjs";
import { envelope, raw } from "./wrong.mjs";

/** @typedef {import("./others.mjs").Request} Request */
/** @typedef {import("./presses.mjs").Known} Known */
/** @typedef {import("../chaos/random.mjs").Chance} Chance */
/** @typedef {{ shape: string, requests: readonly Request[] }} Volley requests that are sent at once */

/**
 * @template T
 * @param {readonly (readonly [string, number, T])[]} table
 * @param {Chance} chance
 * @returns {readonly [string, T]}
 */
function weighted(table, chance) {
  let left = chance.between(
    0,
    table.reduce((sum, [, weight]) => sum + weight, 0),
  );
  for (const [name, weight, one] of table) {
    left -= weight;
    if (left < 0) return [name, one];
  }
  const [name, , one] = /** @type {readonly [string, number, T]} */ (table.at(-1));
  return [name, one];
}

/** @param {Known} known @param {Chance} chance @returns {readonly [string, Request]} */
function press(known, chance) {
  const [name, make] = weighted(presses, chance);
  return [`press.${name}`, { activity: pressed(known, make(known, chance)) }];
}

/** How often each comes, of a hundred. @type {readonly (readonly [string, number, others.Make | null])[]} */
const kinds = [
  ["press", 56, null],
  ["command", 11, others.command],
  ["question", 3, others.question],
  ["oddText", 12, others.oddText],
  ["search", 5, others.search],
  ["dialog", 4, others.dialog],
  ["file", 2, others.file],
  ["event", 4, others.event],
  ["unknown", 3, others.unknown],
];

/** @param {Known} known @param {Chance} chance @returns {readonly [string, Request]} */
function single(known, chance) {
  const [name, make] = weighted(kinds, chance);
  return make ? [name, make(known, chance)] : press(known, chance);
}

/** Ways to send it. @type {readonly (readonly [string, number, (sent: Request, known: Known, chance: Chance) => readonly Request[]])[]} */
const ways = [
  ["", 82, (sent) => [sent]],
  ["envelope", 7, ({ activity = {} }, known, chance) => [envelope(activity, known, chance)]],
  ["raw", 3, ({ activity = {} }, known, chance) => [raw(activity, known, chance)]],
  ["twice", 2, (sent) => [sent, sent]],
  ["again", 4, (sent, known) => [known.earlier() ?? sent]],
  [
    "sameId",
    2,
    ({ activity = {} }, known) => [{ activity: { ...activity, id: known.earlier()?.activity.id ?? "1" } }],
  ],
];

/** @param {Known} known @param {Chance} chance @returns {Volley} */
export function nextVolley(known, chance) {
  const [name, sent] = single(known, chance);
  const [way, send] = weighted(ways, chance);
  return { shape: way ? `${way} ${name}` : name, requests: send(sent, known, chance) };
}
