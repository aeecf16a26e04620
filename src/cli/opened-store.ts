/** The store of the configuration, opened for one command. */
import { migrate, migrationStatus } from "../db/migrate.ts";
import { openDb } from "../db/open.ts";
import type { Db } from "../db/store.ts";
import { secretInFile } from "../secret-file.ts";
import { Fault } from "../system/log.ts";
import { problems } from "../texts.ts";
import { rulesText } from "./rules-texts.ts";

/** A new database is made ready; an old one is left to the operator. */
async function ready(url: string): Promise<void> {
  const { applied, missing } = await migrationStatus(url);
  if (missing.length === 0) return;
  if (applied.length > 0) throw new Fault(rulesText.migrate);
  await migrate(url);
}

/** Runs the work on the store of this address and closes it again. Throws a Fault when it is of another state. */
export async function withStore(url: string, work: (db: Db) => Promise<number>): Promise<number> {
  await ready(url);
  const db = await openDb(url, {
    onFatal: () => {
      process.exitCode = 1;
    },
  });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/** Address of the store where no other is configured. */
export const DEFAULT_STORE = "file:data/local.db";

/** The address in DATABASE_URL, or in the file that DATABASE_URL_FILE names. Ends the command when that cannot be read. */
export function storeAddress(env: Readonly<Record<string, string | undefined>>): string {
  const { DATABASE_URL, DATABASE_URL_FILE } = env;
  if (!DATABASE_URL_FILE) return DATABASE_URL || DEFAULT_STORE;
  const address = DATABASE_URL ? undefined : secretInFile(DATABASE_URL_FILE);
  if (address !== undefined) return address;
  console.error(DATABASE_URL ? problems.twice("DATABASE_URL") : problems.wrong("DATABASE_URL_FILE"));
  process.exit(1);
}
