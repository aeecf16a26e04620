/** `npm run db -- backup FILE | restore FILE | verify FILE`: composition of the store's backup with its ballots. */
import { resolve } from "node:path";
import { createBackup } from "../db/backup/create.ts";
import { checkBackup, openBackup } from "../db/backup/file.ts";
import { readKey } from "../db/backup/key.ts";
import { restoreBackup, type Settle } from "../db/backup/restore.ts";
import { compactRounds } from "../db/dialect/round.ts";
import { engineOf, sqlitePath } from "../db/url.ts";
import { electionsRepository } from "../election/elections.repository.prisma.ts";
import { fileKeys } from "../election/keys.file.ts";
import { removeOrphans } from "../election/keys.ts";
import { softwareVersion } from "../election/minutes/minutes.software.ts";
import { electionRepository } from "../election/repository.prisma.ts";
import { voidOpenRounds } from "../election/restored.ts";
import { systemClock } from "../system/clock.ts";
import { systemRandomBytes } from "../system/random.ts";
import { backupText } from "./backup-texts.ts";
import type { Output } from "./db-command.ts";
import { DEFAULT_STORE, withStore } from "./opened-store.ts";

type Env = Readonly<Record<string, string | undefined>>;
type Asked = { readonly path: string; readonly url: string; readonly env: Env; readonly out: Output };

const given = (env: Env, name: "BACKUP_KEY_FILE" | "BALLOT_KEY_DIR" | "BOT_ID"): string =>
  (env[name] ?? "").trim();

/** Backup and database: the key lies in the folder of neither. */
function keyOf({ path, url, env }: Asked): Buffer | null {
  const file = given(env, "BACKUP_KEY_FILE");
  if (file === "") return null;
  return readKey(file, engineOf(url) === "sqlite" ? [path, sqlitePath(url)] : [path]);
}

/** Whether real people are in the store. */
const isReal = (env: Env): boolean => given(env, "BOT_ID") !== "" || env.NODE_ENV === "production";

export async function runBackup(asked: Asked, unencrypted: boolean): Promise<number> {
  const { path, url, env, out } = asked;
  const key = keyOf(asked);
  if (key && unencrypted) {
    out.words(backupText.keyAndPlain);
    return 1;
  }
  if (!key && !unencrypted && isReal(env)) {
    out.words(backupText.keyNeeded);
    return 1;
  }
  if (!key) out.words(backupText.plain);
  const createdAt = new Date(systemClock()).toISOString();
  const migration = await createBackup({ url, path, key, program: softwareVersion(), createdAt });
  out.data(path);
  out.words(backupText.made(path, migration));
  return 0;
}

export async function runVerify(asked: Asked): Promise<number> {
  const backup = await openBackup(asked.path);
  await checkBackup(backup, keyOf(asked));
  const { createdAt, program, migration } = backup.header;
  asked.out.words(backupText.whole(createdAt, program, migration));
  return 0;
}

/** Nothing of an open secret round is ever counted: in the restored store people could vote twice. */
const settle: Settle<number> = async (db, finish) => {
  const deps = { repository: electionRepository(db), elections: electionsRepository(db) };
  const voided = await db.write(async (tx) => {
    const count = await voidOpenRounds(deps, tx, systemClock());
    await finish(tx);
    return count;
  });
  await compactRounds(db);
  return voided;
};

/** Keys of rounds that the restored store does not know: a new round of the same name must not get them. */
async function forgetLostKeys({ url, env, out }: Asked): Promise<void> {
  const folder = given(env, "BALLOT_KEY_DIR") || (url === DEFAULT_STORE ? resolve("keys/local") : "");
  if (folder === "") {
    out.words(backupText.keysLeft);
    return;
  }
  const keys = fileKeys(folder, systemRandomBytes);
  await withStore(url, async (db) => removeOrphans(keys, electionRepository(db).hasRound, systemClock(), 0));
}

export async function runRestore(asked: Asked): Promise<number> {
  const { path, url, out } = asked;
  const { header } = await openBackup(path);
  const voided = await restoreBackup({ url, path, key: keyOf(asked), settle });
  out.words(backupText.restored(header.createdAt));
  out.words(backupText.voided(voided));
  await forgetLostKeys(asked);
  out.words(backupText.next);
  return 0;
}
