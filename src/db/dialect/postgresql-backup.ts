/** Backup and restore of PostgreSQL with its own programs. */
import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { BackupFault } from "../backup/faults.ts";
import { backupFault } from "../backup/texts.ts";
import type { Tx } from "../store.ts";
import { MIGRATION_LOCK, RESTORE_MARK } from "./postgresql.ts";
import { accessOf, findTool, serverMajor, type Tool } from "./postgresql-tools.ts";

/** What psql is made to say when others are connected. */
const IN_USE = "forumsbote: in use";

/** The tools see the way, their language and the password, nothing else of this process. */
const environment = (env: Record<string, string>): NodeJS.ProcessEnv => ({
  PATH: "/usr/local/bin:/usr/bin:/bin",
  LC_ALL: "C",
  PGAPPNAME: "forumsbote-backup",
  ...env,
});

type Running = { readonly child: ChildProcess; readonly ended: Promise<void>; readonly said: () => string };

/** `ended` rejects with a BackupFault when the tool did not end well. */
function start(tool: Tool, path: string, args: readonly string[], env: Record<string, string>): Running {
  const child = spawn(path, args, { env: environment(env), stdio: ["pipe", "pipe", "pipe"] });
  let said = "";
  child.stderr?.on("data", (data: Buffer) => {
    said = `${said}${data}`.slice(-2_000);
  });
  // Errors name tables and settings, and at worst a value of a row: the first line is enough.
  const firstLine = () => said.split("\n").find((line) => /error|fatal/i.test(line)) ?? "";
  const ended = new Promise<void>((resolve, reject) => {
    child.once("error", (error) => reject(error));
    child.once("close", (code) =>
      code === 0
        ? resolve()
        : reject(new BackupFault(backupFault.toolFailed(tool, firstLine().slice(0, 200)))),
    );
  });
  // Whoever starts it asks later; until then a failure must not end this process.
  ended.catch(() => undefined);
  return { child, ended, said: () => said };
}

/** A dump of the state at one instant, while others read and write. Ends only when the tool has ended well. */
export async function* dumpPostgresql(url: string): AsyncGenerator<Buffer> {
  const path = await findTool("pg_dump", await serverMajor(url));
  const { address, env } = accessOf(url);
  const shape = ["--format=custom", "--compress=0", "--no-owner", "--no-privileges", "--schema=public"];
  const { child, ended } = start("pg_dump", path, [...shape, `--dbname=${address}`], env);
  try {
    for await (const chunk of child.stdout as Readable) yield chunk as Buffer;
    await ended;
  } finally {
    child.kill();
  }
}

/**
 * Takes the database, refuses when others are connected, and removes what is in it: tables, types and functions
 * of this user, not those of extensions. Starts of the program wait from the first line on.
 */
const EMPTY = `
BEGIN;
SELECT pg_advisory_xact_lock(${MIGRATION_LOCK});
DO $$
DECLARE one record; others boolean;
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    LOCK TABLE public._prisma_migrations IN ACCESS EXCLUSIVE MODE;
  END IF;
  -- A connection that was just closed is listed a moment longer.
  FOR try IN 1..30 LOOP
    PERFORM pg_stat_clear_snapshot();
    others := EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database()
      AND usename = current_user AND backend_type = 'client backend' AND pid <> pg_backend_pid());
    EXIT WHEN NOT others;
    PERFORM pg_sleep(0.1);
  END LOOP;
  IF others THEN
    RAISE EXCEPTION '${IN_USE}';
  END IF;
  FOR one IN SELECT format('DROP TABLE IF EXISTS public.%I CASCADE', tablename) AS command
      FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user LOOP
    EXECUTE one.command;
  END LOOP;
  FOR one IN SELECT format('DROP TYPE IF EXISTS public.%I CASCADE', typname) AS command
      FROM pg_type JOIN pg_namespace ON pg_namespace.oid = typnamespace
      WHERE nspname = 'public' AND typtype = 'e' AND pg_get_userbyid(typowner) = current_user LOOP
    EXECUTE one.command;
  END LOOP;
  FOR one IN SELECT format('DROP FUNCTION IF EXISTS %s CASCADE', p.oid::regprocedure) AS command
      FROM pg_proc p JOIN pg_namespace ON pg_namespace.oid = pronamespace
      WHERE nspname = 'public' AND pg_get_userbyid(proowner) = current_user
      AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = p.oid AND deptype = 'e') LOOP
    EXECUTE one.command;
  END LOOP;
END $$;
`;

/** Says that the restored rows are there but not yet made ready: no program starts on them. */
const MARKED = `
CREATE TABLE public."${RESTORE_MARK}" ("begunAt" timestamptz NOT NULL DEFAULT now());
COMMIT;
`;

/** A tool may have read enough before the end: whether it ended well says its exit code. */
const unlessClosed = (error: NodeJS.ErrnoException): void => {
  if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
};

const write = (to: Writable, text: string): Promise<void> =>
  new Promise((resolve, reject) => to.write(text, (error) => (error ? reject(error) : resolve())));

/**
 * Replaces what is in the database by a dump, in one transaction: all or nothing. A mark stands in it afterwards
 * that keeps the program from starting, until `unmarkPostgresql`.
 * @throws BackupFault while the program runs on it, or when a tool is missing, too old, or fails
 */
export async function refillPostgresql(url: string, dump: Readable): Promise<void> {
  const server = await serverMajor(url);
  const [unpacker, client] = [await findTool("pg_restore", server), await findTool("psql", server)];
  const { address, env } = accessOf(url);
  const psql = start("psql", client, ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", "-", "-d", address], env);
  const script = ["--no-owner", "--no-privileges", "--schema=public", "--file=-"];
  const unpack = start("pg_restore", unpacker, script, {});
  psql.child.stdout?.resume();
  const into = psql.child.stdin as Writable;
  // A tool that ends early closes its end; its own words say why.
  into.on("error", () => undefined);
  try {
    await write(into, EMPTY);
    await Promise.all([
      pipeline(dump, unpack.child.stdin as Writable).catch(unlessClosed),
      pipeline(unpack.child.stdout as Readable, into, { end: false }),
      unpack.ended,
    ]);
    // Only now: without its last line the transaction is given up.
    await write(into, MARKED);
    into.end();
    await psql.ended;
  } catch (error) {
    unpack.child.kill();
    into.destroy();
    psql.child.kill();
    const why = await psql.ended.then(() => error).catch((fault: unknown) => fault);
    if (psql.said().includes(IN_USE)) throw new BackupFault(backupFault.inUse);
    throw psql.said() === "" ? error : why;
  }
}

/** In the transaction that makes the restored rows ready. */
export async function unmarkPostgresql(tx: Tx): Promise<void> {
  await tx.$executeRaw`DROP TABLE IF EXISTS public."_forumsbote_restore"`;
}
