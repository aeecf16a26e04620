/** `npm run db -- migrate | status | new NAME`: data on stdout, words on stderr. */
import { migrate, migrationStatus } from "../db/migrate.ts";
import { newMigration } from "../db/new-migration.ts";
import { Fault } from "../system/log.ts";
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

/** Runs the command and answers its exit code: 0, or 1 when it could not be done. */
export async function runDbCommand(args: readonly string[], url: string, out: Output): Promise<number> {
  const [command, name, ...rest] = args;
  const plain = name === undefined;
  try {
    if (command === "migrate" && plain) return await runMigrate(url, out);
    if (command === "status" && plain) return await runStatus(url, out);
    if (command === "new" && rest.length === 0) return await runNew(name ?? "", out);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : "";
    out.words(error instanceof Fault ? `${error.message}${cause}` : dbText.failed(String(error)));
    return 1;
  }
  out.words(dbText.usage);
  return 1;
}
