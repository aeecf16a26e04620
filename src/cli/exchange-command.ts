/** `npm run --silent exchange -- import | export`: data on stdout, words on stderr. */
import { readFileSync } from "node:fs";
import { IMPORTER } from "../exchange/overview/import.repository.ts";
import type { Importer } from "../exchange/overview/import.service.ts";
import { faultText } from "../exchange/overview/import.texts.ts";
import type { LineFault, Places } from "../exchange/overview/imported.ts";
import { readJsonLines } from "../exchange/overview/json-lines.ts";
import type { Clock } from "../system/clock.ts";
import type { Output } from "./db-command.ts";
import { exchangeText } from "./exchange-texts.ts";

export type ExchangeTools = {
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

/** What is asked for; undefined: the call fits no command. */
function planOf([command, path, ...rest]: readonly string[]): Work | undefined {
  if (path === undefined || rest.length > 0 || path.startsWith("--")) return undefined;
  return command === "import" ? (tools, out) => importFile(path, tools, out) : undefined;
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
