// @ts-check
// One run: requests planned by chance, sent, judged and counted, while the time passes and the Forum is mended.
import { createChance } from "../chaos/random.mjs";
import { createCourse } from "./course.mjs";
import { everythingOnce } from "./first.mjs";
import { createHarvest } from "./harvest.mjs";
import { nextVolley } from "./plan.mjs";
import { createSender } from "./sender.mjs";
import { createTally } from "./tally.mjs";
import { lines } from "./texts.mjs";
import { sayings } from "./words.mjs";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** So many requests lie between two of a kind. */
const EVERY = { passes: 40, days: 500, mended: 1_000, told: 500 };
/** Jumps of the clock that let deadlines pass, one after the other. */
const JUMPS = Array.from({ length: 8 }, () => 6 * HOUR);

/** @param {readonly string[]} names @param {string} kind */
const ofKind = (names, kind) =>
  names.filter((name) => name.startsWith(`${kind} `)).map((name) => name.slice(kind.length + 1));

/** Commands as people write them, as far as the bot understands them. @param {import("./session.mjs").Session} session @param {readonly string[]} commands */
async function understood(session, commands) {
  const all = [...new Set([...commands, ...sayings])];
  const meanings = await session.bot().meanings(all);
  return all.filter((_, at) => meanings[at] !== null);
}

/** Counts to the next time something is due, by the number of requests. @param {() => number} sent */
function createDue(sent) {
  /** @type {Map<string, number>} */
  const next = new Map();
  return (/** @type {string} */ what, /** @type {number} */ every) => {
    const at = next.get(what) ?? every;
    if (sent() < at) return false;
    next.set(what, at + every);
    return true;
  };
}

/**
 * @param {object} given
 * @param {import("./session.mjs").Session} given.session with a Forum that was just made
 * @param {string} given.program
 * @param {number} given.runs
 * @param {number} given.seed
 * @param {(line: string) => void} given.say
 */
export async function runFuzz({ session, program, runs, seed, say }) {
  const begun = performance.now();
  const chance = createChance(seed);
  const { views } = session;
  const harvest = createHarvest();
  const names = await session.bot().routes();
  const tally = createTally(names);
  const send = await createSender(program, session);
  const course = createCourse({ session, send, harvest, tally, chance, say });
  const verbs = ofKind(names, "verb");
  const texts = await understood(session, ofKind(names, "text"));
  const { now, earlier } = course;
  const { ran, asked } = tally;
  const known = { views, harvest, verbs, texts, ran, asked, now, earlier, keeps: session.stage.keeps };

  await course.passes(MINUTE);
  await everythingOnce(course, known, chance);
  say(lines.ready(harvest.count(), harvest.verbs().length, verbs.length));

  const warm = Math.min(1_000, Math.ceil(runs / 2));
  /** @type {{ heapMb: number, rssMb: number } | undefined} */
  let early;
  let round = 1;
  const isDue = createDue(() => tally.sums.sent);
  /** What happens besides. */
  async function besides() {
    if (isDue("passes", EVERY.passes)) await course.passes(Math.floor(chance.between(1, 20)) * MINUTE);
    if (isDue("days", EVERY.days)) for (const ms of JUMPS) await course.passes(ms);
    if (isDue("mended", EVERY.mended)) {
      round += 1;
      await session.make(round);
      await course.settle();
      await session.journal.forget();
    }
    if (isDue("told", EVERY.told))
      say(lines.progress(tally.sums.sent, Math.round((performance.now() - begun) / 1_000)));
  }
  while (tally.sums.sent < runs) {
    await course.sends(nextVolley(known, chance));
    await besides();
    if (!early && tally.sums.sent >= warm) early = await session.bot().memory();
  }
  const late = await session.bot().memory();
  return { tally, course, known, early: early ?? late, late, send, chance, rounds: round };
}

/** @typedef {Awaited<ReturnType<typeof runFuzz>>} Run */
