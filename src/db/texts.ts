/** What the operator reads when the store cannot be opened. */

export const dbFault = {
  unknownUrl: () =>
    "Die Datenbank-Adresse ist unbekannt. Sie muss mit file: oder mit postgresql:// beginnen. Bitte prüfen Sie DATABASE_URL.",
  memoryUrl: () =>
    "Forumsbote braucht eine Datei, die einen Neustart überdauert. Bitte nennen Sie in DATABASE_URL eine Datei, zum Beispiel file:data/local.db.",
  schemaTooNew: (names: readonly string[]) =>
    `Die Datenbank ist neuer als dieses Programm. Sie kennt ${names.join(", ")}. Bitte starten Sie die neuere Fassung von Forumsbote. An der Datenbank wurde nichts geändert.`,
  halfMigrated: (names: readonly string[]) =>
    `Eine Änderung der Datenbank ist früher nicht fertig geworden: ${names.join(", ")}. Bitte spielen Sie die letzte Sicherung ein und starten Sie neu.`,
  halfRestored: () =>
    "Eine Wiederherstellung dieser Datenbank ist nicht fertig geworden. Bitte spielen Sie die Sicherung noch einmal ein: npm run db -- restore DATEI",
  migrationFailed: (name: string) =>
    `Die Änderung ${name} der Datenbank ist gescheitert. Sie wurde ganz zurückgenommen. Die Ursache steht im Protokoll.`,
} as const;
