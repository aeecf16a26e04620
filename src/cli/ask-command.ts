/** `npm run --silent ask -- "Frage" [--explain] | --file FRAGEN.jsonl`: answers on stdout, words on stderr; opens no store. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import type { Answer } from "../rulebook/answer.ts";
import type { Decide } from "../rulebook/decide.ts";
import { plainText, refusals, sentencesOf } from "../rulebook/texts.ts";
import { askText } from "./ask-texts.ts";
import type { Output } from "./db-command.ts";

const question = z.object({ id: z.string(), question: z.string() });

/** One line of the answer file. */
function lineOf(id: string, answer: Answer): string {
  const abstained = answer.kind === "abstained";
  const citations = abstained
    ? []
    : answer.citations.map(({ document, section, date, kind, original }) => ({
        title: document,
        section,
        date,
        kind,
        ...(original ? { quote: original.quote } : {}),
      }));
  const text = abstained ? refusals[answer.reason] : sentencesOf(answer);
  return JSON.stringify({ id, answer: text, abstained, citations });
}

/** Only `id` and `question` of a line are read. Nothing is answered if one line is wrong. */
function answerFile(path: string, decide: Decide, out: Output): number {
  const rows = readFileSync(path, "utf8")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/);
  const lines: string[] = [];
  for (const [at, row] of rows.entries()) {
    if (row.trim() === "") continue;
    const read = question.safeParse(parsed(row));
    if (!read.success) {
      out.words(askText.badLine(path, at + 1));
      return 1;
    }
    lines.push(lineOf(read.data.id, decide(read.data.question).answer));
  }
  for (const line of lines) out.data(line);
  return 0;
}

function parsed(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return undefined;
  }
}

function run(args: readonly string[], decide: Decide, out: Output): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { file: { type: "string" }, explain: { type: "boolean", default: false } },
  });
  const asked = positionals.join(" ");
  if ((values.file === undefined) === (asked === "")) {
    out.words(askText.usage);
    return 1;
  }
  if (values.file !== undefined) return answerFile(values.file, decide, out);
  const { answer, path } = decide(asked);
  if (values.explain) out.words(path.join("\n"));
  out.data(plainText(answer));
  return 0;
}

/** Runs the command and answers its exit code: 0, or 1 when the call or the file is wrong. A refusal is an answer. */
export function runAskCommand(args: readonly string[], decide: Decide, out: Output): number {
  try {
    return run(args, decide, out);
  } catch (fault) {
    out.words(askText.failed(fault instanceof Error ? fault.message : String(fault)));
    return 1;
  }
}
