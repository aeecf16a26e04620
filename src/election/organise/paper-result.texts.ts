/** What people read about a round on paper. */
export const paperNews = {
  title: "Dieser Wahlgang findet auf Papier statt",
  lines: [
    "Eine Kommune hat eine Wahl mit Stimmzetteln aus Papier verlangt. Das sieht die Wahlordnung vor.",
    "Stimmzettel, die hier schon abgegeben waren, sind vernichtet. Sie wurden nicht gezählt und nicht gelesen.",
    "Die Koordination sagt Ihnen, wann und wo auf Papier gewählt wird. Das Ergebnis lesen Sie danach hier.",
  ],
} as const;

export const paperForm = {
  title: "Ergebnis auf Papier eintragen",
  intro:
    "Tragen Sie die Zahlen der Auszählung ein. Danach bestätigen zwei Zeuginnen oder Zeugen: die Wahlprüfung oder zwei Delegierte anderer Kommunen.",
  present: "Zahl der Kommunen, die teilgenommen haben",
  votes: (choice: string) => `Stimmen: ${choice}`,
  missing: "Bitte tragen Sie eine ganze Zahl ein, auch eine Null.",
  send: "Zahlen vorlegen",
  cancel: "Abbrechen",
} as const;
