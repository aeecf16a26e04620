/** PostgreSQL's own programs for dump and restore: where they are, which version, how they reach the server. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { PrismaPg } from "@prisma/adapter-pg";
import { BackupFault } from "../backup/faults.ts";
import { backupFault } from "../backup/texts.ts";

const run = promisify(execFile);

export type Tool = "pg_dump" | "pg_restore" | "psql";

/** Of the server behind an address, for example 17. */
export async function serverMajor(url: string): Promise<number> {
  const connection = await new PrismaPg({ connectionString: url, max: 1 }).connect();
  try {
    const asked = { sql: "SHOW server_version_num", args: [], argTypes: [] };
    const [[number] = []] = (await connection.queryRaw(asked)).rows;
    return Math.floor(Number(number) / 10_000);
  } finally {
    await connection.dispose();
  }
}

/** Debian keeps every version in a folder of its own and offers the newest by its plain name. */
const placeOf = (tool: Tool, major: number): string => {
  const debian = `/usr/lib/postgresql/${major}/bin/${tool}`;
  return existsSync(debian) ? debian : tool;
};

/**
 * Finds a tool that fits to a server: its version for reading back, it or a newer one for a dump.
 * @throws BackupFault when it is missing or of another version
 */
export async function findTool(tool: Tool, server: number): Promise<string> {
  const place = placeOf(tool, server);
  const { stdout } = await run(place, ["--version"]).catch(() => {
    throw new BackupFault(backupFault.toolMissing(tool));
  });
  const has = Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1] ?? 0);
  if (has < server) throw new BackupFault(backupFault.toolOlder(tool, has, server));
  // A newer one writes settings that an older server does not know.
  if (has !== server && tool !== "pg_dump") throw new BackupFault(backupFault.toolOther(tool, has, server));
  return place;
}

/** Settings of an address that the tools know as well; they refuse any other. */
const SHARED = new Set(["sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl", "connect_timeout", "host"]);

/** How a tool reaches the database. The password goes through its environment: arguments can be read by all. */
export function accessOf(url: string): { readonly address: string; readonly env: Record<string, string> } {
  const parsed = new URL(url);
  const password = decodeURIComponent(parsed.password);
  parsed.password = "";
  for (const name of [...parsed.searchParams.keys()]) if (!SHARED.has(name)) parsed.searchParams.delete(name);
  return { address: parsed.href, env: { ...(password === "" ? {} : { PGPASSWORD: password }) } };
}
