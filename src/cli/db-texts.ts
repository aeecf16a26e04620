/** What `npm run db` says to the operator. */

const changes = (count: number): string => (count === 1 ? "1 Änderung" : `${count} Änderungen`);

export const dbText = {
  usage: [
    "So rufen Sie den Befehl auf:",
    "  npm run db -- migrate     bringt die Datenbank auf den Stand dieses Programms",
    "  npm run db -- status      zeigt, welche Änderungen angewendet sind",
    "  npm run db -- backup DATEI   sichert die Datenbank, auch im laufenden Betrieb, in eine neue Datei",
    "  npm run db -- verify DATEI   prüft eine Sicherung, ohne etwas zu ändern",
    "  npm run db -- restore DATEI  spielt eine Sicherung ein; Forumsbote muss dazu beendet sein",
    "  npm run db -- new NAME    legt die nächste Änderung an (nur bei der Entwicklung)",
    "Welche Datenbank gemeint ist, steht in DATABASE_URL. Ohne diese Angabe ist es data/local.db.",
  ].join("\n"),
  migrated: (count: number) =>
    count === 0
      ? "Die Datenbank ist schon auf dem neuesten Stand."
      : `Die Datenbank ist jetzt auf dem neuesten Stand. Angewendet: ${changes(count)}.`,
  status: (missing: number) =>
    missing === 0
      ? "Die Datenbank ist auf dem neuesten Stand."
      : `Es fehlt noch etwas: ${changes(missing)}. Bitte starten Sie: npm run db -- migrate`,
  made: "Die Änderung ist angelegt. Bitte lesen Sie das SQL durch. Von Hand geschriebene Bedingungen müssen dort wieder stehen.",
  failed: (reason: string) => `Das hat nicht geklappt: ${reason}`,
} as const;

export const newRefusal = {
  badName:
    "Der Name darf nur kleine Buchstaben, Ziffern und Unterstriche haben und beginnt mit einem Buchstaben. Beispiel: npm run db -- new add_meeting",
  noDifference: "Das Schema hat sich nicht geändert. Bitte ändern Sie zuerst prisma/schema.prisma.",
} as const satisfies Record<"badName" | "noDifference", string>;
