/** What decisions do by the clock. */
import type { Job } from "../schedule/ticker.ts";
import type { DecisionService } from "./service.ts";

const EVERY_MS = 5_000;

/** Opens announced motions and closes open votes when they are due, once for all processes. */
export const decisionJob = (service: Pick<DecisionService, "runDue">): Job => ({
  name: "decision",
  everyMs: EVERY_MS,
  run: async (now) => {
    await service.runDue(now);
    return undefined;
  },
});
