/** What people read about a file of records. */
import type { FetchRefusal } from "../../turn/incoming.ts";
import { LIMITS } from "../exchange.ts";
import { refusals } from "../texts.ts";
import { COLUMNS, MOST_LINES } from "./csv-rows.ts";
import { type Fault, LONGEST_GROUP, LONGEST_ID } from "./imported.ts";

const or = (...words: readonly string[]): string => `${words.slice(0, -1).join(", ")} oder ${words.at(-1)}`;

/** What a field of a JSON line must hold. */
const jsonFields: Readonly<Record<string, string>> = {
  externalId: `ein Text, höchstens ${LONGEST_ID} Zeichen, ohne Leerzeichen am Rand`,
  kind: or("prozess", "produkt", "service"),
  title: "ein Text",
  text: "ein Text",
  party: "der Schlüssel einer Organisation des Forums, zum Beispiel schopfheim",
  stage: or("idee", "erprobung", "im-einsatz", "beendet"),
  product: "ein Text; ohne Produkt fehlt die Angabe",
  tags: "eine Liste von Texten",
  offer: or("sucht", "bietet", "null"),
  binding: or("unverbindlich", "beschlossen"),
  recordedAt: "ein Zeitpunkt in Weltzeit (UTC), zum Beispiel 2024-03-12T09:41:00Z",
  group: `der Name einer Gruppe, höchstens ${LONGEST_GROUP} Zeichen`,
  visibility: or("forum", "gruppe"),
  links: "eine Liste von Adressen",
};

/** What a column of a table must hold. */
export const csvFields: Readonly<Record<string, string>> = {
  [COLUMNS.id]: `ein Text, höchstens ${LONGEST_ID} Zeichen; leer für einen neuen Beitrag`,
  [COLUMNS.kind]: or("Prozess", "Produkt", "Service"),
  [COLUMNS.stage]: or("Idee", "Erprobung", "im Einsatz", "beendet"),
  [COLUMNS.offer]: or("sucht", "bietet", "leer"),
  [COLUMNS.binding]: or("unverbindlich", "beschlossen", "leer"),
  [COLUMNS.visibility]: or("Forum", "Gruppe", "leer"),
  [COLUMNS.organisation]: "der Name einer Organisation des Forums, zum Beispiel Schopfheim",
  [COLUMNS.group]: "der Name einer Arbeitsgruppe, die registriert ist, oder leer",
  [COLUMNS.recordedAt]: "ein Tag wie 12.03.2024, oder leer",
};

const excerpt = (said: string): string => (said.length > 60 ? `${said.slice(0, 60)}…` : said);

function fieldText(name: string, said: string | null, must: string): string {
  if (said === null) return `„${name}“ fehlt; nötig ist: ${must}.`;
  return `„${name}“ ist „${excerpt(said)}“; möglich ist: ${must}.`;
}

/** The name of a product is no duty in a file. */
const contentTexts = {
  ...refusals,
  titleTooLong: `Der Titel ist zu lang. Möglich sind ${LIMITS.title} Zeichen.`,
};

/** One sentence that names what is wrong and what is possible. `fields`: what each field must hold. */
export function faultText(fault: Fault, fields: Readonly<Record<string, string>> = jsonFields): string {
  switch (fault.kind) {
    case "encoding":
      return "Die Zeile ist nicht in UTF-8 geschrieben. Bitte speichern Sie die Datei in UTF-8.";
    case "notObject":
      return "Das ist kein JSON-Objekt. Jede Zeile braucht eines.";
    case "open":
      return "Hier beginnt ein Anführungszeichen, das nicht mehr geschlossen wird. Bitte ergänzen oder entfernen Sie es.";
    case "groupOnly":
      return "Nur für eine Gruppe kann ein Beitrag sein, der zu einer Gruppe gehört. Bitte nennen Sie die Gruppe.";
    case "field":
      return fieldText(fault.field, fault.said, fields[fault.field] ?? "ein Text");
    case "content":
      return contentTexts[fault.problem];
    case "twice":
      return `Die Kennung „${excerpt(fault.said)}“ steht schon in Zeile ${fault.before}. Jede darf nur einmal vorkommen.`;
    case "shape":
      return `Die Zeile hat ${fault.cells} Felder, die Kopfzeile ${fault.columns}. Bitte prüfen Sie Trennzeichen und Anführungszeichen.`;
  }
}

