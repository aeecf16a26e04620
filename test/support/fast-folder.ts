/**
 * Where the databases of tests lie: in memory where the machine offers enough of it (Linux), for every commit waits
 * for the disk and the tests make many thousands. That commits reach a disk is shown by `npm run durable` and `chaos`.
 */
import { accessSync, constants, statfsSync } from "node:fs";
import { tmpdir } from "node:os";

const MEMORY = "/dev/shm";
/** Containers often have 64 MB there, which is not enough. */
const NEEDED = 2 * 1024 ** 3;

/** A folder that exists and may be written to; `TMPDIR` wins where it is set. */
export function fastFolder(): string {
  if (process.env.TMPDIR) return tmpdir();
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= NEEDED ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}
