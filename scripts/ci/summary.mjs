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

/**
 * What failed, a line each: the log above is long, and its beginning may be lost.
 * @param {{ name: string, status: string, message?: string, assertionResults: { fullName?: string, status: string, failureMessages?: string[] }[] }[]} files
 */
const failures = (files) =>
  files.flatMap(({ name, status, message = "", assertionResults }) => {
    const file = name.replace(/^.*\/(?=test\/)/, "");
    if (status === "failed" && assertionResults.length === 0) return [`${file}: ${firstLine(message)}`];
    return assertionResults
      .filter((one) => one.status === "failed")
      .map((one) => `${file} > ${one.fullName}: ${firstLine(one.failureMessages?.[0] ?? "")}`);
  });

/** @param {string} text */
const firstLine = (text) => text.trim().split("\n", 1)[0]?.slice(0, 300) ?? "";

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
  for (const line of failures(files)) console.log(`  failed: ${line}`);
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
