// @ts-check
// What is made out of the sources: both Prisma clients, and dist/. Made anew only when the sources changed.
import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { extname, join } from "node:path";
import { runLogged } from "./install.mjs";
import { withProgress } from "./progress.mjs";
import { inputsStamp, removeStamp, stampHolds, writeStamp } from "./stamp.mjs";
import { SetupFault, sentences, steps } from "./texts.mjs";

const generated = "src/db/generated";
const learnt = "src/rulebook/generated";
const known = "src/exchange/subjects/generated";
const copied = new Set([".yaml", ".yml", ".json", ".sql", ".html", ".css", ".wasm", ".txt", ".bin"]);

/**
 * @typedef {object} Product
 * @property {string} step what the operator reads
 * @property {readonly string[]} inputs
 * @property {readonly string[]} without
 * @property {string} stamp
 * @property {string} result exists when the product was made
 * @property {(root: string, log: string) => Promise<void>} make `log`: file for what the tools say
 */

/**
 * Compiles what learns, into a folder of its own, and lets it learn.
 * @param {string} root @param {string} log @param {"questions" | "subjects"} what
 */
async function learn(root, log, what) {
  const folder = join(".cache", `learn-${what}`);
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const compile = [tsc, "-p", "scripts/learn/tsconfig.json", "--outDir", folder, "--pretty", "false"];
  if ((await runLogged(root, log, compile)) !== 0) throw new SetupFault(sentences.compileFailed(log));
  const code = await runLogged(root, log, [join(root, "scripts", "learn", "main.mjs"), what, folder]);
  if (code !== 0) throw new SetupFault(sentences.learnFailed(log));
}

/** @type {Product} */
const clients = {
  step: steps.generate,
  inputs: ["prisma/schema.prisma", "scripts/generate.mjs", "package-lock.json"],
  without: [],
  stamp: `${generated}/.stamp`,
  result: `${generated}/postgresql/client.ts`,
  make: async (root, log) => {
    const code = await runLogged(root, log, [join(root, "scripts", "generate.mjs")]);
    if (code !== 0) throw new SetupFault(sentences.generateFailed(log));
  },
};

/**
 * What the program has learnt from the handbook's examples. Compiled apart, because it is needed where the program as
 * a whole is not compiled: in the tests.
 * @type {Product}
 */
const weights = {
  step: steps.learn,
  inputs: [
    ...["handbook", "trained", "lexicon.yaml", "lexicon-further.yaml"].map((name) => `src/rulebook/${name}`),
    ...["read.ts", "asked.ts", "lexicon.ts", "terms.ts"].map((name) => `src/rulebook/${name}`),
    ...["src/search", "scripts/learn", "package-lock.json"],
  ],
  without: [],
  stamp: `${learnt}/.stamp`,
  result: `${learnt}/weights.bin`,
  make: (root, log) => learn(root, log, "questions"),
};

/**
 * What the search has learnt from the bank of subjects.
 * @type {Product}
 */
const subjects = {
  step: steps.learnSubjects,
  inputs: ["src/exchange/subjects", "src/search", "scripts/learn", "package-lock.json"],
  without: [known],
  stamp: `${known}/.stamp`,
  result: `${known}/subjects.bin`,
  make: (root, log) => learn(root, log, "subjects"),
};

/** @type {Product} */
const program = {
  step: steps.compile,
  inputs: ["src", "prisma/schema.prisma", "tsconfig.json", "tsconfig.build.json", "package-lock.json"],
  without: [generated],
  stamp: "dist/.stamp",
  result: "dist/main.js",
  make: async (root, log) => {
    rmSync(join(root, "dist"), { recursive: true, force: true });
    const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
    const code = await runLogged(root, log, [tsc, "-p", "tsconfig.build.json", "--pretty", "false"]);
    if (code !== 0) throw new SetupFault(sentences.compileFailed(log));
    copyAssets(join(root, "src"), join(root, "dist"));
  },
};

/**
 * What benchmarks and trials take from the tests: Node 20 cannot run TypeScript itself.
 * @type {Product}
 */
const support = {
  step: steps.support,
  inputs: [
    ...["issuer", "fake-connector", "postgres"].map((name) => `test/support/${name}.ts`),
    "scripts/bench/tsconfig.json",
  ],
  without: [],
  stamp: ".cache/bench-support/.stamp",
  result: ".cache/bench-support/issuer.js",
  make: async (root, log) => {
    const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
    const code = await runLogged(root, log, [tsc, "-p", "scripts/bench/tsconfig.json", "--pretty", "false"]);
    if (code !== 0) throw new SetupFault(sentences.compileFailed(log));
  },
};

/**
 * What the trial with generated activities takes from the tests.
 * @type {Product}
 */
const fuzzSupport = {
  step: steps.support,
  inputs: ["test/support", "scripts/fuzz/tsconfig.json"],
  without: [],
  stamp: ".cache/fuzz-support/.stamp",
  result: ".cache/fuzz-support/issuer.js",
  make: async (root, log) => {
    const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
    const code = await runLogged(root, log, [tsc, "-p", "scripts/fuzz/tsconfig.json", "--pretty", "false"]);
    if (code !== 0) throw new SetupFault(sentences.compileFailed(log));
  },
};

/**
 * The files the program reads beside its code: the compiler leaves them behind.
 * @param {string} from @param {string} to
 */
function copyAssets(from, to) {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && copied.has(extname(entry.name))) cpSync(path, join(to, path.slice(from.length)));
  }
}

/** @param {string} root @param {Product} product */
function isFresh(root, { inputs, without, stamp, result }) {
  return existsSync(join(root, result)) && stampHolds(join(root, stamp), inputsStamp(root, inputs, without));
}

/** @typedef {"clients" | "weights" | "subjects" | "program" | "support" | "fuzzSupport"} Made */
const products = { clients, weights, subjects, program, support, fuzzSupport };

/** The program is compiled with the clients, and takes along what was learnt. @type {ReadonlySet<Made>} */
const needsOthers = new Set(["program", "support", "fuzzSupport"]);

/** @param {string} root @param {Made} which */
export function isMade(root, which) {
  return isFresh(root, products[which]);
}

/**
 * Makes what is not fresh: at the same time what does not need another one, then the rest in this order.
 * @param {string} root @param {readonly Made[]} all
 */
export async function makeAll(root, all) {
  const first = all.filter((which) => !needsOthers.has(which));
  await Promise.all(first.map((which) => makeIfChanged(root, which)));
  for (const which of all) if (needsOthers.has(which)) await makeIfChanged(root, which);
}

/** @param {string} root @param {Made} which */
async function makeIfChanged(root, which) {
  const product = products[which];
  if (isFresh(root, product)) return;
  const stamp = inputsStamp(root, product.inputs, product.without);
  removeStamp(join(root, product.stamp));
  const log = join(".cache", `build-${which}.log`);
  rmSync(join(root, log), { force: true });
  await withProgress(product.step, () => product.make(root, log));
  writeStamp(join(root, product.stamp), stamp);
}
