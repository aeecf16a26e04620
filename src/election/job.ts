/** What elections do by the clock. */
import type { Job } from "../schedule/ticker.ts";
import type { ElectionService } from "./service.ts";

const EVERY_MS = 3_000;

/** Counts turnout, seals, counts and closes rounds, and moves elections on when their timers are due. */
export const electionJob = (service: Pick<ElectionService, "closeDue" | "timers">): Job => ({
  name: "election",
  everyMs: EVERY_MS,
  run: async (now) => {
    await service.closeDue(now);
    await service.timers.advanceDue(now);
    await service.timers.eraseDue(now);
    await service.timers.writeIncidents(now);
    return undefined;
  },
});
