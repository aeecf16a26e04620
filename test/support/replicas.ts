/** Several processes of the built program on one PostgreSQL database: each behind a port of its own, and all behind one. */
import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseUrl, runSql } from "./databases.ts";
import { startFakeConnector } from "./fake-connector.ts";
import { createPeople } from "./people.ts";
import { startPostgres } from "./postgres.ts";
import { startRoundRobin } from "./round-robin.ts";

const script = join(import.meta.dirname, "replica.mjs");
export const TENANT = "11111111-0000-0000-0000-000000000001";
export const COORDINATOR = "22222222-0000-0000-0000-0000000000c0";

function answerOf<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once("message", (message) => resolve(message as T));
    child.once("exit", (code) => reject(new Error(`a replica has ended with ${code}`)));
  });
}

async function startReplica(settings: object) {
  const child = fork(script, [JSON.stringify(settings)], { stdio: ["ignore", "ignore", "pipe", "ipc"] });
  let log = "";
  child.stderr?.on("data", (data) => {
    log += String(data);
  });
  const { url } = await answerOf<{ url: string }>(child).catch((error: Error) => {
    throw new Error(`${error.message}\n${log}`);
  });
  return {
    url,
    log: () => log,
    /** Puts the clock of this process so far ahead of the real one. */
    setsClock: async (offsetMs: number) => {
      const answer = answerOf(child);
      child.send({ offsetMs });
      await answer;
    },
    /** Resolves with the exit code. */
    stop: async (): Promise<number | null> => {
      const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      return ended;
    },
  };
}

export type Replicas = Exclude<Awaited<ReturnType<typeof startReplicas>>, { reason: string }>;

/** `count` replicas with one connector, and the people of the trial at each of them; or why there are none. */
export async function startReplicas(count: number) {
  const server = await startPostgres();
  if ("reason" in server) return server;
  const connector = await startFakeConnector();
  const keys = mkdtempSync(join(tmpdir(), "forumsbote-keys-"));
  const proxy = await startRoundRobin();
  await runSql(server.url, 'CREATE DATABASE "replicas"');
  const url = databaseUrl(server.url, "replicas");
  const settings = {
    databaseUrl: url,
    ballotKeyDir: keys,
    tenant: TENANT,
    coordinators: [COORDINATOR],
    trial: "few",
    publicUrl: proxy.url,
  };
  const replicas = await Promise.all(Array.from({ length: count }, () => startReplica(settings)));
  const lead = () => proxy.leadsTo(replicas.map((replica) => replica.url));
  lead();
  const gone: string[] = [];
  return {
    connector,
    databaseUrl: url,
    replicas,
    proxy,
    /** What all of them have logged, those that were ended included. */
    logs: (): string => [...gone, ...replicas.map((replica) => replica.log())].join(""),
    /** Ends one as an update does, waits for `meanwhile`, and puts a new one in its place. Answers its exit code. */
    restarts: async (at: number, meanwhile: () => Promise<unknown> = async () => undefined) => {
      const ended = await replicas[at]?.stop();
      gone.push(replicas[at]?.log() ?? "");
      await meanwhile();
      replicas[at] = await startReplica(settings);
      lead();
      return ended;
    },
    towns: replicas.map((replica) => createPeople({ url: replica.url, connector, tenantId: TENANT })),
    stop: async () => {
      await Promise.all(replicas.map((replica) => replica.stop()));
      await proxy.close();
      await connector.close();
      await server.stop();
      rmSync(keys, { recursive: true, force: true });
    },
  };
}
