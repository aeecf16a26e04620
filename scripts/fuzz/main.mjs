// @ts-check
// `npm run fuzz [-- --runs 10000] [--seed S] [--quick] | --replay FILE`: what happens goes to stderr, the figures as
// one line of JSON to stdout. Exit code 1 when anything went wrong, or something of the program was never asked.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { onStop } from "../setup/signals.mjs";
import { brokenAfter, withLimits } from "./afterwards.mjs";
import { caseText, readCase } from "./case.mjs";
import { keepCase, replayed } from "./keep.mjs";
import { readOptions } from "./options.mjs";
import { runFuzz } from "./run.mjs";
import { openSession } from "./session.mjs";
import { faults, lines } from "./texts.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
/** The heap may be so many times as large at the end as early in the run. */
const MOST_GROWTH = 1.3;
/** With the usual limits of one person, at the end. */
const LIMITED = 100;

const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);

/** The program as it is now: it may be built anew while the trial goes on. @param {string} from @param {string} folder */
function copyOfProgram(from, folder) {
  for (const part of ["dist", "prisma", "package.json"])
    cpSync(join(from, part), join(folder, "program", part), { recursive: true });
  return join(folder, "program");
}

/** @param {import("./run.mjs").Run} run @param {string} broken @returns {readonly string[]} what is wrong with the run as a whole */
function wrongWith({ tally, early, late }, broken) {
  const untouched = tally.untouched();
  const { reached, ran, sent } = tally.sums;
  return [
    ...(untouched.length > 0 ? [lines.untouched(untouched)] : []),
    ...(Math.min(reached, ran) * 2 < sent ? [lines.tooFew] : []),
    ...(late.heapMb > early.heapMb * MOST_GROWTH ? [lines.grows] : []),
    ...(broken ? [lines.broken(broken)] : []),
  ];
}

/** @param {import("./run.mjs").Run} run @param {readonly string[]} wrong */
function report({ tally, early, late }, wrong) {
  const { sent, reached, ran, refused, rows, passed } = tally.sums;
  for (const line of tally.histogram()) say(line);
  say(lines.neverRan(tally.neverRan()));
  say(lines.reached(reached, ran, sent));
  say(lines.store(passed, refused, rows));
  say(lines.memory(early, late));
  for (const line of wrong) say(line);
}

/** @typedef {{ folder: string, program: string, onEnd: (close: () => unknown) => void }} Place */

/** @param {import("./options.mjs").Options} options @param {Place} place @returns {Promise<boolean>} */
async function tried({ runs, seed }, { folder, program, onEnd }) {
  const begun = performance.now();
  say(lines.begin({ runs, seed }));
  const session = await openSession({ program, folder: join(folder, "forum"), onEnd, say });
  await session.make(1);
  const run = await runFuzz({ session, program, runs, seed, say });
  await withLimits(session, run, LIMITED);
  const broken = await brokenAfter(session, run.rounds + 1);
  const wrong = wrongWith(run, broken);
  report(run, wrong);
  const found = [...run.course.found.values()];
  for (const one of found) {
    say(lines.wrong(one.wrong.slice(0, 300), one.at));
    say(lines.kept(await keepCase({ root, folder, program, say }, session, one, seed)));
  }
  const { sums } = run.tally;
  const figures = {
    name: "fuzz",
    seed,
    ...sums,
    faults: found.length,
    untouched: run.tally.untouched().length,
  };
  const memory = { heapMbEarly: Math.round(run.early.heapMb), heapMbLate: Math.round(run.late.heapMb) };
  const seconds = Math.round((performance.now() - begun) / 1_000);
  process.stdout.write(`${JSON.stringify({ ...figures, ...memory, seconds })}\n`);
  return found.length === 0 && wrong.length === 0;
}

/** @param {string} file @param {Place} place @returns {Promise<boolean>} */
async function again(file, { folder, program }) {
  const text = caseText(file);
  const found = await replayed({ root, folder: join(folder, "forum"), program, say }, (names) =>
    readCase(text, names),
  );
  say(found.length > 0 ? lines.same : lines.gone);
  for (const { wrong } of found) say(wrong.slice(0, 2_000));
  return found.length === 0;
}

/** @returns {Promise<number>} the exit code */
async function main() {
  const folder = join(root, ".cache", `fuzz-${process.pid}`);
  /** @type {(() => unknown)[]} */
  const closers = [];
  const onEnd = (/** @type {() => unknown} */ close) => void closers.push(close);
  try {
    const options = readOptions(process.argv.slice(2), Math.floor(Math.random() * 1_000_000));
    mkdirSync(folder, { recursive: true });
    const program = copyOfProgram(options.program ? resolve(options.program) : root, folder);
    const place = { folder, program, onEnd };
    const stopped = new Promise((resolve) => onStop(() => resolve("stopped")));
    const work = options.replay ? again(resolve(options.replay), place) : tried(options, place);
    const good = await Promise.race([work, stopped]);
    for (const close of closers.reverse()) await close();
    if (good === "stopped") say(faults.stopped);
    else if (good) say(lines.good);
    if (good !== false || options.replay) rmSync(folder, { recursive: true, force: true });
    else say(lines.folder(folder));
    return good === "stopped" ? 130 : Number(!good);
  } catch (error) {
    say(/** @type {any} */ (error).sentence ?? /** @type {any} */ (error).stack);
    for (const close of closers.reverse()) await close();
    return 1;
  }
}

process.exit(await main());
