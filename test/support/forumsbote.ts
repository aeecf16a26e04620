/** The whole program behind its real door: real store, fake connector, fake clock, people. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { inject } from "vitest";
import { createApp } from "../../src/app.ts";
import type { Config } from "../../src/config.ts";
import type { Db } from "../../src/db/store.ts";
import type { Engine } from "../../src/db/url.ts";
import type { PrivacyNotice } from "../../src/privacy/notice.ts";
import { TRIAL_NOTICE } from "../../src/privacy/trial-notice.ts";
import type { NewId } from "../../src/system/ids.ts";
import { startBot } from "./bot.ts";
import { cardWatch } from "./card-watch.ts";
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
  calendarOrganizer: null,
  ballotKeyDir: "",
  trial: "few",
  model: null,
  privacy: { notice: TRIAL_NOTICE },
  logLevel: "silent",
};

export type Options = {
  readonly engine?: Engine;
  /** An existing database, to start again on what was stored. */
  readonly databaseUrl?: string;
  /** Folder of the keys of ballot boxes: the old one, to start again. */
  readonly ballotKeyDir?: string;
  /** `few`, unless said otherwise: six people with the six seats there are. `none`: 36 empty seats. */
  readonly trial?: Config["trial"];
  /** A language model that may phrase answers; none, unless said otherwise. */
  readonly model?: Config["model"];
  /** Another privacy notice than that of the trial. */
  readonly notice?: PrivacyNotice;
  /** Ids of its own, for a second process on one database: those of the first are counted from 1. */
  readonly newId?: NewId;
  /** Puts something between the program and its store, to make it fail. */
  readonly around?: (db: Db) => Db;
};

/**
 * Starts Forumsbote without its ticker: `delivers()` runs the outbox once, when the test wants it. Every card that
 * it sends is looked at; `close()` fails if one is not for everybody.
 */
export async function startForumsbote(options: Options = {}) {
  const { engine = "sqlite", trial = "few", model = null, around = (db) => db } = options;
  const privacy = { notice: options.notice ?? TRIAL_NOTICE };
  const url = options.databaseUrl ?? (await freshUrl(engine));
  const ballotKeyDir = options.ballotKeyDir ?? join(inject("sqliteFolder"), "keys", randomUUID());
  const db = await openTestDb(url);
  const settings = { ...config, ballotKeyDir, trial, model, privacy };
  const watch = cardWatch();
  const bot = await startBot(
    ({ log, clock, newId, chance }) =>
      createApp({ config: settings, db: around(db), log, clock, newId: options.newId ?? newId, chance }),
    { tenantId: TENANT, sees: watch.sees },
  );
  return {
    ...bot,
    close: async () => {
      await bot.close();
      watch.settles();
    },
    cards: watch,
    db,
    databaseUrl: url,
    ballotKeyDir,
    coordinator: () =>
      bot.people.person("Koordination Landkreis", { aadObjectId: COORDINATOR, userId: "29:koordination" }),
    delivers: () => bot.built.jobs.outbox.run(bot.time.clock()),
  };
}
