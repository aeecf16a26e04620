// @ts-check
// Loaded into a child by `--import …/watch-parent.mjs?parent=PID[&group=1]`: ends the child when the process
// that started it is gone, also after SIGKILL, which no parent can pass on.
import { isMainThread } from "node:worker_threads";

const pollMs = 500;
const graceMs = 4_000;
const query = new URL(import.meta.url).searchParams;
const parent = Number(query.get("parent"));
const direct = process.ppid === parent;
// Children of this child inherit the option; only the group's leader may speak to the group.
const target = query.get("group") === "1" && direct ? -process.pid : process.pid;

function parentIsGone() {
  // A killed parent that nobody has collected yet still answers signal 0, but its child has been adopted.
  if (direct && process.ppid !== parent) return true;
  try {
    process.kill(parent, 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "ESRCH";
  }
}

if (isMainThread && parent > 0) {
  const timer = setInterval(() => {
    if (!parentIsGone()) return;
    clearInterval(timer);
    setTimeout(() => process.kill(target, "SIGKILL"), graceMs).unref();
    process.kill(target, "SIGTERM");
  }, pollMs);
  timer.unref();
}
