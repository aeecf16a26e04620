// @ts-check
// A durable cast beside the bare transaction that writes the same two rows and beside the echo bot, 36 at once,
// and after many earlier ballots. Always in alternation: no figure stands on another moment than its reference.
import { createArms } from "./ballot-arms.mjs";
import { figuresOf } from "./ballot-figures.mjs";
import { plansOnBoth } from "./ballot-plans.mjs";
import { CANDIDATES } from "./ballot-store.mjs";
import { startBot } from "./bots.mjs";
import { createPeople, identity } from "./people.mjs";
import { createPresser } from "./press.mjs";
import { loadConnector, loadIssuer } from "./support.mjs";
import { BenchFault, bots, progress, sentences, ballots as words } from "./texts.mjs";
import { createVoters } from "./voters.mjs";

/** @typedef {import("./figures.mjs").Run} Run */
/** @typedef {keyof ReturnType<typeof createArms>} Name */

const EARLIER = 100_000;
const RUNS = 3;

/** @type {import("./run.mjs").Measure} */
export async function measureBallots({ quick, folder, onEnd, say, timeLeft }) {
  const waves = quick ? { warm: 5, run: 6 } : { warm: 15, run: 30 };
  say(progress.starting);
  const issuer = await (await loadIssuer()).startIssuer();
  onEnd(issuer.close);
  const connector = await (await loadConnector()).startFakeConnector();
  onEnd(connector.close);
  const people = createPeople(connector.url);
  const voters = createVoters(people, CANDIDATES);
  const authorization = `Bearer ${issuer.token({ aud: identity.appId, serviceurl: connector.url })}`;

  /** @param {string} script @param {string} name @param {string} sub @param {object} [more] */
  async function start(script, name, sub, more = {}) {
    const given = { ...identity, settings: issuer.settings, folder: `${folder}/${sub}`, ...more };
    const bot = await startBot(script, name, given, onEnd);
    const presser = createPresser(bot, authorization, people.count);
    onEnd(presser.close);
    return { bot, presser };
  }
  const measured = {
    echo: await start("echo-bot.mjs", bots.reference, "echo"),
    bare: await start("bare-bot.mjs", words.names.bare, "bare"),
    ours: await start("ballot-bot.mjs", bots.ours, "ours"),
    many: await start("ballot-bot.mjs", words.names.many, "many"),
  };
  say(progress.earlier);
  await measured.many.bot.does("earlier", { ballots: EARLIER });

  const arms = createArms(measured, people, voters);
  const order = /** @type {Name[]} */ (Object.keys(arms));
  /** @type {number[]} */
  const single = [];
  let stored = 0;

  /** One wave with what comes before and after. @param {Name} name */
  async function wave(name) {
    const { at, prepare, stores } = arms[name];
    connector.forget();
    const act = await prepare();
    const before = await at.bot.state();
    const { seconds, ms } = await act();
    const { cpuMs, rssMb } = await at.bot.state();
    if (stores) {
      const { marks, ballots } = await at.bot.does("counts");
      if (marks !== people.count || ballots !== people.count)
        throw new BenchFault(sentences.votesMissing(at.bot.name, JSON.stringify({ marks, ballots })));
      stored += ballots;
    }
    if (name === "door") single.push(...ms);
    return { seconds, cpuMs: cpuMs - before.cpuMs, rssMb };
  }

  /** @param {Name} name @param {number} amount @returns {Promise<Run>} */
  async function run(name, amount) {
    const all = [];
    for (let at = 0; at < amount; at += 1) all.push(await wave(name));
    const sum = (/** @type {"seconds" | "cpuMs"} */ key) => all.reduce((total, one) => total + one[key], 0);
    const casts = amount * people.count;
    return { rate: casts / sum("seconds"), cpuMs: sum("cpuMs") / casts, rssMb: all.at(-1)?.rssMb ?? 0 };
  }

  for (const name of order) await run(name, waves.warm);
  single.length = 0;
  const amount = timeLeft() > (quick ? 25 : 60) ? waves.run : Math.ceil(waves.run / 3);
  /** @type {Record<Name, Run[]>} */
  const runs = { echo: [], bare: [], bareDoor: [], service: [], door: [], many: [] };
  for (let number = 1; number <= RUNS; number += 1) {
    say(progress.ballots(number, RUNS));
    for (const name of order) runs[name].push(await run(name, amount));
  }
  for (const { bot } of [measured.bare, measured.ours, measured.many])
    if (!(await bot.state()).durable) throw new BenchFault(sentences.notDurable);

  say(progress.plans);
  const plans = await plansOnBoth(start, voters, EARLIER, onEnd);
  const { lines, results } = figuresOf(runs, single);
  const title = words.title(RUNS, amount * people.count);
  return { lines: [title, ...words.how, ...lines, words.stored(stored), ...plans], results };
}
