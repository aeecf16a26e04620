// @ts-check
// Learns from the handbook's examples and keeps the result where the program reads it.
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const compiled = join(root, ".cache", "learn", "rulebook");
const { readHandbook } = await import(join(compiled, "read.js"));
const { makeWeights } = await import(join(compiled, "trained", "make.js"));
const { WEIGHTS } = await import(join(compiled, "trained", "load.js"));

const folder = join(root, "src", "rulebook");
const target = join(folder, WEIGHTS);
mkdirSync(dirname(target), { recursive: true });
// Put in place in one go: a start that is interrupted leaves no half file.
writeFileSync(`${target}.new`, makeWeights(readHandbook(folder)));
renameSync(`${target}.new`, target);
