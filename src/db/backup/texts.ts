/** What the operator reads when a backup cannot be made or used. */

export const backupFault = {
  noKeyFile: (path: string) =>
    `Die Schlüsseldatei ${path} ist nicht lesbar. Bitte prüfen Sie BACKUP_KEY_FILE.`,
  badKey: (path: string) =>
    `In ${path} steht kein Schlüssel. Erwartet werden 32 zufällige Bytes, geschrieben als Base64. So entsteht einer: openssl rand -base64 32 > ${path}`,
  keyBeside: (path: string) =>
    `Der Schlüssel ${path} liegt bei der Sicherung oder bei der Datenbank. Wer das eine hat, hätte dann auch das andere. Bitte legen Sie ihn an einen anderen Ort.`,
  exists: (path: string) => `${path} gibt es schon. Bitte nennen Sie eine neue Datei.`,
  notWritable: (path: string) =>
    `${path} lässt sich nicht schreiben. Bitte prüfen Sie Ordner, Rechte und Platz.`,
  noStore: "Die Datenbank gibt es nicht. Bitte prüfen Sie DATABASE_URL.",
  notMigrated:
    "Die Datenbank ist noch leer oder nicht auf dem Stand dieses Programms. Bitte starten Sie zuerst: npm run db -- migrate",
  notReadable: (path: string) => `${path} ist nicht lesbar. Bitte prüfen Sie den Namen der Datei.`,
  notBackup: (path: string) => `${path} ist keine Sicherung von Forumsbote.`,
  damaged: (path: string) =>
    `${path} ist beschädigt oder unvollständig. Es wurde nichts geändert. Bitte nehmen Sie eine andere Sicherung.`,
  keyMissing:
    "Die Sicherung ist verschlüsselt. Bitte nennen Sie in BACKUP_KEY_FILE die Datei mit dem Schlüssel.",
  wrongKey:
    "Die Sicherung wurde mit einem anderen Schlüssel verschlüsselt. Es wurde nichts geändert. Bitte prüfen Sie BACKUP_KEY_FILE.",
  otherEngine: (engine: string) =>
    `Die Sicherung stammt aus ${engine}. In eine andere Art von Datenbank lässt sie sich nicht einspielen. Bitte prüfen Sie DATABASE_URL.`,
  tooNew: (migration: string) =>
    `Die Sicherung ist neuer als dieses Programm. Sie kennt ${migration}. Bitte nehmen Sie die neuere Fassung von Forumsbote. Es wurde nichts geändert.`,
  inUse:
    "Die Datenbank wird gerade benutzt. Bitte beenden Sie Forumsbote auf allen Rechnern, und starten Sie die Wiederherstellung neu. Es wurde nichts geändert.",
  broken: "Die wiederhergestellte Datenbank ist in sich nicht stimmig. Die bisherige ist unverändert.",
  toolMissing: (tool: string) =>
    `Das Programm ${tool} fehlt. Bitte installieren Sie die Werkzeuge von PostgreSQL (Debian: apt-get install postgresql-client).`,
  toolOlder: (tool: string, has: number, server: number) =>
    `${tool} hat die Version ${has}, der Server hat ${server}. Bitte installieren Sie postgresql-client-${server}.`,
  toolOther: (tool: string, has: number, server: number) =>
    `${tool} hat die Version ${has}, der Server hat ${server}. Zum Einspielen braucht es dieselbe Version. Bitte installieren Sie postgresql-client-${server}.`,
  toolFailed: (tool: string, said: string) =>
    `${tool} ist gescheitert. Es wurde nichts geändert.${said === "" ? "" : ` Gemeldet wurde: ${said}`}`,
} as const;
