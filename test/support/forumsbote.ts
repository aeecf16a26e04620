/** The whole program behind its real door: real store, fake connector, fake clock, people. */
import { createApp } from "../../src/app.ts";
import type { Config } from "../../src/config.ts";
import type { Db } from "../../src/db/store.ts";
import type { Engine } from "../../src/db/url.ts";
import { startBot } from "./bot.ts";
import { freshUrl, openTestDb } from "./database.ts";

export const TENANT = "11111111-0000-0000-0000-000000000001";
/** Entra object id of the person who coordinates in tests. */
export const COORDINATOR = "22222222-0000-0000-0000-0000000000c0";

const config: Config = {
  auth: { kind: "local" },
  host: "127.0.0.1",
  port: 0,
  databaseUrl: "",
  publicUrl: null,
  tenants: [TENANT],
  coordinators: [COORDINATOR],
  serviceHosts: [],
  forumName: "Probeforum",
  logLevel: "silent",
};

export type Options = {
  readonly engine?: Engine;
  /** An existing database, to start again on what was stored. */
  readonly databaseUrl?: string;
  /** Puts something between the program and its store, to make it fail. */
  readonly around?: (db: Db) => Db;
};

/** Starts Forumsbote without its ticker: `delivers()` runs the outbox once, when the test wants it. */
export async function startForumsbote({ engine = "sqlite", databaseUrl, around = (db) => db }: Options = {}) {
  const url = databaseUrl ?? (await freshUrl(engine));
  const db = await openTestDb(url);
  const bot = await startBot(
    ({ log, clock, newId, chance }) => createApp({ config, db: around(db), log, clock, newId, chance }),
    { tenantId: TENANT },
  );
  return {
    ...bot,
    db,
    databaseUrl: url,
    coordinator: () =>
      bot.people.person("Koordination Landkreis", { aadObjectId: COORDINATOR, userId: "29:koordination" }),
    delivers: () => bot.built.jobs.outbox.run(bot.time.clock()),
  };
}
