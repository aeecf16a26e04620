/** A store that tells how long its transactions took and how they failed. */
import { performance } from "node:perf_hooks";
import type { Metrics } from "../system/metrics.ts";
import { StoreClosed, WriteQueueFull } from "./faults.ts";
import { isLostRace } from "./lost-race.ts";
import type { Db } from "./store.ts";

function failureOf(error: unknown): string | null {
  if (isLostRace(error)) return "race";
  if (error instanceof WriteQueueFull) return "full";
  return error instanceof StoreClosed ? "closed" : null;
}

/** What a rule refuses ends a transaction as well: that is no failure of the store and not counted. */
export const measuredDb = (db: Db, { observe, count }: Pick<Metrics, "observe" | "count">): Db => ({
  ...db,
  write: async (body) => {
    const begun = performance.now();
    try {
      return await db.write(body);
    } catch (error) {
      const reason = failureOf(error);
      if (reason) count("store_write_failures_total", { reason });
      throw error;
    } finally {
      observe("store_write_seconds", {}, (performance.now() - begun) / 1000);
    }
  },
});
