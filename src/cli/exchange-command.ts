/** `npm run --silent exchange -- import | export`: data on stdout, words on stderr. */
import { readFileSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { csvFile } from "../exchange/overview/csv-rows.ts";
import type { ExportRow, NameOf } from "../exchange/overview/export-row.ts";
import { jsonFile, markdownFile } from "../exchange/overview/files.ts";
import { IMPORTER } from "../exchange/overview/import.repository.ts";
import type { Importer } from "../exchange/overview/import.service.ts";
import { faultText } from "../exchange/overview/import.texts.ts";
import type { LineFault, Places } from "../exchange/overview/imported.ts";
import { jsonLine, readJsonLines } from "../exchange/overview/json-lines.ts";
import type { Clock } from "../system/clock.ts";
import type { Output } from "./db-command.ts";
import { exchangeText } from "./exchange-texts.ts";

export type ExchangeTools = {
  /** Every record there is. */
  readonly all: () => Promise<readonly ExportRow[]>;
  /** Name of an organisation in files that are read again, and for people. */
  readonly nameOf: NameOf;
  readonly label: NameOf;
  readonly importer: Pick<Importer, "take">;
  readonly places: Places;
  readonly clock: Clock;
};

type Work = (tools: ExchangeTools, out: Output) => Promise<number>;
type WithTools = (work: (tools: ExchangeTools) => Promise<number>) => Promise<number>;

const MOST_FAULTS = 20;

/** Undefined: it cannot be opened. */
function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function tellFaults(path: string, faults: readonly LineFault[], out: Output): void {
  for (const { line, faults: all } of faults.slice(0, MOST_FAULTS))
    out.words(exchangeText.badLine(path, line, all.map((fault) => faultText(fault)).join(" ")));
  if (faults.length > MOST_FAULTS) out.words(exchangeText.more(faults.length - MOST_FAULTS));
  out.words(exchangeText.nothingTaken);
}

/** All of the file or nothing. The numbers go to stdout as one line of JSON. */
async function importFile(path: string, tools: ExchangeTools, out: Output): Promise<number> {
  const bytes = bytesOf(path);
  if (!bytes) {
    out.words(exchangeText.unreadable(path));
    return 1;
  }
  const { rows, faults, ignored } = readJsonLines(bytes, tools.places);
  if (faults.length > 0) {
    tellFaults(path, faults, out);
    return 1;
  }
  if (rows.length === 0) {
    out.words(exchangeText.empty(path));
    return 1;
  }
  const done = await tools.importer.take({ rows, by: IMPORTER, now: tools.clock() });
  if (!done.ok) {
    out.words(exchangeText.busy);
    return 1;
  }
  const { created, changed, unchanged, deleted } = done.value;
  if (ignored.length > 0) out.words(exchangeText.ignored(ignored));
  if (deleted.length > 0) out.words(exchangeText.deleted(deleted));
  out.words(exchangeText.taken(created, changed, unchanged));
  out.data(JSON.stringify({ created, changed, unchanged, deleted: deleted.length }));
  return 0;
}

type Write = (rows: readonly ExportRow[], tools: ExchangeTools) => string;

const FORMATS: Readonly<Record<string, Write>> = {
  ".csv": (rows, { nameOf }) => csvFile(rows, nameOf),
  ".md": (rows, { label, clock }) => markdownFile(rows, label, clock()),
  ".json": (rows, { nameOf, clock }) => jsonFile(rows, nameOf, clock()),
  ".jsonl": (rows) => rows.map((row) => `${jsonLine({ ...row, externalId: row.name })}\n`).join(""),
};

/** Never writes over a file. */
async function exportFile(path: string, write: Write, tools: ExchangeTools, out: Output): Promise<number> {
  const rows = await tools.all();
  try {
    writeFileSync(path, write(rows, tools), { flag: "wx" });
  } catch (fault) {
    if ((fault as { code?: string }).code !== "EEXIST") throw fault;
    out.words(exchangeText.exists(path));
    return 1;
  }
  out.words(exchangeText.written(rows.length, path));
  return 0;
}

/** What is asked for; undefined: the call fits no command. */
function planOf([command, path, ...rest]: readonly string[]): Work | undefined {
  if (path === undefined || rest.length > 0 || path.startsWith("--")) return undefined;
  if (command === "import") return (tools, out) => importFile(path, tools, out);
  const write = command === "export" ? FORMATS[extname(path).toLowerCase()] : undefined;
  return write && ((tools, out) => exportFile(path, write, tools, out));
}

/** Runs the command and answers its exit code: 0, or 1 when it could not be done. The store is only opened if the call fits. */
export async function runExchangeCommand(
  args: readonly string[],
  withTools: WithTools,
  out: Output,
): Promise<number> {
  const plan = planOf(args);
  if (!plan) {
    out.words(exchangeText.usage);
    return 1;
  }
  try {
    return await withTools((tools) => plan(tools, out));
  } catch (fault) {
    out.words(exchangeText.failed(fault instanceof Error ? fault.message : String(fault)));
    return 1;
  }
}
