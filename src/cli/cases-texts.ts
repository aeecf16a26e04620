/** What `npm run cases` says to the operator. */
const cases = (count: number): string => (count === 1 ? "1 Fall" : `${count} Fälle`);

export const casesText = {
  usage: [
    "So rufen Sie den Befehl auf:",
    "  npm run --silent cases -- FILE…   rechnet die Fälle der Dateien nach und zeigt jede Abweichung",
  ].join("\n"),
  unreadable: (file: string, reason: string) => `${file}: Diese Datei kann ich nicht lesen. ${reason}`,
  unknownKind: (kind: string, count: number) =>
    `Die Art „${kind}“ gibt es noch nicht. Nicht gerechnet: ${cases(count)}.`,
  stored: (stored: number, onlyRules: number) =>
    [
      `Auch durch Datenbank und Uhr gespielt: ${cases(stored)}.`,
      ...(onlyRules > 0
        ? [`Nur nach den Regeln gerechnet, weil es so im Chat nicht vorkommen kann: ${cases(onlyRules)}.`]
        : []),
    ].join("\n"),
  nothingRun: "Es wurde kein Fall gerechnet. Bitte prüfen Sie die Dateien.",
} as const;
