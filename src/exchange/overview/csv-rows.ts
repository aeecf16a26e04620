/** Records as rows of a table with German columns, and the way back. Pure. */
import { instantOn, wallClockAt } from "../../calendar/zones.ts";
import { fold } from "../../search/fold.ts";
import type { Instant } from "../../system/clock.ts";
import { csvOf, parseCsv, separatorOf, unguarded } from "../../system/csv.ts";
import { decodeText } from "../../system/decode-text.ts";
import { sha256 } from "../../system/hash.ts";
import { kinds, offers, stages } from "../texts.ts";
import type { ExportRow, NameOf } from "./export-row.ts";
import { FILE_WORDS } from "./file-words.ts";
import {
  contentIn,
  createReading,
  type Fault,
  field,
  type Imported,
  isExternalId,
  type Places,
  type ReadFile,
} from "./imported.ts";

export const COLUMNS = {
  ...{ id: "Kennung", kind: "Art", title: "Titel", text: "Beschreibung", organisation: "Organisation" },
  ...{ stage: "Stand", product: "Produkt", tags: "Stichwörter", offer: "Gesucht oder geboten" },
  ...{ binding: "Verbindlichkeit", group: "Gruppe", visibility: "Sichtbar für", links: "Links" },
  recordedAt: "Festgehalten am",
} as const;
const { binding: bindings, visibility: visibilities } = FILE_WORDS;

type Column = keyof typeof COLUMNS;
const ORDER = Object.keys(COLUMNS) as Column[];
/** Said beside, and not read again. */
const BESIDE = ["Festgehalten von", "Nutzen auch", "Interesse", "Erfahrungen"] as const;
const NEEDED: readonly Column[] = ["kind", "title", "text", "organisation", "stage"];

const germanTime = (at: Instant): string => {
  const [date = "", time = ""] = wallClockAt(at).split("T");
  return `${date.split("-").reverse().join(".")} ${time.slice(0, 5)}`;
};

function cellsOf({ content, ...row }: ExportRow, nameOf: NameOf): readonly string[] {
  const own: Readonly<Record<Column, string>> = {
    ...{ id: row.name, kind: kinds[content.kind], title: content.title, text: content.text },
    ...{
      organisation: nameOf(row.organisation),
      stage: stages[content.stage],
      product: content.product ?? "",
    },
    ...{ tags: content.tags.join(", "), offer: content.offer === null ? "" : offers[content.offer] },
    ...{ binding: bindings[content.binding], group: row.group ?? "", links: content.links.join(" ") },
    ...{ visibility: visibilities[content.visibility], recordedAt: germanTime(row.recordedAt) },
  };
  const names = (keys: readonly string[]) => keys.map(nameOf).join(", ");
  const beside = [row.recordedBy, names(row.uses), names(row.interested), String(row.experiences.length)];
  return [...ORDER.map((column) => own[column]), ...beside];
}

/** The whole file. */
export const csvFile = (rows: readonly ExportRow[], nameOf: NameOf): string =>
  csvOf([[...Object.values(COLUMNS), ...BESIDE], ...rows.map((row) => cellsOf(row, nameOf))]);

/** A word is known by its letters alone. */
const letters = (said: string): string => fold(said).replace(/[^a-z]/g, "");

/** The own name of a word; empty for none, undefined for one that is not known. */
function own(words: Readonly<Record<string, string>>, said: string): string | undefined {
  if (said.trim() === "") return "";
  return Object.entries(words).find(([, word]) => letters(word) === letters(said))?.[0];
}

/** `12.03.2024`, with or without a time, as a clock in Germany shows it. */
export function germanInstant(said: string): Instant | null {
  const [, day = "", month = "", year = "", time = "12:00"] =
    /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ T,]+(\d{1,2}:\d{2})(?::\d{2})?)?$/.exec(said.trim()) ?? [];
  const two = (part: string) => part.padStart(2, "0");
  const date = `${year}-${two(month)}-${two(day)}`;
  const known = !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date);
  if (!known || Number(year) < 1990 || Number(year) > 2099 || !/^([01]?\d|2[0-3]):[0-5]\d$/.test(time))
    return null;
  return instantOn(date, time.padStart(5, "0"));
}

type Cells = Readonly<Record<Column, string>>;
type Words = Readonly<Record<"kind" | "stage" | "offer" | "binding" | "visibility", string | undefined>>;

