/** What stands around the privacy notice; the notice itself is configuration. */
import type { NoticeSection } from "./notice.ts";

export const sectionTitles = {
  dataProtectionOfficer: "Datenschutzbeauftragte Person",
  purposes: "Wofür die Daten da sind",
  legalBasis: "Rechtsgrundlage",
  recipients: "Wer die Daten bekommt",
  thirdCountries: "Daten außerhalb der EU",
  retention: "Wie lange die Daten bleiben",
  rights: "Ihre Rechte",
  authority: "Aufsichtsbehörde für Beschwerden",
  origin: "Woher die Daten kommen",
  automated: "Automatische Entscheidungen",
  obligation: "Ob Sie die Daten angeben müssen",
} satisfies Record<NoticeSection, string>;

export const texts = {
  title: "Datenschutz",
  fullTitle: "Datenschutzhinweis",
  controller: "Verantwortlich",
  version: (version: string, date: string) => `Fassung ${version}, gültig ab ${date}.`,
  more: "Den ganzen Text zeigt: datenschutz.",
  showFull: "Ganzen Text zeigen",
  openPage: "Als Seite öffnen",
  again: "Sie finden ihn jederzeit wieder. Schreiben Sie: datenschutz.",
  newTitle: "Der Datenschutzhinweis ist neu",
  newWhat: "Sie müssen nichts tun. Bitte lesen Sie, was jetzt gilt.",
} as const;

/** Said at the start about the file of the notice. */
export const noticeProblems = {
  unreadable: (file: string) =>
    `PRIVACY_NOTICE_FILE: Die Datei ${file} kann ich nicht lesen. Bitte prüfen Sie Pfad und Rechte.`,
  noYaml: (file: string, line: number | null) =>
    `PRIVACY_NOTICE_FILE: Die Datei ${file} ist kein gültiges YAML${line === null ? "" : ` (Zeile ${line})`}. Eine Vorlage ist docs/vorlagen/datenschutzhinweis.yaml.`,
  empty: (field: string) => `PRIVACY_NOTICE_FILE: Das Feld „${field}“ fehlt oder ist leer.`,
  unknown: (field: string) => `PRIVACY_NOTICE_FILE: Das Feld „${field}“ kenne ich nicht.`,
  version:
    "PRIVACY_NOTICE_FILE: Das Feld „version“ darf nur Buchstaben, Ziffern, Punkt und Strich haben, höchstens 40.",
  date: "PRIVACY_NOTICE_FILE: Das Feld „gueltigAb“ ist kein Datum. Schreiben Sie es so: 2026-10-01.",
  shape: (field: string) =>
    `PRIVACY_NOTICE_FILE: Das Feld „${field}“ muss ein Text sein oder, wo die Vorlage es zeigt, eine Liste von Texten.`,
  shortTooLong: (length: number, most: number) =>
    `PRIVACY_NOTICE_FILE: Das Feld „kurztext“ hat ${length} Zeichen. Möglich sind ${most}.`,
  tooLong: (length: number, most: number) =>
    `PRIVACY_NOTICE_FILE: Alle Felder zusammen haben ${length} Zeichen. Möglich sind ${most}.`,
} as const;
