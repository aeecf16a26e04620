/** What the coordinators read about papers in the chat. */
import type { FetchRefusal } from "../../turn/incoming.ts";

export const fetchRefusals = {
  forbiddenHost:
    "Von dort darf ich keine Dateien holen. Bitte senden Sie die Datei direkt hier in unserem persönlichen Chat.",
  tooLarge: "Die Datei ist größer als 10 MB. Bitte verkleinern oder teilen Sie sie.",
  tooSlow: "Die Datei war nicht schnell genug zu holen. Bitte senden Sie sie noch einmal.",
  unavailable: "Ich konnte die Datei nicht holen. Bitte senden Sie sie noch einmal.",
} as const satisfies Record<FetchRefusal, string>;

export const chat = {
  notCoordinator:
    "Dokumente kann nur die Koordination aufnehmen und ansehen. Bitte geben Sie ihr die Datei, oder fragen Sie sie.",
  personalOnly:
    "Dateien nehme ich nur im persönlichen Chat an. Bitte senden Sie mir die Datei dort, wenn Sie zur Koordination gehören.",
  oneAtATime: "Bitte senden Sie die Dateien einzeln: Zu jeder frage ich Sie, was sie ist.",
  gone: "Die Datei ist nicht mehr da: Sie wartet nur 15 Minuten auf Ihre Angaben. Bitte senden Sie sie noch einmal.",

  formTitle: "Dokument aufnehmen",
  file: (name: string, passages: string) => `Datei: ${name}, ${passages}`,
  formWhy:
    "Zu Antworten zeige ich dann den Wortlaut aus diesem Dokument. Bitte prüfen Sie die Angaben; ich habe sie nur vermutet.",
  title: "Titel",
  titleHint: "Gleicher Titel wie bei einem vorhandenen Dokument: Die Datei wird dessen neue Version.",
  titleMissing: "Bitte geben Sie einen Titel ein.",
  kind: "Was ist das Dokument?",
  kindChoose: "Bitte wählen",
  kindMissing: "Bitte wählen Sie, was das Dokument ist.",
  date: "Datum des Dokuments (leer, wenn es keines trägt)",
  scope: "Für wen gilt es?",
  scopeMissing: "Bitte sagen Sie, für wen das Dokument gilt.",
  save: "Aufnehmen",
  cancel: "Verwerfen",
  cancelled: "Verworfen. Es wurde nichts gespeichert.",

  imported: (title: string) => `Aufgenommen: ${title}.`,
  importedNext: "Antworten zeigen ab jetzt den Wortlaut aus dieser Version.",
  noCards:
    "Zu diesem Titel hat das Handbuch keine Karten. Antworten gibt es aus diesem Dokument darum noch nicht.",
  flagged: "Diese Karten des Handbuchs passen nicht mehr zum Dokument. Bitte prüfen Sie sie:",
  flaggedMore: (count: number) => `… und ${count} weitere.`,

  listTitle: "Unterlagen",
  listNone: "Es ist noch kein Dokument aufgenommen.",
  listHow: "Senden Sie mir hier eine Datei (TXT, MD, DOCX oder PDF), um ein Dokument aufzunehmen.",
  listMore: (count: number) =>
    count === 1 ? "1 weitere ist abgelöst oder entfernt." : `${count} weitere sind abgelöst oder entfernt.`,
  listCut: (count: number) => `Hier stehen nur die neuesten; ${count} ältere zeigt: npm run rules -- list`,
  about: (number: number, version: number, kind: string, date: string, scope: string) =>
    `Nr. ${number} · Version ${version} · ${kind} · ${date} · ${scope}`,
  show: (number: number) => `Nr. ${number} ansehen`,
  remove: (number: number) => `Nr. ${number} entfernen`,
  back: "Zur Liste",

  showVersions: "Versionen",
  showPart: (from: number, to: number, of: number) => `Absätze ${from} bis ${to} von ${of}`,
  showNone: "Die Absätze dieser Version sind gelöscht.",
  page: (page: number) => `Seite ${page}`,
  next: "Weiter lesen",

  removeTitle: "Dokument entfernen?",
  removeWhy:
    "Alle Absätze dieser Version werden gelöscht. Titel, Version und Datum bleiben in der Liste. Das lässt sich nicht rückgängig machen; Sie können die Datei aber neu senden.",
  removeDo: "Jetzt entfernen",
  removed: (title: string) => `Entfernt: ${title}.`,
  removedNext: "Gibt es eine frühere Version, ist sie jetzt wieder in Kraft.",
} as const;
