/** What elections do by the clock. */
import type { Job } from "../schedule/ticker.ts";
import type { ElectionService } from "./service.ts";

const EVERY_MS = 3_000;

/** Counts turnout, seals, counts and closes rounds when they are due. */
export const electionJob = (service: Pick<ElectionService, "closeDue">): Job => ({
  name: "election",
  everyMs: EVERY_MS,
  run: async (now) => {
    await service.closeDue(now);
    return undefined;
  },
});
