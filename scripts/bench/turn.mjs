// @ts-check
// A turn from the HTTP request to the answer at the connector, Forumsbote beside the echo bot: the same
// activities, tokens, client and connector; reference and ours in alternation.
import { texts as help } from "../../dist/help/texts.js";
import { texts as joining } from "../../dist/member/texts.js";
import { startBot } from "./bots.mjs";
import { resultOf, tableOf } from "./figures.mjs";
import { CONNECTIONS, load } from "./load.mjs";
import { noticeVersion } from "./notice.mjs";
import { createPeople, identity } from "./people.mjs";
import { recording } from "./recording.mjs";
import { loadConnector, loadIssuer } from "./support.mjs";
import { BenchFault, bots, progress, sentences, table } from "./texts.mjs";

/** @typedef {import("./figures.mjs").Run} Run */
/** @typedef {import("./bots.mjs").RunningBot} RunningBot */

/** @typedef {{ title: string, name: string, text: (n: number) => string, shows: string, records?: boolean }} Kind */

const questions = [
  "Wie oft trifft sich das Forum?",
  "Wie viele Gemeinden machen mit?",
  "Wie lange gilt die Willensbekundung?",
  "Wer koordiniert die Zusammenarbeit?",
];

/** What is typed, and what must stand in Forumsbote's answer. Writing comes last: the store grows with it. */
/** @type {readonly Kind[]} */
const kinds = [
  { title: "hilfe", name: "turn.hilfe", text: () => "hilfe", shows: help.title },
  {
    title: "Frage",
    name: "turn.frage",
    text: (n) => questions[n % questions.length] ?? "",
    shows: "[1]",
  },
  recording,
];

const RUNS = 3;
const MIN_TURNS = CONNECTIONS * 2;
const MAX_TURNS = 30_000;
const WARM_BATCH = CONNECTIONS * 4;

/** @type {import("./run.mjs").Measure} */
export const measureTurns = (bench) => measureKinds(bench, kinds);

/** A question about the rules alone, beside the echo. @type {import("./run.mjs").Measure} */
export const measureQuestions = (bench) =>
  measureKinds(
    bench,
    kinds.filter(({ name }) => name === "turn.frage"),
  );

/** The bot that is measured beside ours; `stores`: it keeps what was said. @typedef {{ script: string, name: string, stores?: boolean }} Reference */

/** @type {Reference} */
const echo = { script: "echo-bot.mjs", name: bots.reference };

/**
 * @param {Parameters<import("./run.mjs").Measure>[0]} bench
 * @param {readonly Kind[]} which
 * @param {Reference} [beside]
 */