/** The import of a table in the chat. */
export const chat = {
  title: "CSV-Datei importieren",
  counts: (created: number, changed: number, unchanged: number) =>
    `${created} neu, ${changed} geändert, ${unchanged} unverändert.`,
  file: (name: string) => `Datei: ${name}`,
  deleted: (count: number) =>
    count === 1
      ? "1 Beitrag der Datei hat jemand gelöscht; er bleibt gelöscht."
      : `${count} Beiträge der Datei hat jemand gelöscht; sie bleiben gelöscht.`,
  ignored: (names: readonly string[]) => `Diese Spalten lese ich nicht: ${names.join(", ")}.`,
  nothingYet: "Noch ist nichts gespeichert. Die Datei wartet 15 Minuten auf „Importieren“.",
  nothingNew: "Die Datei sagt nichts Neues. Es ist nichts zu tun.",
  take: "Importieren",
  cancel: "Abbrechen",
  cancelled: "Abgebrochen. Von der Datei ist nichts gespeichert.",
  taken: (created: number, changed: number, unchanged: number) =>
    `Importiert: ${created} neu, ${changed} geändert, ${unchanged} unverändert.`,
  gone: "Diese Datei habe ich nicht mehr. Bitte senden Sie die Datei noch einmal.",
  busy: "Jemand ändert gerade dieselben Beiträge. Es wurde nichts importiert. Bitte drücken Sie noch einmal auf „Importieren“.",
  notCoordinator: "Beiträge importiert die Koordination. Bitte geben Sie ihr die Datei.",
  one: "Bitte senden Sie eine CSV-Datei allein, ohne andere Dateien.",
  faults: (count: number) =>
    count === 1
      ? "1 Zeile hat einen Fehler. Es wurde nichts importiert."
      : `${count} Zeilen haben Fehler. Es wurde nichts importiert.`,
  first: (count: number) => `Die ersten ${count}:`,
  mend: "Bitte berichtigen Sie die Zeilen, und senden Sie die Datei noch einmal.",
  line: (line: number, sentences: string) => `Zeile ${line}: ${sentences}`,
  all: "Alle Fehler",
  allTitle: "Fehler in der CSV-Datei",
  linkAbout: "Der Link gilt 15 Minuten.",
  empty:
    "In dieser Datei steht kein Beitrag. Die erste Zeile muss die Namen der Spalten enthalten, jede weitere einen Beitrag.",
  noText:
    "Das ist keine CSV-Datei. Bitte speichern Sie die Tabelle als „CSV UTF-8“, und senden Sie die Datei noch einmal.",
  tooMany: `Die Datei hat zu viele Zeilen. Möglich sind ${MOST_LINES}. Bitte teilen Sie sie.`,
  columns: (names: readonly string[]) =>
    `In der ersten Zeile fehlen diese Spalten: ${names.join(", ")}. Eine Vorlage bekommen Sie mit „export“.`,
} as const;

export const fetchRefusals = {
  forbiddenHost:
    "Von dort darf ich keine Dateien holen. Bitte senden Sie die Datei direkt hier in unserem persönlichen Chat.",
  tooLarge: "Die Datei ist größer als 5 MB. Bitte teilen Sie sie.",
  tooSlow: "Die Datei war nicht schnell genug zu holen. Bitte senden Sie sie noch einmal.",
  unavailable: "Ich konnte die Datei nicht holen. Bitte senden Sie sie noch einmal.",
} as const satisfies Record<FetchRefusal, string>;
