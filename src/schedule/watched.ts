/** Jobs that tell when they last ended well, and one that reads figures which would be too dear at every question. */
import type { Clock } from "../system/clock.ts";
import type { Metrics } from "../system/metrics.ts";
import type { Job } from "./ticker.ts";

/** The same job, counted. A failure goes on to the ticker, which tries again. */
export const watchedJob = (job: Job, { count, set }: Pick<Metrics, "count" | "set">, clock: Clock): Job => ({
  ...job,
  run: async (now) => {
    try {
      const wish = await job.run(now);
      count("job_runs_total", { job: job.name, result: "done" });
      set("job_last_success_seconds", { job: job.name }, Math.round(clock() / 1000));
      return wish;
    } catch (error) {
      count("job_runs_total", { job: job.name, result: "failed" });
      throw error;
    }
  },
});

const EVERY_MS = 15_000;

/** `dueAt` of the oldest message that is due, in ms; null when none is. */
export type Waiting = { readonly count: number; readonly dueAt: number | null };

/** Reads the state of outbox and store four times a minute, whoever asks how often. */
export const figuresJob = (
  { set }: Pick<Metrics, "set">,
  waiting: (now: number) => Promise<Waiting>,
  bytes: () => Promise<number>,
): Job => ({
  name: "figures",
  everyMs: EVERY_MS,
  run: async (now) => {
    const { count, dueAt } = await waiting(now);
    set("outbox_waiting", {}, count);
    set("outbox_oldest_seconds", {}, dueAt === null ? 0 : Math.round((now - dueAt) / 1000));
    set("store_bytes", {}, await bytes());
    return undefined;
  },
});
