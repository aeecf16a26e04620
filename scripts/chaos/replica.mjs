// @ts-check
// One of several processes of the built program that share a PostgreSQL database and the folder with the keys:
// `node replica.mjs '{"program": …}'`. Without tokens, on the loopback, with the people of the demonstration; the
// program itself refuses a foreign database without tokens, so its parts are put together here.
import http from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** @type {{ program: string, databaseUrl: string, ballotKeyDir: string, port: number }} */
const { program, databaseUrl, ballotKeyDir, port } = JSON.parse(process.argv[2] ?? "{}");

// Everything this process sends says whose it is: whoever watches its messages has to know whom to end.
const plainRequest = http.request;
http.request = /** @type {typeof http.request} */ (
  (/** @type {Parameters<typeof plainRequest>} */ ...args) => {
    const call = plainRequest(...args);
    call.setHeader("x-sender", String(port));
    return call;
  }
);
syncBuiltinESMExports();

/** @param {string} name @returns {Promise<any>} a part of the copy of the program that is tried */
const part = (name) => import(pathToFileURL(join(program, "dist", name)).href);

const [{ createApp }, { migrate }, { openDb }, { openHttpDoor }] = await Promise.all(
  ["app.js", "db/migrate.js", "db/open.js", "http.http.js"].map(part),
);
const [{ systemChance }, { systemClock }, { systemIds }, { createLog }, { readConfig }] = await Promise.all(
  ["system/chance.js", "system/clock.js", "system/ids.js", "system/log.js", "config.js"].map(part),
);

const read = readConfig({ DEMO: "1", PORT: String(port), LOG_LEVEL: "warn" });
if (!read.ok) throw new Error(read.problems.join(" "));
const config = { ...read.config, databaseUrl, ballotKeyDir };
const log = createLog(config.logLevel);

await migrate(databaseUrl);
const onFatal = (/** @type {unknown} */ error) => {
  log.fault("db.inDoubt", error);
  process.exit(70);
};
const db = await openDb(databaseUrl, { onFatal });
const app = await createApp({ config, db, log, clock: systemClock, newId: systemIds, chance: systemChance });
const { messages, ready, metrics } = app;
const door = await openHttpDoor({ host: config.host, port, local: true, messages, ready, metrics, log });
app.start();

process.once("SIGTERM", async () => {
  await door.close(2_000);
  await app.close();
  process.exit(0);
});
