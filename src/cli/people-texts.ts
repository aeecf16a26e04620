/** What `npm run people` says to the operator. */
export const peopleText = {
  usage: [
    "So rufen Sie den Befehl auf:",
    "  npm run --silent people -- import DATEI.csv             trägt Personen, Sitze und Stellvertretungen ein",
    "  npm run --silent people -- import DATEI.csv --dry-run   zeigt nur, was sich ändern würde",
    "  npm run --silent people -- export DATEI.csv             schreibt alle Personen in eine neue Datei",
    "Welche Datenbank gemeint ist, steht in DATABASE_URL. Ohne diese Angabe ist es data/local.db.",
    "Zugelassene Mandanten stehen in TENANTS, sonst gilt BOT_TENANT_ID.",
  ].join("\n"),
  unreadable: (path: string) =>
    `${path}: Diese Datei lässt sich nicht öffnen. Bitte prüfen Sie Namen und Rechte.`,
  badLine: (path: string, line: number, sentence: string) => `${path}:${line}: ${sentence}`,
  problem: (path: string, sentence: string) => `${path}: ${sentence}`,
  nothingTaken:
    "Es wurde nichts übernommen. Bitte berichtigen Sie die Zeilen, und rufen Sie den Befehl noch einmal auf.",
  taken: (created: number, changed: number, unchanged: number) =>
    `${created} neu, ${changed} geändert, ${unchanged} unverändert.`,
  dry: "Das war nur eine Probe. Es wurde nichts gespeichert.",
  exists: (path: string) =>
    `${path}: Diese Datei gibt es schon. Bitte nennen Sie einen anderen Namen, oder löschen Sie sie vorher.`,
  written: (count: number, path: string) => `${count} Personen stehen in ${path}.`,
  failed: (reason: string) => `Das hat nicht geklappt: ${reason}`,
} as const;
