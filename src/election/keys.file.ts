/** Keys of rounds as files in a folder of their own, which all processes share. */
import { readFileSync } from "node:fs";
import { chmod, link, mkdir, open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Fault } from "../system/log.ts";
import type { RandomBytes } from "../system/random.ts";
import { KEY_BYTES } from "./box.ts";
import type { BallotKeys, KeptKey } from "./keys.ts";
import type { RoundName } from "./seal.ts";

const FILE = /^([A-Za-z0-9][\w-]*)-(\d+)\.key$/;

function fileOf({ electionId, round }: RoundName): string {
  const file = `${electionId}-${round}.key`;
  if (!FILE.test(file)) throw new Fault("the id of an election cannot be the name of a file");
  return file;
}

/** A file is on disk for good only when its folder is, too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } catch (error) {
    // Windows has no such thing for folders.
    if (process.platform !== "win32") throw error;
  } finally {
    await handle.close();
  }
}

/**
 * Whole or not at all: written beside, then linked, which fails like `wx` where the file exists. A process
 * that ends in between leaves no half key that would stand in the way of the next start.
 */
async function writeNew(path: string, beside: string, content: Buffer): Promise<void> {
  const handle = await open(beside, "wx", 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await link(beside, path).finally(() => rm(beside, { force: true }));
}

const isThere = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "EEXIST";

/**
 * Whatever keeps this process from reading it, it cannot take part in this round. Not in the background: every
 * vote waits for these 32 bytes, and the way there and back takes far longer than the reading.
 */
function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** Only the user of this process may look into `folder`; it is made when it is missing. */
export function fileKeys(folder: string, random: RandomBytes): BallotKeys {
  async function create(name: RoundName): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    const path = join(folder, fileOf(name));
    await writeNew(path, `${path}.${random(8).toString("hex")}`, random(KEY_BYTES));
    await syncFolder(folder);
  }

  async function read(name: RoundName): Promise<Buffer | null> {
    const key = readIfThere(join(folder, fileOf(name)));
    return key?.length === KEY_BYTES ? key : null;
  }

  return {
    create,
    ensure: async (name) => {
      if (await read(name)) return;
      await create(name).catch((error: unknown) => {
        if (!isThere(error)) throw error;
      });
    },
    read,
    note: async (name, votes) => {
      const path = join(folder, `${fileOf(name)}.votes`);
      const beside = `${path}.${random(8).toString("hex")}`;
      if (!(await read(name))) return;
      await writeFile(beside, String(votes), { mode: 0o600 });
      await rename(beside, path);
    },
    noted: async (name) => Number(readIfThere(join(folder, `${fileOf(name)}.votes`)) ?? 0) || 0,
    remove: async (name) => {
      const file = fileOf(name);
      const left = (await readdir(folder).catch(() => [])).filter((one) => one.startsWith(`${file}.`));
      for (const one of [file, ...left]) await rm(join(folder, one), { force: true });
    },
    rounds: async () => {
      const kept: KeptKey[] = [];
      for (const file of await readdir(folder).catch(() => [])) {
        const [, electionId, round] = FILE.exec(file) ?? [];
        const found = electionId ? await stat(join(folder, file)).catch(() => null) : null;
        if (!electionId || !found) continue;
        kept.push({ name: { electionId, round: Number(round) }, writtenAt: found.mtimeMs });
      }
      return kept;
    },
  };
}
