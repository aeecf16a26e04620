// @ts-check
import { FuzzFault, faults } from "./texts.mjs";

/**
 * @typedef {object} Options
 * @property {number} runs
 * @property {number} seed
 * @property {boolean} quick
 * @property {string} replay file of a case, or ""
 * @property {string} program folder of another built program, or ""
 */

const QUICK = 1_500;

/** @param {string} option @param {string | undefined} value */
function wholeNumber(option, value) {
  if (!/^\d{1,9}$/.test(value ?? "")) throw new FuzzFault(faults.number(option));
  return Number(value);
}

/** @param {string} option @param {string | undefined} value */
function given(option, value) {
  if (!value) throw new FuzzFault(faults.value(option));
  return value;
}

/**
 * @param {readonly string[]} args
 * @param {number} anySeed taken where none is given
 * @returns {Options}
 * @throws with a sentence for anything else
 */
export function readOptions(args, anySeed) {
  /** @type {Options} */
  const options = { runs: 10_000, seed: anySeed, quick: false, replay: "", program: "" };
  const rest = args.filter((arg) => arg !== "--");
  while (rest.length > 0) {
    const [option = "", joined] = (rest.shift() ?? "").split("=", 2);
    if (option === "--quick") {
      options.quick = true;
      options.runs = QUICK;
      continue;
    }
    if (!["--runs", "--seed", "--replay", "--program"].includes(option))
      throw new FuzzFault(faults.unknownOption(option));
    const value = joined ?? rest.shift();
    if (option === "--runs") options.runs = wholeNumber(option, value);
    else if (option === "--seed") options.seed = wholeNumber(option, value);
    else if (option === "--replay") options.replay = given(option, value);
    else options.program = given(option, value);
  }
  return options;
}
