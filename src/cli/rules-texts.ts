/** What `npm run rules` says to the operator. */
export const rulesText = {
  usage: [
    "So rufen Sie den Befehl auf:",
    "  npm run --silent rules -- import DATEI --kind ART --title TITEL --date JJJJ-MM-TT|ohne [--scope FÜR WEN]",
    "  npm run --silent rules -- import DATEI DATEI … --kind ART --date JJJJ-MM-TT|ohne [--scope FÜR WEN]",
    "                                    nimmt Dokumente auf; bei mehreren ist der Dateiname der Titel",
    "  npm run --silent rules -- list    zeigt alle Dokumente mit Nummer, Version und Stand",
    "  npm run --silent rules -- show TITEL|NUMMER     zeigt die Absätze eines Dokuments",
    "  npm run --silent rules -- remove TITEL|NUMMER   löscht die Absätze eines Dokuments",
    "ART ist rule (Regelung), report (Bericht), strategy (Strategie), motion (Antrag) oder foreign (anderer Verbund).",
    "Welche Datenbank gemeint ist, steht in DATABASE_URL. Ohne diese Angabe ist es data/local.db.",
  ].join("\n"),
  oneTitle:
    "Ein Titel passt nur zu einer Datei. Bitte lassen Sie --title weg, oder nehmen Sie die Dateien einzeln auf.",
  foreignScope:
    'Bitte sagen Sie mit --scope, für wen das Papier des anderen Verbunds gilt, zum Beispiel: --scope "Landkreis Marburg-Biedenkopf"',
  unreadable: "Diese Datei lässt sich nicht öffnen. Bitte prüfen Sie Namen und Rechte.",
  about: (file: string, sentence: string) => `${file}: ${sentence}`,
  imported: (title: string, passages: string) => `Aufgenommen: ${title}, ${passages}.`,
  noCards: (titles: readonly string[]) =>
    `Zu diesem Titel hat das Handbuch keine Karten. Soll das Original zu Antworten gezeigt werden, nehmen Sie einen dieser Titel:\n${titles.map((one) => `  ${one}`).join("\n")}`,
  none: "Es ist noch kein Dokument aufgenommen. So geht es: npm run --silent rules -- import DATEI …",
  listed: (count: number) => (count === 1 ? "1 Dokument." : `${count} Dokumente.`),
  removed: (title: string) =>
    `Entfernt: ${title}. Gibt es eine frühere Version, ist sie jetzt wieder in Kraft.`,
  flagged: (lines: readonly string[]) =>
    `Diese Karten des Handbuchs passen nicht mehr zum Dokument:\n${lines.map((line) => `  ${line}`).join("\n")}`,
  migrate: "Die Datenbank ist nicht auf dem neuesten Stand. Bitte starten Sie zuerst: npm run db -- migrate",
  failed: (reason: string) => `Das hat nicht geklappt: ${reason}`,
} as const;
