/** The settings of the rule of procedure for people: their names, what they mean, how a value reads. */

import type { Origin, Wahlordnung } from "../wahlordnung.ts";
import { type Group, HALF, type Setting } from "./rule.settings.ts";

export const groupTitles = {
  time: "Fristen",
  validity: "Beteiligung und Geheimhaltung",
  decision: "Rücktritt und Los",
  office: "Amt",
} satisfies Record<Group, string>;

export const settingNames = {
  nominationDays: "Zeit für Vorschläge, in Tagen",
  votingDays: "Zeit für die Stimmabgabe, in Tagen",
  runoffDays: "Zeit für die Stichwahl, in Tagen",
  secondRoundMinDays: "Abstand zum zweiten Wahlgang, in Tagen",
  acceptanceDays: "Zeit für die Annahme der Wahl, in Tagen",
  objectionDays: "Zeit für Einsprüche, in Tagen",
  quorum: "Mindestens teilnehmende Kommunen",
  secretMinElectorate: "Geheime Wahl ab so vielen Sitzen",
  hideDistributionBelow: "Stimmen je Person erst ab so vielen Stimmzetteln zeigen",
  paperOnRequest: "Wahl auf Papier, wenn eine Kommune sie verlangt",
  testBallot: "Probestimmen erlauben",
  withdrawal: "Rücktritt zwischen den Wahlgängen",
  lot: "Los bei Gleichstand",
  termMonths: "Amtszeit, in Monaten",
  mostTerms: "Amtszeiten nacheinander, höchstens",
  deputies: "Stellvertretungen, die gewählt werden",
  caretaker: "Bisheriger Vorsitz bleibt, bis jemand Neues annimmt",
} satisfies Record<Setting, string>;

export const settingHelp = {
  nominationDays: "So lange können die Kommunen Personen vorschlagen.",
  votingDays: "So lange ist der erste Wahlgang offen. Das gilt auch für einen zweiten Wahlgang.",
  runoffDays: "So lange ist die Stichwahl der beiden Besten offen.",
  secondRoundMinDays:
    "Bei nur einer Kandidatur: so viele Tage liegen mindestens zwischen erstem und zweitem Wahlgang.",
  acceptanceDays: "So lange hat die gewählte Person Zeit. Schweigen ist keine Annahme.",
  objectionDays: "Danach werden die Stimmzettel und der Schlüssel der Urne vernichtet.",
  quorum: `Eine Zahl, oder das Wort ${HALF}: die Hälfte aller Sitze, aufgerundet.`,
  secretMinElectorate: "Bei weniger Sitzen könnte man einzelne Stimmen erkennen.",
  hideDistributionBelow: "Bei weniger Stimmzetteln zeige ich nur, wer gewählt ist.",
  paperOnRequest: "Die Wahlleitung trägt dann das Ergebnis ein. Zwei Zeuginnen oder Zeugen bestätigen es.",
  testBallot: "Damit prüft man, ob ein Beleg zur eigenen Wahl passt. Eine Probestimme wird nie gezählt.",
  withdrawal: "Was geschieht, wenn jemand nach dem ersten Wahlgang zurücktritt.",
  lot: "Wie gelost wird.",
  termMonths: "Die Willensbekundung sagt: ein Jahr.",
  mostTerms: "0 heißt: ohne Grenze.",
  deputies: "Jede Stellvertretung ist eine eigene Wahl. 0 heißt: keine.",
  caretaker: "Sonst lädt bis dahin die Koordination zu den Sitzungen ein.",
} satisfies Record<Setting, string>;

const withdrawals = {
  "move-up": "die nächste Person rückt nach",
  binding: "nicht möglich",
  restart: "der Wahlgang wird wiederholt",
} satisfies Record<Wahlordnung["withdrawal"], string>;

const lots = {
  "public-draw": "mit Lottozahlen, die nach dem Ende gezogen werden",
  "manual-witnessed": "von Hand, vor zwei Zeuginnen oder Zeugen",
} satisfies Record<Wahlordnung["lot"], string>;

/** One of a few values, in words. */
export const optionTitles: Readonly<Record<string, string>> = {
  ...withdrawals,
  ...lots,
  ja: "Ja",
  nein: "Nein",
};

/** The name of a setting where its value stands behind it with a unit. */
export const shownName = (key: Setting): string => settingNames[key].replace(/, in (Tagen|Monaten)$/, "");

const counted = (typed: string, one: string, many: string): string =>
  `${typed} ${typed === "1" ? one : many}`;

/** How a value reads: from the text of the form. */
export function valueWords(key: Setting, typed: string): string {
  if (key === "quorum") return typed === HALF ? "die Hälfte, aufgerundet" : `${typed} Kommunen`;
  if (key === "mostTerms" && typed === "0") return "ohne Grenze";
  if (key === "deputies" && typed === "0") return "keine";
  if (key === "termMonths") return counted(typed, "Monat", "Monate");
  if (key.endsWith("Days")) return counted(typed, "Tag", "Tage");
  return optionTitles[typed] ?? typed;
}

export const originWords = {
  declaration: "Willensbekundung",
  default: "Voreinstellung",
  forum: "Festlegung des Forums",
} satisfies Record<Origin, string>;
