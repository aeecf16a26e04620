/** The models and columns of prisma/schema.prisma, read from the file itself. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Column = { readonly table: string; readonly column: string; readonly type: string };

const SCHEMA = join(import.meta.dirname, "..", "..", "prisma", "schema.prisma");

/** Columns only: fields whose type is a model are relations and stand in no table. */
export function columnsOf(schema = readFileSync(SCHEMA, "utf8")): readonly Column[] {
  const blocks = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)];
  const models = new Set(blocks.map(([, name]) => name));
  return blocks.flatMap(([, table = "", body = ""]) =>
    [...body.matchAll(/^ {2}(\w+)\s+(\w+)(\??|\[\])/gm)].flatMap(([, column = "", type = ""]) =>
      models.has(type) ? [] : [{ table, column, type }],
    ),
  );
}

export const tablesOf = (columns: readonly Column[]): readonly string[] => [
  ...new Set(columns.map(({ table }) => table)),
];
