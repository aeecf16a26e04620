/** The one ticker: calls jobs with the present instant, never the same one twice at a time. */
import type { Clock, Instant } from "../system/clock.ts";
import type { Log } from "../system/log.ts";

export type Job = {
  readonly name: string;
  /** Time between the end of one run and the next, in ms. */
  readonly everyMs: number;
  /** Does what is due at `now`. May answer in how many ms it wants to run again, if sooner. */
  readonly run: (now: Instant) => Promise<{ readonly againInMs?: number } | undefined>;
  /** Resolves when what its runs have left under way is over; asked at the end. */
  readonly over?: () => Promise<void>;
};

/** The part of the platform's timer that is used; tests pass a fake one. */
export type Timer = {
  readonly set: (act: () => void, ms: number) => unknown;
  readonly clear: (handle: unknown) => void;
};

const systemTimer: Timer = {
  set: (act, ms) => setTimeout(act, ms),
  clear: (handle) => clearTimeout(handle as NodeJS.Timeout),
};

export type Ticker = {
  /** Runs every job at once, then each in its own rhythm. */
  readonly start: () => void;
  /** Runs a job now, or once more directly after the run that is under way. */
  readonly wake: (name: string) => void;
  /** Starts nothing more and resolves when the runs under way have ended. May be called twice. */
  readonly stop: () => Promise<void>;
};

const LONGEST_BACK_OFF_MS = 15 * 60_000;

/** Pause in ms after the `failures`-th failure in a row: the rhythm, doubled each time, at most 15 min. */
export const pauseAfterFailures = (everyMs: number, failures: number): number =>
  Math.max(everyMs, Math.min(everyMs * 2 ** Math.min(failures, 30), LONGEST_BACK_OFF_MS));

type Loop = { readonly wake: () => void; readonly stop: () => Promise<void> };

/** Runs one job again and again. */
function createLoop(job: Job, clock: Clock, log: Log, timer: Timer): Loop {
  let handle: unknown;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let failures = 0;

  async function run(): Promise<number> {
    try {
      const wish = await job.run(clock());
      failures = 0;
      return Math.min(job.everyMs, Math.max(0, wish?.againInMs ?? job.everyMs));
    } catch (error) {
      failures += 1;
      log.fault("job.failed", error, { job: job.name, failures });
      return pauseAfterFailures(job.everyMs, failures);
    }
  }

  function begin(): void {
    if (stopped) return;
    timer.clear(handle);
    again = false;
    running = run().then((pause) => {
      running = undefined;
      if (stopped) return;
      handle = timer.set(begin, again ? 0 : pause);
    });
  }

  return {
    wake: () => {
      if (running) again = true;
      else begin();
    },
    stop: async () => {
      stopped = true;
      timer.clear(handle);
      await running;
    },
  };
}

/** Makes the ticker; nothing runs before `start`. Jobs do not wait for each other. */
export function createTicker(deps: {
  readonly jobs: readonly Job[];
  readonly clock: Clock;
  readonly log: Log;
  readonly timer?: Timer;
}): Ticker {
  const loops = new Map<string, Loop>();
  let stopping: Promise<void> | undefined;
  return {
    start: () => {
      if (loops.size > 0 || stopping) return;
      for (const job of deps.jobs) {
        const loop = createLoop(job, deps.clock, deps.log, deps.timer ?? systemTimer);
        loops.set(job.name, loop);
        loop.wake();
      }
    },
    wake: (name) => {
      if (!stopping) loops.get(name)?.wake();
    },
    stop: () => {
      stopping ??= Promise.all([...loops.values()].map((loop) => loop.stop()))
        .then(() => Promise.all(deps.jobs.map((job) => job.over?.())))
        .then(() => {});
      return stopping;
    },
  };
}
