// @ts-check
// `npm run licences [-- --list]`: whether the licence of every package that runs with the program is allowed.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { judged } from "./judged.mjs";
import { dependenciesOf } from "./read.mjs";
import { judge } from "./rule.mjs";
import { sentences } from "./texts.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);

/** @param {readonly string[]} args @returns {number} the exit code */
function run(args) {
  if (args.length > 1 || (args[0] !== undefined && args[0] !== "--list")) {
    say(sentences.usage);
    return 2;
  }
  const dependencies = dependenciesOf(root);
  const { open, unused } = judge(dependencies, judged);
  if (args[0] === "--list")
    for (const { name, version, licence } of dependencies) say(`${name}\t${version}\t${licence || "-"}`);
  for (const [name, { why }] of Object.entries(judged)) say(sentences.judged(name, why));
  for (const one of open) say(sentences.open(one));
  for (const name of unused) say(sentences.unused(name));
  say(open.length > 0 ? sentences.next : sentences.fine(dependencies.length));
  return open.length + unused.length > 0 ? 1 : 0;
}

process.exitCode = run(process.argv.slice(2));
