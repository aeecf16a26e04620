import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, expect, test } from "vitest";
import { isStale, withLock } from "../../scripts/setup/lock.mjs";

let lock = "";
beforeEach(() => {
  lock = join(mkdtempSync(join(tmpdir(), "lock-")), "cache", "setup.lock");
});

function heldBy(owner: string): void {
  mkdirSync(lock, { recursive: true });
  writeFileSync(join(lock, "owner"), owner);
}

function deadPid(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

test("the lock is gone afterwards, also when the work has failed", async () => {
  await withLock(lock, async () => expect(existsSync(lock)).toBe(true));
  await expect(withLock(lock, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(existsSync(lock)).toBe(false);
});

test("several who come at once work one after the other", async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await sleep(20);
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 5 }, () => withLock(lock, work, { pollMs: 5 })));
  expect([most, inside]).toEqual([1, 0]);
});

test("the lock of a killed process is taken over by one of several", async () => {
  heldBy(`${deadPid()} 1`);
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await sleep(20);
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 4 }, () => withLock(lock, work, { pollMs: 5 })));
  expect(most).toBe(1);
});

test("the lock of a living process is waited for, and that is said once", async () => {
  const owner = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
  heldBy(`${owner.pid} `);
  let said = 0;
  const taken = withLock(lock, async () => "mine", { onWait: () => (said += 1), pollMs: 5 });
  await sleep(60);
  expect(said).toBe(1);
  owner.kill("SIGKILL");
  expect(await taken).toBe("mine");
});

test.runIf(process.platform === "linux")("a process that only got the same number later is no owner", () => {
  heldBy(`${process.pid} 12345`);
  expect(isStale(lock)).toBe(true);
});

test("a lock without a name is someone's who has just begun, and stale after a while", () => {
  mkdirSync(lock, { recursive: true });
  expect(isStale(lock)).toBe(false);
  utimesSync(lock, new Date(0), new Date(0));
  expect(isStale(lock)).toBe(true);
});
