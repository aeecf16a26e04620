// @ts-check
// Pressed buttons: as drawn, by somebody else, out of date, mixed up, forged.
import { filled } from "./fill.mjs";
import { anything, mutated } from "./mutate.mjs";
import { nasty } from "./words.mjs";

/**
 * @typedef {import("../chaos/random.mjs").Chance} Chance
 * @typedef {import("./harvest.mjs").Pressable} Pressable
 * @typedef {import("./session.mjs").Person} Person
 *
 * @typedef {object} Known what the generator may use
 * @property {readonly Person[]} views
 * @property {import("./harvest.mjs").Harvest} harvest
 * @property {readonly string[]} verbs all of the program
 * @property {readonly string[]} texts typed commands
 * @property {(kind: string, name: string) => number} ran how often a handler ran
 * @property {(verb: string) => number} asked how often a button was pressed
 * @property {() => number} now
 * @property {(name: string, content: string) => string} keeps
 * @property {() => { activity: Record<string, any> } | undefined} earlier a request of before
 *
 * @typedef {{ verb: string, data: unknown, dialog: boolean, view: number, replyToId: string }} Press
 */

/** Of all verbs on cards, more often one that ran seldom. @param {Known} known @param {Chance} chance */
function seldomVerb({ harvest, ran }, chance) {
  const some = [0, 1, 2].map(() => chance.pick(harvest.verbs()));
  return some.reduce((one, other) => (ran("verb", other) < ran("verb", one) ? other : one));
}

/** @param {Known} known @param {Chance} chance @param {number} [hostile] @returns {Press} */
export function asDrawn(known, chance, hostile = 0.08) {
  const one = chance.pick(known.harvest.of(seldomVerb(known, chance)));
  return { ...one, data: { ...one.data, ...filled(one.inputs, chance, known.now(), hostile) } };
}

/** The same button, pressed by somebody who never saw it. @param {Known} known @param {Chance} chance @returns {Press} */
const bySomebodyElse = (known, chance) => ({
  ...asDrawn(known, chance),
  view: Math.floor(chance.between(0, known.views.length)),
});

/** Values of other cards under the same names: another election, another record. @param {Known} known @param {Chance} chance @returns {Press} */
function crossed(known, chance) {
  const one = asDrawn(known, chance);
  const data = /** @type {Record<string, unknown>} */ (one.data);
  const others = [1, 2, 3, 4].map(() => chance.pick(known.harvest.of(chance.pick(known.harvest.verbs()))));
  for (const other of others)
    for (const [key, value] of Object.entries(other.data)) if (key in data) data[key] = value;
  return one;
}

/** The data of one button under the verb of another. @param {Known} known @param {Chance} chance @returns {Press} */
function swapped(known, chance) {
  const some = [0, 1, 2, 3].map(() => chance.pick(known.verbs));
  const verb = some.reduce((one, other) => (known.asked(other) < known.asked(one) ? other : one));
  return { ...asDrawn(known, chance), verb };
}

/**
 * Any button at all, with all that cards of its kind have sent so far under any name.
 * @param {Known} known @param {Chance} chance @param {string} verb @param {number} view @returns {Press}
 */
export function guessed(known, chance, verb, view) {
  const { harvest } = known;
  const [kind = ""] = verb.split(".");
  const others = harvest.verbs().filter((one) => one === verb || one.startsWith(`${kind}.`));
  const cards = others.flatMap((one) => harvest.of(one).slice(-3));
  const data = Object.assign({ actionId: `g-${verb}-${view}` }, ...cards.map((one) => one.data));
  const inputs = cards.flatMap((one) => one.inputs);
  const own = harvest.of(verb).at(-1);
  return {
    verb,
    data: { ...data, ...filled(inputs, chance, known.now(), 0), ...own?.data },
    dialog: false,
    view,
    replyToId: "1",
  };
}

/** One of the buttons that were pressed least. @param {Known} known @param {Chance} chance @returns {Press} */
function seldom(known, chance) {
  const some = [0, 1, 2, 3, 4, 5].map(() => chance.pick(known.verbs));
  const verb = some.reduce((one, other) => (known.ran("verb", other) < known.ran("verb", one) ? other : one));
  return guessed(known, chance, verb, Math.floor(chance.between(0, known.views.length)));
}

/** @param {Known} known @param {Chance} chance @returns {Press} */
function forged(known, chance) {
  const one = asDrawn(known, chance);
  return {
    ...one,
    data: mutated(/** @type {any} */ ({ data: one.data }), chance, chance.pick([1, 1, 2, 5])).data,
  };
}

/** @param {Known} known @param {Chance} chance @returns {Press} */
const blind = (known, chance) => ({
  verb: chance.pick([...known.verbs, "say", "no.such", "", "__proto__", "constructor", chance.pick(nasty)]),
  data: chance.pick([{}, null, anything(chance), { text: chance.pick(nasty) }, { id: anything(chance) }]),
  dialog: chance.happens(0.2),
  view: Math.floor(chance.between(0, known.views.length)),
  replyToId: "1",
});

/** How often each comes, of a hundred presses. @type {readonly [string, number, (known: Known, chance: Chance) => Press][]} */
export const presses = [
  ["drawn", 40, asDrawn],
  ["seldom", 4, seldom],
  ["otherPerson", 14, bySomebodyElse],
  ["crossed", 14, crossed],
  ["swapped", 6, swapped],
  ["forged", 16, forged],
  ["blind", 6, blind],
];

/**
 * The activity of a press.
 * @param {Known} known
 * @param {Press} press
 * @returns {Record<string, any>}
 */
export function pressed({ views }, { verb, data, dialog, view, replyToId }) {
  const who = /** @type {Person} */ (views[view]);
  if (dialog) {
    const own = typeof data === "object" && data !== null && !Array.isArray(data) ? { ...data, verb } : data;
    const value = { commandId: "erfassen", commandContext: "message", data: own };
    return who.activity({ type: "invoke", name: "composeExtension/submitAction", value });
  }
  const value = { action: { type: "Action.Execute", verb, data }, trigger: "manual" };
  return who.activity({ type: "invoke", name: "adaptiveCard/action", value, replyToId });
}
