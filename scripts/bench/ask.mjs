// @ts-check
// Questions about the rules: the whole turn beside the echo, how long a decision takes inside the process, and what
// the index costs in memory.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { ask as words } from "./texts.mjs";
import { measureQuestions } from "./turn.mjs";

const root = join(import.meta.dirname, "..", "..");
const suite = join(root, "test", "rulebook", "suite");
/** Milliseconds for a decision, of all but five in a hundred. */
const MOST = 2;
const SHARE = 0.95;

/** @param {number} value @param {number} digits */
const rounded = (value, digits) => Number(value.toFixed(digits));

/** @returns {string[]} the questions of the project's own suite */
const questions = () =>
  readdirSync(suite)
    .filter((name) => name.endsWith(".jsonl"))
    .flatMap((name) => readFileSync(join(suite, name), "utf8").split("\n"))
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line).question);

/** Heap and numbers outside it, in MB, after everything unused is gone. */
function memory() {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1_048_576;
}

/** @type {import("./run.mjs").Measure} */
export async function measureAsking(bench) {
  const { quick, say } = bench;
  const turns = await measureQuestions(bench);
  const [beside] = turns.results;
  say(words.running);
  const { loadRulebook } = await import(join(root, "dist", "rulebook", "load.js"));
  const [before, began] = [memory(), performance.now()];
  const { decide } = loadRulebook();
  const loaded = performance.now();
  const asked = questions();
  decide(asked[0] ?? "");
  const first = performance.now() - loaded;
  const used = memory() - before;
  const rounds = quick ? 3 : 10;
  for (const one of asked) decide(one);
  const times = Array.from({ length: rounds }, () => asked)
    .flat()
    .map((one) => {
      const from = performance.now();
      decide(one);
      return performance.now() - from;
    })
    .sort((a, b) => a - b);
  const p95 = times[Math.floor(times.length * SHARE)] ?? Number.NaN;
  const [ours, typical] = [rounded(p95, 2), rounded(times[times.length >> 1] ?? Number.NaN, 2)];
  return {
    lines: [
      ...turns.lines,
      words.decision(times.length, typical, ours),
      words.index(Math.round(loaded - began), Math.round(first), rounded(used, 1)),
      ...(ours > MOST ? [words.missed(ours, MOST)] : []),
    ],
    results: [
      { name: "ask.p95", ratio: rounded(MOST / p95, 3), ours, reference: MOST, unit: "ms", runs: rounds },
      // The benchmark's own figure: the whole turn beside the echo.
      ...(beside ? [{ ...beside, name: "ask" }] : []),
    ],
  };
}
