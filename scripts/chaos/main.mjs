// @ts-check
// `npm run chaos -- election|outbox [--kills N] [--seed S] [--postgres]`: what happens goes to stderr, the figures as one line
// of JSON to stdout. Exit code 1 when something was lost, counted twice, or left half-done.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onStop } from "../setup/signals.mjs";
import { readOptions } from "./options.mjs";
import { faults, lines } from "./texts.mjs";

/**
 * @typedef {object} Outcome
 * @property {Record<string, number>} figures
 * @property {Record<string, readonly string[]>} wrong by kind; all must be empty
 * @property {Pick<import("./town.mjs").Town, "killer" | "bot">} town
 * @property {readonly string[]} [tried] figures that must not be nought, with enough ends
 * @property {"unanswered" | "duringDelivery"} [met] what at least half of the ends must hit; "unanswered" unless said
 *
 * @typedef {(given: Parameters<typeof import("./town.mjs").openTown>[0]) => Promise<Outcome>} Scenario
 */

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const perKillMs = 30_000;
const restMs = 600_000;
const SHOWN = 5;

/** @type {Record<import("./options.mjs").Options["scenario"], () => Promise<Scenario>>} */
const scenarios = {
  outbox: async () => (await import("./outbox.mjs")).tryOutbox,
  election: async () => (await import("./election.mjs")).tryElections,
};

const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);

/** Fewer ends may miss the deliveries by chance; that something was unanswered is asked of all. */
const ENOUGH = 40;

/** @param {Outcome} outcome @param {import("./options.mjs").Options} options @param {number} begun */
function judged(
  { figures, wrong: found, town, met = "unanswered", tried: must = [] },
  { scenario, seed, postgres },
  begun,
) {
  const { counts } = town.killer;
  const hit = counts.kills < ENOUGH ? "unanswered" : met;
  const wrong = {
    ...found,
    faults: town.bot.faults(),
    unexpectedEnds: Array.from({ length: town.bot.unexpectedEnds() }, () => "Der Bot endete von selbst"),
    // A trial in which the ends come at quiet moments shows nothing.
    // Neither does one in which something was never tried.
    untried: counts.kills < ENOUGH ? [] : must.filter((name) => !figures[name]),
    quietKills: counts[hit] * 2 < counts.kills ? [`nur ${counts[hit]} von ${counts.kills}`] : [],
  };
  for (const [kind, list] of Object.entries(wrong))
    for (const one of list.slice(0, SHOWN)) say(lines.wrong(`${kind}: ${one}`));
  const numbers = Object.fromEntries(Object.entries(wrong).map(([kind, list]) => [kind, list.length]));
  const seconds = Math.round((performance.now() - begun) / 1_000);
  const line = {
    name: `chaos.${scenario}`,
    engine: postgres ? "postgresql" : "sqlite",
    seed,
    ...counts,
    ...figures,
    ...numbers,
    seconds,
  };
  const good = Object.values(wrong).every((list) => list.length === 0);
  return { line, good };
}

/** The program as it is now: it may be built anew while the trial starts it again and again. @param {string} folder */
function copyOfProgram(folder) {
  for (const part of ["dist", "prisma", "package.json"])
    cpSync(join(root, part), join(folder, "program", part), { recursive: true });
  return join(folder, "program");
}

/** @param {import("./options.mjs").Options} options @returns {Promise<number>} the exit code */
async function tried(options) {
  const begun = performance.now();
  const folder = join(root, ".cache", `chaos-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const program = copyOfProgram(folder);
  /** @type {(() => unknown)[]} */
  const closers = [];
  const onEnd = (/** @type {() => unknown} */ close) => void closers.push(close);
  say(lines.begin(options));
  const limitMs = restMs + options.kills * perKillMs;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const ended = new Promise((resolve) => {
    onStop(() => resolve({ sentence: faults.stopped, code: 130 }));
    timer = setTimeout(() => resolve({ sentence: faults.tooLong(limitMs / 1_000), code: 1 }), limitMs);
  });
  const scenario = await scenarios[options.scenario]();
  const work = scenario({ ...options, program, folder, say, onEnd }).then(
    (outcome) => judged(outcome, options, begun),
    (error) => ({ sentence: error.sentence ?? error.stack, code: 1 }),
  );
  const result = await Promise.race([work, ended]);
  clearTimeout(timer);
  for (const close of closers.reverse()) await close();
  if ("sentence" in result) say(result.sentence);
  else process.stdout.write(`${JSON.stringify(result.line)}\n`);
  if ("good" in result && result.good) say(lines.good);
  else if (result.code !== 130) {
    say(lines.kept(folder));
    return 1;
  }
  rmSync(folder, { recursive: true, force: true });
  return result.code ?? 0;
}

/** @returns {Promise<number>} */
async function main() {
  try {
    return await tried(readOptions(process.argv.slice(2), Math.floor(Math.random() * 1_000_000)));
  } catch (error) {
    say(/** @type {any} */ (error).sentence ?? /** @type {any} */ (error).stack);
    return 1;
  }
}

process.exit(await main());
