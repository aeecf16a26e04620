// @ts-check
// The ways in which a wave of 36 is measured. Each prepares a wave, which is not timed, and hands back the wave.
import { BenchFault, sentences } from "./texts.mjs";

/** @typedef {import("./voters.mjs").Measured} Measured */
/** @typedef {{ seconds: number, ms: readonly number[] }} Timed */
/** @typedef {{ at: Measured, prepare: () => Promise<() => Promise<Timed>>, stores: boolean }} Arm */

/**
 * @param {Record<"echo" | "bare" | "ours" | "many", Measured>} measured
 * @param {ReturnType<typeof import("./people.mjs").createPeople>} people
 * @param {import("./voters.mjs").Voters} voters
 * @returns {Record<"echo" | "bare" | "bareDoor" | "service" | "door" | "many", Arm>}
 */
export function createArms({ echo, bare, ours, many }, people, voters) {
  /** Inside the process of the bot, without HTTP. @param {Measured} at @param {readonly object[]} presses @returns {() => Promise<Timed>} */
  const inside = (at, presses) => async () => {
    const { ms, taken } = await at.bot.does("cast", { presses });
    if (taken !== people.count) throw new BenchFault(sentences.notCast(at.bot.name, `${taken}`));
    return { seconds: ms / 1_000, ms: [] };
  };

  /** @param {Measured} at @returns {Arm} */
  const throughDoor = (at) => ({
    at,
    stores: true,
    prepare: async () => {
      const casts = voters.casts(await voters.reviewed(at));
      await at.presser.connects();
      return async () => {
        const wave = await at.presser.wave(casts);
        voters.look(at.bot, wave.bodies);
        return wave;
      };
    },
  });

  return {
    echo: {
      at: echo,
      stores: false,
      prepare: async () => {
        await echo.presser.connects();
        const said = Array.from({ length: people.count }, () => people.types("hilfe"));
        return () => echo.presser.wave(said);
      },
    },
    bare: {
      at: bare,
      stores: true,
      prepare: async () => inside(bare, voters.bare(await bare.bot.does("round"))),
    },
    bareDoor: {
      at: bare,
      stores: true,
      prepare: async () => {
        await bare.presser.connects();
        const presses = voters
          .bare(await bare.bot.does("round"))
          .map((data, at) => people.presses(at, "bare", data));
        return () => bare.presser.wave(presses);
      },
    },
    service: { at: ours, stores: true, prepare: async () => inside(ours, await voters.reviewed(ours)) },
    door: throughDoor(ours),
    many: throughDoor(many),
  };
}
