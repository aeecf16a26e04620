/** What `npm run db -- backup | restore | verify` says to the operator. */

const rounds = (count: number): string =>
  count === 1 ? "1 geheimer Wahlgang" : `${count} geheime Wahlgänge`;

export const backupText = {
  keyNeeded:
    "BACKUP_KEY_FILE fehlt. Im echten Betrieb wird nur verschlüsselt gesichert. Bitte nennen Sie dort die Datei mit dem Schlüssel. Ist der Ort der Sicherung selbst verschlüsselt, geht es auch mit --unencrypted.",
  keyAndPlain:
    "BACKUP_KEY_FILE ist gesetzt und --unencrypted angegeben. Bitte nehmen Sie nur eines von beiden.",
  plain: "Achtung: Die Sicherung ist nicht verschlüsselt. Sie enthält personenbezogene Daten.",
  made: (path: string, migration: string) =>
    `Die Sicherung ist geschrieben: ${path} (Stand der Datenbank: ${migration}). Die Schlüssel offener Wahlurnen sind nicht darin.`,
  whole: (createdAt: string, program: string, migration: string) =>
    `Die Sicherung ist vollständig und lesbar. Sie ist vom ${createdAt}, von Forumsbote ${program}, Stand der Datenbank ${migration}.`,
  restored: (createdAt: string) => `Die Datenbank ist jetzt wieder auf dem Stand vom ${createdAt}.`,
  voided: (count: number) =>
    count === 0
      ? "Es war kein geheimer Wahlgang offen."
      : `In der Sicherung war noch offen: ${rounds(count)}. Die Stimmzettel sind gelöscht, es wird nichts gezählt. Beim nächsten Start sagt Forumsbote das allen Beteiligten. Die Koordination kann dann neu wählen lassen.`,
  keysLeft:
    "BALLOT_KEY_DIR fehlt. Bitte löschen Sie vor dem Start alle Dateien im Ordner der Wahlschlüssel, zu denen kein Wahlgang mehr gehört.",
  next: [
    "Bitte denken Sie daran:",
    "- Löschungen seit dieser Sicherung sind wieder da. Bitte wiederholen Sie sie.",
    "- Nachrichten seit dieser Sicherung können noch einmal kommen.",
    "- Starten Sie Forumsbote jetzt neu.",
  ].join("\n"),
} as const;
