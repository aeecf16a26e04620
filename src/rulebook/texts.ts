/** Every sentence about the rules that a person reads, except the answers: those stand in the handbook. */
import type { AbstainReason, Answer, Answered, Citation, DocumentKind } from "./answer.ts";

const kindNames = {
  rule: "Regelung",
  report: "Bericht",
  strategy: "Strategie",
  motion: "Antrag",
  foreign: "anderer Verbund",
  information: "Auskunft",
} as const satisfies Record<DocumentKind, string>;

const NOTHING = "Dazu steht in den Dokumenten nichts.";

/** Said after an answer that does not stand in a rule or report. */
const kindNotes = {
  strategy: "Das steht in einer Strategie des Landkreises, nicht in einer Regel des Forums.",
  motion: "Das steht in einem Antrag, also einem Vorschlag, nicht in einer Regel des Forums.",
  foreign: "Das gilt für einen anderen Verbund, nicht für dieses Forum.",
  information: "Das hat die Koordination so beantwortet; in einem Dokument steht es nicht.",
} as const satisfies Partial<Record<DocumentKind, string>>;

export const refusals = {
  unknown: NOTHING,
  empty:
    "Was möchten Sie wissen? Fragen Sie zum Beispiel: „Wie oft trifft sich das Forum?“ oder „Wie lange gilt die Willensbekundung?“",
  tooLong: "Ihre Frage ist zu lang. Bitte stellen Sie sie in ein bis zwei Sätzen.",
  instruction:
    "Ich beantworte nur Fragen zu den Regeln der Zusammenarbeit. Anweisungen an mich in einer Frage befolge ich nicht.",
  private:
    "Ich nenne keine Namen, Telefonnummern und Adressen von Personen. Bitte fragen Sie das Büro der Landrätin oder sehen Sie im Adressbuch von Teams nach.",
  secret: "Passwörter und Zugangsdaten kenne ich nicht, und ich gebe keine heraus.",
  money: "Ein Betrag in Euro steht in keinem Dokument.",
  elsewhere:
    "Die Dokumente gelten für den Landkreis Lörrach. Zu anderen Gegenden kann ich diese Frage nicht beantworten.",
  majority: "Eine Mehrheitsregel und Regeln zum Stimmrecht stehen in keinem Dokument.",
  quorum: "Wie viele anwesend sein müssen, steht in keinem Dokument.",
  deputies: "Eine Regel zur Stellvertretung steht in keinem Dokument.",
  fees: "Wie hoch Kosten, Beiträge oder Förderung sind und was das Forum kostet, steht in keinem Dokument.",
  staff: "Wie viele Menschen dafür arbeiten, steht in keinem Dokument.",
  nextCouncil: "Den aktuellen Stand und kommende Termine nennen die Dokumente nicht.",
  sessionRules: "Eine Geschäftsordnung und Regeln für den Ablauf der Sitzungen stehen in keinem Dokument.",
  noticePeriod: "Eine Frist oder Form für die Kündigung steht in keinem Dokument.",
  reelection: "Regeln zu Kandidatur, Wiederwahl und Abwahl stehen in keinem Dokument.",
  dataProtection: "Regeln zum Datenschutz im Forum stehen in keinem Dokument.",
  placeOfMeeting: "Ein Ort für die Treffen steht in keinem Dokument.",
  voteResult: "Wie abgestimmt wurde, steht in keinem Dokument.",
  technical: "Technische Einzelheiten stehen in keinem Dokument.",
  liability: "Zu Haftung, Streit und Gerichten steht in den Dokumenten nichts.",
  results: "Ergebnisse und Erfolgszahlen der Zusammenarbeit stehen in keinem Dokument.",
  names: "Namen und Angaben zu einzelnen Personen gebe ich nicht heraus.",
} as const satisfies Record<AbstainReason, string>;

/** Refusals that are no statement about the documents, so that nobody is sent on with them. */
const SETTLED: ReadonlySet<AbstainReason> = new Set([
  "empty",
  "tooLong",
  "instruction",
  "private",
  "secret",
  "elsewhere",
]);

export const texts = {
  answerTitle: "Auskunft zu den Regeln",
  refusalTitle: "Keine Auskunft möglich",
  nearest: "Verwandt ist:",
  sources: "Quellen",
  next: "Wenn Sie die Antwort brauchen, fragen Sie bitte die Koordination des Forums.",
  yes: "Ja.",
  no: "Nein.",
} as const;

/** A calendar date as people write it: 15.10.2021. */
const dateText = (date: string): string => {
  const [year, month, day] = date.split("-");
  return day === undefined ? date : `${day}.${month}.${year}`;
};

/** "[1] Willensbekundung …, Absatz 7, 15.10.2021 (Regelung)" */
export const citationText = (citation: Citation, number: number): string =>
  `[${number}] ${citation.document}, ${citation.section}, ${dateText(citation.date)} (${kindNames[citation.kind]})`;

/** The sentences of an answer, with yes or no before them and, where it is no rule, what it is. */
export function sentencesOf(answer: Answered): string {
  const verdict = answer.verdict === undefined ? [] : [texts[answer.verdict]];
  const kinds = [...new Set(answer.citations.map(({ kind }) => kind))];
  const notes = kinds.flatMap((kind) => (kind === "rule" || kind === "report" ? [] : [kindNotes[kind]]));
  return [...verdict, ...answer.sentences, ...notes].join(" ");
}

/** What to do after a refusal; undefined where asking somebody else would not help. */
export const nextStep = (reason: AbstainReason): string | undefined =>
  SETTLED.has(reason) ? undefined : texts.next;

/** The whole answer as plain text: for lists, notifications, clients without cards and the terminal. */
export function plainText(answer: Answer): string {
  if (answer.kind === "answered") {
    return [sentencesOf(answer), ...answer.citations.map((one, at) => citationText(one, at + 1))].join("\n");
  }
  const near = answer.nearest
    ? [`${texts.nearest} ${answer.nearest.answer}`, citationText(answer.nearest.citation, 1)]
    : [];
  return [refusals[answer.reason], ...near, nextStep(answer.reason) ?? []].flat().join("\n");
}
