// @ts-check
// Fills the inputs of a card as somebody would, or as nobody should.
import { nasty, plainWords } from "./words.mjs";

/** @typedef {import("../chaos/random.mjs").Chance} Chance */
/** @typedef {import("./harvest.mjs").Input} Input */

const DAY = 86_400_000;

/** @param {Input} input @param {Chance} chance @returns {string} */
function chosen({ choices, several }, chance) {
  if (choices.length === 0) return "";
  if (!several) return chance.pick(choices);
  const taken = choices.filter(() => chance.happens(2 / choices.length));
  return (taken.length > 0 ? taken : [chance.pick(choices)]).join(",");
}

/** @param {Input} input @param {Chance} chance @param {number} now */
function value(input, chance, now) {
  const { type, on, off } = input;
  if (type === "Input.ChoiceSet") return chosen(input, chance);
  if (type === "Input.Toggle") return chance.pick([on, off]);
  if (type === "Input.Date") return new Date(now + chance.between(1, 90) * DAY).toISOString().slice(0, 10);
  if (type === "Input.Time") return chance.pick(["09:00", "18:00", "10:30"]);
  if (type === "Input.Number") return String(Math.floor(chance.between(1, 40)));
  return chance.pick(plainWords);
}

/**
 * What a client sends for these inputs.
 * @param {readonly Input[]} inputs
 * @param {Chance} chance
 * @param {number} now
 * @param {number} hostile share of values that no client would send
 */
export function filled(inputs, chance, now, hostile) {
  return Object.fromEntries(
    inputs.map((input) => {
      if (chance.happens(hostile)) return [input.id, chance.pick(nasty)];
      const drawn = input.value === undefined ? "" : String(input.value);
      return [input.id, drawn !== "" && chance.happens(0.5) ? drawn : value(input, chance, now)];
    }),
  );
}
