// @ts-check
// Adds up what CI found: `node scripts/ci/summary.mjs FOLDER` reads the test runner's reports (*.json) and
// the list of steps (steps.tsv: name, exit code, seconds) and ends with the line "N passed, N failed".
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [folder = "."] = process.argv.slice(2);

/** @param {string} file */
function report(file) {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  // A file that could not be loaded has no tests to count, but is a failure all the same.
  const broken = testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ each) =>
      each.status === "failed" && each.assertionResults.length === 0,
  ).length;
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken,
    skipped: numPendingTests,
    files: testResults,
  };
}

/**
 * How many tests of suites that are run once an engine have passed on it: what is promised of one database
 * is promised of the other. Their names end in "on sqlite", "on postgresql" (or ", sqlite").
 * @param {{ assertionResults: { ancestorTitles?: string[], status: string }[] }[]} files
 */
function byEngine(files) {
  const counts = { sqlite: 0, postgresql: 0 };
  for (const { assertionResults } of files) {
    for (const { ancestorTitles = [], status } of assertionResults) {
      const engine = ancestorTitles.join(" ").match(/(?:on|,) (sqlite|postgresql)\b/)?.[1];
      if (status === "passed" && engine) counts[/** @type {keyof typeof counts} */ (engine)] += 1;
    }
  }
  return counts;
}

const reports = readdirSync(folder).filter((name) => name.endsWith(".json"));
const totals = { passed: 0, failed: 0, skipped: 0 };
/** Steps whose failing tests are counted one by one. */
const counted = new Set();
for (const name of reports) {
  const { passed, failed, skipped, files } = report(join(folder, name));
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
  if (failed > 0) counted.add(name.replace(".json", ""));
  console.log(`${name.replace(".json", "")}: ${passed} tests passed, ${failed} failed, ${skipped} skipped`);
  const { sqlite, postgresql } = byEngine(files);
  if (sqlite + postgresql > 0) console.log(`contracts: ${sqlite} on sqlite, ${postgresql} on postgresql`);
  if (sqlite !== postgresql) totals.failed += 1;
  const architecture = files.find((/** @type {{ name: string }} */ each) =>
    /architecture\.test\.ts$/.test(each.name),
  );
  if (architecture)
    console.log(`architecture (part of ${name.replace(".json", "")}): ${architecture.status}`);
}
const stepsFile = join(folder, "steps.tsv");
const lines = existsSync(stepsFile) ? readFileSync(stepsFile, "utf8").trim().split("\n") : [];
for (const line of lines) {
  const [name = "", code, seconds] = line.split("\t");
  console.log(`${code === "0" ? "ok  " : "FAIL"} ${name} (${seconds} s)`);
  if (code === "0") totals.passed += 1;
  else if (!counted.has(name)) totals.failed += 1;
}
if (lines.length === 0) totals.failed += 1;
// Nothing may be skipped here: what was skipped was not tested.
totals.failed += totals.skipped;
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 ? 1 : 0);
