// @ts-check
// The recount as lines of text.
import { MARKS } from "./report.mjs";

/** Headings, one line a check, the verdict last. @param {import("./report.mjs").Outcome} outcome */
export function linesOf({ title, sections, verdict }) {
  const body = sections.flatMap((section) => [
    "",
    section.title,
    ...section.lines.map((line) => `${MARKS[line.mark]}: ${line.text}`),
  ]);
  return [title, ...body, "", `Ergebnis der Prüfung: ${verdict}`];
}
