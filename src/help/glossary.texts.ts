/** Words of elections, sessions and data, each in one or two plain sentences. In the order of the alphabet. */

export type Term = { readonly term: string; readonly means: string };

export const glossary = {
  title: "Begriffe kurz erklärt",
  one: (term: string) => `Was bedeutet ${term}?`,
  how: "Einen einzelnen Begriff zeigt zum Beispiel: glossar Stichwahl.",
  rules: "Was für das Forum genau gilt, sagen die Dokumente. Stellen Sie dazu eine Frage.",
  all: "Alle Begriffe",
  unknown: (word: string) =>
    `Den Begriff „${word}“ erkläre ich hier nicht. Das sind die Begriffe, die ich erkläre.`,
} as const;

export const terms: readonly Term[] = [
  {
    term: "Beleg",
    means:
      "Ein kurzer Code zu Ihrem Stimmzettel. Damit finden Sie ihn später in der Liste aller Belege. Was Sie gewählt haben, verrät er nicht.",
  },
  {
    term: "Beschlussfähig",
    means: "Das Forum kann gültig abstimmen, weil genug Kommunen teilnehmen.",
  },
  {
    term: "Einspruch",
    means: "Sie sagen schriftlich, dass bei der Wahl etwas falsch war. Dafür gibt es eine Frist.",
  },
  {
    term: "Enthaltung",
    means: "Sie nehmen teil, sagen aber weder Ja noch Nein und wählen niemanden.",
  },
  {
    term: "Los",
    means: "Bei Gleichstand entscheidet der Zufall. Alle können nachrechnen, dass es gerecht war.",
  },
  {
    term: "Niederschrift",
    means:
      "Das Protokoll einer Wahl oder Abstimmung: wer teilnehmen durfte, wie es ablief und wie es ausging.",
  },
  {
    term: "Quorum",
    means: "Die kleinste Zahl an Kommunen, die teilnehmen müssen, damit eine Abstimmung gilt.",
  },
  {
    term: "Siegel",
    means:
      "Eine Prüfzahl über alle Stimmzettel. Sie wird vor der Auszählung gezeigt. Wird danach etwas verändert, passt sie nicht mehr.",
  },
  {
    term: "Sitz",
    means: "Der Platz einer Kommune im Forum. Jede Kommune hat einen Sitz und eine Stimme.",
  },
  {
    term: "Stichwahl",
    means:
      "Ein zweiter Wahlgang zwischen den beiden mit den meisten Stimmen. Er folgt, wenn zuerst niemand mehr als die Hälfte bekommen hat.",
  },
  {
    term: "Umlaufverfahren",
    means:
      "Eine Abstimmung ohne Sitzung. Sie lesen den Antrag und antworten bis zu einer Frist. Wer schweigt, stimmt zu.",
  },
  {
    term: "Wahlgang",
    means: "Eine Runde der Stimmabgabe. Eine Wahl kann mehrere Wahlgänge haben.",
  },
];

/** The page that says how everybody can use the program. */
export const statementCard = {
  title: "Barrierefreiheit",
  what: "Jede Karte hat Beschriftungen für Vorleseprogramme. Fast alles geht auch mit getippten Wörtern. Die Wörter zeigt: hilfe.",
  contact: (contact: string) => `Stört Sie eine Barriere? Bitte melden Sie sich: ${contact}.`,
  open: "Erklärung zur Barrierefreiheit öffnen",
} as const;
