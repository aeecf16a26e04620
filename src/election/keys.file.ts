/** Keys of rounds as files in a folder of their own, which all processes share. */
import { chmod, mkdir, open, readdir, readFile, rm, stat } from "node:fs/promises";
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

async function writeNew(path: string, content: Buffer): Promise<void> {
  const handle = await open(path, "wx", 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Only the user of this process may look into `folder`; it is made when it is missing. */
export function fileKeys(folder: string, random: RandomBytes): BallotKeys {
  return {
    create: async (name) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await chmod(folder, 0o700);
      await writeNew(join(folder, fileOf(name)), random(KEY_BYTES));
      await syncFolder(folder);
    },
    read: async (name) => {
      // Whatever keeps this process from reading it, it cannot take part in this round.
      const key = await readFile(join(folder, fileOf(name))).catch(() => null);
      return key?.length === KEY_BYTES ? key : null;
    },
    remove: async (name) => {
      await rm(join(folder, fileOf(name)), { force: true });
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
