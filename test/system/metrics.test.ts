/** The figures of the running program, read as Prometheus reads them. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { WriteQueueFull } from "../../src/db/faults.ts";
import { createMetrics } from "../../src/system/metrics.ts";
import { startForumsbote } from "../support/forumsbote.ts";

type Sample = { readonly name: string; readonly labels: ReadonlyMap<string, string>; readonly value: number };
type Family = { readonly type: string; readonly help: string; readonly samples: Sample[] };

const SAMPLE = /^([a-z_][a-z0-9_]*)(?:\{((?:[a-z_]+="[^"\\\n]*",?)*)\})? (-?[0-9.e+-]+|\+Inf)$/i;

/** Throws where a line is none of the text format 0.0.4, or a sample stands outside its family. */
function parsed(text: string): ReadonlyMap<string, Family> {
  expect(text.endsWith("\n")).toBe(true);
  const families = new Map<string, Family>();
  let help = ["", ""];
  let current = "";
  for (const line of text.trimEnd().split("\n")) {
    const head = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line);
    if (head?.[1] === "HELP") help = [head[2] ?? "", head[3] ?? ""];
    else if (head) {
      current = head[2] ?? "";
      expect(help[0], line).toBe(current);
      expect(families.has(current), `${current} twice`).toBe(false);
      families.set(current, { type: head[3] ?? "", help: help[1] ?? "", samples: [] });
    } else {
      const [, name = "", labels = "", value] = SAMPLE.exec(line) ?? [];
      expect(name, line).toMatch(new RegExp(`^${current}(_bucket|_sum|_count)?$`));
      const pairs = [...labels.matchAll(/([a-z_]+)="([^"]*)"/g)].map(([, key, text]) => [key, text] as const);
      families.get(current)?.samples.push({
        name,
        labels: new Map(pairs.map(([key = "", text = ""]) => [key, text])),
        value: Number(value),
      });
    }
  }
  return families;
}

describe("the figures of the program", () => {
  let bot: Awaited<ReturnType<typeof startForumsbote>>;
  let failing: Error | null = null;
  const figures = () => parsed(bot.built.metrics());
  const figure = (name: string, wanted: Record<string, string> = {}) =>
    figures()
      .get(`forumsbote_${name}`)
      ?.samples.filter((one) => Object.entries(wanted).every(([key, text]) => one.labels.get(key) === text))
      .reduce((sum, one) => sum + one.value, 0);

  beforeAll(async () => {
    bot = await startForumsbote({
      around: (db) => ({ ...db, write: (body) => (failing ? Promise.reject(failing) : db.write(body)) }),
    });
    const person = bot.people.person("Bauamt Kandern");
    await person.types("hilfe");
    await person.executes("election.review", {});
    await person.types("wahl");
    await person.types("Wie viele Stimmen hat jede Kommune?");
    bot.built.start();
    await vi.waitFor(() => expect(figure("store_bytes")).toBeGreaterThan(4096), { timeout: 10_000 });
  });
  afterAll(() => bot.close());

  it("are in the format, and each says what it is", () => {
    const all = figures();
    expect(all.size).toBeGreaterThan(10);
    for (const [name, { type, help, samples }] of all) {
      expect(["counter", "gauge", "histogram"], name).toContain(type);
      expect(help, name).not.toContain("See the source");
      expect(samples.length, name).toBeGreaterThan(0);
    }
  });

  it("count turns and how long they took, elections as one", () => {
    expect(figure("turns_total", { route: "election" })).toBe(1);
    const buckets = figures().get("forumsbote_turn_seconds")?.samples ?? [];
    const typed = buckets.filter((one) => one.labels.get("kind") === "typed");
    const ends = typed.filter((one) => one.name.endsWith("_bucket"));
    const values = ends.map((one) => one.value);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(ends.at(-1)?.labels.get("le")).toBe("+Inf");
    expect(values.at(-1)).toBe(3);
    expect(typed.find((one) => one.name.endsWith("_count"))?.value).toBe(3);
  });

  it("tell of store, jobs, outbox and process", () => {
    expect(figure("store_info", { engine: "sqlite" })).toBe(1);
    expect(figures().get("forumsbote_store_write_seconds")?.type).toBe("histogram");
    expect(figure("job_runs_total", { job: "outbox", result: "done" })).toBeGreaterThan(0);
    expect(figure("job_last_success_seconds", { job: "figures" })).toBe(Math.round(bot.time.clock() / 1000));
    for (const name of [
      "outbox_waiting",
      "outbox_oldest_seconds",
      "event_loop_lag_seconds",
      "uptime_seconds",
    ])
      expect(figure(name), name).toBeGreaterThanOrEqual(0);
    expect(figure("rss_bytes")).toBeGreaterThan(figure("heap_bytes") ?? 0);
  });

  it("count what the store could not take", async () => {
    failing = new WriteQueueFull("full");
    await expect(bot.built.jobs.retention.run(bot.time.clock())).rejects.toBe(failing);
    failing = null;
    expect(figure("store_write_failures_total", { reason: "full" })).toBeGreaterThan(0);
  });

  it("name no person, no place and nothing anybody wrote", () => {
    const allowed = /^[a-zA-Z0-9_.+-]*$/;
    const labels = [...figures().values()].flatMap(({ samples }) =>
      samples.flatMap((one) => [...one.labels]),
    );
    expect(labels.filter(([, text]) => !allowed.test(text) || text.length > 40)).toEqual([]);
    expect([...new Set(labels.map(([key]) => key))].sort()).toEqual([
      ...["engine", "job", "kind", "le", "reason", "result", "route"],
    ]);
    expect(bot.built.metrics()).not.toMatch(/kandern|bauamt|stimmen|drohne|29:|@thread/i);
  });
});

describe("the program is not ready", () => {
  it("while its store does not answer, and waits for that no longer than five seconds", async () => {
    let silent = false;
    const bot = await startForumsbote({
      around: (db) => ({ ...db, check: () => (silent ? new Promise(() => undefined) : db.check()) }),
    });
    expect(await bot.built.ready()).toEqual([]);
    silent = true;
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    try {
      const asked = bot.built.ready();
      vi.advanceTimersByTime(5_000);
      expect(await asked).toEqual(["storeSilent"]);
    } finally {
      vi.useRealTimers();
    }
    await bot.close();
  });
});

describe("a label", () => {
  it("cannot break the format", () => {
    const metrics = createMetrics("x_");
    metrics.count("turns_total", { route: 'a"b\\c\nd'.repeat(20) });
    metrics.observe("turn_seconds", {}, 99);
    const all = parsed(metrics.text({}));
    expect(all.get("x_turns_total")?.samples[0]?.labels.get("route")).toMatch(/^[a-d_]{60}$/);
    const ends = all.get("x_turn_seconds")?.samples.map((one) => one.value);
    expect(ends?.slice(-3)).toEqual([1, 99, 1]);
  });
});
