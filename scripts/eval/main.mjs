// @ts-check
// `npm run eval -- rules | search`: how good answers and searches are. Table to stdout, the last line is JSON.
import { evalRules } from "./rules.mjs";
import { evalSearch } from "./search.mjs";
import { Fault, sentences } from "./texts.mjs";

/** @type {Record<string, (args: readonly string[]) => number>} */
const kinds = { rules: evalRules, search: evalSearch };

try {
  const [what = "", ...rest] = process.argv.slice(2).filter((arg) => arg !== "--");
  const run = kinds[what];
  if (!run) throw new Fault(sentences.usage);
  process.exitCode = run(rest);
} catch (fault) {
  if (!(fault instanceof Fault)) throw fault;
  console.error(fault.message);
  process.exitCode = 1;
}
