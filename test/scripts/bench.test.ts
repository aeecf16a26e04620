import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { figuresOf, quantile } from "../../scripts/bench/ballot-figures.mjs";
import { median, type Row, resultOf, tableOf } from "../../scripts/bench/figures.mjs";
import { breachOf, leastTime } from "../../scripts/bench/outbox-allowed.mjs";
import { chanceFrom, slip, syntheticRecords, syntheticSearches } from "../../scripts/bench/records.mjs";
import { recordStatements, scansIn } from "../../scripts/bench/statements.mjs";

const bench = join(import.meta.dirname, "..", "..", "scripts", "bench");

type Ended = { readonly code: number; readonly out: string; readonly err: string };

const node = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, args, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });

const run = (rate: number) => ({ rate, cpuMs: 1, rssMb: 100 });
const row: Row = {
  name: "turn.x",
  title: "x",
  ours: [run(90), run(300), run(120)],
  reference: [run(100), run(200), run(240)],
};

describe("figures", () => {
  test("the median of an odd and of an even number of runs, in any order", () => {
    expect(median([3, 100, 1])).toBe(3);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  test("the ratio is ours to the reference, so that higher is better", () => {
    expect(resultOf(row)).toEqual({
      name: "turn.x",
      ratio: 0.6,
      ours: 120,
      reference: 200,
      unit: "turns/s",
      runs: 3,
    });
    expect(resultOf(row, "turn").name).toBe("turn");
  });

  test("the table shows the smallest and largest ratio of runs that stood beside each other", () => {
    const words = { head: ["Zug", "Bot", "M", "k", "g", "CPU", "MB"], ours: "A", reference: "B", ratio: "V" };
    const lines = tableOf([row], words).map((line) => line.trim().split(/\s+/));
    expect(lines).toEqual([
      words.head,
      ["x", "A", "120", "90", "300", "1,00", "100"],
      ["B", "200", "100", "240", "1,00", "100"],
      ["V", "0,60", "0,50", "1,50"],
    ]);
  });
});

describe("synthetic records", () => {
  const made = (amount: number, seed?: number) => [...syntheticRecords(amount, ["a", "b", "c"], 1e12, seed)];
  const wordsOf = (amount: number) => {
    const times = new Map<string, number>();
    for (const { title, text } of made(amount))
      for (const word of new Set(`${title} ${text}`.match(/\p{L}+/gu)))
        times.set(word, (times.get(word) ?? 0) + 1);
    return times;
  };

  test("are the same for the same seed, and others for another", () => {
    expect(made(50)).toEqual(made(50));
    expect(made(50)).toEqual(made(80).slice(0, 50));
    expect(made(50, 1).map(({ text }) => text)).not.toEqual(made(50, 2).map(({ text }) => text));
    const records = made(50);
    expect(syntheticSearches(records, 20)).toEqual(syntheticSearches(records, 20));
  });

  test("fit into a record, with few words in many and many words in one", () => {
    for (const { title, text, product, kind } of made(500)) {
      expect(title.length).toBeLessThanOrEqual(120);
      expect(text).not.toMatch(/(?<!\p{L})[CWDPN](?!\p{L})/u);
      expect(kind === "product" && product === null).toBe(false);
    }
    const times = [...wordsOf(2_000).values()];
    expect(Math.max(...times)).toBeGreaterThan(200);
    expect(times.filter((count) => count === 1).length).toBeGreaterThan(times.length / 2);
    expect(wordsOf(4_000).size).toBeGreaterThan(times.length * 1.3);
  });

  test("a slip changes a long word, and no short one", () => {
    const chance = chanceFrom(3);
    for (let at = 0; at < 50; at += 1) {
      const said = slip(chance, "Hundesteuer");
      expect([10, 11]).toContain(said.length);
      expect(said[0]).toBe("H");
    }
    expect(slip(chance, "Amt")).toBe("Amt");
  });
});

describe("what Teams allows", () => {
  const limits = {
    conversation: [
      { count: 2, ms: 1_000 },
      { count: 3, ms: 10_000 },
    ],
    all: [{ count: 4, ms: 1_000 }],
  };
  const at = (to: string, ...instants: number[]) => instants.map((instant) => ({ to, at: instant }));

  test("the least time follows from the strictest limit", () => {
    expect(leastTime(new Map([["a", 2]]), limits)).toBe(0);
    expect(leastTime(new Map([["a", 3]]), limits)).toBe(1_000);
    expect(leastTime(new Map([["a", 4]]), limits)).toBe(10_000);
    const many = new Map(Array.from({ length: 9 }, (_, n) => [`c${n}`, 1] as const));
    expect(leastTime(many, limits)).toBe(2_000);
  });

  test("one more than allowed in any window is a breach, in one conversation and in all", () => {
    const fine = [...at("a", 0, 0, 1_000), ...at("b", 0, 0)];
    expect(breachOf(fine, limits)).toBeNull();
    expect(breachOf(at("a", 0, 500, 999), limits)).toEqual({ to: "a", count: 2, ms: 1_000 });
    expect(breachOf(at("a", 0, 500, 1_500, 9_999), limits)).toMatchObject({ to: "a", count: 3 });
    expect(breachOf([...fine, ...at("c", 999)], limits)).toMatchObject({ to: "", count: 4 });
  });
});

describe("figures of a cast", () => {
  const steady = (rate: number) => [run(rate), run(rate), run(rate)];
  const runs = { echo: 1_000, bare: 900, bareDoor: 500, service: 800, door: 400, many: 380 };
  const measured = Object.fromEntries(Object.entries(runs).map(([name, rate]) => [name, steady(rate)]));
  const figures = (single: readonly number[], other: object = {}) =>
    figuresOf({ ...measured, ...other } as never, single);

  test("each is a ratio of what was measured beside it; the benchmark's own comes last", () => {
    const { results } = figures([5]);
    const ratios = results.flatMap((one) => ("ratio" in one ? [[one.name, one.ratio]] : []));
    expect(ratios).toEqual([
      ["ballot.service", 0.889],
      ["ballot.strict", 0.444],
      ["ballot.echo", 0.4],
      ["ballot.many", 0.95],
      ["ballot", 0.8],
    ]);
    expect(results.at(-1)).toMatchObject({ unit: "casts/s", runs: 3, spread: [0.8, 0.8], target: 0.7 });
  });

  test("what misses its target is said in a sentence", () => {
    const missed = (lines: readonly string[]) => lines.filter((line) => line.startsWith("Ziel verfehlt"));
    expect(missed(figures([5]).lines)).toEqual([]);
    const { lines } = figures(Array(50).fill(300), { service: steady(100) });
    expect(missed(lines)).toEqual([
      expect.stringContaining("ballot.service ist 0.111"),
      expect.stringContaining("ballot.p99 ist 300"),
    ]);
  });

  test("of 200 casts the 198th longest is the one that 99 of 100 stay below", () => {
    const all = Array.from({ length: 200 }, (_, at) => 200 - at);
    expect([quantile(all, 0.99), quantile(all, 1), quantile([7], 0.99)]).toEqual([198, 200, 7]);
  });
});

describe("plans", () => {
  test.each([
    ["SCAN Ballot", true],
    ["SCAN Ballot USING INDEX x", true],
    ['->  Seq Scan on "Ballot"  (cost=0.00..1)', true],
    ["SEARCH Ballot USING INDEX x (electionId=?)", false],
    ["SCAN CONSTANT ROW", false],
    ['->  Bitmap Heap Scan on "RegisterEntry" s', false],
  ])("%s: %s", (line, scans) => {
    expect(scansIn([{ sql: "", plan: ["x", line] }])).toHaveLength(scans ? 1 : 0);
  });

  test("every statement is noted once, also those of a transaction, and none outside of the time asked for", async () => {
    const door = () => ({ queryRaw: async () => 1, executeRaw: async () => 1 });
    class Factory {
      connect = undefined as never;
    }
    Object.assign(Factory.prototype, {
      connect: async () => ({ ...door(), startTransaction: async () => door() }),
    });
    const recorder = recordStatements(Factory);
    type Door = { queryRaw: (query: object) => Promise<number> };
    const { connect } = Factory.prototype as unknown as {
      connect: () => Promise<Door & { startTransaction: () => Promise<Door> }>;
    };
    const connection = await connect();
    const say = (at: Door, sql: string) => at.queryRaw({ sql, args: [], argTypes: [] });
    await say(connection, "SELECT 1");
    recorder.begin();
    const transaction = await connection.startTransaction();
    for (const sql of ["BEGIN", "SELECT 2", "UPDATE t", "SELECT 2"]) await say(transaction, sql);
    expect(recorder.end().map(({ sql }) => sql)).toEqual(["SELECT 2", "UPDATE t"]);
  });
});

describe("the command", () => {
  test("without a name lists the benchmarks", async () => {
    const { code, out } = await node(join(bench, "main.mjs"));
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}turn {2,}\S/m);
  });

  test.each([
    ["wahl", "„wahl“ gibt es nicht. Es gibt: turn, ballot, outbox, ticker, ask, search, record."],
    ["constructor", "„constructor“ gibt es nicht."],
    ["--fast", "„--fast“ verstehe ich nicht."],
    ["--postgres", "„--postgres“ verstehe ich nicht."],
  ])("%s is refused in one sentence", async (arg, said) => {
    const { code, out, err } = await node(join(bench, "main.mjs"), arg);
    expect(code).toBe(1);
    expect(out).toBe("");
    expect(err).toContain(said);
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});

describe("a benchmark", () => {
  /** Runs this body as a benchmark, with `bench` in scope; it says its folder on stderr. */
  const measuring = (body: string, aimMs = 5_000) =>
    node(
      "--input-type=module",
      "-e",
      `import { measured } from ${JSON.stringify(join(bench, "run.mjs"))};
       const measure = async (bench) => { bench.say(bench.folder); ${body} };
       process.exit(await measured(measure, { quick: true, aimMs: ${aimMs} }));`,
    );
  const folderOf = ({ err }: Ended): string => err.split("\n")[0] ?? "";

  test("ends with one line of JSON, and its folder is gone", async () => {
    const ended = await measuring('return { lines: ["Tabelle"], results: [{ name: "a" }, { name: "b" }] };');
    expect(ended).toMatchObject({ code: 0, out: 'Tabelle\n{"name":"a"}\n{"name":"b"}\n' });
    expect(existsSync(folderOf(ended))).toBe(false);
  });

  test("that fails prints no figures and still stops what it has started", async () => {
    const ended = await measuring('bench.onEnd(() => bench.say("zu")); throw { sentence: "So nicht." };');
    expect(ended).toMatchObject({ code: 1, out: "" });
    expect(ended.err.trim().split("\n").slice(1)).toEqual(["zu", "So nicht."]);
    expect(existsSync(folderOf(ended))).toBe(false);
  });

  test("that does not come to an end is given up", async () => {
    const ended = await measuring("await new Promise(() => {});", 150);
    expect(ended).toMatchObject({ code: 1, out: "" });
    expect(ended.err).toContain("nicht fertig");
    expect(existsSync(folderOf(ended))).toBe(false);
  });
});
