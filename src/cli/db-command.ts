/** `npm run db -- migrate | status | backup FILE | restore FILE | verify FILE | new NAME`: data on stdout, words on stderr. */
import { migrate, migrationStatus } from "../db/migrate.ts";
import { newMigration } from "../db/new-migration.ts";
import { Fault } from "../system/log.ts";
import { runBackup, runRestore, runVerify } from "./backup-command.ts";
import { dbText, newRefusal } from "./db-texts.ts";

export type Output = {
  /** Data, one item a line. */
  readonly data: (line: string) => void;
  readonly words: (line: string) => void;
};

async function runMigrate(url: string, out: Output): Promise<number> {
  const applied = await migrate(url);
  for (const name of applied) out.data(name);
  out.words(dbText.migrated(applied.length));
  return 0;
}

async function runStatus(url: string, out: Output): Promise<number> {
  const { applied, missing } = await migrationStatus(url);
  for (const name of applied) out.data(`applied ${name}`);
  for (const name of missing) out.data(`missing ${name}`);
  out.words(dbText.status(missing.length));
  return 0;
}

async function runNew(name: string, out: Output): Promise<number> {
  const made = await newMigration(name);
  if (!made.ok) {
    out.words(newRefusal[made.reason]);
    return 1;
  }
  for (const folder of made.folders) out.data(folder);
  out.words(dbText.made);
  return 0;
}

type Env = Readonly<Record<string, string | undefined>>;

/** The commands about a file; null for any other. */
async function aboutFile(args: readonly string[], url: string, out: Output, env: Env) {
  const [command, path = "", ...rest] = args;
  if (path === "" || path.startsWith("-")) return null;
  const asked = { path, url, out, env };
  const plain = rest.length === 1 && rest[0] === "--unencrypted";
  if (command === "backup" && (rest.length === 0 || plain)) return runBackup(asked, plain);
  if (rest.length > 0) return null;
  if (command === "restore") return runRestore(asked);
  return command === "verify" ? runVerify(asked) : null;
}

/**
 * Runs the command and answers its exit code: 0, or 1 when it could not be done. `env` names the key of backups
 * and the folder of ballot keys.
 */
export async function runDbCommand(
  args: readonly string[],
  url: string,
  out: Output,
  env: Env = {},
): Promise<number> {
  const [command, name, ...rest] = args;
  const plain = name === undefined;
  try {
    if (command === "migrate" && plain) return await runMigrate(url, out);
    if (command === "status" && plain) return await runStatus(url, out);
    if (command === "new" && rest.length === 0) return await runNew(name ?? "", out);
    const done = await aboutFile(args, url, out, env);
    if (done !== null) return done;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : "";
    out.words(error instanceof Fault ? `${error.message}${cause}` : dbText.failed(String(error)));
    return 1;
  }
  out.words(dbText.usage);
  return 1;
}
