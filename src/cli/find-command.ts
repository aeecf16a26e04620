/** `npm run --silent find -- WORTE | --file SUCHEN.jsonl`: results on stdout, words on stderr. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { excerpt, lineOf } from "../exchange/cards.ts";
import type { Filters } from "../exchange/find/filters.ts";
import type { ExchangeSearch } from "../exchange/find/service.ts";
import { FILE_WORDS, named, type WordField } from "../exchange/overview/file-words.ts";
import { textLines } from "../exchange/overview/json-lines.ts";
import type { ExchangeRepository } from "../exchange/repository.ts";
import { groupKey, type WorkingGroup } from "../forum/forum.ts";
import type { Clock } from "../system/clock.ts";
import type { Output } from "./db-command.ts";
import { exchangeText, findText } from "./exchange-texts.ts";

export type FindTools = {
  readonly finder: Pick<ExchangeSearch, "externally">;
  readonly repository: Pick<ExchangeRepository, "byExternal" | "byIds">;
  readonly groups: () => Promise<readonly WorkingGroup[]>;
  readonly nameOf: (organisation: string) => string;
  readonly clock: Clock;
};

const MOST_OF_FILE = 20;
const MOST_SHOWN = 10;

const word = <F extends WordField>(field: F) => z.enum(Object.values(FILE_WORDS[field]));
const QUERY = z.object({
  id: z.string(),
  query: z.string(),
  // A filter that is not known here could not hold.
  filters: z
    .strictObject({
      kind: word("kind").nullish(),
      party: z.string().nullish(),
      stage: word("stage").nullish(),
      group: z.string().nullish(),
      since: z.union([z.iso.date(), z.iso.datetime()]).nullish(),
    })
    .nullish(),
});
type Query = z.output<typeof QUERY>;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** No group has this id: nothing is found in a group that is not there. */
const NO_GROUP = "";

function filtersOf({ filters }: Query, groups: ReadonlyMap<string, string>): Filters {
  const { kind, party, stage, group, since } = filters ?? {};
  const [ownKind, ownStage] = [kind && named("kind", kind), stage && named("stage", stage)];
  return {
    ...(ownKind ? { kind: ownKind } : {}),
    ...(ownStage ? { stage: ownStage } : {}),
    ...(party ? { party } : {}),
    ...(group ? { group: groups.get(groupKey(group)) ?? NO_GROUP } : {}),
    // A date alone is its beginning in UTC.
    ...(since ? { since: Date.parse(since) } : {}),
  };
}

/** Only `id`, `query` and `filters` of a line are read. Undefined, and the line is named, if one is wrong. */
function queriesIn(path: string, out: Output): readonly Query[] | undefined {
  const queries: Query[] = [];
  for (const [at, line] of textLines(readFileSync(path)).entries()) {
    if (line?.trim() === "") continue;
    const read = QUERY.safeParse(line === null ? undefined : parsed(line));
    if (!read.success) {
      out.words(findText.badLine(path, at + 1));
      return undefined;
    }
    queries.push(read.data);
  }
  return queries;
}

async function answerFile(path: string, tools: FindTools, out: Output): Promise<number> {
  const queries = queriesIn(path, out);
  if (!queries) return 1;
  const groups = new Map((await tools.groups()).map(({ id, name }) => [groupKey(name), id]));
  const now = tools.clock();
  for (const query of queries) {
    const filters = filtersOf(query, groups);
    const results = await tools.finder.externally(query.query, filters, now, MOST_OF_FILE);
    out.data(JSON.stringify({ id: query.id, results }));
  }
  return 0;
}

/** A list for people. */
async function list(words: string, { finder, repository, nameOf, clock }: FindTools, out: Output) {
  const found = await finder.externally(words, {}, clock(), MOST_SHOWN);
  const ids = await repository.byExternal(found);
  const hits = await repository.byIds(found.map((name) => ids.get(name) ?? name));
  const byId = new Map(hits.map((one) => [one.id, one]));
  for (const [at, name] of found.entries()) {
    const hit = byId.get(ids.get(name) ?? name);
    if (!hit) continue;
    out.data(`${at + 1}. ${hit.title} (${name})`);
    out.data(`   ${lineOf(hit, nameOf(hit.organisation))}`);
    out.data(`   ${excerpt(hit.text)}`);
  }
  if (found.length === 0) out.words(findText.none);
  return 0;
}

/** What is asked for; undefined: the call fits no command. */
function planOf(args: readonly string[]) {
  const options = { file: { type: "string" } } as const;
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [{ file }, words] = [values, positionals.join(" ").trim()];
  if ((file === undefined) === (words === "")) return undefined;
  return (tools: FindTools, out: Output) =>
    file === undefined ? list(words, tools, out) : answerFile(file, tools, out);
}

/** Runs the command and answers its exit code: 0, or 1 when it could not be done. */
export async function runFindCommand(
  args: readonly string[],
  withTools: (work: (tools: FindTools) => Promise<number>) => Promise<number>,
  out: Output,
): Promise<number> {
  try {
    const plan = planOf(args);
    if (plan) return await withTools((tools) => plan(tools, out));
  } catch (fault) {
    if ((fault as { code?: string }).code?.startsWith("ERR_PARSE_ARGS") !== true) {
      out.words(exchangeText.failed(fault instanceof Error ? fault.message : String(fault)));
      return 1;
    }
  }
  out.words(findText.usage);
  return 1;
}
