// @ts-check
// What is printed of a cast: the pairs that are compared, what they should reach, and whether they did. Pure.
import { resultOf, tableOf } from "./figures.mjs";
import { bots, ballots as words } from "./texts.mjs";

/** @typedef {import("./figures.mjs").Run} Run */
/** @typedef {"echo" | "bare" | "bareDoor" | "service" | "door" | "many"} Name */

/** Longest time for 99 of 100 casts when 36 come at once, in ms. */
const P99_MS = 250;

/** `least` is what the ratio should reach. @type {readonly { name: string, title: string, ours: Name, reference: Name, least?: number }[]} */
const pairs = [
  { name: "ballot.service", title: words.rows.service, ours: "service", reference: "bare", least: 0.7 },
  { name: "ballot.strict", title: words.rows.strict, ours: "door", reference: "bare" },
  { name: "ballot.echo", title: words.rows.echo, ours: "door", reference: "echo", least: 0.25 },
  { name: "ballot.many", title: words.rows.many, ours: "many", reference: "door", least: 0.769 },
  { name: "ballot", title: words.rows.door, ours: "door", reference: "bareDoor", least: 0.7 },
];

/** @param {readonly number[]} values @param {number} share of them that is not larger */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length, Math.max(1, Math.ceil(share * sorted.length))) - 1] ?? Number.NaN;
}

/** @param {number} value @param {number} digits */
const rounded = (value, digits) => Number(value.toFixed(digits));

/** @param {readonly number[]} single ms of each cast when all come at once */
const atOnceOf = (single) => ({
  p50: rounded(quantile(single, 0.5), 1),
  p99: rounded(quantile(single, 0.99), 1),
  most: rounded(quantile(single, 1), 1),
});

/**
 * @param {Readonly<Record<Name, readonly Run[]>>} runs
 * @param {readonly number[]} single ms of each cast when all come at once
 */
export function figuresOf(runs, single) {
  const rows = pairs.map(({ ours, reference, ...row }) => ({
    ...row,
    ours: runs[ours],
    reference: runs[reference],
    names: { ours: words.names[ours], reference: words.names[reference] },
  }));
  const results = rows.map((row) => {
    const ratios = row.ours.map(({ rate }, at) => rate / (row.reference[at]?.rate ?? Number.NaN));
    const spread = [rounded(Math.min(...ratios), 3), rounded(Math.max(...ratios), 3)];
    const target = row.least === undefined ? {} : { target: row.least };
    return { ...resultOf(row), unit: "casts/s", spread, ...target };
  });
  const atOnce = atOnceOf(single);
  const p99 = { name: "ballot.p99", ...atOnce, unit: "ms", casts: single.length, target: P99_MS };
  const missed = [
    ...results.flatMap(({ name, ratio, target = 0 }) =>
      ratio < target ? [words.missed(name, ratio, target)] : [],
    ),
    ...(atOnce.p99 > P99_MS ? [words.missed(p99.name, atOnce.p99, P99_MS)] : []),
  ];
  const lines = tableOf(rows, { head: words.head, ...bots, ratio: words.ratio });
  return {
    lines: [...lines, words.atOnce(single.length, atOnce), ...missed],
    // The benchmark's own figure comes last.
    results: [...results.slice(0, -1), p99, ...results.slice(-1)],
  };
}
