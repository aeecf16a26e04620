// @ts-check
import { DemoFault, faults } from "./texts.mjs";

/**
 * @typedef {object} Options
 * @property {boolean} quick without the pauses of people
 * @property {boolean} exit ends after the result
 * @property {boolean} personVotes also acts for the person in the Playground
 */

/** @param {readonly string[]} args @returns {Options} @throws with a sentence for anything else */
export function readOptions(args) {
  const options = { quick: false, exit: false, personVotes: false };
  const rest = args.filter((arg) => arg !== "--");
  while (rest.length > 0) {
    const arg = rest.shift() ?? "";
    if (arg === "--quick") options.quick = true;
    else if (arg === "--exit") options.exit = true;
    else if (arg === "--person" && rest[0] === "votes") options.personVotes = rest.shift() !== undefined;
    else if (arg === "--person=votes") options.personVotes = true;
    else throw new DemoFault(faults.unknownOption(arg));
  }
  return options;
}
