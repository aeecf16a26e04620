// @ts-check
// What stands in the store of the running bot, read without writing. Opened for a moment only: a connection that
// is still open when the bot ends would spare the next start the recovery that is tried here.
import { setTimeout as sleep } from "node:timers/promises";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";

/**
 * @param {string} file
 * @param {string} sql
 * @returns {Promise<Record<string, unknown>[]>}
 */
export async function rowsOf(file, sql) {
  const connection = await new PrismaBetterSqlite3({ url: file, readonly: true }).connect();
  try {
    const { columnNames, rows } = await connection.queryRaw({ sql, args: [], argTypes: [] });
    return rows.map((row) => Object.fromEntries(columnNames.map((name, at) => [name, row[at]])));
  } finally {
    await connection.dispose();
  }
}

/** What is still to be told, whenever. @param {string} file @returns {Promise<number>} */
export async function pendingIn(file) {
  const [row] = await rowsOf(file, `SELECT count(*) AS "count" FROM "OutboxItem" WHERE "state" = 'pending'`);
  return Number(row?.count);
}

/** What SQLite says about the file itself: "ok". @param {string} file @returns {Promise<string>} */
export async function integrityOf(file) {
  const [row] = await rowsOf(file, "PRAGMA integrity_check");
  return String(Object.values(row ?? {})[0]);
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
