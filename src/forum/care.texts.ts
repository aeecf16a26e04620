/** What people read about the places of a group, and about closing and reopening it. */

export const texts = {
  places: {
    title: "Orte der Gruppe:",
    channel: (name: string) => `Kanal „${name}“`,
    unnamed: "Kanal ohne bekannten Namen",
    chat: "Gruppenchat",
    another: (name: string, number: number) => `${name} (${number})`,
    here: (name: string) => `${name} – hier`,
    deleted: (name: string) => `${name} – in Teams gelöscht`,
    away: (name: string) => `${name} – dort bin ich entfernt`,
    none: "Die Gruppe hat zurzeit keinen Kanal. Die Koordination kann einen registrieren: Sie schreibt dort **gruppe**.",
  },
  back: "Zur Arbeitsgruppe",
  which: "Welche Arbeitsgruppe möchten Sie ansehen?",
  open: "Ansehen",
  archivedTitle: "Abgeschlossene Arbeitsgruppen",
  noneOpen: "Zurzeit arbeitet keine Gruppe.",
  archivedSince: (date: string) =>
    `Abgeschlossen am ${date}. Neue Beiträge kommen nicht mehr hinzu. Alles, was festgehalten ist, bleibt zu finden.`,
  detach: {
    button: "Kanal lösen",
    title: (group: string) => `Einen Kanal von ${group} lösen`,
    why: "Der Kanal gehört danach zu keiner Arbeitsgruppe mehr. Beiträge und Mitglieder bleiben bei der Gruppe. Beiträge nur für die Gruppe sind in diesem Kanal nicht mehr zu sehen.",
    which: "Welcher Kanal?",
    now: "Lösen",
    done: (name: string, group: string) =>
      `Gelöst: ${name} gehört nicht mehr zur Arbeitsgruppe ${group}. Die Beiträge bleiben bei der Gruppe.`,
    last: "Die Gruppe hat jetzt keinen Kanal mehr. Einen anderen registrieren Sie dort mit dem Wort **gruppe**.",
    told: (group: string) => `Dieser Kanal gehört nicht mehr zur Arbeitsgruppe ${group}.`,
    toldMore: "Die Beiträge bleiben bei der Gruppe. Was hier neu festgehalten wird, gehört zu keiner Gruppe.",
  },
  archive: {
    button: "Gruppe abschließen",
    title: (group: string) => `Arbeitsgruppe ${group} abschließen?`,
    means: [
      "Für die Gruppe wird nichts Neues mehr festgehalten. Was in ihrem Kanal festgehalten wird, gehört zu keiner Gruppe.",
      "Alle Beiträge bleiben und sind zu finden. Beiträge nur für die Gruppe sehen weiter nur ihre Mitglieder.",
      "Niemand kann ihr mehr beitreten. Wer mitarbeitet, bleibt eingetragen.",
      "Sie können die Gruppe jederzeit wieder eröffnen.",
    ],
    now: "Abschließen",
    told: (group: string) => `Die Arbeitsgruppe ${group} ist abgeschlossen.`,
    toldMore:
      "Ihre Beiträge bleiben und sind zu finden. Was hier neu festgehalten wird, gehört zu keiner Gruppe.",
  },
  reopen: {
    button: "Wieder eröffnen",
    told: (group: string) => `Die Arbeitsgruppe ${group} arbeitet wieder.`,
    toldMore: "Austausche, die hier festgehalten werden, gehören wieder zur Gruppe.",
  },
  bare: {
    title: (group: string) => `Die Arbeitsgruppe ${group} hat keinen Kanal mehr.`,
    gone: (names: readonly string[]) => `Nicht mehr erreichbar: ${names.join(", ")}.`,
    stays: "Die Gruppe, ihre Mitglieder und ihre Beiträge bleiben.",
    todo: [
      "Den Kanal in Teams wiederherstellen, oder mich dort wieder hinzufügen. Dann geht alles weiter wie vorher.",
      "Oder einen anderen Kanal nehmen: Schreiben Sie dort **gruppe**, und wählen Sie: weiterer Kanal dieser Gruppe.",
      "Oder die Gruppe abschließen, wenn ihre Arbeit getan ist.",
    ],
    todoTitle: "Das können Sie tun:",
    show: "Arbeitsgruppe ansehen",
  },
} as const;
