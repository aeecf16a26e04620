/** What coordinators and members read about information of the coordinators. */
import { type DraftProblem, LIMITS } from "./information.ts";
import type { InformationRefusal } from "./service.ts";

export const problems = {
  headingMissing: "Bitte schreiben Sie die Frage, die beantwortet wird.",
  headingTooLong: `Die Frage ist zu lang. Möglich sind ${LIMITS.heading} Zeichen.`,
  wordingTooLong: `Eine der weiteren Formulierungen ist zu lang. Möglich sind ${LIMITS.wording} Zeichen je Zeile.`,
  tooManyWordings: `Das sind zu viele Formulierungen. Möglich sind ${LIMITS.wordings} Zeilen.`,
  answerMissing: "Bitte schreiben Sie die Antwort.",
  answerTooLong: `Die Antwort ist zu lang. Möglich sind ${LIMITS.answer} Zeichen.`,
  basisTooLong: `Die Grundlage ist zu lang. Möglich sind ${LIMITS.basis} Zeichen.`,
  cardUnknown: "Diese Karte gibt es im Handbuch nicht mehr. Bitte wählen Sie eine andere oder keine.",
} satisfies Record<DraftProblem, string>;

export const refusals = {
  notCoordinator: "Das kann nur die Koordination. Bitte wenden Sie sich an das Büro der Landrätin.",
  gone: "Diese Auskunft gibt es nicht. Schreiben Sie wissen, um alle zu sehen.",
  changedMeanwhile:
    "Jemand anderes war schneller: Diese Auskunft wurde inzwischen geändert oder zurückgezogen. Ihre Eingabe ist nicht gespeichert. Schreiben Sie wissen, um den Stand zu sehen.",
} satisfies Record<InformationRefusal, string>;

/** A calendar date as people write it. */
export const dayOf = (date: string): string => date.split("-").reverse().join(".");

/** Of whom a version is: the name where it is known. */
export const byWhom = (name: string | null): string => (name === null ? "Koordination" : name);

/** The source of an answer, as it is cited. */
export const sourceOf = (givenOn: string): string => `Auskunft der Koordination vom ${dayOf(givenOn)}`;

export const shared = {
  basis: (basis: string) => `Grundlage: ${basis}`,
  personalOnly: "Das zeige ich nur im persönlichen Chat. Bitte schreiben Sie mir dort.",
  earlier: "Zurückblättern",
  later: "Weiterblättern",
  page: (page: number, pages: number) => `Seite ${page} von ${pages}`,
  cancel: "Abbrechen",
} as const;

export const know = {
  title: "Wissen",
  forMembers:
    "Mit „wissen“ pflegt die Koordination die Antworten. Sie können einfach fragen. Fehlt eine Antwort oder ist sie falsch, geben Sie die Frage mit der Schaltfläche unter der Antwort an die Koordination weiter.",
  cards: (count: number) =>
    count === 1 ? "Das Handbuch hat 1 Karte." : `Das Handbuch hat ${count.toLocaleString("de-DE")} Karten.`,
  entries: (count: number) =>
    count === 0
      ? "Es gilt noch keine Auskunft der Koordination."
      : `Es gelten ${count.toLocaleString("de-DE")} Auskünfte der Koordination.`,
  oneEntry: "Es gilt 1 Auskunft der Koordination.",
  hint: "Eine Karte berichtigen: Schreiben Sie zum Beispiel „wissen Vorsitz“.",
  found: (words: string) => `Gefunden zu „${words}“`,
  nothing: (words: string) =>
    `Zu „${words}“ finde ich weder eine Karte noch eine Auskunft. Bitte versuchen Sie ein anderes Wort.`,
  corrects: (place: string) => `Berichtigt: ${place}`,
  cardLine: (document: string, section: string) => `${document}, ${section}`,
  correctedBy: (day: string) => `Durch eine Auskunft vom ${day} ersetzt.`,
  more: "Es gibt weitere Treffer. Bitte nennen Sie ein Wort mehr.",
  buttons: {
    add: "Neue Auskunft",
    change: (name: string) => `Ändern: ${name}`,
    withdraw: (name: string) => `Zurückziehen: ${name}`,
    history: (name: string) => `Verlauf: ${name}`,
    correct: (name: string) => `Berichtigen: ${name}`,
    back: "Zurück zur Liste",
  },
} as const;

export const form = {
  newTitle: "Neue Auskunft",
  changeTitle: "Auskunft ändern",
  answerTitle: (number: number) => `Frage Nr. ${number} beantworten`,
  heading: "Frage",
  wordings: "Weitere Formulierungen, eine je Zeile (freiwillig)",
  answer: "Antwort",
  basis: "Grundlage, zum Beispiel ein Beschluss (freiwillig)",
  card: "Welche Karte des Handbuchs wird berichtigt?",
  noCard: "Keine, das ist etwas Neues",
  corrects: (place: string) => `Diese Auskunft berichtigt: ${place}`,
  handbookSays: (answer: string) => `Im Handbuch steht: ${answer}`,
  visible:
    "Alle, die danach fragen, lesen diese Antwort. Sie heißt dort „Auskunft der Koordination“ und trägt das Datum. Bitte nennen Sie keine Personen.",
  save: "Speichern",
  answerSave: "Antwort senden",
} as const;

export const done = {
  saved: "Die Auskunft ist gespeichert und gilt ab sofort.",
  withdrawn: "Die Auskunft ist zurückgezogen.",
  handbookAgain: "Jetzt gilt wieder der Text des Handbuchs.",
} as const;

export const withdrawal = {
  title: "Auskunft zurückziehen?",
  what: "Danach gibt niemand mehr diese Antwort. Der Verlauf bleibt erhalten.",
  card: "Danach gilt wieder der Text des Handbuchs.",
  yes: "Ja, zurückziehen",
  no: "Nein, behalten",
} as const;

export const past = {
  title: "Verlauf der Auskunft",
  given: (day: string, who: string) => `Vom ${day}, ${who}`,
  superseded: (day: string) => `Ersetzt am ${day}`,
  withdrawn: (day: string, who: string) => `Zurückgezogen am ${day}, ${who}`,
  inForce: "Gilt.",
} as const;
