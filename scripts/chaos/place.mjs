// @ts-check
// Where the bot works in a trial: one process on SQLite, or two on PostgreSQL with one folder of keys.
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { loadPostgres } from "../bench/support.mjs";
import { createBot } from "./bot.mjs";
import { postgresStore, sqliteStore } from "./store.mjs";
import { ChaosFault } from "./texts.mjs";

const REPLICAS = 2;
const replica = fileURLToPath(new URL("replica.mjs", import.meta.url));

/**
 * @typedef {object} WorkingPlace
 * @property {readonly import("./bot.mjs").Bot[]} bots
 * @property {() => Promise<import("./store.mjs").Store>} store once a bot is ready
 *
 * @typedef {{ program: string, folder: string, onEnd: (close: () => unknown) => void }} Given
 */

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** @param {Given} given @returns {Promise<WorkingPlace>} */
async function onSqlite({ program, folder }) {
  const args = [join(program, "dist", "main.js")];
  const log = join(folder, "bot.log");
  const bots = [createBot({ args, folder, log, port: await freePort() })];
  return { bots, store: async () => sqliteStore(join(folder, "data", "demo.db"), join(folder, "copy")) };
}

/** @param {string} url @param {string} sql */
async function run(url, sql) {
  const connection = await new PrismaPg({ connectionString: url, max: 1 }).connect();
  await connection.executeScript(sql);
  await connection.dispose();
}

/** @param {Given} given @returns {Promise<WorkingPlace>} */
async function onPostgres({ program, folder, onEnd }) {
  const server = await (await loadPostgres()).startPostgres();
  if ("reason" in server) throw new ChaosFault(server.reason);
  onEnd(server.stop);
  const name = `chaos_${process.pid}`;
  await run(server.url, `CREATE DATABASE "${name}"`);
  onEnd(() => run(server.url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const databaseUrl = url.href;
  const bots = [];
  for (let at = 0; at < REPLICAS; at += 1) {
    const port = await freePort();
    const given = JSON.stringify({ program, databaseUrl, ballotKeyDir: join(folder, "keys"), port });
    bots.push(createBot({ args: [replica, given], folder, log: join(folder, `bot-${at + 1}.log`), port }));
  }
  return {
    bots,
    store: async () => {
      const store = await postgresStore(databaseUrl);
      onEnd(store.close);
      return store;
    },
  };
}

/** @param {Given & { postgres: boolean }} given */
export async function openPlace({ postgres, ...given }) {
  if (postgres) return onPostgres(given);
  return onSqlite(given);
}
