// @ts-check
// What Teams allows, counted anew and without the program's own pace: how soon all could have been sent, and
// whether more than that was sent. Pure.

/**
 * @typedef {{ count: number, ms: number }} Limit at most so many in any so many ms
 * @typedef {{ conversation: readonly Limit[], all: readonly Limit[] }} Limits
 * @typedef {{ to: string, at: number }} Arrival
 */

/** First instant from `now` on at which one more fits. @param {readonly number[]} sent @param {readonly Limit[]} limits @param {number} now */
const firstFree = (sent, limits, now) =>
  limits.reduce((free, { count, ms }) => Math.max(free, (sent[sent.length - count] ?? -Infinity) + ms), now);

/**
 * The least time in ms from the first to the last of these messages, each sent as soon as it may; among several
 * conversations whoever has most left goes first.
 * @param {ReadonlyMap<string, number>} amounts by conversation
 * @param {Limits} limits
 */
export function leastTime(amounts, limits) {
  const left = [...amounts].map(([, amount]) => ({ amount, sent: /** @type {number[]} */ ([]) }));
  /** @type {number[]} */
  const all = [];
  let now = 0;
  for (let open = left.filter(({ amount }) => amount > 0); open.length > 0; ) {
    const begin = firstFree(all, limits.all, now);
    const [next] = open
      .map((one) => ({ one, at: firstFree(one.sent, limits.conversation, begin) }))
      .sort((a, b) => a.at - b.at || b.one.amount - a.one.amount);
    if (!next) break;
    now = next.at;
    next.one.sent.push(now);
    next.one.amount -= 1;
    all.push(now);
    if (next.one.amount === 0) open = open.filter(({ amount }) => amount > 0);
  }
  return now;
}

/** The first breach of a limit, or null. @param {readonly number[]} instants in order @param {readonly Limit[]} limits */
const breachIn = (instants, limits) =>
  limits.find(({ count, ms }) =>
    instants.some((at, number) => (instants[number + count] ?? Infinity) - at < ms),
  );

/** What was broken, in words for the person who measures; null when nothing was. @param {readonly Arrival[]} arrived @param {Limits} limits */
export function breachOf(arrived, limits) {
  const sorted = [...arrived].sort((a, b) => a.at - b.at);
  const all = breachIn(
    sorted.map(({ at }) => at),
    limits.all,
  );
  if (all) return { ...all, to: "" };
  /** @type {Map<string, number[]>} */
  const byChat = new Map();
  for (const { to, at } of sorted) {
    const list = byChat.get(to);
    if (list) list.push(at);
    else byChat.set(to, [at]);
  }
  for (const [to, instants] of byChat) {
    const found = breachIn(instants, limits.conversation);
    if (found) return { ...found, to };
  }
  return null;
}
