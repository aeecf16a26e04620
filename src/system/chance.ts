import { randomInt } from "node:crypto";

/** A number in [0, 1). Used for jitter only; nothing secret hangs on it. */
export type Chance = () => number;

export const systemChance: Chance = () => randomInt(0, 2 ** 32) / 2 ** 32;
