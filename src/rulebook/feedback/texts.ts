/** What people read about ratings of answers. */
import { LIMITS, type RatingRefusal, type Why } from "./feedback.ts";

export const refusals = {
  notMember:
    "Danke. Gespeichert habe ich nichts, denn ich weiß noch nicht, zu welcher Organisation Sie gehören. Schreiben Sie zum Beispiel: „ich bin Schopfheim“.",
  notCoordinator: "Das kann nur die Koordination. Bitte wenden Sie sich an das Büro der Landrätin.",
  commentTooLong: `Ihr Hinweis ist zu lang. Möglich sind ${LIMITS.comment} Zeichen.`,
  questionMissing: "Zu dieser Antwort fehlt die Frage. Es wurde nichts gespeichert.",
} satisfies Record<RatingRefusal, string>;

export const whys = {
  wrong: "Die Antwort ist falsch",
  outdated: "Die Antwort ist veraltet",
  incomplete: "Die Antwort ist unvollständig",
  unclear: "Die Antwort ist unverständlich",
  misunderstood: "Meine Frage wurde nicht verstanden",
  other: "Etwas anderes",
} satisfies Record<Why, string>;

export const rating = {
  helpful: "Hilfreich",
  unhelpful: "Nicht hilfreich",
  thanks: "Danke für Ihre Rückmeldung.",
  stored:
    "Gespeichert sind Ihre Frage, die Antwort und Ihre Bewertung, höchstens zwölf Monate. Die Koordination sieht nicht Ihren Namen.",
  ask: "Was hat gefehlt?",
  why: "Grund",
  choose: "Bitte wählen",
  comment: "Hinweis (freiwillig)",
  send: "Rückmeldung senden",
  passOn: "An die Koordination weitergeben",
} as const;

export const list = {
  title: "Nicht hilfreiche Antworten",
  none: "Keine Antwort ist als „nicht hilfreich“ bewertet.",
  count: (count: number) => (count === 1 ? "1 Quelle ist betroffen." : `${count} Quellen sind betroffen.`),
  noSource: "Antworten ohne Quelle",
  gone: "Quelle, die es nicht mehr gibt",
  times: (count: number) => (count === 1 ? "1 Bewertung" : `${count} Bewertungen`),
  says: (answer: string) => `Die Quelle sagt: ${answer}`,
  line: (day: string, why: string) => `${day} · ${why}`,
  noWhy: "ohne Grund",
  question: (question: string) => `Frage: ${question}`,
  comment: (comment: string) => `Hinweis: ${comment}`,
  more: (count: number) => `und ${count} weitere`,
  correct: (name: string) => `Berichtigen: ${name}`,
  settle: (name: string) => `Erledigt: ${name}`,
  forMembers:
    "Bewertungen liest nur die Koordination. Ihre eigene Rückmeldung geben Sie unter jeder Antwort: Hilfreich oder Nicht hilfreich.",
} as const;
