/** What `npm run privacy` says. */
export const privacyText = {
  usage: [
    "So geht es:",
    "  npm run privacy -- affected DATEI.csv     alle Personen, deren Daten gespeichert sind, in eine neue Datei",
    "  npm run --silent privacy -- show ENTRA-ID     was über eine Person gespeichert ist, als JSON",
    "  npm run privacy -- erase ENTRA-ID     eine Person ausscheiden lassen und löschen",
  ].join("\n"),
  wrongId: (id: string) =>
    `„${id}“ ist keine Entra-Objekt-ID. Sie sieht so aus: 00000000-0000-0000-0000-000000000000.`,
  unknown: (id: string) => `Über ${id} ist nichts gespeichert.`,
  several: (id: string) => `${id} kommt in mehreren Mandanten vor. Gemeint sind alle.`,
  exists: (path: string) =>
    `${path} gibt es schon. Bitte nennen Sie eine neue Datei. Nichts wurde geschrieben.`,
  written: (count: number, path: string) =>
    `${count} Personen stehen in ${path}. Bitte geben Sie die Datei nur Befugten.`,
  erased: (id: string) =>
    `${id} ist gelöscht. Was in Niederschriften bleibt, nennt docs/VERARBEITUNGSVERZEICHNIS.md.`,
  later: (id: string) =>
    `${id} ist ausgeschieden. Eine offene Abstimmung nennt die Person noch. Der Dienst löscht sie danach, spätestens in 7 Tagen.`,
  failed: (why: string) => `Das ging nicht: ${why}`,
  head: ["Name", "Organisation", "Mandant", "Entra-Objekt-ID", "Eingetragen am", "Ausgeschieden am"],
} as const;
