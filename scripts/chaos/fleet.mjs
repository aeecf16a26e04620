// @ts-check
// One or several processes of the program on one store, as behind one address: who is asked, and who is ended.

/** @typedef {import("./bot.mjs").Bot} Bot */
/** @typedef {ReturnType<typeof createFleet>} Fleet */

/** How often all are ended at once. */
const ALL = 0.25;

/**
 * @param {readonly Bot[]} bots
 * @param {import("./random.mjs").Chance} chance
 * @param {(bot: Bot) => number} busy requests that this one has got and not answered
 */
export function createFleet(bots, chance, busy) {
  /** @type {readonly Bot[]} */
  let aimed = bots;
  let asked = 0;
  return {
    /** Where the next request goes: one after the other, also to one that is just gone, as before a balancer knows. */
    url() {
      asked += 1;
      return bots[asked % bots.length]?.url ?? "";
    },
    /**
     * Chooses who is ended next: whoever has just sent something, else whoever has most to answer; now and then all.
     * @param {string} [sender] port of a bot
     */
    aim(sender) {
      const [busiest] = [...bots].sort((one, other) => busy(other) - busy(one));
      const first = bots.find(({ url }) => sender !== undefined && url.endsWith(`:${sender}`)) ?? busiest;
      aimed = bots.length === 1 || !first || chance.happens(ALL) ? bots : [first];
    },
    aimed: () => aimed,
    isAll: () => aimed.length === bots.length,
    state: () =>
      aimed.some((one) => one.state() === "starting") ? "starting" : (aimed[0]?.state() ?? "down"),
    kill: async () => void (await Promise.all(aimed.map((one) => one.kill()))),
    start: () => {
      for (const one of aimed) one.start();
    },
    startAll: () => {
      for (const one of bots) one.start();
    },
    whenReady: async () => void (await Promise.all(bots.map((one) => one.whenReady()))),
    stop: async () => void (await Promise.all(bots.map((one) => one.stop()))),
    unexpectedEnds: () => bots.reduce((sum, one) => sum + one.unexpectedEnds(), 0),
    faults: () => bots.flatMap((one) => one.faults()),
  };
}
