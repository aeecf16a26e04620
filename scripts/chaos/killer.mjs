// @ts-check
// Ends the bot with SIGKILL at a chosen moment, counts what was unanswered then, and starts it again.
import { setTimeout as sleep } from "node:timers/promises";

/**
 * @typedef {import("./door.mjs").Said} Said
 * @typedef {import("./wire.mjs").Call} Call
 *
 * What has to happen: a request has been sent to the bot; the bot calls, and its message is not yet or already
 * taken; its call has been answered; or nothing at all.
 * @typedef {"request" | "before" | "after" | "answered" | "now"} At
 *
 * @typedef {object} Moment
 * @property {At} at
 * @property {(what: { verb: string, text: string }) => boolean} [fits] which request or call
 * @property {number} afterMs so long after it
 * @property {boolean} [crowded] passes by where everything is answered by then, and comes at the next one that fits
 * @property {number} [withinMs] after this the bot is ended whatever happens
 *
 * @typedef {object} KillerOptions
 * @property {Pick<import("./fleet.mjs").Fleet, "aim" | "kill" | "start" | "state">} bot
 * @property {number} kills at least so many
 * @property {() => { requests: number, casts: number, deliveries: number }} unanswered by those that are aimed at; casts are requests
 * @property {(number: number, at: string, unanswered: { requests: number, deliveries: number }) => void} say
 * @property {() => number} [cut] deliveries that were cut off so far: what was unanswered at an end is seen right after it
 * @property {() => Promise<void>} [onDead] looks at what the bot has left behind, before it starts again
 *
 * @typedef {ReturnType<typeof createKiller>} Killer
 */

const usualMs = 4_000;
/** After this the connections of a process that has been ended are closed. */
const closedMs = 40;

/** @param {KillerOptions} options */
export function createKiller({ bot, kills, unanswered, cut, say, onDead }) {
  const counts = {
    ...{ kills: 0, unanswered: 0 },
    ...{ duringRequest: 0, duringCast: 0, duringDelivery: 0, duringStart: 0 },
  };
  /** When the bot was ended, ms by the clock of this process. @type {number[]} */
  const times = [];
  /** @typedef {{ moment: Moment, late: boolean, done: () => void }} Armed */
  /** @type {Armed | null} */
  let armed = null;
  let striking = false;
  /** Ends at quiet moments show nothing: more of them come, at most as many again. */
  const tooQuiet = () => counts.unanswered * 2 < counts.kills && counts.kills < 2 * kills;
  const left = () => Math.max(kills - counts.kills, tooQuiet() ? 1 : 0);

  /** @param {ReturnType<typeof unanswered>} open @param {boolean} starting */
  function note({ requests, casts, deliveries }, starting) {
    counts.kills += 1;
    counts.unanswered += requests + deliveries > 0 ? 1 : 0;
    counts.duringRequest += requests > 0 ? 1 : 0;
    counts.duringCast += casts > 0 ? 1 : 0;
    counts.duringDelivery += deliveries > 0 ? 1 : 0;
    counts.duringStart += starting ? 1 : 0;
  }

  /** @param {string} at */
  async function strike(at) {
    const starting = bot.state() === "starting";
    const before = unanswered();
    const cutBefore = cut?.() ?? 0;
    times.push(performance.now());
    await bot.kill();
    if (cut) await sleep(closedMs);
    const open = cut ? { ...before, deliveries: cut() - cutBefore } : before;
    note(open, starting);
    say(counts.kills, starting ? "start" : at, open);
    await onDead?.();
    bot.start();
  }

  /** The one time that an armed moment comes. @param {Armed} mine @param {string} [sender] */
  async function come(mine, sender) {
    if (armed !== mine || striking) return false;
    const { at, afterMs, crowded } = mine.moment;
    armed = null;
    striking = true;
    if (afterMs > 0) await sleep(afterMs);
    bot.aim(sender);
    if (crowded && !mine.late && unanswered().requests === 0) {
      striking = false;
      armed = mine;
      return false;
    }
    await strike(mine.late ? "now" : at);
    striking = false;
    mine.done();
    return true;
  }

  /** @param {At} at @param {{ verb: string, text: string }} what */
  const isNow = (at, what) =>
    armed !== null && armed.moment.at === at && (armed.moment.fits?.(what) ?? true) ? armed : null;

  return {
    counts,
    times,
    left,
    /** @param {Said} said */
    onSent(said) {
      const mine = isNow("request", said);
      if (mine) void come(mine);
    },
    /** @param {Call} call @param {"before" | "after"} when */
    async onCall({ text, sender }, when) {
      const mine = isNow(when, { verb: "", text });
      return mine ? come(mine, sender) : false;
    },
    /** @param {Call} call */
    onAnswered({ text, sender }) {
      const mine = isNow("answered", { verb: "", text });
      if (mine) void come(mine, sender);
    },
    /** Resolves when the bot was ended at this moment; nothing happens when all ends are used up. @param {Moment} moment */
    async at(moment) {
      if (left() === 0) return;
      await new Promise((resolve) => {
        /** @type {Armed} */
        const mine = { moment, late: false, done: () => resolve(undefined) };
        const late = () => {
          mine.late = moment.at !== "now";
          // Just passing by: once more, then nothing holds it up.
          if (striking) timer = setTimeout(late, 50);
          else void come(mine);
        };
        let timer = setTimeout(late, moment.at === "now" ? 0 : (moment.withinMs ?? usualMs));
        mine.done = () => {
          clearTimeout(timer);
          resolve(undefined);
        };
        armed = mine;
      });
    },
  };
}
