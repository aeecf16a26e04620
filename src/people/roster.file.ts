/** The list of people as a table that German spreadsheet programs write and read. Pure. */
import { csvOf, parseCsv, separatorOf, unguarded } from "../system/csv.ts";
import { plainMember, roles } from "./people.texts.ts";
import type { Person } from "./people.ts";
import {
  type Cells,
  COLUMNS,
  type Column,
  letters,
  NEEDED,
  ORDER,
  type RosterFault,
  type RosterPlaces,
  type RosterRow,
  rowOf,
} from "./roster.ts";

export type LineFault = { readonly line: number; readonly fault: RosterFault };

export type RosterProblem =
  | { readonly kind: "noText" | "empty" | "tooLong" | "tooMany" }
  | { readonly kind: "columns" | "extra" | "double"; readonly names: readonly string[] };

/** Of a file or pasted text, in UTF-16 units: it travels with the card until it is confirmed. */
export const MOST_CHARACTERS = 16_000;
/** Lines of one list. */
export const MOST_LINES = 400;

/** Whether this table is a list of people: its heading says so, whatever else is wrong with it. */
export function isRoster(text: string): boolean {
  const head =
    parseCsv(text.slice(0, 2000).split(/\r\n|\r|\n/, 1)[0] ?? "").rows[0]?.cells.map(letters) ?? [];
  return head.includes(letters(COLUMNS.aadObjectId)) || head.includes(letters(COLUMNS.functions));
}

function headOf(head: readonly string[]) {
  const known = new Map(ORDER.map((column) => [letters(COLUMNS[column]), column]));
  const found = head.map((name) => known.get(letters(name)));
  const missing = NEEDED.filter((column) => !found.includes(column)).map((column) => COLUMNS[column]);
  const extra = head.filter((name, at) => found[at] === undefined && name.trim() !== "");
  const double = ORDER.filter((column) => found.filter((one) => one === column).length > 1);
  return { found, missing, extra, double: double.map((column) => COLUMNS[column]) };
}

function headProblem({ missing, extra, double }: ReturnType<typeof headOf>): RosterProblem | null {
  if (missing.length > 0) return { kind: "columns", names: missing };
  if (extra.length > 0) return { kind: "extra", names: extra };
  return double.length > 0 ? { kind: "double", names: double } : null;
}

export type ReadRoster = { readonly rows: readonly RosterRow[]; readonly faults: readonly LineFault[] };

/** The same person, or two delegates of one organisation, named twice. */
function clashes(rows: readonly RosterRow[]): readonly LineFault[] {
  const people = new Map<string, number>();
  const seats = new Map<string, number>();
  return rows.flatMap(({ line, tenantId, aadObjectId, functions, organisation }) => {
    const faults: LineFault[] = [];
    const person = `${tenantId}|${aadObjectId}`;
    const [before, seat] = [people.get(person), seats.get(organisation)];
    if (before !== undefined) faults.push({ line, fault: { kind: "twice", line: before } });
    else people.set(person, line);
    if (!functions.includes("delegate")) return faults;
    if (seat !== undefined) faults.push({ line, fault: { kind: "twoDelegates", line: seat } });
    else seats.set(organisation, line);
    return faults;
  });
}

/** Reads the whole text, or says why it is no list of people. */
export function readRoster(raw: string, places: RosterPlaces): ReadRoster | RosterProblem {
  const text = raw.replace(/^\ufeff/, "");
  if (text.length > MOST_CHARACTERS) return { kind: "tooLong" };
  const { rows: table, open } = parseCsv(text, separatorOf(text));
  const [first, ...body] = table;
  if (!first) return { kind: "empty" };
  const head = headOf(first.cells);
  const problem = headProblem(head);
  if (problem) return problem;
  if (body.length > MOST_LINES) return { kind: "tooMany" };
  if (body.length === 0 && open === null) return { kind: "empty" };
  const rows: RosterRow[] = [];
  const faults: LineFault[] = [];
  for (const { line, cells } of body) {
    const said = (column: Column) => unguarded(cells[head.found.indexOf(column)] ?? "").trim();
    const one = Object.fromEntries(ORDER.map((column) => [column, said(column)])) as Cells;
    const made = cells.length > first.cells.length ? [{ kind: "shape" as const }] : rowOf(line, one, places);
    if ("line" in made) rows.push(made);
    else faults.push(...made.map((fault) => ({ line, fault })));
  }
  if (open !== null) faults.push({ line: open, fault: { kind: "open" } });
  return { rows, faults: [...faults, ...clashes(rows)].sort((a, b) => a.line - b.line) };
}

const WRITTEN = ["delegate", "deputy", "coordinator"] as const;

/** The same columns, for everybody who is there. */
export function rosterFile(people: readonly Person[], nameOf: (organisation: string) => string): string {
  const functionsOf = (one: Person): string => {
    const own = WRITTEN.filter((role) => one.roles.includes(role)).map((role) => roles[role]);
    return own.length > 0 ? own.join(" | ") : plainMember;
  };
  return csvOf([
    Object.values(COLUMNS),
    ...people.map((one) => [
      ...[nameOf(one.organisation), one.name, functionsOf(one), one.aadObjectId, one.tenantId],
      one.groups.join(" | "),
    ]),
  ]);
}