/** The same words are the same record, where a file names none. */
const nameFor = ({ kind, title, organisation, text }: Cells): string =>
  `csv-${sha256([kind, title, organisation, text].join("\n")).slice(0, 24)}`;

function faultsOf(cells: Cells, words: Words, places: CsvPlaces): readonly (Fault | false)[] {
  const wrong = (column: Column) => field(COLUMNS[column], cells[column] === "" ? null : cells[column]);
  const group = cells.group !== "" && places.group(cells.group) === undefined;
  return [
    cells.id !== "" && !isExternalId(cells.id) && wrong("id"),
    ...(Object.keys(words) as (keyof Words)[]).map((name) => words[name] === undefined && wrong(name)),
    places.organisation(cells.organisation) === undefined && wrong("organisation"),
    group && wrong("group"),
    cells.recordedAt !== "" && germanInstant(cells.recordedAt) === null && wrong("recordedAt"),
    words.visibility === "group" && cells.group === "" && { kind: "groupOnly" },
  ];
}

export type CsvPlaces = Places & {
  /** Name of the group as it is stored; undefined: unknown. */
  readonly group: (said: string) => string | undefined;
};

function rowOf(cells: Cells, places: CsvPlaces): Omit<Imported, "line"> | readonly Fault[] {
  const words = {
    ...{ kind: own(kinds, cells.kind), stage: own(stages, cells.stage), offer: own(offers, cells.offer) },
    ...{ binding: own(bindings, cells.binding), visibility: own(visibilities, cells.visibility) },
  };
  const made = contentIn({
    ...{ title: cells.title, text: cells.text, product: cells.product },
    ...{ tags: cells.tags, links: cells.links },
    // What is no word is named once, below.
    ...{ kind: words.kind ?? "service", stage: words.stage ?? "idea", offer: words.offer ?? "" },
    ...{ binding: words.binding ?? "", visibility: words.visibility ?? "" },
  });
  const found = [...faultsOf(cells, words, places), ...("faults" in made ? made.faults : [])];
  const faults = found.filter((fault) => fault !== false);
  const organisation = places.organisation(cells.organisation);
  if (faults.length > 0 || organisation === undefined || !("content" in made)) return faults;
  return {
    ...{ externalId: cells.id === "" ? nameFor(cells) : cells.id, content: made.content, organisation },
    group: cells.group === "" ? null : (places.group(cells.group) ?? null),
    recordedAt: germanInstant(cells.recordedAt),
  };
}

/** Position of every column, or those that are missing. */
function columnsIn(head: readonly string[]) {
  const at = new Map(
    ORDER.map((column) => [column, head.findIndex((name) => letters(name) === letters(COLUMNS[column]))]),
  );
  const known = new Set(Object.values(COLUMNS).map(letters));
  return {
    at,
    missing: NEEDED.filter((column) => at.get(column) === -1).map((column) => COLUMNS[column]),
    ignored: head.filter((name) => name.trim() !== "" && !known.has(letters(name))),
  };
}

/** Most lines of one file. */
export const MOST_LINES = 5000;

export type CsvProblem =
  | { readonly kind: "empty" | "tooMany" | "noText" }
  | { readonly kind: "columns"; readonly missing: readonly string[] };

/** Reads a whole table, or says why it is none. */
export function readCsv(bytes: Uint8Array, places: CsvPlaces): ReadFile | CsvProblem {
  const text = decodeText(bytes)?.replace(/^\ufeff/, "");
  if (text === undefined) return { kind: "noText" };
  const { rows, open } = parseCsv(text, separatorOf(text));
  const [head, ...body] = rows;
  if (!head) return { kind: "empty" };
  const { at, missing, ignored } = columnsIn(head.cells);
  if (missing.length > 0) return { kind: "columns", missing };
  if (body.length > MOST_LINES) return { kind: "tooMany" };
  if (body.length === 0 && open === null) return { kind: "empty" };
  const reading = createReading();
  for (const { line, cells } of body) {
    const said = (column: Column) => unguarded(cells[at.get(column) ?? -1] ?? "").trim();
    const shape: Fault = { kind: "shape", cells: cells.length, columns: head.cells.length };
    const row = Object.fromEntries(ORDER.map((column) => [column, said(column)])) as Cells;
    reading.take(line, cells.length > head.cells.length ? [shape] : rowOf(row, places));
  }
  if (open !== null) reading.take(open, [{ kind: "open" }]);
  return reading.done(ignored);
}
