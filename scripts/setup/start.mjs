// @ts-check
// `npm start`: the bot, and in local mode the Playground beside it. Either ends with the other.
import { closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ended, nodeChild, stopChild } from "./child.mjs";
import { checkPort, portFrom } from "./ports.mjs";
import { onStop } from "./signals.mjs";
import { SetupFault, sentences } from "./texts.mjs";

const readyMs = 60_000;
const pollMs = 100;
const playgroundLog = join(".cache", "playground.log");

/**
 * @typedef {object} Parts the two programs, each as script and arguments
 * @property {readonly string[]} bot
 * @property {readonly string[]} playground
 */

/**
 * What else goes on once both answer. A number ends everything with that exit code; `signal` says that the
 * end has come from elsewhere.
 * @typedef {(at: { bot: string, playground: string, signal: AbortSignal }) => Promise<number | undefined>} Beside
 */

/** @param {string} root @returns {Parts} */
function installedParts(root) {
  const playground = join(root, "node_modules", "@microsoft", "m365agentsplayground", "cli.js");
  return { bot: [join(root, "dist", "main.js")], playground: [playground] };
}

/**
 * Runs the bot alone, as on a server.
 * @param {string} root
 * @param {readonly string[]} args
 * @param {Parts} [parts]
 * @returns {Promise<number>} the bot's exit code
 */
export async function startServer(root, args, parts = installedParts(root)) {
  const bot = nodeChild([...parts.bot, ...args], { group: true });
  const unwatch = onStop(() => stopChild(bot, { group: true }));
  const code = await ended(bot);
  unwatch();
  return code;
}

/**
 * Runs bot and Playground on this machine's loopback and prints the address to open last. The working
 * directory is where the bot keeps its data; `root` is where the program is.
 * @param {string} root
 * @param {readonly string[]} args handed to the bot
 * @param {NodeJS.ProcessEnv} env PORT and PLAYGROUND_PORT choose the ports
 * @param {Parts} [parts]
 * @param {Beside} [beside]
 * @returns {Promise<number>} 0 after a signal to stop, else the exit code of what ended
 */
export async function startLocal(root, args, env, parts = installedParts(root), beside = undefined) {
  const port = portFrom("PORT", env.PORT, 3978);
  const playgroundPort = portFrom("PLAYGROUND_PORT", env.PLAYGROUND_PORT, 56_150);
  if (port === playgroundPort) throw new SetupFault(sentences.portsEqual(port));
  await checkPort({ port, name: "PORT", what: "den Bot" });
  await checkPort({ port: playgroundPort, name: "PLAYGROUND_PORT", what: "den Playground" });

  const bot = nodeChild([...parts.bot, ...args], { env, group: true });
  const playground = startPlayground(root, env, parts.playground, port, playgroundPort);
  const stop = () => Promise.all([bot, playground].map((child) => stopChild(child, { group: true })));

  let stopping = false;
  let asked = false;
  const end = Promise.race([
    new Promise((resolve) => onStop(resolve)).then(() => {
      asked = true;
      return 0;
    }),
    ended(bot),
    // The bot is of no use here without the place to talk to it: its end is never a success.
    ended(playground).then((code) => {
      if (!stopping) process.stderr.write(`${sentences.playgroundDied(playgroundLog)}\n`);
      return code || 1;
    }),
  ]);
  const waiting = new AbortController();
  const botUrl = `http://127.0.0.1:${port}`;
  const url = `http://127.0.0.1:${playgroundPort}`;
  const ready = Promise.all([
    answers("Der Bot", `${botUrl}/readyz`, waiting.signal),
    answers("Der Playground", `${url}/_debug/ping`, waiting.signal),
  ]).then(() => undefined);
  try {
    const early = await Promise.race([end, ready]);
    if (early !== undefined) return early;
    process.stdout.write(`${sentences.running}\n${sentences.open(url)}\n`);
    if (!beside) return await end;
    const rest = beside({ bot: botUrl, playground: url, signal: waiting.signal });
    return await Promise.race([end, rest.then((code) => code ?? end)]);
  } finally {
    stopping = true;
    waiting.abort();
    await stop();
    if (asked) process.stderr.write(`${sentences.stopped}\n`);
  }
}

/**
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} script
 * @param {number} port of the bot
 * @param {number} playgroundPort
 */
function startPlayground(root, env, script, port, playgroundPort) {
  mkdirSync(join(root, ".cache"), { recursive: true });
  const out = openSync(join(root, playgroundLog), "w");
  const loopback = new URL("./loopback-only.mjs", import.meta.url).href;
  const endpoint = `http://127.0.0.1:${port}/api/messages`;
  const flags = ["-p", String(playgroundPort), "-e", endpoint, "-c", "msteams", "--dt", "true"];
  const child = nodeChild(["--import", loopback, ...script, "start", ...flags], {
    // Its own log goes where the working directory would otherwise get a folder of its own.
    env: {
      ...env,
      TEAMSAPPTESTER_BROWSER: "none",
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: join(root, ".m365agentsplayground.yml"),
      M365_AGENTS_PLAYGROUND_LOGFILE: join(root, ".cache", "playground-activities.log"),
    },
    stdio: ["ignore", out, out],
    group: true,
  });
  closeSync(out);
  return child;
}

/**
 * Waits until the address answers with success; never resolves after `signal` is aborted.
 * @param {string} what
 * @param {string} url
 * @param {AbortSignal} signal
 */
async function answers(what, url, signal) {
  const end = performance.now() + readyMs;
  while (!signal.aborted) {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
    if (performance.now() > end) throw new SetupFault(sentences.notReady(what, readyMs / 1000));
    await sleep(pollMs);
  }
  await new Promise(() => {});
}
