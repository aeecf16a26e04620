/** `npm run --silent people -- import | export`: data on stdout, words on stderr. */
import { readFileSync, writeFileSync } from "node:fs";
import type { Person } from "../people/people.ts";
import { rosterFile } from "../people/roster.file.ts";
import type { RosterCounts } from "../people/roster.plan.ts";
import type { Importing, Previewed, RosterService } from "../people/roster.service.ts";
import { faultText, problemText } from "../people/roster.texts.ts";
import type { Clock } from "../system/clock.ts";
import { decodeText } from "../system/decode-text.ts";
import type { Output } from "./db-command.ts";
import { peopleText } from "./people-texts.ts";

export type PeopleTools = {
  readonly service: RosterService;
  /** In the order of the list. */
  readonly all: () => Promise<readonly Person[]>;
  readonly nameOf: (organisation: string) => string;
  readonly newId: () => string;
  readonly clock: Clock;
};

type Work = (tools: PeopleTools, out: Output) => Promise<number>;
type WithTools = (work: (tools: PeopleTools) => Promise<number>) => Promise<number>;

/** Undefined: it cannot be opened. */
function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function tellRefused(path: string, seen: Exclude<Previewed, { readonly kind: "plan" }>, out: Output): number {
  if (seen.kind === "problem") out.words(peopleText.problem(path, problemText(seen.problem)));
  else for (const { line, fault } of seen.faults) out.words(peopleText.badLine(path, line, faultText(fault)));
  out.words(peopleText.nothingTaken);
  return 1;
}

/** The numbers go to stdout as one line of JSON. */
function tellCounts({ created, changed, unchanged }: RosterCounts, out: Output): number {
  out.words(peopleText.taken(created, changed, unchanged));
  out.data(JSON.stringify({ created, changed, unchanged }));
  return 0;
}

/** All of the file or nothing. */
async function importFile(path: string, dry: boolean, tools: PeopleTools, out: Output): Promise<number> {
  const bytes = bytesOf(path);
  if (!bytes) {
    out.words(peopleText.unreadable(path));
    return 1;
  }
  const text = decodeText(bytes);
  if (text === undefined) return tellRefused(path, { kind: "problem", problem: { kind: "noText" } }, out);
  const by: Importing = { memberId: null, key: null, now: tools.clock() };
  if (dry) {
    const seen = await tools.service.preview(text, by);
    if (seen.kind !== "plan") return tellRefused(path, seen, out);
    out.words(peopleText.dry);
    return tellCounts(seen.counts, out);
  }
  const done = await tools.service.take(text, `cli|${tools.newId()}`, by);
  if (!("kind" in done)) return tellCounts(done, out);
  if (done.kind !== "plan") return tellRefused(path, done, out);
  // It could not be done a moment ago and could be now: somebody has changed something meanwhile.
  out.words(peopleText.nothingTaken);
  return 1;
}

/** Never writes over a file. */
async function exportFile(path: string, tools: PeopleTools, out: Output): Promise<number> {
  const people = await tools.all();
  try {
    writeFileSync(path, rosterFile(people, tools.nameOf), { flag: "wx", mode: 0o600 });
  } catch (fault) {
    if ((fault as { code?: string }).code !== "EEXIST") throw fault;
    out.words(peopleText.exists(path));
    return 1;
  }
  out.words(peopleText.written(people.length, path));
  return 0;
}

/** What is asked for; undefined: the call fits no command. */
function planOf(args: readonly string[]): Work | undefined {
  const dry = args.includes("--dry-run");
  const [command, path, ...rest] = args.filter((one) => one !== "--dry-run");
  if (path === undefined || rest.length > 0 || path.startsWith("--")) return undefined;
  if (command === "import") return (tools, out) => importFile(path, dry, tools, out);
  return command === "export" && !dry ? (tools, out) => exportFile(path, tools, out) : undefined;
}

/** Runs the command and answers its exit code: 0, or 1 when it could not be done. The store is only opened if the call fits. */
export async function runPeopleCommand(
  args: readonly string[],
  withTools: WithTools,
  out: Output,
): Promise<number> {
  const plan = planOf(args);
  if (!plan) {
    out.words(peopleText.usage);
    return 1;
  }
  try {
    return await withTools((tools) => plan(tools, out));
  } catch (fault) {
    out.words(peopleText.failed(fault instanceof Error ? fault.message : String(fault)));
    return 1;
  }
}
