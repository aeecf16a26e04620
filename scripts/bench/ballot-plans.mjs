// @ts-check
// How both databases find the rows of one cast among 100,000 earlier ballots: from the statements of the whole
// turn, as Prisma sends them.

import { explained, scansIn } from "./statements.mjs";
import { loadPostgres } from "./support.mjs";
import { BenchFault, sentences, ballots as words } from "./texts.mjs";

/** @typedef {import("./voters.mjs").Measured} Measured */

/**
 * @param {Measured} at a quiet bot that notes its statements
 * @param {import("./voters.mjs").Voters} voters
 * @param {number} earlier ballots
 * @param {string} engine as people read it
 * @returns {Promise<number>} statements of one cast
 * @throws BenchFault when one reads a whole table
 */
async function planned(at, voters, earlier, engine) {
  await at.bot.does("earlier", { ballots: earlier });
  // Once without looking: what a process reads only in its first turn belongs to no vote.
  const casts = voters.casts(await voters.reviewed(at));
  voters.look(at.bot, (await at.presser.wave(casts.slice(0, 1))).bodies);
  await at.bot.does("record");
  voters.look(at.bot, (await at.presser.wave(casts.slice(1, 2))).bodies);
  /** @type {Awaited<ReturnType<typeof explained>>} */
  const all = await at.bot.does("plans");
  const [scan] = scansIn(all);
  if (scan) throw new BenchFault(sentences.scans(engine, `${scan.sql}\n${scan.plan.join("\n")}`));
  return all.length;
}

/**
 * @param {(script: string, name: string, sub: string, more?: object) => Promise<Measured>} start
 * @param {import("./voters.mjs").Voters} voters
 * @param {number} earlier
 * @param {(close: () => unknown) => void} onEnd
 */
export async function plansOnBoth(start, voters, earlier, onEnd) {
  const lite = await start("ballot-bot.mjs", "SQLite", "plans", { records: true });
  const lines = [words.noScan("SQLite", await planned(lite, voters, earlier, "SQLite"))];
  const server = await (await loadPostgres()).startPostgres();
  if ("reason" in server) return [...lines, words.noPostgres(server.reason)];
  onEnd(server.stop);
  const more = { records: true, databaseUrl: server.url };
  const other = await start("ballot-bot.mjs", "PostgreSQL", "plans-postgresql", more);
  return [...lines, words.noScan("PostgreSQL", await planned(other, voters, earlier, "PostgreSQL"))];
}
