/** Forgets who asked and how answers were rated, once it has served its purpose. */
import type { Job } from "../../schedule/ticker.ts";
import type { Instant } from "../../system/clock.ts";

const DAY_MS = 86_400_000;
/** After this a settled question says no more who asked it and where. */
export const ASKER_KEPT_MS = 90 * DAY_MS;
/** A rating that was dealt with, and one that never was. */
export const SETTLED_RATING_KEPT_MS = 90 * DAY_MS;
export const RATING_KEPT_MS = 365 * DAY_MS;

export type Forgetting = {
  readonly anonymise: (before: Instant) => Promise<number>;
  readonly prune: (before: { readonly given: Instant; readonly settled: Instant }) => Promise<number>;
};

/** Once a day, by nothing but the present instant. */
export const careJob = ({ anonymise, prune }: Forgetting): Job => ({
  name: "rules",
  everyMs: DAY_MS,
  run: async (now) => {
    await anonymise(now - ASKER_KEPT_MS);
    await prune({ given: now - RATING_KEPT_MS, settled: now - SETTLED_RATING_KEPT_MS });
    return undefined;
  },
});
