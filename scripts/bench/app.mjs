// @ts-check
// Forumsbote as on a server: tokens checked, SQLite on disk, ticker running, log at its usual level. Only
// the keys come from the local issuer, and the way out leads to this machine.
import { join } from "node:path";
import { createApp } from "../../dist/app.js";
import { readConfig } from "../../dist/config.js";
import { migrate } from "../../dist/db/migrate.js";
import { openDb } from "../../dist/db/open.js";
import { openHttpDoor } from "../../dist/http.http.js";
import { systemChance } from "../../dist/system/chance.js";
import { systemClock } from "../../dist/system/clock.js";
import { systemIds } from "../../dist/system/ids.js";
import { createLog } from "../../dist/system/log.js";
import { noticeFile } from "./notice.mjs";

/**
 * @param {object} given
 * @param {any} given.auth who may call
 * @param {string} given.folder where store and keys lie
 * @param {string} [given.databaseUrl] another store
 * @param {boolean} [given.quiet] nothing runs but what is asked for
 */
export async function startForumsbote({ auth, folder, databaseUrl, quiet }) {
  const read = readConfig({
    BOT_ID: auth.appId,
    BOT_TENANT_ID: auth.tenantId,
    BOT_PASSWORD: "not-used",
    DATABASE_URL: databaseUrl ?? `file:${join(folder, "data", "bench.db")}`,
    // Keys never lie in the folder of the database.
    BALLOT_KEY_DIR: join(folder, "keys"),
    PUBLIC_URL: "https://bench.invalid",
    PRIVACY_NOTICE_FILE: noticeFile,
    COORDINATORS: "22222222-0000-0000-0000-0000000000c0",
    SERVICE_HOSTS: "127.0.0.1",
    HOST: "127.0.0.1",
    // A few people play a whole county at once.
    RATE_PER_PERSON: "0",
    RATE_PER_CONVERSATION: "0",
  });
  if (!read.ok) throw new Error(read.problems.join(" "));
  const { config } = read;
  await migrate(config.databaseUrl);
  const db = await openDb(config.databaseUrl, { onFatal: () => process.exit(70) });
  const log = createLog(config.logLevel);
  const system = { clock: systemClock, newId: systemIds, chance: systemChance };
  const app = await createApp({ config, db, log, ...system, auth });
  const { messages, ready, metrics } = app;
  const door = await openHttpDoor({
    host: config.host,
    port: 0,
    local: false,
    messages,
    ready,
    metrics,
    log,
  });
  if (!quiet) app.start();
  return {
    config,
    db,
    jobs: app.jobs,
    port: door.port,
    durable: async () => (await db.check()).durable,
    close: async () => {
      await door.close(1_000);
      await app.close();
    },
  };
}
