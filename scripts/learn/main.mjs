// @ts-check
// Learns from the examples in the sources and keeps the result where the program reads it: `questions` from the
// handbook's bank of questions, `subjects` from the bank of subjects. The second word is the folder of the compiled code.
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const [what, folder = ""] = process.argv.slice(2);
const compiled = join(root, folder);

/** @param {string} target @param {Uint8Array} contents */
function keep(target, contents) {
  mkdirSync(dirname(target), { recursive: true });
  // Put in place in one go: a start that is interrupted leaves no half file.
  writeFileSync(`${target}.new`, contents);
  renameSync(`${target}.new`, target);
}

async function questions() {
  const { readHandbook } = await import(join(compiled, "rulebook", "read.js"));
  const { makeWeights } = await import(join(compiled, "rulebook", "trained", "make.js"));
  const { WEIGHTS } = await import(join(compiled, "rulebook", "trained", "load.js"));
  const folder = join(root, "src", "rulebook");
  keep(join(folder, WEIGHTS), makeWeights(readHandbook(folder)));
}

async function subjects() {
  const { loadBank, WEIGHTS } = await import(join(compiled, "exchange", "subjects", "load.js"));
  const { makeSubjects } = await import(join(compiled, "exchange", "subjects", "make.js"));
  const folder = join(root, "src", "exchange", "subjects");
  const { subjects: bank, stamp } = loadBank(folder);
  keep(join(folder, WEIGHTS), makeSubjects(bank, stamp));
}

await { questions, subjects }[/** @type {"questions" | "subjects"} */ (what)]();
