/** The whole program as a person starts it: bot and Playground, with a working directory of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./ports.ts";

const script = join(import.meta.dirname, "..", "..", "scripts", "run.mjs");
const startMs = 60_000;

export type Started = Awaited<ReturnType<typeof startProgram>>;

/** Waits for the printed address; the bot keeps its data below `folder`. */
export async function startProgram(folder: string) {
  const [port, playgroundPort] = [await freePort(), await freePort()];
  const env = { ...process.env, PORT: String(port), PLAYGROUND_PORT: String(playgroundPort) };
  const child = spawn(process.execPath, [script, "start"], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (data) => {
      output += String(data);
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const url = `http://127.0.0.1:${playgroundPort}`;
  const end = performance.now() + startMs;
  while (!output.includes(url)) {
    if (child.exitCode !== null || performance.now() > end) {
      child.kill();
      throw new Error(`The program did not start:\n${output}`);
    }
    await sleep(50);
  }
  return {
    url,
    botUrl: `http://127.0.0.1:${port}`,
    output: () => output,
    /** Ctrl-C; resolves with the exit code. */
    interrupt: () => {
      child.kill("SIGINT");
      return ended;
    },
    /** SIGKILL for the bot and everything beside it: nothing can be tidied up. */
    killOutright: async () => {
      for (const pid of [...childrenOf(child), child.pid]) if (pid) process.kill(pid, "SIGKILL");
      await ended;
    },
  };
}

/** As Linux lists them. */
function childrenOf({ pid }: ChildProcess): number[] {
  const list = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
  return list.trim().split(/\s+/).map(Number);
}
