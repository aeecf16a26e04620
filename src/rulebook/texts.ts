/** Every sentence about the rules that a person reads, except the answers: those stand in the handbook. */
import type { AbstainReason, Answer, Answered, Citation, DocumentKind, Original } from "./answer.ts";

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
  generated:
    "KI-formuliert: Ein Sprachmodell hat die Sätze gebildet. Zahlen und Zitate sind gegen die Dokumente geprüft.",
  proposal:
    "In den Unterlagen habe ich diese Stelle gefunden. Ob sie Ihre Frage beantwortet, prüfen Sie bitte selbst:",
  next: "Wenn Sie die Antwort brauchen, geben Sie die Frage an die Koordination des Forums weiter.",
  yes: "Ja.",
  no: "Nein.",
} as const;

/** A calendar date as people write it: 15.10.2021. */
const dateText = (date: string): string => {
  const [year, month, day] = date.split("-");
  return day === undefined ? date : `${day}.${month}.${year}`;
};

/** What is said about the wording of an imported paper. */
export const originTexts = {
  show: (mark: string) => `Wortlaut ${mark}`,
  from: ({ version, page }: Original) =>
    page === null ? `Wortlaut in Version ${version}` : `Wortlaut in Version ${version}, Seite ${page}`,
  quoted: (quote: string) => `„${quote}“`,
} as const;

/** How the sources of an answer are numbered. */
export const markOf = (number: number): string => `[${number}]`;

const versionOf = ({ original }: Citation): string =>
  original
    ? [`, Version ${original.version}`, original.page === null ? "" : `, Seite ${original.page}`].join("")
    : "";

/** "[1] Willensbekundung …, Absatz 7, 15.10.2021, Version 2, Seite 1 (Regelung)" */
export const citationText = (citation: Citation, number: number): string =>
  `${markOf(number)} ${citation.document}, ${citation.section}, ${dateText(citation.date)}${versionOf(citation)} (${kindNames[citation.kind]})`;

/** A source with its wording, where there is one. */
function sourceLines(citation: Citation, number: number): string[] {
  const { original } = citation;
  return [citationText(citation, number), ...(original ? [originTexts.quoted(original.quote)] : [])];
}

/** The sentences of an answer, with yes or no before them and, where it is no rule, what it is. */
export function sentencesOf(answer: Answered): string {
  const verdict = answer.verdict === undefined ? [] : [texts[answer.verdict]];
  const kinds = [...new Set(answer.citations.map(({ kind }) => kind))];
  const notes = kinds.flatMap((kind) => (kind === "rule" || kind === "report" ? [] : [kindNotes[kind]]));
  return [...verdict, ...answer.sentences, ...notes].join(" ");
}

/** What to do after a refusal; undefined where asking somebody else would not help. */
export const nextStep = (reason: AbstainReason): string | undefined =>
  canBePassedOn(reason) ? texts.next : undefined;

/** Whether a coordinator could answer what the documents do not. */
export const canBePassedOn = (reason: AbstainReason): boolean => !SETTLED.has(reason);

type Beside = { readonly generated?: boolean; readonly proposal?: Citation };

/** The whole answer as plain text: for lists, notifications, clients without cards and the terminal. */
export function plainText(answer: Answer, { generated, proposal }: Beside = {}): string {
  if (answer.kind === "answered") {
    const lines = answer.citations.flatMap((one, at) => sourceLines(one, at + 1));
    return [sentencesOf(answer), ...(generated ? [texts.generated] : []), ...lines].join("\n");
  }
  const { nearest, reason } = answer;
  const near = nearest ? [`${texts.nearest} ${nearest.answer}`, ...sourceLines(nearest.citation, 1)] : [];
  const proposed = proposal ? [texts.proposal, ...sourceLines(proposal, 1)] : [];
  return [refusals[reason], ...near, ...proposed, nextStep(reason) ?? []].flat().join("\n");
}
