// @ts-check
// What Prisma really sends to the database, and how the database means to find the rows.

/** @typedef {import("@prisma/driver-adapter-utils").SqlQuery} SqlQuery */
/** @typedef {{ sql: string, plan: readonly string[] }} Explained */

const READS_OR_WRITES = /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/i;
/** Words of a plan that reads a whole table or a whole index, on SQLite and on PostgreSQL. */
const SCANS = /\bSCAN\b(?! CONSTANT ROW)|\bSeq Scan\b/;

/**
 * Notes every statement of all connections that are made from now on, while it is told to.
 * @param {{ prototype: any }} factory class of the driver adapter
 */
export function recordStatements(factory) {
  /** @type {SqlQuery[]} */
  let noted = [];
  let on = false;

  /** @param {any} door */
  function listenAt(door) {
    for (const name of ["queryRaw", "executeRaw"]) {
      const plain = door[name].bind(door);
      door[name] = (/** @type {SqlQuery} */ query) => {
        if (on && READS_OR_WRITES.test(query.sql)) noted.push(query);
        return plain(query);
      };
    }
    const begin = door.startTransaction?.bind(door);
    if (begin) door.startTransaction = async (/** @type {any} */ level) => listenAt(await begin(level));
    return door;
  }

  const connect = factory.prototype.connect;
  factory.prototype.connect = async function connectAndListen() {
    return listenAt(await connect.call(this));
  };

  return {
    begin() {
      noted = [];
      on = true;
    },
    /** Each statement once, in the order in which they came. */
    end() {
      on = false;
      return [...new Map(noted.map((query) => [query.sql, query])).values()];
    },
  };
}

/**
 * @param {import("@prisma/driver-adapter-utils").SqlDriverAdapter} connection
 * @param {readonly SqlQuery[]} queries
 * @returns {Promise<readonly Explained[]>}
 */
export async function explained(connection, queries) {
  const lite = connection.provider === "sqlite";
  const all = [];
  // PostgreSQL reads a table of a few rows whole although it has an index: asked for is whether it needs to.
  const transaction = lite ? null : await connection.startTransaction();
  const door = transaction ?? connection;
  if (transaction) await door.executeRaw({ sql: "SET LOCAL enable_seqscan = off", args: [], argTypes: [] });
  for (const query of queries) {
    const sql = `EXPLAIN ${lite ? "QUERY PLAN " : ""}${query.sql}`;
    const { columnNames, rows } = await door.queryRaw({ ...query, sql });
    const column = lite ? columnNames.indexOf("detail") : 0;
    all.push({ sql: query.sql.trim(), plan: rows.map((row) => String(row[column]).trim()) });
  }
  await transaction?.rollback();
  return all;
}

/** @param {readonly Explained[]} all @returns {readonly Explained[]} */
export const scansIn = (all) => all.filter(({ plan }) => plan.some((line) => SCANS.test(line)));
