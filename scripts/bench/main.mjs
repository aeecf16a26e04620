// @ts-check
// `npm run bench`: lists the benchmarks; `npm run bench -- NAME [--quick]` runs one. Table and figures go
// to stdout, the last line is JSON; progress goes to stderr.
import { measured } from "./run.mjs";
import { list, sentences } from "./texts.mjs";

/**
 * @typedef {object} Benchmark
 * @property {string} line what it compares, in one German line
 * @property {number} aimMs how long it should take at most; on a busy machine it measures less
 * @property {number} quickAimMs the same with --quick
 * @property {() => Promise<import("./run.mjs").Measure>} load
 * @property {readonly string[]} [flags] that it understands beside --quick
 */

/** @type {Readonly<Record<string, Benchmark>>} */
const benchmarks = {
  turn: {
    line: list.turn,
    aimMs: 80_000,
    quickAimMs: 22_000,
    load: async () => (await import("./turn.mjs")).measureTurns,
  },
  ballot: {
    line: list.ballot,
    aimMs: 150_000,
    quickAimMs: 60_000,
    load: async () => (await import("./ballot.mjs")).measureBallots,
  },
  outbox: {
    line: list.outbox,
    aimMs: 180_000,
    quickAimMs: 60_000,
    load: async () => (await import("./outbox.mjs")).measureOutbox,
  },
  ticker: {
    line: list.ticker,
    aimMs: 60_000,
    quickAimMs: 30_000,
    load: async () => (await import("./ticker.mjs")).measureTicks,
  },
  ask: {
    line: list.ask,
    aimMs: 60_000,
    quickAimMs: 25_000,
    load: async () => (await import("./ask.mjs")).measureAsking,
  },
  search: {
    line: list.search,
    aimMs: 900_000,
    quickAimMs: 180_000,
    flags: ["--postgres"],
    load: async () => (await import("./search.mjs")).measureSearches,
  },
  record: {
    line: list.record,
    aimMs: 100_000,
    quickAimMs: 40_000,
    load: async () => (await import("./record.mjs")).measureRecording,
  },
};

/** @param {readonly string[]} args @returns {Promise<number>} the exit code */
async function main(args) {
  const names = Object.keys(benchmarks);
  const known = new Set(["--quick", "--"]);
  const name = args.find((arg) => Object.hasOwn(benchmarks, arg)) ?? args.find((arg) => !known.has(arg));
  const flags = (name === undefined ? undefined : benchmarks[name]?.flags) ?? [];
  const more = args.filter((arg) => arg !== name && !known.has(arg) && !flags.includes(arg));
  const quick = args.includes("--quick");
  const wrong = more[0] ?? (name?.startsWith("-") ? name : undefined);
  if (wrong !== undefined) return refuse(sentences.unknownOption(wrong));
  if (name === undefined) {
    const lines = names.map((one) => `  ${one.padEnd(12)}${benchmarks[one]?.line}`);
    process.stdout.write(`${[list.title, ...lines, list.how].join("\n")}\n`);
    return 0;
  }
  const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
  if (!benchmark) return refuse(sentences.unknown(name, names));
  const measure = await benchmark.load();
  const aimMs = quick ? benchmark.quickAimMs : benchmark.aimMs;
  return measured(measure, { quick, aimMs, flags: new Set(args.filter((arg) => flags.includes(arg))) });
}

/** @param {string} sentence */
function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

process.exit(await main(process.argv.slice(2)));
