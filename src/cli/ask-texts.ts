/** What `npm run ask` says to the operator. */
export const askText = {
  usage: [
    "So rufen Sie den Befehl auf:",
    '  npm run --silent ask -- "Ihre Frage"             antwortet mit Quellen',
    '  npm run --silent ask -- "Ihre Frage" --explain   zeigt auch den Weg zur Antwort',
    "  npm run --silent ask -- --file FRAGEN.jsonl      beantwortet alle Fragen einer Datei",
  ].join("\n"),
  badLine: (file: string, line: number) =>
    `${file}:${line}: Diese Zeile ist keine Frage. Jede Zeile braucht JSON mit "id" und "question".`,
  failed: (reason: string) => `Das hat nicht geklappt: ${reason}`,
} as const;
