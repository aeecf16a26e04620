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

export const pageTexts = {
  short: "Das Wichtigste",
  terms: "Nutzungsbedingungen",
  provider: "Wer den Forumsboten anbietet",
} as const;

/** Unless the office writes its own. */
export const terms = [
  {
    title: "Für wen der Forumsbote da ist",
    points: [
      "Der Forumsbote ist für Menschen da, die im Kommunalen Digitalisierungsforum und in seinen Arbeitsgruppen mitarbeiten.",
      "Sie nutzen ihn in Teams, mit dem Konto Ihrer Verwaltung.",
    ],
  },
  {
    title: "Was Sie beachten",
    points: [
      "Halten Sie nur fest, was andere Mitglieder des Forums lesen dürfen.",
      "Halten Sie keine Daten von Bürgerinnen und Bürgern fest, keine Verschlusssachen und keine Kennwörter.",
      "Stimmen Sie nur für die Kommune ab, deren Sitz Sie haben.",
      "Geben Sie Links auf Seiten des Forumsboten nicht weiter. Sie sind persönlich.",
    ],
  },
  {
    title: "Was der Forumsbote leistet",
    points: [
      "Auskünfte zu den Regeln nennen ihre Fundstelle. Verbindlich ist immer das Dokument selbst.",
      "Beschlüsse des Forums ersetzen nicht die Beschlüsse der zuständigen Gremien.",
      "Der Forumsbote kann ausfallen. Die Koordination sagt Ihnen dann, wie es weitergeht.",
    ],
  },
] as const;

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
