/** What people read about questions that were passed on to the coordinators. */
import type { InformationRefusal } from "../information/service.ts";
import { refusals as informationRefusals } from "../information/texts.ts";
import { LIMITS, type TicketRefusal, type TicketState } from "./ticket.ts";

export const refusals = {
  ...informationRefusals,
  notMember:
    "Bitte sagen Sie mir zuerst, zu welcher Organisation Sie gehören. Schreiben Sie zum Beispiel: „ich bin Schopfheim“.",
  questionMissing: "In der Frage steht kein Wort. Bitte stellen Sie die Frage noch einmal.",
  questionTooLong: `Ihre Frage ist zu lang. Möglich sind ${LIMITS.question.toLocaleString("de-DE")} Zeichen. Bitte stellen Sie sie kürzer.`,
  tooMany: `Von Ihnen sind schon ${LIMITS.open} Fragen offen. Bitte warten Sie, bis die Koordination geantwortet hat.`,
  gone: "Diese Frage oder Auskunft gibt es nicht. Schreiben Sie „offene fragen“, um alle zu sehen.",
  settled:
    "Jemand anderes war schneller: Diese Frage ist schon beantwortet oder geschlossen. Schreiben Sie „offene fragen“, um den Stand zu sehen.",
  taken:
    "Jemand anderes war schneller: Diese Frage ist schon übernommen. Schreiben Sie „offene fragen“, um zu sehen, von wem.",
  takenByOther:
    "Diese Frage hat jemand anderes aus der Koordination übernommen. Schreiben Sie „offene fragen“: Dort können Sie sie zurückgeben und dann selbst antworten.",
  closedReasonMissing: "Bitte schreiben Sie den Grund. Wer gefragt hat, liest ihn.",
  closedReasonTooLong: `Der Grund ist zu lang. Möglich sind ${LIMITS.closedReason} Zeichen.`,
} satisfies Record<TicketRefusal | InformationRefusal, string>;

export const states = {
  open: "offen",
  taken: "in Arbeit",
  answered: "beantwortet",
  closed: "ohne Antwort geschlossen",
} satisfies Record<TicketState, string>;

export const passing = {
  button: "An die Koordination weitergeben",
  title: (number: number) => `Ihre Frage Nr. ${number} ist bei der Koordination.`,
  here: { personal: "Die Antwort kommt in diesen Chat.", group: "Die Antwort kommt in diesen Chat." },
  inThread: "Die Antwort kommt in diese Unterhaltung.",
  elsewhere: "Sie haben sie schon einmal gestellt. Die Antwort kommt dorthin, wo Sie zuerst gefragt haben.",
  shared: "Jemand anderes hat dasselbe gefragt. Sie erfahren die Antwort auch.",
  stored:
    "Gespeichert sind Ihre Frage und wohin die Antwort geht. 90 Tage nach der Antwort lösche ich, wer gefragt hat.",
  own: "Meine Fragen",
} as const;

export const asked = {
  title: (number: number) => `Neue Frage Nr. ${number} an die Koordination`,
} as const;

export const list = {
  title: "Offene Fragen",
  none: "Zurzeit ist keine Frage offen.",
  count: (count: number) => (count === 1 ? "Es ist 1 Frage offen." : `Es sind ${count} Fragen offen.`),
  ownTitle: "Meine Fragen an die Koordination",
  ownNone:
    "Sie haben keine Frage weitergegeben. Fehlt eine Antwort, finden Sie darunter die Schaltfläche „An die Koordination weitergeben“.",
  line: (number: number, day: string, state: string) => `Nr. ${number} · ${day} · ${state}`,
  takenBy: (who: string) => `in Arbeit: ${who}`,
  others: (count: number, numbers: string) =>
    count === 1
      ? `Dieselbe Frage wartet noch einmal: Nr. ${numbers}. Ihre Antwort gilt für beide.`
      : `Dieselbe Frage wartet noch ${count}-mal: Nr. ${numbers}. Ihre Antwort gilt für alle.`,
  noAnswer: "Ich hatte keine Antwort.",
  rated: "Die Antwort war nicht hilfreich.",
  answered: (words: string) => `Geantwortet habe ich: ${words}`,
  closedBecause: (reason: string) => `Grund: ${reason}`,
  buttons: {
    take: (number: number) => `Übernehmen: ${number}`,
    answer: (number: number) => `Beantworten: ${number}`,
    close: (number: number) => `Schließen: ${number}`,
    giveBack: (number: number) => `Zurückgeben: ${number}`,
    agenda: "Text für die Tagesordnung",
    all: "Alle offenen Fragen",
  },
} as const;

export const agenda = {
  title: "Offene Fragen für die Tagesordnung",
  hint: "Markieren Sie den Text, und kopieren Sie ihn in die Tagesordnung.",
  label: "Text zum Kopieren",
  line: (number: number, day: string, question: string) => `Frage Nr. ${number} vom ${day}: ${question}`,
  more: (count: number) => `und ${count} weitere`,
} as const;

export const closing = {
  title: (number: number) => `Frage Nr. ${number} ohne Antwort schließen`,
  label: "Grund, den alle lesen, die das gefragt haben",
  save: "Schließen",
  done: (number: number) => `Die Frage Nr. ${number} ist geschlossen. Wer gefragt hat, erfährt den Grund.`,
} as const;

export const answering = {
  done: (number: number) =>
    `Die Frage Nr. ${number} ist beantwortet. Wer gefragt hat, bekommt die Antwort. Sie gilt ab sofort als Auskunft der Koordination.`,
} as const;

export const told = {
  answered: (number: number) => `Antwort auf die Frage Nr. ${number}`,
  closed: (number: number) => `Die Frage Nr. ${number} ist geschlossen`,
  because: (reason: string) => `Die Koordination hat sie ohne Antwort geschlossen. Grund: ${reason}`,
  withdrawn: "Die Koordination hat ihre Auskunft dazu zurückgezogen. Bitte fragen Sie noch einmal.",
  again: "Haben Sie noch eine Frage? Schreiben Sie sie mir einfach.",
} as const;
