/** `npm run --silent privacy -- affected | show | erase`: data on stdout, words on stderr. */
import { writeFileSync } from "node:fs";
import type { Affected } from "../privacy/affected.prisma.ts";
import { texts } from "../privacy/own.texts.ts";
import { fileOf, type OwnData } from "../privacy/own.ts";
import type { Clock } from "../system/clock.ts";
import type { Output } from "./db-command.ts";
import { privacyText } from "./privacy-texts.ts";

export type PrivacyTools = {
  readonly affected: () => Promise<readonly Affected[]>;
  /** Everything about everybody with this id, by tenant; also about one who was never a member. */
  readonly show: (aadObjectId: string) => Promise<readonly OwnData[]>;
  /** For each of them: whether the row is gone, or waits for an open round. */
  readonly erase: (aadObjectId: string, now: number) => Promise<readonly boolean[]>;
  readonly clock: Clock;
};

type Work = (tools: PrivacyTools, out: Output) => Promise<number>;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A cell for spreadsheets: what looks like a formula is text. */
const cell = (value: string): string => {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
};

const day = (at: Date | null): string => at?.toISOString().slice(0, 10) ?? "";
const rowOf = (one: Affected): string =>
  [one.name, one.organisation, one.tenantId, one.aadObjectId, day(one.since), day(one.leftAt)]
    .map(cell)
    .join(";");

/** Never writes over a file; only its owner may read it. */
async function writeAffected(path: string, tools: PrivacyTools, out: Output): Promise<number> {
  const people = await tools.affected();
  const lines = [privacyText.head.map(cell).join(";"), ...people.map(rowOf)];
  try {
    writeFileSync(path, `\uFEFF${lines.join("\r\n")}\r\n`, { flag: "wx", mode: 0o600 });
  } catch (fault) {
    if ((fault as { code?: string }).code !== "EEXIST") throw fault;
    out.words(privacyText.exists(path));
    return 1;
  }
  out.words(privacyText.written(people.length, path));
  return 0;
}

async function show(id: string, tools: PrivacyTools, out: Output): Promise<number> {
  const found = (await tools.show(id)).filter((data) => Object.values(data).flat().length > 0);
  if (found.length === 0) out.words(privacyText.unknown(id));
  if (found.length > 1) out.words(privacyText.several(id));
  for (const data of found) out.data(fileOf(data, { now: tools.clock(), secret: texts.secret }));
  return found.length === 0 ? 1 : 0;
}

async function erase(id: string, tools: PrivacyTools, out: Output): Promise<number> {
  const done = await tools.erase(id, tools.clock());
  if (done.length === 0) out.words(privacyText.unknown(id));
  else out.words(done.every(Boolean) ? privacyText.erased(id) : privacyText.later(id));
  return done.length === 0 ? 1 : 0;
}

function planOf(args: readonly string[]): Work | undefined {
  const [command, what, ...rest] = args;
  if (what === undefined || what === "" || what.startsWith("-") || rest.length > 0) return undefined;
  if (command === "affected") return (tools, out) => writeAffected(what, tools, out);
  const act = command === "show" ? show : command === "erase" ? erase : undefined;
  if (!act) return undefined;
  if (GUID.test(what)) return (tools, out) => act(what.toLowerCase(), tools, out);
  return async (_, out) => {
    out.words(privacyText.wrongId(what));
    return 1;
  };
}

/** Runs the command and answers its exit code: 0, or 1 when it could not be done. */
export async function runPrivacyCommand(
  args: readonly string[],
  withTools: (work: (tools: PrivacyTools) => Promise<number>) => Promise<number>,
  out: Output,
): Promise<number> {
  const plan = planOf(args);
  if (!plan) {
    out.words(privacyText.usage);
    return 1;
  }
  try {
    return await withTools((tools) => plan(tools, out));
  } catch (fault) {
    out.words(privacyText.failed(fault instanceof Error ? fault.message : String(fault)));
    return 1;
  }
}
