/** Every sentence of the minutes about one round. */
import type { MinutesRound } from "./minutes.schema.ts";
import { reasonText, stages } from "./minutes.texts.ts";

export const roundTitle = ({ round, stage }: MinutesRound): string =>
  stage === "motion" ? stages.motion : `${round}. Wahlgang${stage === "first" ? "" : ` (${stages[stage]})`}`;

const OUTCOMES = {
  elected: "Gewählt ist:",
  runoff: "Niemand hat die nötige Mehrheit. Es folgt eine Stichwahl.",
  "second-round": "Die Kandidatur hat nicht die nötige Mehrheit. Es folgt ein zweiter Wahlgang.",
  lot: "Es gibt einen Gleichstand. Das Los muss entscheiden.",
  "not-elected": "Niemand ist gewählt.",
  void: "Der Wahlgang ist ungültig.",
  accepted: "Der Antrag ist angenommen.",
  rejected: "Der Antrag ist nicht angenommen.",
} satisfies Record<MinutesRound["outcome"], string>;

/** What the round has led to, before anybody accepted. */
export function outcomeLine({ outcome, winner, byLot, reason, stage }: MinutesRound): string {
  const invalid = stage === "motion" && outcome === "void";
  const first = invalid ? "Die Abstimmung ist ungültig." : OUTCOMES[outcome];
  if (outcome === "elected") return `${first} ${winner}${byLot ? ", durch das Los" : ""}.`;
  return reason === null ? first : `${first} ${reasonText(reason)}`;
}

export const facts = {
  title: "Zeit und Teilnahme",
  candidates: "Zur Wahl standen",
  opened: "Beginn",
  closed: "Ende",
  early: (at: string) => `${at} (vorzeitig, alle hatten abgestimmt)`,
  extension: "Verlängerung",
  extended: (from: string, to: string, reason: string) => `von ${from} auf ${to}. Grund: ${reason}`,
  turnout: "Teilnahme",
  took: (present: number, entitled: number) => `${present} von ${entitled} berechtigten Kommunen`,
  quorum: "Nötige Teilnahme",
  atLeast: (quorum: number) => `mindestens ${quorum} Kommunen`,
  needed: "Nötige Stimmen",
  moreThanHalf: (needed: number) => `${needed} (mehr als die Hälfte der Teilnehmenden)`,
  equal: "Urne und Verzeichnis",
  same: (count: number) => `${count} Stimmzettel, ${count} Vermerke: gleich viele`,
  unlike: "Die Urne wurde nicht gezählt.",
  outcome: "Ergebnis des Wahlgangs",
  withdrawn: "Danach zurückgetreten",
  paper: "Wahl auf Papier",
  entered: (by: string, witnesses: string) => `eingetragen von ${by}, bezeugt von ${witnesses}`,
} as const;

export const register = {
  title: "Beteiligte Kommunen",
  caption: "Wer berechtigt war und wer teilgenommen hat",
  party: "Kommune",
  seat: (name: string) => `Sitz: ${name}`,
  took: "Teilgenommen",
  yes: "ja",
  no: "nein",
  empty: "nicht besetzt",
  deputies: (names: string) => `Stellvertretung: ${names}`,
  standIn: (name: string) => `in Vertretung: ${name}`,
  left: "aus dem Forum ausgeschieden",
} as const;

export const votes = {
  title: "Stimmen",
  caption: "Stimmen in diesem Wahlgang",
  choice: "Wahl",
  count: "Stimmen",
  sum: "Summe",
  picture: "Bild der Stimmen",
  bar: (name: string, count: number) => `${name}: ${count}`,
  line: (needed: number) => `nötig: ${needed}`,
  hidden:
    "Keine Angabe: Es sind zu wenige Stimmzettel. Man könnte sonst einzelne Stimmen erkennen. Die Zahlen kennt nur die Wahlprüfung.",
  hiddenVoid: "Keine Angabe: Der Wahlgang ist ungültig, die Stimmen werden nicht veröffentlicht.",
  openCaption: "Wie die Kommunen gestimmt haben",
  choices: { ja: "Ja", nein: "Nein", enthaltung: "Enthaltung", ungueltig: "Ungültig" } as Readonly<
    Record<string, string>
  >,
  yesTo: (name: string) => `Ja zu ${name}`,
  papers: "Alle Stimmzettel in zufälliger Reihenfolge",
} as const;

export const lot = {
  title: "Los",
  for: { winner: "Gelost wurde, wer gewählt ist.", runoff: "Gelost wurde, wer in die Stichwahl kommt." },
  among: (names: string) => `Im Los waren: ${names}.`,
  fixed: (names: string) => `Ohne Los in der Stichwahl: ${names}.`,
  drawn: (names: string) => `Gezogen: ${names}.`,
  value: (value: string) => `Öffentlicher Wert: ${value}.`,
  announced: (at: string) => `Angekündigt war ein Wert, den es frühestens am ${at} gibt.`,
  pending: (at: string) =>
    `Das Los ist noch nicht gezogen. Der öffentliche Wert steht frühestens am ${at} fest.`,
  pendingByHand: "Das Los ist noch nicht gezogen. Es wird von Hand gezogen, zwei Personen bezeugen es.",
  witnesses: (names: string) => `Von Hand gezogen, bezeugt von ${names}.`,
  caption: "Loszahlen: Die kleinste gewinnt",
  name: "Name",
  key: "Loszahl (SHA-256)",
} as const;

export const seal = {
  title: "Siegel der Urne",
  root: "Prüfsumme",
  none: "Zu diesem Wahlgang gibt es kein Siegel. Die Urne konnte nicht gelesen werden.",
  commitments: "Siegelwerte, sortiert. Die ersten zwölf Zeichen sind der Beleg",
} as const;

export const incidents = {
  title: "Vorkommnisse",
  none: "Keine.",
  duplicates: (count: number) => `Doppelt zugestellte Stimmen, einmal gezählt: ${count}.`,
  late: (count: number) => `Zu spät eingegangene Stimmen, nicht gezählt: ${count}.`,
} as const;
