/** What people read before and after their data are erased. */
export const review = {
  title: "Meine Daten löschen",
  why: "Bitte lesen Sie zuerst, was geschieht. Danach lässt es sich nicht zurücknehmen.",
  goesTitle: "Das wird gelöscht",
  goes: "Ihr Profil, Sitz oder Vertretung, Mitgliedschaften in Arbeitsgruppen, unser Chat, Ihre Bewertungen, Anfragen, Mitteilungen, Links und Kalender-Abos.",
  namelessTitle: "Das bleibt ohne Ihren Namen",
  nameless:
    "Beiträge, Erfahrungen und Auskünfte gehören Ihrer Kommune oder dem Forum. Dort steht künftig: ehemalige Person.",
  staysTitle: "Das bleibt",
  stays:
    "Niederschriften: wer zur Wahl stand, gewählt war, die Wahl geleitet oder geprüft hat. Das Forum muss sie aufbewahren (Artikel 17 Absatz 3 Buchstaben b und d der Datenschutz-Grundverordnung).",
  staysYours: "Ihr Name steht in einer Niederschrift oder in der Akte einer laufenden Wahl. Dort bleibt er.",
  ballots:
    "Stimmzettel einer geheimen Wahl kann niemand einer Person zuordnen. Deshalb kann sie auch niemand löschen.",
  seat: (party: string, as: "delegate" | "deputy") =>
    as === "delegate"
      ? `Sie geben den Sitz von ${party} auf. Die Koordination benennt jemand anderen.`
      : `Sie vertreten ${party} nicht mehr.`,
  openRegister:
    "Eine Abstimmung ist gerade offen, und Sie stehen in ihrem Verzeichnis. Sie scheiden sofort aus und können dort nicht mehr abstimmen. Gelöscht wird nach dem Ende der Abstimmung, spätestens nach 7 Tagen.",
  running:
    "Sie haben eine Aufgabe in einer laufenden Wahl. Ihr Name bleibt dort stehen. Wenn Sie nicht gewählt werden möchten, ziehen Sie Ihre Kandidatur bitte vorher zurück: wahl.",
  lastCoordinator:
    "Achtung: Außer Ihnen koordiniert hier niemand. Danach kann niemand mehr Sitze vergeben oder Wahlen leiten. Bitte ernennen Sie vorher jemanden, oder sagen Sie dem Betrieb Bescheid.",
  own: (count: number) =>
    count === 1
      ? "Zu 1 Ihrer Beiträge hat niemand sonst etwas ergänzt. Was soll damit geschehen?"
      : `Zu ${count} Ihrer Beiträge hat niemand sonst etwas ergänzt. Was soll damit geschehen?`,
  keep: "Sie bleiben ohne meinen Namen",
  remove: "Sie werden mit gelöscht",
  guest:
    "Sie sind hier nicht als Person eingetragen. Gelöscht wird, was Sie als Verfasserin oder Verfasser einer Nachricht erkennbar macht.",
  confirm: "Jetzt löschen",
  cancel: "Abbrechen",
  underWay:
    "Ihre Daten werden schon gelöscht. Es wartet nur noch auf das Ende einer offenen Abstimmung, höchstens 7 Tage.",
} as const;

export const done = {
  title: "Ihre Daten sind gelöscht",
  gone: "Ihre Daten sind gelöscht. Sie bekommen keine Mitteilungen mehr von mir.",
  stays: "In Niederschriften und Wahlakten bleibt stehen, was das Forum aufbewahren muss.",
  backups: "In Sicherungskopien verschwinden die Daten mit deren Ablauf, spätestens nach 35 Tagen.",
  chat: "Was Sie und ich hier geschrieben haben, liegt bei Microsoft Teams. Den Chat können Sie dort selbst löschen.",
  later:
    "Sie sind ausgeschieden und bekommen keine Mitteilungen mehr. Eine offene Abstimmung braucht ihr Verzeichnis noch. Danach lösche ich alles, spätestens in 7 Tagen.",
  laterTitle: "Sie sind ausgeschieden",
} as const;
