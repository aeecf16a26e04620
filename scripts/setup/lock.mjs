// @ts-check
// Start and test may be called at the same moment; only one of them sets the project up.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Without an owner's name a lock this young is being made right now. */
const unnamedMs = 5_000;

/**
 * When the process began, as the kernel counts it: tells a living owner from another process that got
 * the same number later. Empty where the system does not say.
 * @param {number} pid
 */
function beganAt(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/** @param {string} folder */
function ageMs(folder) {
  try {
    return Date.now() - statSync(folder).mtimeMs;
  } catch {
    return 0;
  }
}

/**
 * @param {string} folder
 * @returns {boolean} true if nobody living holds the lock
 */
export function isStale(folder) {
  let owner = "";
  try {
    owner = readFileSync(join(folder, "owner"), "utf8");
  } catch {
    return ageMs(folder) > unnamedMs;
  }
  const [pid, began] = owner.split(" ");
  if (!pid || !isAlive(Number(pid))) return true;
  return began !== "" && beganAt(Number(pid)) !== began;
}

/** @param {string} folder */
function tryTake(folder) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
  writeFileSync(join(folder, "owner"), `${process.pid} ${beganAt(process.pid)}`);
  return true;
}

/**
 * Removes a stale lock. Two who both find it stale must not remove each other's new one: only the one who
 * makes the guard folder may look again and remove.
 * @param {string} folder
 */
function clearStale(folder) {
  const guard = `${folder}.takeover`;
  try {
    mkdirSync(guard);
  } catch {
    if (ageMs(guard) > unnamedMs) rmSync(guard, { recursive: true, force: true });
    return;
  }
  if (isStale(folder)) rmSync(folder, { recursive: true, force: true });
  rmSync(guard, { recursive: true, force: true });
}

/**
 * Runs `body` while holding the lock; waits as long as a living process holds it.
 * @template T
 * @param {string} folder the lock: a folder made by `mkdir`, with the owner's process number inside
 * @param {() => Promise<T>} body
 * @param {{ onWait?: () => void, pollMs?: number }} [options]
 * @returns {Promise<T>}
 */
export async function withLock(folder, body, { onWait = () => {}, pollMs = 200 } = {}) {
  mkdirSync(dirname(folder), { recursive: true });
  let told = false;
  while (!tryTake(folder)) {
    if (isStale(folder)) {
      clearStale(folder);
    } else if (!told) {
      told = true;
      onWait();
    }
    await sleep(pollMs);
  }
  const release = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", release);
  try {
    return await body();
  } finally {
    process.off("exit", release);
    release();
  }
}
