// @ts-check
import { accessSync, closeSync, constants, mkdirSync, openSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ended, nodeChild, stopChild } from "./child.mjs";
import { chooseHeaders, fetchNode, headersFor } from "./headers.mjs";
import { npmEnvironment, npmScript } from "./npm.mjs";
import { withProgress } from "./progress.mjs";
import { onStop } from "./signals.mjs";
import { installStamp, removeStamp, stampHolds, writeStamp } from "./stamp.mjs";
import { SetupFault, sentences, steps } from "./texts.mjs";

const log = join(".cache", "npm.log");

/** Any one of each list will do. */
const compilerParts = [
  { name: "python3", programs: ["python3", "python"] },
  { name: "make", programs: ["make", "gmake"] },
  { name: "g++", programs: ["g++", "c++", "clang++"] },
];

/** @param {string} root */
const stampFile = (root) => join(root, "node_modules", ".forumsbote-stamp");

/** @param {string} root */
export function isInstalled(root) {
  return stampHolds(stampFile(root), installStamp(root));
}

/**
 * The parts of a compiler that are not on the PATH, by the names of their Debian packages.
 * @param {string} path as in the variable PATH
 */
export function missingCompilerParts(path) {
  const folders = path.split(delimiter);
  const runs = (/** @type {string} */ file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  };
  return compilerParts
    .filter(
      ({ programs }) => !programs.some((program) => folders.some((folder) => runs(join(folder, program)))),
    )
    .map(({ name }) => name);
}

/**
 * Runs a Node script with its output in a log file, in a process group of its own that ends with this one.
 * @param {string} root
 * @param {string} file the log, relative to root
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export async function runLogged(root, file, args, { cwd = root, env = process.env } = {}) {
  mkdirSync(join(root, ".cache"), { recursive: true });
  const out = openSync(join(root, file), "a");
  const child = nodeChild(args, { cwd, env, stdio: ["ignore", out, out], group: true });
  const unwatch = onStop(async (signal) => {
    await stopChild(child, { group: true });
    // 0 as for a running bot: Ctrl-C is how a start ends.
    process.exit(signal === "SIGINT" ? 0 : 143);
  });
  try {
    return await ended(child);
  } finally {
    unwatch();
    closeSync(out);
  }
}

/** @param {string} root @returns {Promise<string | undefined>} what npm_config_nodedir must name */
async function headersFolder(root) {
  const choice = chooseHeaders(root);
  if (choice.kind === "present") return choice.folder;
  if (choice.kind === "none") return undefined;
  const env = npmEnvironment(process.env, undefined);
  const npm = (/** @type {string[]} */ args, /** @type {string} */ cwd) =>
    runLogged(root, log, [npmScript(), ...args], { cwd, env });
  return withProgress(steps.headers, () => fetchNode(root, choice, npm));
}

/** @param {string} root */
function sqliteLoads(root) {
  const script = 'new (require("better-sqlite3"))(":memory:").close()';
  return runLogged(root, log, ["-e", script]).then((code) => code === 0);
}

/**
 * Installs all packages of the lock file, development packages included, and stamps the folder.
 * @param {string} root
 */
export async function install(root) {
  const nodedir = await headersFolder(root);
  const env = npmEnvironment(process.env, nodedir);
  // A binary made beforehand may have been compiled with the headers that must be avoided.
  const { node } = process.versions;
  if (nodedir !== undefined && headersFor(node) !== node) env.npm_config_build_from_source = "better-sqlite3";
  removeStamp(stampFile(root));
  const args = [npmScript(), "ci", "--include=dev", "--ignore-scripts=false", "--no-audit", "--no-fund"];
  await withProgress(steps.install, async () => {
    if ((await runLogged(root, log, args, { env })) !== 0) throw installFault();
    if (!(await sqliteLoads(root))) throw new SetupFault(sentences.sqliteUnusable(log));
  });
  writeStamp(stampFile(root), installStamp(root));
}

function installFault() {
  const missing = process.platform === "linux" ? missingCompilerParts(process.env.PATH ?? "") : [];
  return new SetupFault(
    missing.length > 0 ? sentences.compilerMissing(missing, log) : sentences.installFailed(log),
  );
}
