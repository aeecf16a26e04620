import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";

const script = join(import.meta.dirname, "..", "..", "scripts", "ci", "summary.mjs");
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "summary-"));
});

function report(name: string, passed: number, failed: number, skipped: number, broken = 0): void {
  const files = Array.from({ length: broken }, () => ({ name: "a", status: "failed", assertionResults: [] }));
  const counts = { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped };
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ ...counts, testResults: files }));
}

function steps(...lines: (readonly [name: string, code: number])[]): void {
  writeFileSync(join(folder, "steps.tsv"), lines.map(([name, code]) => `${name}\t${code}\t1\n`).join(""));
}

function summary() {
  const { stdout, status } = spawnSync(process.execPath, [script, folder], { encoding: "utf8" });
  return { all: stdout, last: stdout.trimEnd().split("\n").at(-1), status };
}

describe("the last line of CI", () => {
  test("adds tests and steps", () => {
    report("test", 10, 0, 0);
    report("e2e", 3, 0, 0);
    steps(["test", 0], ["e2e", 0], ["lint", 0]);
    expect(summary()).toMatchObject({ last: "16 passed, 0 failed", status: 0 });
  });

  test("fails when one database has fewer tests than the other", () => {
    const onEach = (engine: string, times: number) =>
      Array.from({ length: times }, () => ({ ancestorTitles: [`records on ${engine}`], status: "passed" }));
    const write = (onPostgres: number) => {
      const assertionResults = [...onEach("sqlite", 3), ...onEach("postgresql", onPostgres)];
      const counts = { numPassedTests: 3 + onPostgres, numFailedTests: 0, numPendingTests: 0 };
      const testResults = [{ name: "a", status: "passed", assertionResults }];
      writeFileSync(join(folder, "test.json"), JSON.stringify({ ...counts, testResults }));
    };
    steps(["test", 0]);
    write(3);
    expect(summary()).toMatchObject({ last: "7 passed, 0 failed", status: 0 });
    write(2);
    expect(summary()).toMatchObject({ last: "6 passed, 1 failed", status: 1 });
  });

  test("counts failing tests once, not again as the step that ran them", () => {
    report("test", 10, 2, 0);
    steps(["test", 1], ["lint", 0]);
    expect(summary()).toMatchObject({ last: "11 passed, 2 failed", status: 1 });
  });

  test("names what failed, and why, in a line each", () => {
    const failed = {
      name: "/home/somebody/test/year/digest.test.ts",
      status: "failed",
      assertionResults: [
        { fullName: "digest is short", status: "failed", failureMessages: ["Error: too long\n    at x"] },
        { fullName: "digest is there", status: "passed" },
      ],
    };
    const broken = {
      name: "/home/somebody/test/a.test.ts",
      status: "failed",
      message: "no such file",
      assertionResults: [],
    };
    const counts = { numPassedTests: 1, numFailedTests: 1, numPendingTests: 0 };
    writeFileSync(join(folder, "test.json"), JSON.stringify({ ...counts, testResults: [failed, broken] }));
    steps(["test", 1]);
    expect(summary().all.split("\n").slice(1, 3)).toEqual([
      "  failed: test/year/digest.test.ts > digest is short: Error: too long",
      "  failed: test/a.test.ts: no such file",
    ]);
  });

  test.each([
    ["a failing step without tests", undefined, 1],
    ["a run that failed although each of its tests passed", { skipped: 0, broken: 0 }, 1],
    ["a file that could not be loaded", { skipped: 0, broken: 1 }, 1],
    ["a skipped test", { skipped: 1, broken: 0 }, 0],
  ] as const)("is a failure with %s", (_name, counts, code) => {
    if (counts) report("test", 1, 0, counts.skipped, counts.broken);
    steps(["test", code]);
    const { last, status } = summary();
    expect([last?.endsWith(", 1 failed"), status]).toEqual([true, 1]);
  });

  test("is a failure when no step ran at all", () => {
    expect(summary()).toMatchObject({ last: "0 passed, 1 failed", status: 1 });
  });

  test("does not hide one step's failure behind the failing tests of another", () => {
    report("test", 1, 1, 0);
    report("e2e", 3, 0, 0);
    steps(["test", 1], ["e2e", 1]);
    expect(summary().last).toBe("4 passed, 2 failed");
  });
});
