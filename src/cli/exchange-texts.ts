/** What `npm run exchange` and `npm run find` say to the operator. */
const store = "Welche Datenbank gemeint ist, steht in DATABASE_URL. Ohne diese Angabe ist es data/local.db.";

export const exchangeText = {
  usage: [
    "So rufen Sie den Befehl auf:",
    "  npm run --silent exchange -- import DATEI.jsonl   nimmt Beiträge auf; dieselbe Kennung noch einmal ändert den Beitrag",
    "  npm run --silent exchange -- export DATEI         schreibt alle Beiträge in eine neue Datei (.csv, .md, .json oder .jsonl)",
    store,
  ].join("\n"),
  unreadable: (path: string) =>
    `${path}: Diese Datei lässt sich nicht öffnen. Bitte prüfen Sie Namen und Rechte.`,
  badLine: (path: string, line: number, sentences: string) => `${path}:${line}: ${sentences}`,
  more: (count: number) => `… und ${count} weitere Zeilen mit Fehlern.`,
  nothingTaken:
    "Es wurde nichts aufgenommen. Bitte berichtigen Sie die Zeilen und rufen Sie den Befehl noch einmal auf.",
  empty: (path: string) => `${path}: In dieser Datei steht kein Beitrag.`,
  ignored: (names: readonly string[]) => `Diese Angaben habe ich nicht übernommen: ${names.join(", ")}.`,
  taken: (created: number, changed: number, unchanged: number) =>
    `${created} neu, ${changed} geändert, ${unchanged} unverändert.`,
  deleted: (ids: readonly string[]) =>
    `${ids.length} Beiträge hat jemand gelöscht; sie bleiben gelöscht: ${ids.slice(0, 20).join(", ")}${ids.length > 20 ? " …" : ""}. Wiederherstellen kann sie die Koordination im Chat.`,
  busy: "Jemand ändert gerade dieselben Beiträge. Es wurde nichts aufgenommen. Bitte rufen Sie den Befehl noch einmal auf.",
  exists: (path: string) =>
    `${path}: Diese Datei gibt es schon. Bitte nennen Sie einen anderen Namen, oder löschen Sie sie vorher.`,
  written: (count: number, path: string) => `${count} Beiträge stehen in ${path}.`,
  failed: (reason: string) => `Das hat nicht geklappt: ${reason}`,
} as const;

export const findText = {
  usage: [
    "So rufen Sie den Befehl auf:",
    "  npm run --silent find -- WORTE                   zeigt die besten Beiträge",
    "  npm run --silent find -- --file SUCHEN.jsonl     beantwortet alle Suchen einer Datei, eine je Zeile",
    store,
  ].join("\n"),
  badLine: (path: string, line: number) =>
    `${path}:${line}: Diese Zeile ist keine Suche. Jede Zeile braucht JSON mit "id" und "query"; "filters" darf kind, party, stage, group und since (JJJJ-MM-TT) enthalten.`,
  none: "Dazu habe ich keinen Beitrag gefunden. Versuchen Sie ein anderes oder kürzeres Wort.",
} as const;
