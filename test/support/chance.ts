import type { Chance } from "../../src/system/chance.ts";

/** Always the same draw, in [0, 1). */
export const fixedChance =
  (value = 0.5): Chance =>
  () =>
    value;
