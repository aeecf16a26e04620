// @ts-check
// What stands in the store of the running bot, read without writing.
import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";

/**
 * @typedef {Record<string, unknown>} Row
 *
 * @typedef {object} Store
 * @property {(sql: string) => Promise<Row[]>} rows
 * @property {(sql: string) => Promise<Row[]>} rowsOfDead the same while the bot is gone, without touching its files
 * @property {"commits" | "steps"} shows what can be seen from outside without disturbing
 * @property {(election: string) => Promise<string>} changes with every commit, or with every step of the close
 * @property {() => Promise<string>} integrity what the database says about itself: "ok"
 */

/** @param {import("@prisma/driver-adapter-utils").SqlDriverAdapter} connection @param {string} sql @returns {Promise<Row[]>} */
async function rowsAt(connection, sql) {
  const { columnNames, rows } = await connection.queryRaw({ sql, args: [], argTypes: [] });
  return rows.map((row) => Object.fromEntries(columnNames.map((name, at) => [name, row[at]])));
}

/**
 * Opened for a moment only: a connection that is still open when the bot ends would spare the next start the
 * recovery that is tried here.
 * @param {string} file
 * @param {string} sql
 * @returns {Promise<Row[]>}
 */
export async function rowsOf(file, sql) {
  const connection = await new PrismaBetterSqlite3({ url: file, readonly: true }).connect();
  try {
    return await rowsAt(connection, sql);
  } finally {
    await connection.dispose();
  }
}

/** @param {string} file @param {string} aside folder for copies @returns {Store} */
export function sqliteStore(file, aside) {
  const copy = join(aside, "copy.db");
  return {
    shows: "commits",
    rows: (sql) => rowsOf(file, sql),
    rowsOfDead: async (sql) => {
      rmSync(aside, { recursive: true, force: true });
      mkdirSync(aside, { recursive: true });
      for (const part of ["", "-wal"])
        if (existsSync(`${file}${part}`)) copyFileSync(`${file}${part}`, `${copy}${part}`);
      return existsSync(copy) ? rowsOf(copy, sql) : [];
    },
    changes: async () => {
      const stat = statSync(`${file}-wal`, { throwIfNoEntry: false });
      return stat ? `${stat.size} ${stat.mtimeMs}` : "";
    },
    integrity: async () => {
      const [row] = await rowsOf(file, "PRAGMA integrity_check");
      return String(Object.values(row ?? {})[0]);
    },
  };
}

/** @param {string} url @returns {Promise<Store & { close: () => Promise<void> }>} */
export async function postgresStore(url) {
  const connection = await new PrismaPg({ connectionString: url, max: 2 }).connect();
  const rows = (/** @type {string} */ sql) => rowsAt(connection, sql);
  return {
    shows: "steps",
    rows,
    rowsOfDead: rows,
    changes: async (election) => {
      const [row] = await rows(`SELECT "phase" FROM "ElectionRound" WHERE "electionId" = '${election}'`);
      return String(row?.phase);
    },
    integrity: async () => "ok",
    close: () => connection.dispose(),
  };
}

/** As the database says it, always in UTC. @param {unknown} value */
function instantOf(value) {
  const text = String(value).replace(" ", "T");
  return Date.parse(/[zZ]|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
}

/**
 * How much is still to be told within the next hour; an election also leaves reminders for months ahead.
 * @param {Pick<Store, "rows">} store
 * @returns {Promise<number>}
 */
export async function pendingIn({ rows }) {
  const pending = await rows(`SELECT "dueAt" FROM "OutboxItem" WHERE "state" = 'pending'`);
  const soon = Date.now() + 3_600_000;
  return pending.filter(({ dueAt }) => !(instantOf(dueAt) > soon)).length;
}

/**
 * Waits until nothing is due any more.
 * @param {() => Promise<boolean>} isDone
 * @param {number} ms
 * @returns {Promise<boolean>} false when that was too long
 */
export async function waitsUntil(isDone, ms) {
  const end = performance.now() + ms;
  while (!(await isDone())) {
    if (performance.now() > end) return false;
    await sleep(500);
  }
  return true;
}
