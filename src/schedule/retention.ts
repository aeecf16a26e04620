/** Forgets what has served its purpose. */
import type { Instant } from "../system/clock.ts";
import type { Log } from "../system/log.ts";
import type { Job } from "./ticker.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** How long settled messages and applied actions are kept. */
export const KEPT_MS = 30 * DAY_MS;

/** A function that deletes what is older than an instant and says how many rows that were. */
export type Prune = (before: Instant) => Promise<number>;

/** Once a day, calls each of `prunes` with the instant 30 days ago. */
export const retentionJob = (prunes: Readonly<Record<string, Prune>>, log: Log): Job => ({
  name: "retention",
  everyMs: DAY_MS,
  run: async (now) => {
    for (const [what, prune] of Object.entries(prunes)) {
      const rows = await prune(now - KEPT_MS);
      if (rows > 0) log.info("retention.pruned", { what, rows });
    }
    return undefined;
  },
});
