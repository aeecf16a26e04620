/** The rule of procedure in sentences, as the minutes print it: every setting, and where it comes from. */
import { DEFAULT_RULE, type Origin, originOf, type Wahlordnung } from "../wahlordnung.ts";

const origins = {
  declaration: "Willensbekundung",
  default: "Voreinstellung",
  forum: "Festlegung des Forums",
} satisfies Record<Origin, string>;

const days = (count: number): string => (count === 1 ? "1 Tag" : `${count} Tage`);

const withdrawals = {
  "move-up": "Tritt jemand zwischen den Wahlgängen zurück, rückt die nächstbeste Person nach.",
  binding: "Ein Rücktritt zwischen den Wahlgängen hat keine Wirkung.",
  restart: "Tritt jemand zwischen den Wahlgängen zurück, wird der Wahlgang wiederholt.",
} satisfies Record<Wahlordnung["withdrawal"], string>;

const lots = {
  "public-draw": "Das Los entscheidet durch einen öffentlichen Wert, den vorher niemand kennen kann.",
  "manual-witnessed": "Das Los wird von Hand gezogen, zwei Personen bezeugen es.",
} satisfies Record<Wahlordnung["lot"], string>;

const deputies = [
  "Gewählt wird nur der Vorsitz.",
  "Gewählt wird auch eine Stellvertretung.",
  "Gewählt werden auch zwei Stellvertretungen.",
];

/** One sentence for each setting, in the order in which they matter. */
const SENTENCES: { readonly [K in keyof Wahlordnung]: (value: Wahlordnung[K]) => string } = {
  quorum: (value) =>
    value === "half"
      ? "Gültig ist ein Wahlgang, wenn mindestens die Hälfte der berechtigten Kommunen teilnimmt."
      : `Gültig ist ein Wahlgang, wenn mindestens ${value} Kommunen teilnehmen.`,
  withdrawal: (value) => withdrawals[value],
  nominationDays: (value) => `Zeit für Vorschläge: ${days(value)}.`,
  votingDays: (value) => `Zeit für die Stimmabgabe: ${days(value)}.`,
  runoffDays: (value) => `Zeit für die Stichwahl: ${days(value)}.`,
  secondRoundMinDays: (value) =>
    `Abstand zwischen dem ersten und dem zweiten Wahlgang bei nur einer Kandidatur: mindestens ${days(value)}.`,
  acceptanceDays: (value) => `Zeit, die Wahl anzunehmen: ${days(value)}. Schweigen gilt nicht als Annahme.`,
  objectionDays: (value) => `Zeit für Einsprüche: ${days(value)}.`,
  secretMinElectorate: (value) => `Geheim gewählt wird ab ${value} Kommunen.`,
  hideDistributionBelow: (value) =>
    `Bei weniger als ${value} Stimmzetteln wird die Verteilung der Stimmen nicht veröffentlicht.`,
  lot: (value) => lots[value],
  mostTerms: (value) =>
    value === 0
      ? "Die Wiederwahl ist ohne Grenze möglich."
      : `Möglich sind höchstens ${value} Amtszeiten nacheinander.`,
  deputies: (value) => deputies[value] ?? "",
  caretaker: (value) =>
    value
      ? "Der bisherige Vorsitz führt das Amt weiter, bis jemand die Wahl annimmt."
      : "Bis jemand die Wahl annimmt, lädt die Koordination ein.",
  testBallot: (value) => (value ? "Probestimmen sind erlaubt." : "Probestimmen sind nicht vorgesehen."),
  paperOnRequest: (value) =>
    value
      ? "Verlangt eine Kommune Stimmzettel aus Papier, wird auf Papier gewählt."
      : "Eine Wahl auf Papier findet nicht auf Verlangen einer einzelnen Kommune statt.",
  termMonths: (value) => `Die Amtszeit dauert ${value} Monate.`,
};

const FIXED = [
  "Gewählt ist, wer mehr als die Hälfte der Stimmen aller Teilnehmenden bekommt. Enthaltungen und ungültige Stimmen zählen als Teilnahme.",
  "Bekommt niemand diese Mehrheit, folgt eine Stichwahl der beiden Besten. Darin genügt die einfache Mehrheit. Bei Gleichstand entscheidet das Los.",
  "Bei nur einer Kandidatur wird mit Ja oder Nein gewählt. Auch im zweiten Wahlgang ist mehr als die Hälfte nötig.",
] as const;

function sentence<K extends keyof Wahlordnung>(key: K, rule: Wahlordnung): string {
  return `${SENTENCES[key](rule[key])} (${origins[originOf(key, rule)]})`;
}

/** Every setting as a sentence with its origin, after what no setting changes. */
export const ruleLines = (rule: Wahlordnung): string[] => [
  ...FIXED.map((line) => `${line} (${origins.default})`),
  ...Object.keys(DEFAULT_RULE).map((key) => sentence(key as keyof Wahlordnung, rule)),
];
