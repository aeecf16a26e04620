// @ts-check
import { ChaosFault, faults } from "./texts.mjs";

export const scenarios = /** @type {const} */ (["election", "outbox"]);

/**
 * @typedef {object} Options
 * @property {typeof scenarios[number]} scenario
 * @property {number} kills
 * @property {number} seed
 * @property {boolean} postgres two processes on PostgreSQL
 */

/** @param {string} option @param {string | undefined} value @param {number} least */
function wholeNumber(option, value, least) {
  const number = Number(value);
  if (!/^\d{1,9}$/.test(value ?? "") || number < least) throw new ChaosFault(faults.number(option, least));
  return number;
}

/**
 * @param {readonly string[]} args
 * @param {number} anySeed taken where none is given
 * @returns {Options}
 * @throws with a sentence for anything else
 */
export function readOptions(args, anySeed) {
  const [name, ...rest] = args.filter((arg) => arg !== "--");
  const scenario = scenarios.find((one) => one === name);
  if (!scenario) throw new ChaosFault(faults.usage(scenarios));
  const options = { scenario, kills: 20, seed: anySeed, postgres: false };
  while (rest.length > 0) {
    if (rest[0] === "--postgres") {
      options.postgres = rest.shift() !== undefined;
      continue;
    }
    const [option, joined] = (rest.shift() ?? "").split("=", 2);
    if (option !== "--kills" && option !== "--seed")
      throw new ChaosFault(faults.unknownOption(option ?? "", scenarios));
    const value = joined ?? rest.shift();
    if (option === "--kills") options.kills = wholeNumber(option, value, 1);
    else options.seed = wholeNumber(option, value, 0);
  }
  return options;
}
