// One replica of the built program as a process of its own: `node replica.mjs '{"databaseUrl": …}'`. Without
// tokens, on loopback; several share a PostgreSQL database and the folder with the keys of ballot boxes.
// Its clock can be moved by messages of its parent: { offsetMs }, answered with { offsetMs }.
import { createApp } from "../../dist/app.js";
import { migrate } from "../../dist/db/migrate.js";
import { openDb } from "../../dist/db/open.js";
import { openHttpDoor } from "../../dist/http.http.js";
import { TRIAL_NOTICE } from "../../dist/privacy/trial-notice.js";
import { systemChance } from "../../dist/system/chance.js";
import { systemIds } from "../../dist/system/ids.js";
import { createLog } from "../../dist/system/log.js";

const given = JSON.parse(process.argv[2] ?? "{}");
const { databaseUrl, ballotKeyDir, tenant, coordinators, trial, publicUrl = null } = given;

let offsetMs = 0;
const clock = () => Date.now() + offsetMs;
const log = createLog("warn", { write: (line) => process.stderr.write(line) });
const config = {
  auth: /** @type {const} */ ({ kind: "local" }),
  host: "127.0.0.1",
  port: 0,
  databaseUrl,
  publicUrl,
  tenants: [tenant],
  coordinators,
  serviceHosts: [],
  forumName: "Probeforum",
  ballotKeyDir,
  trial,
  privacy: { notice: TRIAL_NOTICE },
  logLevel: "warn",
};

await migrate(databaseUrl);
const db = await openDb(databaseUrl, { onFatal: () => process.exit(70) });
const app = await createApp({ config, db, log, clock, newId: systemIds, chance: systemChance });
const { messages, ready, metrics, pages, publicPages } = app;
const doors = { messages, ready, metrics, pages, publicPages };
const door = await openHttpDoor({ host: "127.0.0.1", port: 0, local: true, ...doors, log });
app.start();

process.on("message", (/** @type {{ offsetMs: number }} */ told) => {
  offsetMs = told.offsetMs;
  process.send?.({ offsetMs });
});
process.once("SIGTERM", async () => {
  await door.close(2_000);
  await app.close();
  process.exit(0);
});
process.once("disconnect", () => process.exit(1));
process.send?.({ url: door.url });
