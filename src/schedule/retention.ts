/** Forgets what has served its purpose. */
import type { Instant } from "../system/clock.ts";
import type { Log } from "../system/log.ts";
import type { Job } from "./ticker.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** A function that deletes what is older than an instant and says how many rows that were. */
export type Prune = (before: Instant) => Promise<number>;

/** What is deleted so many ms after it was settled. */
export type Kept = { readonly prune: Prune; readonly ms: number };

/** Once a day, deletes of each kind what is older than its time. */
export const retentionJob = (kept: Readonly<Record<string, Kept>>, log: Log): Job => ({
  name: "retention",
  everyMs: DAY_MS,
  run: async (now) => {
    for (const [what, { prune, ms }] of Object.entries(kept)) {
      const rows = await prune(now - ms);
      if (rows > 0) log.info("retention.pruned", { what, rows });
    }
    return undefined;
  },
});
