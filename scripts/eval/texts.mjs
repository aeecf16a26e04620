// @ts-check
// Every German sentence of `npm run eval`.
export const sentences = {
  usage:
    "So geht es: npm run eval -- rules [--file FRAGEN.jsonl] [--misses], oder: npm run eval -- search [--records BEITRAEGE.jsonl --file SUCHEN.jsonl] [--misses]",
  /** @param {string} path @param {number} line */
  badLine: (path, line) =>
    `${path}, Zeile ${line}: Das ist keine Frage im erwarteten Format. Es wurde nichts gewertet.`,
  /** @param {string} path */
  unreadable: (path) => `${path} lässt sich nicht lesen. Bitte prüfen Sie den Namen der Datei.`,
  /** @param {string} what @param {number} is @param {number} floor */
  below: (what, is, floor) => `${what}: ${percent(is)}, verlangt sind ${percent(floor)}.`,
  /** @param {string} what @param {number} is @param {number} ceiling */
  above: (what, is, ceiling) => `${what}: ${percent(is)}, erlaubt sind ${percent(ceiling)}.`,
  answerable: "beantwortbar",
  grounded: "belegt richtig",
  answered: "beantwortet",
  falseAnswers: "falsche Auskünfte",
  precision: "richtig, wenn geantwortet",
  cited: "Fundstelle richtig",
  all: "alle",
  misses: "Verfehlt",
  searches: "Suchen",
  style: "Art",
};

/** What keeps a run from being made; its message is for the person who started it. */
export class Fault extends Error {}

/** @param {readonly (readonly string[])[]} rows the first one is the head */
export function tableOf(rows) {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((one) => (one[at] ?? "").length)));
  return rows
    .map((one) =>
      one
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** @param {number | null} part */
export const percent = (part) => (part === null ? "–" : `${(100 * part).toFixed(1)} %`);
