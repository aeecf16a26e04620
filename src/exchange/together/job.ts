/** Looks from time to time at what was recorded, changed and marked: what goes together, what many want. */
import type { Job } from "../../schedule/ticker.ts";
import type { Instant } from "../../system/clock.ts";
import type { BundleService } from "./bundle.service.ts";
import type { MatchService } from "./match.service.ts";

const EVERY_MS = 15_000;
/** Transactions take their time and clocks differ. */
const OVERLAP_MS = 120_000;
/**
 * After a start everything so young is looked at again. What was told is kept as pairs and hints, so that nothing is
 * told twice, and nothing that was recorded right before a crash is lost, unless nobody starts it for a week.
 */
const AFTER_START_MS = 7 * 86_400_000;

export type TogetherJobDeps = {
  readonly matches: Pick<MatchService, "look">;
  readonly bundles: Pick<BundleService, "look">;
};

export function togetherJob({ matches, bundles }: TogetherJobDeps): Job {
  let until: Instant | null = null;
  return {
    name: "exchangeTogether",
    everyMs: EVERY_MS,
    run: async (now) => {
      const since = until === null ? now - AFTER_START_MS : until - OVERLAP_MS;
      await bundles.look(since, now);
      await matches.look(since, now);
      // Only after both: what failed is looked at again.
      until = now;
      return undefined;
    },
  };
}
