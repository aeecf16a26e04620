/** `npm run --silent rules -- import | list | show | remove`: data on stdout, words on stderr. */
import { readFileSync, statSync } from "node:fs";
import { basename, extname } from "node:path";
import { parseArgs } from "node:util";
import { named, type PaperHead, titleKey } from "../rulebook/originals/paper.ts";
import { MAX_BYTES } from "../rulebook/originals/passage.ts";
import type { ImportResult, OriginalsService, SomeFile } from "../rulebook/originals/service.ts";
import {
  flagText,
  kindNames,
  refusals,
  sectionText,
  stateText,
  texts,
  versionText,
} from "../rulebook/originals/texts.ts";
import type { Clock } from "../system/clock.ts";
import type { Output } from "./db-command.ts";
import { rulesText } from "./rules-texts.ts";

export type RulesTools = {
  readonly service: OriginalsService;
  readonly clock: Clock;
  /** Titles of the papers of the handbook, and for whom the first of them holds. */
  readonly titles: () => readonly string[];
  readonly scope: () => string;
};
type Told = { readonly [option in "kind" | "title" | "date" | "scope"]?: string | undefined };

/** A line of fields for other programs. */
const row = (...fields: readonly (string | number)[]): string =>
  fields.map((field) => String(field).replace(/\s+/g, " ")).join("\t");

/** Undefined: it cannot be opened. A file that is too large is not read at all. */
function fileAt(path: string): SomeFile | "tooLarge" | undefined {
  try {
    if (statSync(path).size > MAX_BYTES) return "tooLarge";
    return { name: basename(path), bytes: readFileSync(path) };
  } catch {
    return undefined;
  }
}

function sentenceOf(result: ImportResult & { ok: false }): string {
  return result.reason === "sameFile" ? texts.sameFile(result.existing) : refusals[result.reason];
}

async function importOne(path: string, told: Told, tools: RulesTools, out: Output): Promise<boolean> {
  const file = fileAt(path);
  const fault =
    file === undefined ? rulesText.unreadable : file === "tooLarge" ? refusals.tooLarge : undefined;
  if (file === undefined || file === "tooLarge") {
    out.words(rulesText.about(path, fault ?? ""));
    return false;
  }
  const title = told.title ?? basename(path, extname(path));
  const scope = told.scope ?? (told.kind === "foreign" ? "" : tools.scope());
  const entry = { title, kind: told.kind ?? "", date: told.date ?? "", scope };
  const done = await tools.service.import({ file, entry, by: null, now: tools.clock() });
  if (!done.ok) {
    out.words(rulesText.about(path, sentenceOf(done)));
    return false;
  }
  const { paper, passages } = done.value;
  out.data(row(paper.number, paper.title, paper.version, passages, paper.fileName));
  out.words(rulesText.imported(versionText(paper), texts.passages(passages)));
  const titles = tools.titles();
  const known = titles.map((one) => ({ titleKey: titleKey(one) }));
  if (!named(known, paper.title)) out.words(rulesText.noCards(titles));
  else await flags(paper, tools, out);
  return true;
}

/** Says which cards of the handbook a new version has left behind. */
async function flags(paper: PaperHead, { service }: RulesTools, out: Output): Promise<void> {
  const shown = await service.show(String(paper.number));
  if (shown.ok && shown.value.flags.length > 0) out.words(rulesText.flagged(shown.value.flags.map(flagText)));
}

async function importFiles(
  paths: readonly string[],
  told: Told,
  tools: RulesTools,
  out: Output,
): Promise<number> {
  const problem =
    paths.length > 1 && told.title !== undefined
      ? rulesText.oneTitle
      : told.kind === "foreign" && told.scope === undefined
        ? rulesText.foreignScope
        : undefined;
  if (problem) {
    out.words(problem);
    return 1;
  }
  let failed = 0;
  for (const path of paths) if (!(await importOne(path, told, tools, out))) failed += 1;
  return failed === 0 ? 0 : 1;
}

async function list({ service }: RulesTools, out: Output): Promise<number> {
  const { heads, current } = await service.list();
  for (const one of heads) {
    const state = stateText(one, current.has(one.id));
    const { number, title, version, kind, date, scope, fileName } = one;
    out.data(
      row(number, title, `Version ${version}`, state, kindNames[kind], date ?? "ohne", scope, fileName),
    );
  }
  out.words(heads.length === 0 ? rulesText.none : rulesText.listed(heads.length));
  return 0;
}

async function show(wanted: string, { service }: RulesTools, out: Output): Promise<number> {
  const shown = await service.show(wanted);
  if (!shown.ok) {
    out.words(texts.notFound);
    return 1;
  }
  const { paper, inForce, versions, flags: found } = shown.value;
  for (const one of versions) {
    const state = one.id === paper.id ? stateText(one, inForce) : stateText(one, false);
    out.words(row(one.number, versionText(one), state, one.date ?? "ohne", one.fileName));
  }
  for (const { heading, paragraph, page, text } of paper.passages)
    out.data(row(sectionText(heading, paragraph), page === null ? "" : `S. ${page}`, text));
  if (found.length > 0) out.words(rulesText.flagged(found.map(flagText)));
  return 0;
}

async function remove(wanted: string, { service, clock }: RulesTools, out: Output): Promise<number> {
  const done = await service.remove(wanted, clock());
  if (!done.ok) {
    out.words(texts[done.reason]);
    return 1;
  }
  out.data(row(done.value.number, done.value.title, done.value.version));
  out.words(rulesText.removed(versionText(done.value)));
  return 0;
}

const text = { type: "string" } as const;

function parsed(args: readonly string[]) {
  const options = { kind: text, title: text, date: text, scope: text };
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [command, ...names] = positionals;
  return { command, names, told: values };
}

/** What is asked for; undefined: the call fits no command. */
function planOf(args: readonly string[]): ((tools: RulesTools, out: Output) => Promise<number>) | undefined {
  const { command, names, told } = parsed(args);
  const [name] = names;
  if (command === "import" && names.length > 0) return (tools, out) => importFiles(names, told, tools, out);
  if (Object.keys(told).length > 0) return undefined;
  if (command === "list" && names.length === 0) return list;
  if (name === undefined || names.length > 1) return undefined;
  if (command === "show") return (tools, out) => show(name, tools, out);
  return command === "remove" ? (tools, out) => remove(name, tools, out) : undefined;
}

/** Runs the command and answers its exit code: 0, or 1 when it could not be done. The store is only opened if the call fits. */
export async function runRulesCommand(
  args: readonly string[],
  withTools: (work: (tools: RulesTools) => Promise<number>) => Promise<number>,
  out: Output,
): Promise<number> {
  try {
    const plan = planOf(args);
    if (plan) return await withTools((tools) => plan(tools, out));
  } catch (fault) {
    if ((fault as { code?: string }).code?.startsWith("ERR_PARSE_ARGS") !== true) {
      out.words(rulesText.failed(fault instanceof Error ? fault.message : String(fault)));
      return 1;
    }
  }
  out.words(rulesText.usage);
  return 1;
}
