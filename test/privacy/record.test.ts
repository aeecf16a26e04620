import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PERIODS } from "../../src/privacy/periods.ts";
import { columnsOf } from "./schema.ts";

const RECORD = readFileSync(
  join(import.meta.dirname, "..", "..", "docs", "VERARBEITUNGSVERZEICHNIS.md"),
  "utf8",
);
const ROW = /^\| `(\w+)` \| ([^|]+) \| (ja|mittelbar|nein) \|$/gm;

const recorded = [...RECORD.matchAll(/^### (\w+)\n([\s\S]*?)(?=^### |$(?![\s\S]))/gm)].map(
  ([, table = "", body = ""]) => ({
    table,
    period: /\*\*Frist:\*\* (.+)\.$/m.exec(body)?.[1] ?? "",
    rows: [...body.matchAll(ROW)].map(([, column = "", why = "", personal = ""]) => ({
      column,
      why,
      personal,
    })),
  }),
);
const named = recorded.flatMap(({ table, rows }) => rows.map(({ column }) => `${table}.${column}`));

describe("the record of processing", () => {
  it("names every column of the schema once, and no other", () => {
    const columns = columnsOf().map(({ table, column }) => `${table}.${column}`);
    expect(columns.length).toBeGreaterThan(400);
    expect(named.toSorted()).toEqual(columns.toSorted());
  });

  it("says of every table how long it is kept, and of every column what for", () => {
    expect(recorded.filter(({ period }) => period.length < 5)).toEqual([]);
    expect(recorded.flatMap(({ rows }) => rows.filter(({ why }) => why.trim().length < 3))).toEqual([]);
  });

  it("says that columns which name a person are personal", () => {
    const names =
      /(ById|[mM]emberId|holderId|delegateId|proposerId|authorId|authorKey|aadObjectId|teamsUserId)$/;
    const wrong = recorded.flatMap(({ table, rows }) =>
      rows
        .filter(({ column, personal }) => names.test(column) && personal !== "ja")
        .map(({ column }) => `${table}.${column}`),
    );
    expect(wrong).toEqual(["RulesInformation.supersededById"]);
  });

  it("names every period that can be configured", () => {
    for (const name of Object.keys(PERIODS)) expect(RECORD).toContain(`(\`${name}\``);
  });
});
