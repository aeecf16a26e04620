import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import {
  inputsStamp,
  installStamp,
  removeStamp,
  stampHolds,
  writeStamp,
} from "../../scripts/setup/stamp.mjs";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "stamp-"));
  writeFileSync(join(root, "package-lock.json"), "{}");
});

describe("the stamp of node_modules", () => {
  const machine = { abi: "115", platform: "linux", arch: "x64" };

  test("is the same for the same lock file and the same machine", () => {
    expect(installStamp(root, machine)).toBe(installStamp(root, { ...machine }));
  });

  test.each([
    ["another Node ABI", { ...machine, abi: "127" }],
    ["another platform", { ...machine, platform: "darwin" }],
    ["another architecture", { ...machine, arch: "arm64" }],
  ])("differs for %s", (_name, other) => {
    expect(installStamp(root, other)).not.toBe(installStamp(root, machine));
  });

  test("differs when the lock file has changed", () => {
    const before = installStamp(root, machine);
    writeFileSync(join(root, "package-lock.json"), '{ "changed": true }');
    expect(installStamp(root, machine)).not.toBe(before);
  });
});

describe("the stamp of inputs", () => {
  beforeEach(() => {
    mkdirSync(join(root, "src", "made"), { recursive: true });
    writeFileSync(join(root, "src", "a.ts"), "1");
    writeFileSync(join(root, "src", "made", "b.ts"), "2");
  });
  const stamp = () => inputsStamp(root, ["src", "absent.json"], ["src/made"]);

  test("changes with content, with a new file and with a renamed one", () => {
    const seen = [stamp()];
    writeFileSync(join(root, "src", "a.ts"), "other");
    seen.push(stamp());
    writeFileSync(join(root, "src", "c.ts"), "");
    seen.push(stamp());
    writeFileSync(join(root, "absent.json"), "");
    seen.push(stamp());
    expect(new Set(seen).size).toBe(4);
  });

  test("does not see what lies in a folder left out", () => {
    const before = stamp();
    writeFileSync(join(root, "src", "made", "b.ts"), "changed");
    expect(stamp()).toBe(before);
  });

  test("does not mistake a moved border between two files for the same content", () => {
    writeFileSync(join(root, "src", "a.ts"), "xy");
    writeFileSync(join(root, "src", "c.ts"), "z");
    const before = stamp();
    writeFileSync(join(root, "src", "a.ts"), "x");
    writeFileSync(join(root, "src", "c.ts"), "yz");
    expect(stamp()).not.toBe(before);
  });
});

test("a stamp holds only while its file is there and says the same", () => {
  const file = join(root, ".stamp");
  expect(stampHolds(file, "one")).toBe(false);
  writeStamp(file, "one");
  expect([stampHolds(file, "one"), stampHolds(file, "two")]).toEqual([true, false]);
  removeStamp(file);
  expect(stampHolds(file, "one")).toBe(false);
});
