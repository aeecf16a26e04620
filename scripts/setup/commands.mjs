// @ts-check
import { existsSync, readdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ended, nodeChild, stopChild } from "./child.mjs";
import { prepare } from "./prepare.mjs";
import { onStop } from "./signals.mjs";
import { startLocal, startServer } from "./start.mjs";
import { SetupFault, sentences } from "./texts.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const onServer = Boolean(process.env.BOT_ID);
const everything = /** @type {const} */ (["clients", "weights", "subjects", "program"]);

/** @typedef {(args: string[]) => Promise<number>} Command resolves with the exit code */

/** @type {Record<string, Command>} */
const commands = {
  start: async (args) => {
    await prepare(root, { made: everything, mayInstall: !onServer });
    return onServer ? startServer(root, args) : startLocal(root, args, process.env);
  },
  demo: async (args) => {
    await prepare(root, { made: everything, mayInstall: !onServer });
    const { runDemo } = await import("../demo/demo.mjs");
    return runDemo(root, args, process.env);
  },
  // The tests run the sources: a type error elsewhere must not keep them from running.
  test: async (args) => {
    await prepare(root, { made: ["clients", "weights", "subjects"], mayInstall: !onServer });
    return passOn([vitest(), "run", ...args]);
  },
  e2e: async (args) => {
    await prepare(root, { made: everything, mayInstall: !onServer });
    if (!onPath("chromium")) throw new SetupFault(sentences.chromiumMissing);
    return passOn([vitest(), "run", "--config", join(root, "vitest.e2e.config.ts"), ...args]);
  },
  bench: async (args) => {
    await prepare(root, { made: [...everything, "support"], mayInstall: !onServer });
    return passOn([join(root, "scripts", "bench", "main.mjs"), ...args]);
  },
  eval: async (args) => {
    await prepare(root, { made: everything, mayInstall: !onServer });
    return passOn([join(root, "scripts", "eval", "main.mjs"), ...args]);
  },
  mutate: async (args) => {
    await prepare(root, { made: ["clients", "weights", "subjects"], mayInstall: !onServer });
    return passOn([join(root, "scripts", "mutate", "main.mjs"), ...args]);
  },
  chaos: async (args) => {
    await prepare(root, { made: [...everything, "support"], mayInstall: !onServer });
    return passOn([join(root, "scripts", "chaos", "main.mjs"), ...args]);
  },
  fuzz: async (args) => {
    await prepare(root, { made: [...everything, "fuzzSupport"], mayInstall: !onServer });
    return passOn([join(root, "scripts", "fuzz", "main.mjs"), ...args]);
  },
  durable: async (args) => {
    await prepare(root, { made: [...everything, "support"], mayInstall: !onServer });
    return passOn([join(root, "scripts", "strace", "main.mjs"), ...args]);
  },
  /** BOT_ID is a value of the package here, not the sign of a server. */
  package: async (args) => {
    await prepare(root, { made: everything, mayInstall: true });
    return passOn([join(root, "scripts", "package", "main.mjs"), ...args]);
  },
  /** For everybody who wants to recount: nothing is installed or built for it. */
  recount: (args) => passOn([join(root, "scripts", "recount", "main.mjs"), ...args]),
  /** Reads what is installed and the lock file; nothing is made for it. */
  licences: (args) => passOn([join(root, "scripts", "licences", "main.mjs"), ...args]),
  /** The one command that also installs on a server: it is how a server is set up. */
  build: async () => {
    await prepare(root, { made: everything, mayInstall: true });
    return 0;
  },
};

function vitest() {
  return join(root, "node_modules", "vitest", "vitest.mjs");
}

/** @param {string} program */
function onPath(program) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/** The command-line tools: each file of src/cli whose name is one word. */
function tools() {
  const folder = join(root, "src", "cli");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^[a-z]+\.ts$/.test(name))
    .map((name) => name.slice(0, -3));
}

/**
 * Runs a child that has the terminal: Ctrl-C reaches it directly, its exit code is passed on.
 * @param {readonly string[]} args
 */
async function passOn(args) {
  const child = nodeChild(args);
  const unwatch = onStop((signal) => signal === "SIGINT" || stopChild(child, { signal }));
  const code = await ended(child);
  unwatch();
  return code;
}

/**
 * @param {string | undefined} name
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function run(name, args) {
  const command = name === undefined ? undefined : commands[name];
  if (command) return command(args);
  const known = tools();
  if (name === undefined || !known.includes(name)) {
    const all = [...Object.keys(commands), ...known];
    throw new SetupFault(name === undefined ? sentences.usage(all) : sentences.unknown(name, all));
  }
  await prepare(root, { made: everything, mayInstall: !onServer });
  return passOn([join(root, "dist", "cli", `${name}.js`), ...args]);
}
