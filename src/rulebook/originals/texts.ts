/** Every German sentence about imported papers. */
import type { PaperKind } from "../answer.ts";
import type { EntryRefusal, PaperHead } from "./paper.ts";
import type { ReadRefusal } from "./passage.ts";
import type { Flag } from "./quotes.ts";

export const kindNames = {
  rule: "Regelung",
  report: "Bericht oder Vorlage",
  strategy: "Strategie",
  motion: "Antrag",
  foreign: "Papier eines anderen Verbunds",
} as const satisfies Record<PaperKind, string>;

/** Why a file or what was said about it cannot be taken. */
export const refusals = {
  empty: "Die Datei ist leer. Bitte wählen Sie eine andere Datei.",
  tooLarge: "Die Datei ist größer als 10 MB. Bitte verkleinern oder teilen Sie sie.",
  wrongType:
    "Diese Art von Datei kann ich nicht lesen. Bitte nehmen Sie eine Textdatei (TXT), Markdown (MD), Word (DOCX) oder PDF.",
  mismatch:
    "Der Inhalt der Datei passt nicht zu ihrem Namen. Bitte speichern Sie sie neu als TXT, MD, DOCX oder PDF.",
  broken:
    "Die Datei ist beschädigt, ich kann sie nicht lesen. Bitte öffnen Sie sie, und speichern Sie sie noch einmal neu.",
  encrypted:
    "Die Datei ist mit einem Kennwort geschützt, oder sie ist in einem alten Word-Format. Bitte speichern Sie sie ohne Kennwort als DOCX oder PDF.",
  scanned:
    "Die PDF-Datei enthält nur Bilder der Seiten und keinen lesbaren Text. Bitte lassen Sie zuerst den Text erkennen (OCR), oder nehmen Sie das Original.",
  noText: "In der Datei steht kein Text. Bitte wählen Sie eine andere Datei.",
  bomb: "Die Datei wird beim Entpacken viel zu groß. Aus Sicherheitsgründen lese ich sie nicht.",
  tooSlow: "Die Datei braucht zu lange zum Lesen. Bitte speichern Sie sie einfacher, zum Beispiel als Text.",
  tooMuchMemory:
    "Die Datei braucht zu viel Speicher zum Lesen. Bitte speichern Sie sie einfacher, zum Beispiel als Text.",
  tooManyPassages: "Die Datei ist zu lang: mehr als 5.000 Absätze oder 1.000 Seiten. Bitte teilen Sie sie.",
  titleMissing: "Bitte geben Sie dem Dokument einen Titel.",
  titleTooLong: "Der Titel ist zu lang. Bitte kürzen Sie ihn auf höchstens 200 Zeichen.",
  kindMissing:
    "Bitte sagen Sie, was das Dokument ist: Regelung (rule), Bericht (report), Strategie (strategy), Antrag (motion) oder von einem anderen Verbund (foreign).",
  scopeMissing: "Bitte sagen Sie, für wen das Dokument gilt, zum Beispiel: Landkreis Lörrach.",
  scopeTooLong: "Die Angabe, für wen das Dokument gilt, ist zu lang. Höchstens 200 Zeichen sind möglich.",
  dateMissing: "Bitte geben Sie das Datum des Dokuments an, oder sagen Sie, dass es keines trägt.",
  dateWrong: "Dieses Datum gibt es nicht. Bitte schreiben Sie es so: 2021-10-15, oder: ohne.",
} as const satisfies Record<ReadRefusal | EntryRefusal, string>;

/** A calendar date as people write it. */
export const dateText = (date: string | null): string => {
  const [year, month, day] = date?.split("-") ?? [];
  return day === undefined ? "ohne Datum" : `${day}.${month}.${year}`;
};

/** "Begründung › Ziele, Absatz 3" */
export const sectionText = (heading: string, paragraph: number): string =>
  heading === "" ? `Absatz ${paragraph}` : `${heading}, Absatz ${paragraph}`;

export const versionText = ({ title, version }: Pick<PaperHead, "title" | "version">): string =>
  `„${title}“, Version ${version}`;

export const stateText = (paper: PaperHead, inForce: boolean): string => {
  if (paper.removedAt !== null) return "entfernt";
  return inForce ? "in Kraft" : "abgelöst";
};

export const flagText = ({ cardId, section, version, vanished }: Flag): string =>
  vanished
    ? `${cardId}: „${section}“ in Version ${version} nicht mehr gefunden`
    : `${cardId}: „${section}“ in Version ${version} nicht gefunden`;

export const texts = {
  sameFile: (existing: PaperHead) =>
    `Diese Datei ist schon da: ${versionText(existing)}. Es wurde nichts geändert.`,
  passages: (count: number) => (count === 1 ? "1 Absatz" : `${count} Absätze`),
  notFound: "Dieses Dokument gibt es nicht. Die Liste zeigt Titel und Nummern.",
  removed: "Dieses Dokument ist schon entfernt.",
} as const;
