/** A PostgreSQL server for the tests: the one given, or a temporary one started from the binaries at hand. */
import { execFile, spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

export type Server = { readonly url: string; readonly stop: () => Promise<void> };

/** The folder with initdb and postgres: on the PATH, or where Debian keeps it. */
function findBinaries(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : [];
  return [
    ...(process.env.PATH ?? "").split(delimiter),
    ...versions.map((version) => join(debian, version, "bin")),
  ].find((folder) => existsSync(join(folder, "postgres")) && existsSync(join(folder, "initdb")));
}

/** initdb and postgres refuse root; as root they run as the user that Debian's package makes. */
async function serverUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = await Promise.all([run("id", ["-u", "postgres"]), run("id", ["-g", "postgres"])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? resolve(address.port) : reject()));
    });
  });

async function untilReady(log: string, ended: () => boolean): Promise<void> {
  for (let tries = 0; tries < 150 && !ended(); tries++) {
    // The server's messages follow its locale, which initdb was told to be C.
    if (readFileSync(log, "utf8").includes("ready to accept connections")) return;
    await pause(100);
  }
  throw new Error(`PostgreSQL did not start: ${readFileSync(log, "utf8").slice(-500)}`);
}

async function startTemporary(binaries: string, where: string): Promise<Server> {
  const user = await serverUser();
  const folder = mkdtempSync(join(where, "forumsbote-pg-"));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const as = { ...user, cwd: folder };
  await run(
    join(binaries, "initdb"),
    ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"],
    as,
  );
  const port = await freePort();
  const log = join(folder, "log");
  const output = openSync(log, "w");
  // Output to a file: a server that keeps a pipe open keeps its parent from ending.
  const settings = [
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    "max_connections=300",
    "-c",
    "unix_socket_directories=",
  ];
  const server = spawn(join(binaries, "postgres"), ["-D", data, "-p", String(port), ...settings], {
    ...as,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const stop = async () => {
    server.kill("SIGINT");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(log, () => server.exitCode !== null);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `postgresql://postgres@127.0.0.1:${port}/postgres`, stop };
}

/** TEST_POSTGRES_URL, else a temporary server in a folder below `where`, else the reason why there is none. */
export async function startPostgres(where = tmpdir()): Promise<Server | { readonly reason: string }> {
  const given = process.env.TEST_POSTGRES_URL;
  if (given) return { url: given, stop: async () => {} };
  const binaries = findBinaries();
  if (!binaries) return { reason: "Kein PostgreSQL-Server gefunden (Debian: apt-get install postgresql)." };
  return startTemporary(binaries, where).catch((error: Error) => ({
    reason: `PostgreSQL startete nicht: ${error.message}`,
  }));
}
