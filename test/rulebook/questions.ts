/** Our own questions, one a line: what should come out, a bar, the question. */
import { readFileSync } from "node:fs";

export type Row = { readonly expected: readonly string[]; readonly question: string };

const rowsOf = (name: string): Row[] =>
  readFileSync(new URL(name, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [expected = "", question = ""] = line.split(" | ");
      return { expected: expected.split(","), question };
    });

export const answerable: readonly Row[] = rowsOf("questions.txt");
export const unanswerable: readonly Row[] = rowsOf("unanswerable.txt");
