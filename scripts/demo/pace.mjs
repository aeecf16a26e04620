// @ts-check
// How fast people are.
import { setTimeout as sleep } from "node:timers/promises";

/** @typedef {ReturnType<typeof createPace>} Pace */

/** @param {{ quick: boolean, signal: AbortSignal }} options the signal ends every pause, and never rejects */
export function createPace({ quick, signal }) {
  /** @param {number} ms also when quick */
  const wait = (ms) => sleep(ms, undefined, { signal }).catch(() => undefined);

  /** A person's moment, between these two lengths. @param {number} least @param {number} most in ms */
  const pause = (least, most) => (quick ? Promise.resolve() : wait(least + Math.random() * (most - least)));

  return {
    wait,
    pause,
    /**
     * Everybody does something, a few at a time, in this order.
     * @template T
     * @param {readonly T[]} people
     * @param {number} atOnce
     * @param {(one: T, at: number) => Promise<unknown>} act
     */
    async each(people, atOnce, act) {
      let next = 0;
      const goOn = async () => {
        while (next < people.length && !signal.aborted) {
          const at = next;
          next += 1;
          await act(/** @type {T} */ (people[at]), at);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, goOn));
    },
  };
}
