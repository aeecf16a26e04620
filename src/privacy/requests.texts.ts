/** What people read about requests concerning their own data. */
import { LONGEST, type RequestKind, type RequestRefusal } from "./requests.ts";

export const kinds: Readonly<Record<RequestKind, string>> = {
  objection: "Widerspruch: Sie möchten, dass etwas nicht mehr verarbeitet wird",
  correction: "Berichtigung: etwas über Sie stimmt nicht",
  restriction: "Einschränkung: etwas soll vorerst nicht verwendet werden",
};
export const short: Readonly<Record<RequestKind, string>> = {
  objection: "Widerspruch",
  correction: "Berichtigung",
  restriction: "Einschränkung",
};

export const form = {
  title: "Berichtigung oder Widerspruch",
  why: "Ihre Anfrage geht an die Koordination. Ein Mensch antwortet Ihnen hier im Chat.",
  kind: "Worum geht es?",
  text: "Was möchten Sie? Bitte mit Ihren Gründen.",
  send: "Anfrage senden",
  cancel: "Abbrechen",
  switchOff: "Mitteilungen schalten Sie selbst ab: mitteilungen.",
  sentTitle: "Anfrage gesendet",
  sent: (number: number, kind: RequestKind) =>
    `Ihre Anfrage Nr. ${number} (${short[kind]}) ist bei der Koordination. Sie bekommen die Antwort hier.`,
} as const;

export const list = {
  title: "Anfragen zum Datenschutz",
  none: "Es gibt keine Anfragen zum Datenschutz.",
  legal: "Die Antwort muss spätestens einen Monat nach der Anfrage da sein (Artikel 12 Absatz 3 DSGVO).",
  open: (number: number, kind: RequestKind, name: string, date: string) =>
    `Nr. ${number}, ${short[kind]}, ${name}, gefragt am ${date}, offen`,
  settled: (number: number, kind: RequestKind, name: string, date: string) =>
    `Nr. ${number}, ${short[kind]}, ${name}, beantwortet am ${date}`,
  answer: (number: number) => `Nr. ${number} beantworten`,
  nobody: "ehemalige Person",
} as const;

export const answerForm = {
  title: (number: number) => `Anfrage Nr. ${number} beantworten`,
  from: (name: string, date: string) => `Von ${name}, am ${date}`,
  text: "Ihre Antwort",
  hint: "Die Antwort geht an die Person. Was Sie zugesagt haben, erledigen Sie bitte vorher, zum Beispiel: personen.",
  send: "Antwort senden",
  back: "Zur Liste",
} as const;

export const news = {
  askedTitle: (number: number) => `Neue Anfrage zum Datenschutz: Nr. ${number}`,
  asked: (kind: RequestKind, name: string) => `${name}: ${short[kind]}.`,
  see: "Anfragen ansehen",
  settledTitle: (number: number) => `Antwort auf Ihre Anfrage Nr. ${number}`,
  complain:
    "Sind Sie nicht einverstanden? Sie können sich beim Landesbeauftragten für den Datenschutz beschweren. Anschriften zeigt: datenschutz.",
} as const;

export const refusals: Readonly<Record<RequestRefusal, string>> = {
  elsewhere: "Das geht nur in unserem persönlichen Chat. Bitte schreiben Sie mir dort.",
  notMember:
    "Bitte sagen Sie mir zuerst, wer Sie sind, zum Beispiel: ich bin Schopfheim. Oder wenden Sie sich direkt an die Stelle, die bei „datenschutz“ genannt ist.",
  notCoordinator: "Das kann nur die Koordination.",
  empty: "Bitte schreiben Sie ein paar Worte dazu.",
  tooLong: `Das ist zu lang. Bitte höchstens ${LONGEST} Zeichen.`,
  gone: "Diese Anfrage gibt es nicht mehr.",
  settled: "Diese Anfrage ist schon beantwortet. Die Liste zeigt: datenschutzanfragen.",
};
