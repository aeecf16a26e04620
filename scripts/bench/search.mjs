// @ts-check
// Searches in 20,000 and 100,000 records beside a plain `contains` query on the same store, in alternation: as written,
// with slips, with restrictions in their words. Also what the index costs: time to prepare and to read it, memory, rows.
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { PrismaPg } from "@prisma/adapter-pg";
import { quantile } from "./ballot-figures.mjs";
import { resultOf, tableOf } from "./figures.mjs";
import { syntheticSearches } from "./records.mjs";
import { containsOn, filledStore, searchOn } from "./search-store.mjs";
import { loadPostgres } from "./support.mjs";
import { BenchFault, search as words } from "./texts.mjs";

/** @typedef {import("./figures.mjs").Run} Run */
/** @typedef {"plain" | "typo" | "restricted"} Kind */

const AIM_MS = 50;
const AIMED_AT = 20_000;
const MANY = 100_000;
const RUNS = 3;
const MB = 1_048_576;

/** @param {number} value @param {number} [digits] */
const rounded = (value, digits = 1) => Number(value.toFixed(digits));

/** Heap and numbers outside it, in MB, after everything unused is gone. */
function memory() {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / MB;
}

/**
 * Does it for each, one after the other.
 * @param {(typed: string) => Promise<unknown>} act @param {readonly string[]} searches
 * @returns {Promise<Run & { ms: readonly number[] }>}
 */
async function run(act, searches) {
  const before = process.cpuUsage();
  const ms = [];
  for (const typed of searches) {
    const from = performance.now();
    await act(typed);
    ms.push(performance.now() - from);
  }
  const { user, system } = process.cpuUsage(before);
  const rssMb = process.memoryUsage.rss() / MB;
  const rate = searches.length / (ms.reduce((sum, one) => sum + one, 0) / 1_000);
  return { rate, cpuMs: (user + system) / 1_000 / searches.length, rssMb, ms };
}

/** Address of a new database on the server. @param {string} server @param {string} name */
async function freshDatabase(server, name) {
  const connection = await new PrismaPg({ connectionString: server, max: 1 }).connect();
  await connection.executeScript(`DROP DATABASE IF EXISTS "${name}"`);
  await connection.executeScript(`CREATE DATABASE "${name}"`);
  await connection.dispose();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** The first search reads everything. @param {import("./search-store.mjs").Filled} filled */
async function opened(filled) {
  const before = memory();
  const { find } = searchOn(filled);
  const begun = performance.now();
  await find("Verwaltung");
  const loadMs = performance.now() - begun;
  return { find, loadMs, memoryMb: memory() - before };
}

/**
 * @param {{ engine: string, title: string, url: string, size: number, perKind: number }} given
 * @param {Pick<import("./run.mjs").Bench, "say" | "onEnd">} bench
 */
async function measureStore({ engine, title, url, size, perKind }, { say, onEnd }) {
  say(words.filling(title, size));
  const filled = await filledStore(url, size, onEnd);
  say(words.reading(title, size));
  const { find, loadMs, memoryMb } = await opened(filled);
  const contains = containsOn(filled);
  const searches = syntheticSearches(filled.records, perKind);
  for (const kind of /** @type {const} */ (["plain", "typo", "restricted"]))
    for (const typed of searches[kind].slice(0, 10)) await find(typed);
  const found = await find(searches.plain[0] ?? "");
  if (!found.ok || found.value.hits.length === 0) throw new BenchFault(words.nothingFound);

  const name = `search.${engine}.${size}`;
  const rows = [];
  for (const kind of /** @type {Kind[]} */ (Object.keys(searches))) {
    say(words.running(title, size, words.kinds[kind]));
    /** @type {{ ours: (Run & { ms: readonly number[] })[], reference: (Run & { ms: readonly number[] })[] }} */
    const runs = { ours: [], reference: [] };
    // Each query of the reference reads the whole table: fewer are enough.
    const fewer = searches[kind].slice(0, perKind / 3);
    for (let at = 0; at < RUNS; at += 1) {
      runs.reference.push(await run(contains, fewer));
      runs.ours.push(await run(find, searches[kind]));
    }
    rows.push({ name: `${name}.${kind}`, title: words.row(title, size, words.kinds[kind]), ...runs });
  }
  const results = rows.map((row) => {
    const ms = row.ours.flatMap((one) => one.ms);
    const [p50, p95, most] = [0.5, 0.95, 1].map((share) => rounded(quantile(ms, share)));
    const theirs = row.reference.flatMap((one) => one.ms);
    const reference95 = rounded(quantile(theirs, 0.95));
    const target = size === AIMED_AT ? { target: AIM_MS } : {};
    return { ...resultOf(row), unit: "searches/s", p50, p95, most, reference95, ...target };
  });
  const perRecord = Math.round(filled.packed / size);
  const costs = {
    ...{
      name: `${name}.index`,
      ratio: 1,
      ours: rounded(loadMs),
      reference: rounded(loadMs),
      unit: "ms",
      runs: 1,
    },
    ...{ memoryMb: rounded(memoryMb), packedMb: rounded(filled.packed / MB), perRecord },
    prepareMs: rounded(filled.prepareMs / size, 3),
  };
  const lines = [
    ...results.map(({ p50, p95, most, reference95 }, at) =>
      words.latency(rows[at]?.title ?? "", { p50: p50 ?? 0, p95: p95 ?? 0, most: most ?? 0, reference95 }),
    ),
    words.costs(title, size, costs),
    ...results.flatMap(({ name: row, p95 = 0, target = Number.POSITIVE_INFINITY }) =>
      p95 > target ? [words.missed(row, p95, target)] : [],
    ),
  ];
  return { rows, lines, results: [...results, costs] };
}

/** @type {import("./run.mjs").Measure} */
export async function measureSearches({ quick, folder, onEnd, say, flags }) {
  const sizes = quick ? [AIMED_AT] : [AIMED_AT, MANY];
  const typical = quick ? 60 : 150;
  const perKind = (/** @type {number} */ size) => (size === MANY ? 45 : typical);
  const stores = sizes.map((size) => ({
    ...{ engine: "sqlite", title: "SQLite", url: `file:${join(folder, `search-${size}.db`)}` },
    ...{ size, perKind: perKind(size) },
  }));
  if (flags.has("--postgres")) {
    const server = await (await loadPostgres()).startPostgres();
    if ("reason" in server) throw new BenchFault(words.noPostgres(server.reason));
    onEnd(server.stop);
    for (const size of sizes) {
      const url = await freshDatabase(server.url, `search_${size}`);
      stores.push({ engine: "postgresql", title: "PostgreSQL", url, size, perKind: perKind(size) });
    }
  }
  const all = [];
  for (const store of stores) all.push(await measureStore(store, { say, onEnd }));
  const rows = all.flatMap((one) => one.rows);
  const [first] = all;
  const own = first?.results.find(({ name }) => name.endsWith(".typo"));
  return {
    lines: [
      words.title(RUNS, typical),
      ...tableOf(rows, {
        head: words.head,
        ours: words.ours,
        reference: words.reference,
        ratio: words.ratio,
      }),
      ...all.flatMap((one) => one.lines),
    ],
    // The benchmark's own figure: searches with slips, which look at the whole vocabulary.
    results: [...all.flatMap((one) => one.results), ...(own ? [{ ...own, name: "search" }] : [])],
  };
}
