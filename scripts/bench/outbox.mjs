// @ts-check
// Due messages to few and to many conversations: how much of the allowed rate is used, that it is never more, and
// how fast it would go without limits.
import { NO_LIMITS, TEAMS_LIMITS } from "../../dist/outbox/pace.js";
import { breachOf, leastTime } from "./outbox-allowed.mjs";
import { openWorld } from "./outbox-world.mjs";
import { BenchFault, outbox as words } from "./texts.mjs";

const CONVERSATIONS = [36, 1_000];
/** What the share of the allowed rate and the rate without limits should reach. */
const LEAST = { share: 0.95, free: 300 };

/** @param {number} value @param {number} digits */
const rounded = (value, digits) => Number(value.toFixed(digits));

/** @type {import("./run.mjs").Measure} */
export async function measureOutbox({ quick, folder, onEnd, say }) {
  const messages = quick ? 2_000 : 10_000;
  /** @type {string[]} */
  const lines = [words.title(messages), words.how];
  /** @type {any[]} */
  const results = [];

  /** @param {number} conversations @param {typeof TEAMS_LIMITS} limits @param {string} name */
  async function run(conversations, limits, name) {
    say(words.running(messages, conversations, limits === TEAMS_LIMITS));
    const world = await openWorld({ folder, onEnd, limits, name });
    await world.fill(messages, conversations);
    return world.deliverAll(messages);
  }

  for (const conversations of CONVERSATIONS) {
    const { arrived, tookMs, realMs, rssMb } = await run(
      conversations,
      TEAMS_LIMITS,
      `allowed-${conversations}`,
    );
    const breach = breachOf(arrived, TEAMS_LIMITS);
    if (breach) throw new BenchFault(words.tooFast(breach));
    /** @type {Map<string, number>} */
    const amounts = new Map();
    for (const { to } of arrived) amounts.set(to, (amounts.get(to) ?? 0) + 1);
    const least = leastTime(amounts, TEAMS_LIMITS);
    const [ours, reference] = [messages / (tookMs / 1_000), messages / (least / 1_000)];
    const ratio = rounded(least / tookMs, 3);
    lines.push(words.share(conversations, ratio, ours, reference, realMs / 1_000, rssMb));
    if (ratio < LEAST.share) lines.push(words.missed(`outbox.${conversations}`, ratio, LEAST.share));
    results.push({
      name: `outbox.${conversations}`,
      ...{ ratio, ours: rounded(ours, 2), reference: rounded(reference, 2), unit: "messages/s", runs: 1 },
      ...{ target: LEAST.share, memoryMb: rounded(rssMb, 0) },
    });
  }
  for (const conversations of CONVERSATIONS) {
    const { realMs, rssMb } = await run(conversations, NO_LIMITS, `free-${conversations}`);
    const ours = messages / (realMs / 1_000);
    lines.push(words.free(conversations, ours, rssMb));
    if (ours < LEAST.free)
      lines.push(words.missed(`outbox.free.${conversations}`, rounded(ours, 0), LEAST.free));
    results.push({
      name: `outbox.free.${conversations}`,
      ...{ ratio: rounded(ours / LEAST.free, 3), ours: rounded(ours, 1), reference: LEAST.free },
      ...{ unit: "messages/s", runs: 1, memoryMb: rounded(rssMb, 0) },
    });
  }
  const shares = results.slice(0, CONVERSATIONS.length);
  const worst = shares.reduce((least, one) => (one.ratio < least.ratio ? one : least));
  return { lines, results: [...results, { ...worst, name: "outbox" }] };
}
