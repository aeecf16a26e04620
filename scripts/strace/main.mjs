// @ts-check
// `npm run durable`: proves with strace that the database has been synced to disk before the 200 of a cast
// leaves the bot. Figures as one line of JSON on stdout; exit code 1 when a vote was confirmed too early.
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onStop } from "../setup/signals.mjs";
import { StraceFault, sentences } from "./texts.mjs";
import { answersIn } from "./trace.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);

/** @param {string} program */
const onPath = (program) =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));

/** @param {{ trace: string, casts: number }} seen @returns {number} the exit code */
function judged({ trace, casts }) {
  const answers = answersIn(trace);
  if (answers.length < casts * 2) throw new StraceFault(sentences.answersMissing(answers.length, casts * 2));
  const votes = answers.slice(-casts);
  const late = votes.filter(({ synced }) => !synced).length;
  const syncs = votes.reduce((sum, one) => sum + one.syncs, 0);
  const line = { name: "durable", engine: "sqlite", casts, syncedBefore: casts - late, syncs };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  say(late === 0 ? sentences.good(casts) : sentences.bad(late, casts));
  return late === 0 ? 0 : 1;
}

async function main() {
  if (!onPath("strace")) throw new StraceFault(sentences.missing);
  const { voted } = await import("./vote.mjs");
  say(sentences.begin);
  const folder = join(root, ".cache", `durable-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  /** @type {(() => unknown)[]} */
  const closers = [() => rmSync(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const one of closers.splice(0).reverse()) await one();
  };
  onStop(() => void close().then(() => process.exit(130)));
  try {
    return judged(await voted(folder, (one) => void closers.push(one)));
  } finally {
    await close();
  }
}

process.exit(
  await main().catch((error) => {
    say(error.sentence ?? error.stack);
    return 1;
  }),
);
