// @ts-check
// A tick in which nothing is to do, with 100,000 messages sent before beside none, in alternation.

import { startForumsbote } from "./app.mjs";
import { median, resultOf, tableOf } from "./figures.mjs";
import { identity } from "./people.mjs";
import { loadIssuer } from "./support.mjs";
import { BenchFault, ticker as words } from "./texts.mjs";

const SENT = 100_000;
const RUNS = 5;
const LEAST = 0.9;
/** Runs once a day, and is not part of a tick. */
const DAILY = "retention";

/** @param {any} db */
async function fillSent(db) {
  await db.write((/** @type {any} */ tx) =>
    tx.$executeRawUnsafe(`
      WITH RECURSIVE "n"("at") AS (SELECT 1 UNION ALL SELECT "at" + 1 FROM "n" WHERE "at" < ${SENT})
      INSERT INTO "OutboxItem" ("id", "key", "kind", "subject", "conversationId", "state", "dueAt", "attempts",
        "claimedBy", "claimedUntil", "settledAt", "sentTo", "sentId")
      SELECT 'sent-' || "at", 'sent-' || "at", 'meeting.stage', 'm', 'c-' || ("at" % 36), 'delivered',
        "now", 1, 'earlier', "now", "now", 'c-' || ("at" % 36), "at"
      FROM "n", (SELECT '${new Date(Date.now() - 86_400_000).toISOString().replace("Z", "+00:00")}' AS "now")`),
  );
  const stored = await db.read.outboxItem.count({ where: { state: "delivered" } });
  if (stored !== SENT) throw new BenchFault(words.notFilled(stored, SENT));
}

/** @type {import("./run.mjs").Measure} */
export async function measureTicks({ quick, folder, onEnd, say }) {
  const ticks = quick ? 100 : 500;
  say(words.starting);
  const issuer = await (await loadIssuer()).startIssuer();
  onEnd(issuer.close);
  const { outgoingCredentials } = await loadIssuer();
  const credentials = /** @type {any} */ (outgoingCredentials(identity.appId));
  const auth = /** @type {const} */ ({
    ...{ kind: "bot", appType: "SingleTenant", appId: identity.appId, tenantId: identity.tenantId },
    ...{ settings: issuer.settings, credentials },
  });
  /** @param {string} name */
  async function start(name) {
    const bot = await startForumsbote({ auth, folder: `${folder}/${name}`, quiet: true });
    onEnd(bot.close);
    return bot;
  }
  const [none, many] = [await start("none"), await start("many")];
  say(words.filling);
  await fillSent(many.db);

  /** Every job of a tick, so many times; ticks per second. @param {typeof none} bot @param {number} amount */
  async function run({ jobs }, amount) {
    const due = Object.entries(jobs).filter(([name]) => name !== DAILY);
    const before = process.cpuUsage();
    const begun = performance.now();
    for (let tick = 0; tick < amount; tick += 1) for (const [, job] of due) await job.run(Date.now());
    const seconds = (performance.now() - begun) / 1_000;
    const { user, system } = process.cpuUsage(before);
    const rssMb = process.memoryUsage.rss() / 1_048_576;
    return { rate: amount / seconds, cpuMs: (user + system) / 1_000 / amount, rssMb };
  }

  for (const bot of [none, many]) await run(bot, ticks / 5);
  /** @type {{ ours: import("./figures.mjs").Run[], reference: import("./figures.mjs").Run[] }} */
  const runs = { ours: [], reference: [] };
  for (let at = 0; at < RUNS; at += 1) {
    runs.reference.push(await run(none, ticks));
    runs.ours.push(await run(many, ticks));
  }
  const row = { name: "ticker", title: words.row, ...runs };
  const result = { ...resultOf(row), unit: "ticks/s", target: LEAST };
  const cost = 1_000 / median(runs.ours.map(({ rate }) => rate));
  return {
    lines: [
      words.title(RUNS, ticks),
      ...tableOf([row], { head: words.head, ours: words.many, reference: words.none, ratio: words.ratio }),
      words.cost(cost),
      ...(result.ratio < LEAST ? [words.missed(result.ratio, LEAST)] : []),
    ],
    results: [result],
  };
}
