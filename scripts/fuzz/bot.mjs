// @ts-check
// Forumsbote in a process of its own, put together so that the same questions get the same answers: ids are counted,
// the clock only moves when it is told to, nothing runs by itself. Tokens are checked.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { loadIssuer } from "./support.mjs";
import { watchRoutes } from "./watched.mjs";

/** @type {import("./process.mjs").Given} */
const { program, auth: account, folder, databaseUrl, limited, begun } = JSON.parse(process.argv[2] ?? "{}");

/** @param {string} name @returns {Promise<any>} a part of the copy of the program that is tried */
const part = (name) => import(pathToFileURL(join(program, "dist", name)).href);

const [{ createApp }, { readConfig }, { migrate }, { openDb }, { openHttpDoor }] = await Promise.all(
  ["app.js", "config.js", "db/migrate.js", "db/open.js", "http.http.js"].map(part),
);
const { outgoingCredentials } = await loadIssuer();
const auth = {
  kind: "bot",
  appType: "SingleTenant",
  ...account,
  credentials: outgoingCredentials(account.appId),
};

/** Monday, 2 March 2026, noon in Lörrach. */
const START = Date.UTC(2026, 2, 2, 11);
const COORDINATOR = "22222222-0000-0000-0000-0000000000c0";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

/** Level, name and cause of what went wrong inside. @type {{ event: string, cause: string }[]} */
const faults = [];
const log = {
  info: () => undefined,
  warn: () => undefined,
  fault: (/** @type {string} */ event, /** @type {unknown} */ error, /** @type {object} */ fields = {}) => {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    faults.push({ event, cause: `${JSON.stringify(fields)} ${cause}`.slice(0, 2_000) });
  },
};

/** @param {{ ids: number }} counted */
const countedIds = (counted) => () => {
  counted.ids += 1;
  return `${counted.ids.toString(16).padStart(8, "0")}-0000-4000-8000-000000000000`;
};

/** @param {string} text of the metrics @returns {Map<string, number>} turns by route and result */
function turnsIn(text) {
  const found = text.matchAll(/^forumsbote_turns_total\{route="(.*)",result="(\w+)"\} (\d+)$/gm);
  return new Map([...found].map(([, route, result, number]) => [`${route}\n${result}`, Number(number)]));
}

const read = readConfig({});
if (!read.ok) throw new Error(read.problems.join(" "));
const config = {
  ...read.config,
  databaseUrl,
  ballotKeyDir: join(folder, "keys"),
  tenants: [auth.tenantId],
  coordinators: [COORDINATOR],
  serviceHosts: ["127.0.0.1"],
  trial: "few",
  logLevel: "silent",
  // The usual limits, or none: most trials send far more than people do.
  ...(limited ? {} : { rates: { perPerson: 0, perConversation: 0 } }),
};
await migrate(databaseUrl);
const onFatal = (/** @type {unknown} */ error) => {
  log.fault("db.inDoubt", error);
  process.exit(70);
};
const db = await openDb(databaseUrl, { onFatal });
const state = { ids: 0, now: START, ...begun };
const parts = { clock: () => state.now, newId: countedIds(state), chance: () => 0.5 };
const app = await createApp({ config, db, log, auth, ...parts });
const watched = watchRoutes(app.routes);
const { messages, ready, metrics, pages } = app;
const at = { host: "127.0.0.1", port: 0, local: false };
const door = await openHttpDoor({ ...at, messages, ready, metrics, pages, log });
let before = turnsIn(metrics());

/** Everything the program does by the clock, once. */
async function runJobs() {
  /** @type {any[]} */
  const all = Object.values(app.jobs);
  for (const job of [...all, app.jobs.outbox]) {
    try {
      await job.run(state.now);
      // What was begun is also ended before the next request is judged.
      await job.over?.();
    } catch (error) {
      log.fault(`job.${job.name}`, error);
    }
  }
}

/** What happened since this was asked last. */
function taken() {
  const after = turnsIn(metrics());
  const counted = [...after].flatMap(([key, number]) => {
    const by = number - (before.get(key) ?? 0);
    const [route = "", result = ""] = key.split("\n");
    return by > 0 ? [{ route, result, by }] : [];
  });
  before = after;
  return { counted, handled: watched.taken(), faults: faults.splice(0) };
}

async function memory() {
  collect();
  await new Promise((resolve) => setTimeout(resolve, 100));
  collect();
  const { heapUsed, rss } = process.memoryUsage();
  return { heapMb: heapUsed / 1_048_576, rssMb: rss / 1_048_576 };
}

/** What this process does when it is asked. @type {Record<string, (asked: any) => unknown>} */
const jobs = {
  passes: async (/** @type {number} */ ms) => {
    state.now += ms;
    await runJobs();
    return { ...state };
  },
  now: () => state.now,
  routes: () => watched.names(),
  meanings: (/** @type {readonly string[]} */ texts) => texts.map(watched.commandOf),
  taken,
  memory,
};

process.on("message", async (/** @type {{ job: string, asked: unknown }} */ { job, asked }) => {
  process.send?.({ [job]: await jobs[job]?.(asked) });
});
process.once("SIGTERM", async () => {
  await door.close(1_000);
  await app.close();
  process.exit(0);
});
process.send?.({ port: door.port });
