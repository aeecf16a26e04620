/**
 * A journal of every row that is written to a SQLite store, whoever writes it: triggers on all tables, so that nothing
 * has to be compared afterwards. For trials only.
 */
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";

export type WrittenRow = {
  readonly table: string;
  readonly act: "insert" | "update" | "delete";
  /** The row as JSON; a column that did not change is left out of an update. */
  readonly row: string;
};

export type RowJournal = Awaited<ReturnType<typeof openRowJournal>>;

const name = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;

/** `quote` because JSON knows no blobs. */
const rowOf = (alias: "NEW" | "OLD", columns: readonly string[]): string =>
  `json_object(${columns.map((one) => `'${one}', quote(${alias}.${name(one)})`).join(", ")})`;

const differs = (columns: readonly string[]): string =>
  columns.map((one) => `OLD.${name(one)} IS NOT NEW.${name(one)}`).join(" OR ");

function triggersOf(table: string, columns: readonly string[]): string {
  const note = (act: string, row: string, when = ""): string =>
    `CREATE TRIGGER IF NOT EXISTS ${name(`RowJournal_${act}_${table}`)} AFTER ${act.toUpperCase()} ON ${name(table)} ${when}
     BEGIN INSERT INTO "RowJournal" ("tab", "act", "row") VALUES ('${table}', '${act}', ${row}); END;`;
  const changed = columns
    .map((one) => `WHEN OLD.${name(one)} IS NOT NEW.${name(one)} THEN '${one} '`)
    .map((when) => `(CASE ${when} ELSE '' END)`)
    .join(" || ");
  return [
    note("insert", rowOf("NEW", columns)),
    note("delete", rowOf("OLD", columns)),
    note("update", `trim(${changed}) || ': ' || ${rowOf("NEW", columns)}`, `WHEN ${differs(columns)}`),
  ].join("\n");
}

/** @param file of a store whose tables are all there */
export async function openRowJournal(file: string) {
  const connection = await new PrismaBetterSqlite3({ url: file }).connect();
  const rows = async (sql: string): Promise<Record<string, unknown>[]> => {
    const { columnNames, rows: found } = await connection.queryRaw({ sql, args: [], argTypes: [] });
    return found.map((row) => Object.fromEntries(columnNames.map((column, at) => [column, row[at]])));
  };
  await connection.executeScript(
    `CREATE TABLE IF NOT EXISTS "RowJournal" ("seq" INTEGER PRIMARY KEY, "tab" TEXT, "act" TEXT, "row" TEXT);`,
  );
  const tables = (
    await rows(
      `SELECT "name" FROM "sqlite_master" WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite%' AND "name" <> 'RowJournal'`,
    )
  ).map((row) => String(row.name));
  for (const table of tables) {
    const columns = await rows(`PRAGMA table_info(${name(table)})`);
    await connection.executeScript(
      triggersOf(
        table,
        columns.map((column) => String(column.name)),
      ),
    );
  }
  const newest = async (): Promise<number> =>
    Number((await rows(`SELECT coalesce(max("seq"), 0) AS "seq" FROM "RowJournal"`))[0]?.seq ?? 0);
  let last = await newest();

  return {
    tables,
    rows,
    /** What was written since the last look. */
    async since(): Promise<readonly WrittenRow[]> {
      const found = await rows(`SELECT * FROM "RowJournal" WHERE "seq" > ${last} ORDER BY "seq"`);
      last = Math.max(last, ...found.map((row) => Number(row.seq)));
      return found.map((row) => ({
        table: String(row.tab),
        act: row.act as WrittenRow["act"],
        row: String(row.row),
      }));
    },
    /** Forgets what has been looked at; while nobody writes. */
    forget: (): Promise<void> => connection.executeScript(`DELETE FROM "RowJournal" WHERE "seq" < ${last}`),
    close: (): Promise<void> => connection.dispose(),
  };
}

/** What every turn may write, also one that is refused, and why. */
const TECHNICAL: Readonly<Record<string, string>> = {
  Conversation: "the way back to a place is kept up to date with every activity from there",
};

/** What a refused request has written and should not have. */
export const unduly = (rows: readonly WrittenRow[]): readonly WrittenRow[] =>
  rows.filter(({ table }) => TECHNICAL[table] === undefined);