export async function measureKinds({ quick, folder, onEnd, say, timeLeft }, which, beside = echo) {
  const seconds = quick ? { warm: 0.5, run: 0.6 } : { warm: 1.5, run: 3 };
  say(progress.starting);
  const issuer = await (await loadIssuer()).startIssuer();
  onEnd(issuer.close);
  const connector = await (await loadConnector()).startFakeConnector();
  onEnd(connector.close);
  const given = { ...identity, folder, settings: issuer.settings };
  const reference = await startBot(beside.script, beside.name, given, onEnd);
  const ours = await startBot("forumsbote.mjs", bots.ours, given, onEnd);

  const people = createPeople(connector.url);
  const authorization = `Bearer ${issuer.token({ aud: identity.appId, serviceurl: connector.url })}`;
  let typed = 0;
  let acknowledged = 0;
  let answered = 0;
  let busiest = 0;

  /**
   * Sends turns and looks at every answer that arrived. The looking is not part of the time.
   * @param {RunningBot} bot
   * @param {Pick<Kind, "text" | "shows" | "records">} kind
   * @param {number} amount
   */
  async function send(bot, { text, shows, records }, amount) {
    connector.forget();
    const next = () => {
      typed += 1;
      return people.types(text(typed));
    };
    const before = performance.eventLoopUtilization();
    const took = await load(bot, { authorization, amount, next });
    busiest = Math.max(busiest, performance.eventLoopUtilization(before).utilization);
    if (bot === ours && records) acknowledged += amount;
    if (bot === reference) answered += amount;
    const answers = connector.calls.filter(({ method }) => method === "POST");
    if (answers.length !== amount)
      throw new BenchFault(sentences.answersMissing(bot.name, amount, answers.length));
    const expected = bot === ours ? shows : "Sie sagten: ";
    for (const { body } of answers) {
      const said = JSON.stringify(body);
      if (!said.includes(expected)) throw new BenchFault(sentences.wrongAnswer(bot.name, said.slice(0, 300)));
    }
    return took;
  }

  /** Everybody says once who he or she is, and confirms it: only members may record. @param {RunningBot} bot */
  async function join(bot) {
    await send(bot, { text: () => "ich bin Schopfheim", shows: joining.yes }, people.count);
    const data = { organisation: "schopfheim", notice: noticeVersion(), confirmed: true };
    let at = 0;
    const next = () => people.presses(at++, "member.introduce", data);
    await load(bot, { authorization, amount: people.count, next });
  }

  /** @param {RunningBot} bot @param {Kind} kind @returns {Promise<number>} turns per second when warm */
  async function warm(bot, kind) {
    const end = performance.now() + seconds.warm * 1_000;
    let rate = 0;
    do rate = WARM_BATCH / (await send(bot, kind, WARM_BATCH));
    while (performance.now() < end);
    return rate;
  }

  /** @param {RunningBot} bot @param {Kind} kind @param {number} amount @returns {Promise<Run>} */
  async function once(bot, kind, amount) {
    const before = await bot.state();
    const took = await send(bot, kind, amount);
    const after = await bot.state();
    return { rate: amount / took, cpuMs: (after.cpuMs - before.cpuMs) / amount, rssMb: after.rssMb };
  }

  /**
   * @param {Kind} kind
   * @param {number} left rows still to come, this one included: they share the time that is left
   */
  async function compare(kind, left) {
    say(progress.warming(kind.title));
    const share = timeLeft() / left;
    const rates = { reference: await warm(reference, kind), ours: await warm(ours, kind) };
    const length = Math.min(seconds.run, (share * 0.7) / (2 * RUNS));
    /** Both get the same time, so that a disturbance from outside weighs the same. @param {number} rate */
    const amountFor = (rate) => Math.round(Math.min(MAX_TURNS, Math.max(MIN_TURNS, rate * length)));
    /** @type {{ ours: Run[], reference: Run[] }} */
    const runs = { ours: [], reference: [] };
    for (let run = 1; run <= RUNS; run += 1) {
      for (const [side, bot] of /** @type {const} */ ([
        ["reference", reference],
        ["ours", ours],
      ])) {
        const result = await once(bot, kind, amountFor(rates[side]));
        runs[side].push(result);
        say(progress.run(kind.title, bot.name, run, result.rate));
      }
    }
    return { name: kind.name, title: kind.title, ...runs };
  }

  await join(ours);
  const rows = [];
  for (const [at, kind] of which.entries()) rows.push(await compare(kind, which.length - at));

  const { durable, records = 0 } = await ours.state();
  if (!durable) throw new BenchFault(sentences.notDurable);
  if (records !== acknowledged) throw new BenchFault(sentences.recordsMissing(records, acknowledged));
  const other = await reference.state();
  if (beside.stores && !other.durable) throw new BenchFault(sentences.notDurable);
  if (beside.stores && other.records !== answered)
    throw new BenchFault(sentences.recordsMissing(other.records ?? 0, answered));
  const percent = Math.round(busiest * 100);
  const [first] = rows;
  return {
    lines: [
      table.title(RUNS, CONNECTIONS),
      ...tableOf(rows, { head: table.head, ours: bots.ours, reference: beside.name, ratio: table.ratio }),
      table.stored(records),
      `${table.client(percent)}${percent > 90 ? ` ${table.clientBusy}` : ""}`,
    ],
    // The benchmark's own figure is the first row's: the turn that only reads.
    results: [...rows.map((row) => resultOf(row)), ...(first ? [resultOf(first, "turn")] : [])],
  };
}
