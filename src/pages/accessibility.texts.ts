/** The statement on accessibility: what § 10 L-BGG of Baden-Württemberg asks for. */

export const statement = {
  about: [
    "Diese Erklärung gilt für den Forumsboten: für seine Karten in Teams und für seine Seiten im Browser.",
    "Seiten sind die Niederschrift, die Seite zum Nachrechnen, die Übersicht der Beiträge und diese Texte.",
    "Grundlage sind § 10 des Landes-Behindertengleichstellungsgesetzes und die Barrierefreie-Informationstechnik-Verordnung (BITV 2.0).",
  ],
  stateTitle: "Stand der Vereinbarkeit",
  state: [
    "Die Seiten und Karten erfüllen die Anforderungen nach unserer eigenen Prüfung weitgehend.",
    "Ein Test mit Menschen, die einen Screenreader oder andere Hilfsmittel nutzen, steht noch aus.",
  ],
  gapsTitle: "Was noch nicht barrierefrei ist",
  gaps: [
    "Teams selbst ist ein Programm von Microsoft. Wie es Karten vorliest und vergrößert, können wir nicht ändern.",
    "Balken auf Karten zeigt nicht jedes Programm. Dieselben Zahlen stehen immer als Text daneben.",
    "Die Seite zum Nachrechnen braucht JavaScript. Ohne sie rechnen Sie mit dem Befehl nach, der in der Niederschrift steht.",
    "Den Stimmzettel einer geheimen Wahl gibt es nur als Karte. Auf Wunsch stimmen Sie auf Papier ab.",
    "Dokumente, die andere hochgeladen haben, prüfen wir nicht.",
    "Texte in Leichter Sprache und in Gebärdensprache gibt es nicht.",
  ],
  madeTitle: "Wie diese Erklärung entstanden ist",
  made: (day: string) => [
    `Diese Erklärung wurde am ${day} erstellt.`,
    "Sie beruht auf einer Selbstbewertung. Jede Karte und jede Seite wird bei jeder Änderung automatisch geprüft.",
    "Geprüft werden auch die Bedienung mit der Tastatur, große Schrift, dunkle Farben und hoher Kontrast.",
  ],
  contactTitle: "Eine Barriere melden",
  contact: [
    "Ist etwas nicht barrierefrei? Brauchen Sie eine Angabe in einer anderen Form? Bitte schreiben Sie uns.",
  ],
  settleTitle: "Wenn wir nicht helfen konnten",
  settle: [
    "Dann können Sie sich an die Schlichtungsstelle beim Landeszentrum Barrierefreiheit wenden (§ 10b des Gesetzes).",
    "Melden Sie uns die Barriere bitte zuerst. Die Schlichtung kostet Sie nichts.",
    "Landeszentrum Barrierefreiheit, Else-Josenhans-Straße 6, 70173 Stuttgart, barrierefreiheit-bw.de",
  ],
} as const;
