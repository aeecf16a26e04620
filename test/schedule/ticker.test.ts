import { describe, expect, it } from "vitest";
import { retentionJob } from "../../src/schedule/retention.ts";
import { createTicker, type Job, pauseAfterFailures, type Timer } from "../../src/schedule/ticker.ts";
import type { Log } from "../../src/system/log.ts";

/** Time that passes only when told to. */
function fakeTime() {
  let now = 0;
  let next = 1;
  const waiting = new Map<number, { at: number; act: () => void }>();
  const timer: Timer = {
    set: (act, ms) => {
      waiting.set(next, { at: now + ms, act });
      return next++;
    },
    clear: (handle) => void waiting.delete(handle as number),
  };
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const pass = async (ms: number) => {
    const end = now + ms;
    for (;;) {
      await settle();
      const due = [...waiting].filter(([, one]) => one.at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) break;
      waiting.delete(due[0]);
      now = due[1].at;
      due[1].act();
    }
    now = end;
  };
  return { timer, clock: () => now, pass, waiting };
}

function watchedLog() {
  const faults: Record<string, unknown>[] = [];
  const log: Log = {
    info: () => {},
    warn: () => {},
    fault: (event, _e, fields) => faults.push({ event, ...fields }),
  };
  return { log, faults };
}

function setup(...jobs: Job[]) {
  const time = fakeTime();
  const { log, faults } = watchedLog();
  const ticker = createTicker({ jobs, clock: time.clock, log, timer: time.timer });
  return { ...time, faults, ticker };
}

/** A job that notes when it ran. */
function noting(name: string, everyMs: number, answer: () => ReturnType<Job["run"]> = async () => undefined) {
  const ran: number[] = [];
  const job: Job = {
    name,
    everyMs,
    run: (now) => {
      ran.push(now);
      return answer();
    },
  };
  return { job, ran };
}

describe("the ticker", () => {
  it("runs every job at its start and then in its own rhythm", async () => {
    const fast = noting("fast", 1_000);
    const slow = noting("slow", 2_500);
    const { ticker, pass } = setup(fast.job, slow.job);
    await pass(5_000);
    expect(fast.ran).toEqual([]);
    ticker.start();
    await pass(5_000);
    expect(fast.ran).toEqual([5_000, 6_000, 7_000, 8_000, 9_000, 10_000]);
    expect(slow.ran).toEqual([5_000, 7_500, 10_000]);
  });

  it("never runs a job beside itself, and waits its rhythm after a long run", async () => {
    let end = () => {};
    const job = noting("long", 1_000, () => new Promise((resolve) => (end = () => resolve(undefined))));
    const { ticker, pass } = setup(job.job);
    ticker.start();
    await pass(10_000);
    expect(job.ran).toEqual([0]);
    end();
    await pass(1_000);
    expect(job.ran).toEqual([0, 11_000]);
  });

  it("runs a job once more, directly after its run, when woken meanwhile several times", async () => {
    let end = () => {};
    const job = noting("outbox", 60_000, () => new Promise((resolve) => (end = () => resolve(undefined))));
    const { ticker, pass } = setup(job.job);
    ticker.start();
    for (let n = 0; n < 5; n++) ticker.wake("outbox");
    await pass(100);
    end();
    await pass(100);
    expect(job.ran).toHaveLength(2);
    end();
    await pass(100);
    expect(job.ran).toHaveLength(2);
  });

  it("runs a woken job at once and an unknown one never", async () => {
    const job = noting("outbox", 60_000);
    const { ticker, pass } = setup(job.job);
    ticker.wake("outbox");
    expect(job.ran).toEqual([]);
    ticker.start();
    await pass(500);
    ticker.wake("outbox");
    ticker.wake("nothing");
    await pass(59_999);
    expect(job.ran).toEqual([0, 500]);
    await pass(1);
    expect(job.ran).toEqual([0, 500, 60_500]);
  });

  it("backs off from a job that throws, logs each time, and recovers its rhythm", async () => {
    let works = false;
    const job = noting("shaky", 1_000, () =>
      works ? Promise.resolve(undefined) : Promise.reject(new Error("no")),
    );
    const other = noting("other", 10_000);
    const { ticker, pass, faults } = setup(job.job, other.job);
    ticker.start();
    await pass(15_000);
    expect(job.ran).toEqual([0, 2_000, 6_000, 14_000]);
    expect(faults).toEqual([1, 2, 3, 4].map((failures) => ({ event: "job.failed", job: "shaky", failures })));
    expect(other.ran).toEqual([0, 10_000]);
    works = true;
    await pass(17_000);
    expect(job.ran.slice(4)).toEqual([30_000, 31_000, 32_000]);
  });

  it("survives a job that throws before it has returned a promise", async () => {
    const job: Job = {
      name: "sync",
      everyMs: 10,
      run: () => {
        throw new Error("no promise");
      },
    };
    const { ticker, pass, faults } = setup(job);
    ticker.start();
    await pass(10);
    expect(faults).toHaveLength(1);
  });

  it("comes back sooner when the job asks for it, never later than its rhythm", async () => {
    const sooner = noting("sooner", 1_000, async () => ({ againInMs: 200 }));
    const later = noting("later", 1_000, async () => ({ againInMs: 90_000 }));
    const { ticker, pass } = setup(sooner.job, later.job);
    ticker.start();
    await pass(1_000);
    expect(sooner.ran).toEqual([0, 200, 400, 600, 800, 1_000]);
    expect(later.ran).toEqual([0, 1_000]);
  });

  it("waits for the running job when stopped, may be stopped twice, and starts nothing afterwards", async () => {
    let end = () => {};
    const job = noting("long", 1_000, () => new Promise((resolve) => (end = () => resolve(undefined))));
    const { ticker, pass, waiting } = setup(job.job);
    ticker.start();
    let stopped = false;
    const stopping = ticker.stop().then(() => {
      stopped = true;
    });
    await pass(5_000);
    expect(stopped).toBe(false);
    end();
    await Promise.all([stopping, ticker.stop()]);
    ticker.wake("long");
    ticker.start();
    await pass(5_000);
    expect(job.ran).toEqual([0]);
    expect(waiting.size).toBe(0);
  });

  it("waits at its end for what a run has left under way", async () => {
    let end = () => {};
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    const { ticker, pass } = setup({ ...noting("leaving", 1_000).job, over: () => over });
    ticker.start();
    await pass(500);
    let stopped = false;
    const stopping = ticker.stop().then(() => {
      stopped = true;
    });
    await pass(5_000);
    expect(stopped).toBe(false);
    end();
    await stopping;
  });

  it("doubles its pause up to 15 minutes, and leaves a slower rhythm as it is", () => {
    expect([1, 2, 3, 40].map((n) => pauseAfterFailures(1_000, n))).toEqual([2_000, 4_000, 8_000, 900_000]);
    expect(pauseAfterFailures(86_400_000, 3)).toBe(86_400_000);
  });
});

describe("retention", () => {
  it("asks once a day for what is older than its time, of everything it was given", async () => {
    const asked: [string, number][] = [];
    const prune = (what: string) => async (before: number) => asked.push([what, before]);
    const { log } = watchedLog();
    const kept = {
      outbox: { prune: prune("outbox"), ms: 100 },
      actions: { prune: prune("actions"), ms: 70 },
    };
    const job = retentionJob(kept, log);
    await job.run(105);
    expect(asked).toEqual([
      ["outbox", 5],
      ["actions", 35],
    ]);
    expect(job.everyMs).toBe(86_400_000);
  });
});
