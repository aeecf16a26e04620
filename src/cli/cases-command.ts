/** `npm run --silent cases -- FILE…`: runs written cases through the rules; mismatches on stdout, words on stderr. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { NotInTheChat } from "./case-casting.ts";
import { mismatches } from "./case-compare.ts";
import type { CaseFamilies, CaseRules, StoredCases } from "./case-kinds.ts";
import { casesText } from "./cases-texts.ts";
import type { Output } from "./db-command.ts";

const caseForm = z
  .looseObject({
    id: z.string(),
    kind: z.string().optional(),
    type: z.string().optional(),
    expect: z.record(z.string(), z.unknown()),
  })
  .refine((one) => (one.kind ?? one.type) !== undefined, { message: "kind or type is missing" });
type Case = z.infer<typeof caseForm>;

const inShort = (fault: unknown): string => {
  const text = fault instanceof z.ZodError ? z.prettifyError(fault) : String(fault);
  return text.replace(/\s*\n\s*/g, " ");
};

/** A case of a file whose kinds exist; undefined rules where its kind does not. */
function rulesFor(one: Case, families: CaseFamilies): CaseRules[string] | undefined {
  const family = one.kind === undefined ? families.type : families.kind;
  const name = one.kind ?? one.type ?? "";
  return Object.hasOwn(family, name) ? family[name] : undefined;
}

/** What differs in one case, a line each; empty when it passed. */
function failures(one: Case, rule: CaseRules[string]): readonly string[] {
  // The rules never see what is expected of them.
  const { expect, ...input } = one;
  try {
    return mismatches(expect, rule(input)).map(
      ({ key, expected, got }) =>
        `${key}: expected ${JSON.stringify(expected)} / got ${JSON.stringify(got) ?? "nothing"}`,
    );
  } catch (fault) {
    return [`expected a result / got a fault: ${inShort(fault)}`];
  }
}

type Tally = {
  passed: number;
  failed: number;
  stored: number;
  onlyRules: number;
  readonly unknown: Map<string, number>;
};

/**
 * What differs when the same case is played through the store; empty when it agrees, null when it cannot
 * happen in the chat. Only keys that the store can answer are compared.
 */
async function storedFailures(one: Case, stored: StoredCases): Promise<readonly string[] | null> {
  const { expect, ...input } = one;
  try {
    const got = z.record(z.string(), z.unknown()).parse(await stored.play(one.kind ?? "", input));
    const asked = Object.fromEntries(Object.entries(expect).filter(([key]) => key in got));
    return mismatches(asked, got).map(
      ({ key, expected, got: found }) =>
        `stored ${key}: expected ${JSON.stringify(expected)} / got ${JSON.stringify(found) ?? "nothing"}`,
    );
  } catch (fault) {
    if (fault instanceof NotInTheChat) return null;
    return [`stored: expected a result / got a fault: ${inShort(fault)}`];
  }
}

type Run = {
  readonly families: CaseFamilies;
  readonly stored: StoredCases;
  readonly out: Output;
  readonly tally: Tally;
};

async function linesOf(
  one: Case,
  rule: CaseRules[string],
  { stored, tally }: Run,
): Promise<readonly string[]> {
  const lines = failures(one, rule);
  if (one.kind === undefined || !stored.plays(one.kind, one)) return lines;
  const more = await storedFailures(one, stored);
  if (more === null) tally.onlyRules += 1;
  else tally.stored += 1;
  return [...lines, ...(more ?? [])];
}

async function runFile(file: string, cases: readonly Case[], run: Run): Promise<void> {
  const { families, out, tally } = run;
  for (const one of cases) {
    const name = one.kind ?? one.type ?? "";
    const rule = rulesFor(one, families);
    if (rule === undefined) {
      tally.unknown.set(name, (tally.unknown.get(name) ?? 0) + 1);
      continue;
    }
    const lines = await linesOf(one, rule, run);
    for (const line of lines) out.data(`${file}: ${one.id} ${name} ${line}`);
    if (lines.length === 0) tally.passed += 1;
    else tally.failed += 1;
  }
}

/** All files are read before the first case runs, so that a wrong file is named at once. */
function read(files: readonly string[], out: Output): readonly (readonly [string, readonly Case[]])[] | null {
  const all: (readonly [string, readonly Case[]])[] = [];
  for (const file of files) {
    try {
      const text = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
      all.push([file, z.array(caseForm).parse(JSON.parse(text))]);
    } catch (fault) {
      out.words(casesText.unreadable(file, inShort(fault)));
      return null;
    }
  }
  return all;
}

/**
 * Runs the command and answers its exit code: 1 when a case failed, none could be run, or the call or a
 * file was wrong. Kinds that do not exist are named and not counted. Cases of elections that happen in the
 * chat are played through a store of their own as well: where the two answers differ, the case has failed.
 */
export async function runCasesCommand(
  files: readonly string[],
  families: CaseFamilies,
  stored: StoredCases,
  out: Output,
): Promise<number> {
  if (files.length === 0 || files.some((file) => file.startsWith("-"))) {
    out.words(casesText.usage);
    return 1;
  }
  const all = read(files, out);
  if (all === null) return 1;
  const tally: Tally = { passed: 0, failed: 0, stored: 0, onlyRules: 0, unknown: new Map() };
  try {
    for (const [file, cases] of all) await runFile(file, cases, { families, stored, out, tally });
  } finally {
    await stored.close();
  }
  for (const [kind, count] of tally.unknown) out.words(casesText.unknownKind(kind, count));
  const { passed, failed } = tally;
  if (passed + failed === 0) out.words(casesText.nothingRun);
  if (tally.stored + tally.onlyRules > 0) out.words(casesText.stored(tally.stored, tally.onlyRules));
  out.data(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
