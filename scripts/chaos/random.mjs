// @ts-check
// Chance that can be had again: the same seed plans the same run. What the clock decides stays chance.

/**
 * @typedef {object} Chance
 * @property {(least: number, below: number) => number} between
 * @property {(below: number) => number} small from 0, small ones more often: what is answered within
 *   milliseconds is met unanswered
 * @property {(share: number) => boolean} happens whether something happens that happens in so many of one case
 * @property {<T>(list: readonly T[]) => T} pick from a list that is not empty
 * @property {() => Chance} branch chance of its own for somebody, so that nobody's draws depend on how fast the
 *   others are
 */

/** @param {number} seed a whole number @returns {Chance} */
export function createChance(seed) {
  let state = seed >>> 0;

  /** From 0 to below 1: splitmix32. */
  function next() {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  }

  /** @param {number} least @param {number} below */
  const between = (least, below) => least + next() * (below - least);

  return {
    between,
    small: (below) => below * next() ** 2,
    happens: (share) => next() < share,
    pick: (list) => /** @type {any} */ (list[Math.floor(next() * list.length)]),
    branch: () => createChance(Math.floor(between(0, 2 ** 32))),
  };
}
