/** Unpacks DOCX and PDF files in a thread of their own, so that a hostile file stops itself and not the bot. */
import { Worker } from "node:worker_threads";
import type { Unpacked } from "./unpacked.ts";

export type Unpack = (format: "docx" | "pdf", bytes: Uint8Array) => Promise<Unpacked>;
export type UnpackLimits = {
  /** Longest time for one file, in ms. */
  readonly timeMs: number;
  /** Memory of the thread's own objects, in MB. */
  readonly heapMb: number;
  /** By how much the whole process may grow meanwhile, in MB: buffers do not count as objects. */
  readonly growthMb: number;
};

const LIMITS: UnpackLimits = { timeMs: 20_000, heapMb: 384, growthMb: 768 };
const LOOK_EVERY_MS = 50;
const MB = 1024 * 1024;

const OUT_OF_MEMORY = "ERR_WORKER_OUT_OF_MEMORY";

/** One file at a time: the memory of the process is watched, and two would be taken for one. Never rejects. */
export function createUnpack(limits: UnpackLimits = LIMITS): Unpack {
  let last: Promise<unknown> = Promise.resolve();
  return (format, bytes) => {
    const mine = last.then(() => unpackOne(format, bytes, limits));
    last = mine;
    return mine;
  };
}

function unpackOne(format: "docx" | "pdf", bytes: Uint8Array, limits: UnpackLimits): Promise<Unpacked> {
  return new Promise((resolve) => {
    const before = process.memoryUsage.rss();
    // Its own words would mix with ours; they may quote the file, too.
    const worker = new Worker(new URL("./unpack.worker.mjs", import.meta.url), {
      workerData: { format, bytes },
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
      env: {},
      stdout: true,
      stderr: true,
    });
    const end = (found: Unpacked): void => {
      clearTimeout(late);
      clearInterval(watch);
      worker.removeAllListeners("exit");
      void worker.terminate().then(() => resolve(found));
    };
    const late = setTimeout(() => end({ refusal: "tooSlow" }), limits.timeMs);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.growthMb * MB) end({ refusal: "tooMuchMemory" });
    }, LOOK_EVERY_MS);
    worker.once("message", (found: Unpacked) => end(found));
    worker.once("error", (error: Error & { code?: string }) =>
      end({ refusal: error.code === OUT_OF_MEMORY ? "tooMuchMemory" : "broken" }),
    );
    worker.once("exit", () => end({ refusal: "broken" }));
    worker.stdout.resume();
    worker.stderr.resume();
  });
}
