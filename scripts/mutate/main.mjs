// @ts-check
// `npm run mutate [-- AREA …]`: changes the pure rules in small ways and counts the changes that no test notices.
// Takes tens of minutes; not part of CI. `--only PART` of a file's path, `--by FOLDER` of tests. Table to stdout, the last line is JSON.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ended, nodeChild } from "../setup/child.mjs";
import { areas, rulesOf } from "./areas.mjs";
import { survivorsOf, tallyOf } from "./report.mjs";
import { pureTests } from "./tests.mjs";
import { sentences } from "./texts.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const folder = join(root, ".cache", "mutate");

/**
 * The score of an area; null when the run did not end.
 * @param {string} name
 * @param {{ only: string | undefined, by: string | undefined, concurrency: number }} options
 */
async function mutate(name, { only, by, concurrency }) {
  const area = areas[name];
  const mutate = area ? rulesOf(area).filter((file) => only === undefined || file.includes(only)) : [];
  if (!area || mutate.length === 0) throw new Error(sentences.noRules(only ?? name));
  const report = join(folder, `${name}.json`);
  const tests = join(folder, `${name}.tests.json`);
  writeFileSync(tests, JSON.stringify(pureTests(root, by === undefined ? area.tests : [by])));
  rmSync(report, { force: true });
  const config = join(folder, `${name}.config.json`);
  writeFileSync(
    config,
    JSON.stringify({
      testRunner: "vitest",
      vitest: { configFile: "vitest.mutate.config.ts", related: false },
      mutate,
      concurrency,
      coverageAnalysis: "perTest",
      // A mutant in a constant of a module would need all tests: the rules keep their constants in texts and tables.
      ignoreStatic: true,
      ignorePatterns: ["data", "keys", "dist", ".cache", "docs", "test/e2e"],
      tempDirName: join(folder, `${name}.work`),
      reporters: ["json"],
      jsonReporter: { fileName: report },
      timeoutMS: 20_000,
      dryRunTimeoutMinutes: 20,
      allowEmpty: false,
      // The compiler has no such interface any more; nothing in these settings matters for running.
      tsconfigFile: "none.json",
      logLevel: "warn",
    }),
  );
  const stryker = join(root, "node_modules", "@stryker-mutator", "core", "bin", "stryker.js");
  const child = nodeChild([stryker, "run", config], {
    cwd: root,
    env: { ...process.env, MUTATE_TESTS: tests },
  });
  await ended(child);
  return existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null;
}

const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== "--"),
  options: {
    only: { type: "string" },
    by: { type: "string" },
    concurrency: { type: "string", default: "2" },
  },
  allowPositionals: true,
});
const wanted = positionals.length > 0 ? positionals : Object.keys(areas);
const unknown = wanted.filter((name) => !Object.hasOwn(areas, name));
mkdirSync(folder, { recursive: true });
if (unknown.length > 0) {
  console.error(sentences.usage(Object.keys(areas)));
  process.exitCode = 1;
} else {
  /** @type {Record<string, number>} */
  const scores = {};
  for (const name of wanted) {
    const report = await mutate(name, { ...values, concurrency: Number(values.concurrency) });
    if (report === null) {
      console.error(sentences.failed(name));
      process.exitCode = 1;
      continue;
    }
    const { each, all } = tallyOf(report);
    console.table(each.map(({ score, ...rest }) => ({ ...rest, score: Number(score.toFixed(1)) })));
    const file = join(folder, `${name}.survivors.txt`);
    writeFileSync(file, `${survivorsOf(report).join("\n")}\n`);
    const floor = areas[name]?.floor ?? 100;
    console.log(sentences.score(name, all.score, floor));
    console.log(sentences.survivors(file));
    scores[name] = Number(all.score.toFixed(1));
    if (all.score < floor) process.exitCode = 1;
  }
  console.log(JSON.stringify(scores));
}
