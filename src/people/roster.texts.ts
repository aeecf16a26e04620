/** What coordinators and operators read about the list of people. */
import { LONGEST_NAME } from "./people.ts";
import { MOST_CHARACTERS, MOST_LINES, type RosterProblem } from "./roster.file.ts";
import { COLUMNS, type RosterFault } from "./roster.ts";

const quoted = (names: readonly string[]): string => names.map((name) => `„${name}“`).join(", ");
const columns = quoted(Object.values(COLUMNS));

type Sentences<T extends { readonly kind: string }> = {
  readonly [K in T["kind"]]: (one: Extract<T, { readonly kind: K }>) => string;
};

const faults = {
  organisation: ({ said }) =>
    said === ""
      ? "Die Organisation fehlt."
      : `Die Organisation „${said}“ kenne ich nicht, oder es gibt mehrere. Bitte schreiben Sie den vollen Namen.`,
  nameMissing: () => "Der Name fehlt.",
  nameTooLong: () => `Der Name ist länger als ${LONGEST_NAME} Zeichen. Bitte kürzen Sie ihn.`,
  functionMissing: () =>
    "Die Funktion fehlt. Erlaubt sind: Delegierte/r, Stellvertretung, Mitglied, Koordination.",
  function: ({ said }) =>
    `Die Funktion „${said}“ gibt es nicht. Erlaubt sind: Delegierte/r, Stellvertretung, Mitglied, Koordination.`,
  bothOnSeat: () => "Delegierte/r und Stellvertretung zugleich geht nicht. Bitte streichen Sie eins davon.",
  objectId: () =>
    "Die Entra-Objekt-ID fehlt oder ist falsch. Sie hat 32 Ziffern und Buchstaben (0–9, a–f) mit vier Bindestrichen.",
  tenant: () =>
    "Dieser Mandant ist nicht zugelassen. Bitte lassen Sie das Feld leer, oder prüfen Sie die ID.",
  group: ({ said }) =>
    `Die Arbeitsgruppe „${said}“ gibt es nicht. Mehrere trennen Sie mit einem senkrechten Strich: |`,
  groupClosed: () => "Diese Arbeitsgruppe ist abgeschlossen. Bitte streichen Sie sie.",
  shape: () => "Die Zeile hat mehr Felder als die Überschrift. Bitte prüfen Sie die Semikolons.",
  open: () => "Ein Anführungszeichen wird nicht geschlossen. Bitte ergänzen oder streichen Sie es.",
  twice: ({ line }) => `Diese Person steht schon in Zeile ${line}. Bitte streichen Sie eine Zeile.`,
  twoDelegates: ({ line }) =>
    `Diese Organisation hat schon in Zeile ${line} eine delegierte Person. Jede hat einen Sitz.`,
  noSeat: () => "Diese Organisation hat keinen Sitz im Forum. Bitte schreiben Sie: Mitglied.",
  seatTaken: () =>
    "Diesen Sitz hat schon jemand anders. Geben Sie ihn zuerst frei (koordination), oder streichen Sie die Zeile.",
  roundOpen: () =>
    "Zurzeit ist ein Wahlgang offen. Sitze vergeben Sie danach. Bitte schreiben Sie so lange: Mitglied.",
  isDelegate: () =>
    "Diese Person hat den Sitz selbst. Geben Sie ihn zuerst frei (koordination), oder schreiben Sie: Delegierte/r.",
  otherSeat: () => "Diese Person gehört schon zu einem anderen Sitz. Bitte geben Sie ihn zuerst frei.",
  holdsSeat: () =>
    "Diese Person gehört zum Sitz einer anderen Organisation. Bitte geben Sie ihn zuerst frei: koordination.",
  yourself: () => "Niemand benennt sich selbst. Das tut eine andere Person der Koordination.",
  hasLeft: () =>
    "Diese Person hat das Forum verlassen. Zurückkommen kann sie nur selbst. Bitte streichen Sie sie.",
} satisfies Sentences<RosterFault>;

const problems = {
  noText: () => "Diese Datei ist kein Text. Bitte speichern Sie die Tabelle als CSV.",
  empty: () => `Die Liste ist leer. In der ersten Zeile stehen die Überschriften: ${columns}.`,
  tooLong: () =>
    `Die Liste ist zu lang. Erlaubt sind höchstens ${MOST_CHARACTERS} Zeichen. Bitte teilen Sie sie in mehrere Dateien.`,
  tooMany: () => `Die Liste hat mehr als ${MOST_LINES} Zeilen. Bitte teilen Sie sie in mehrere Dateien.`,
  columns: ({ names }) =>
    `Es fehlen Spalten: ${quoted(names)}. In der ersten Zeile stehen die Überschriften: ${columns}.`,
  extra: ({ names }) =>
    `Diese Spalten nehme ich nicht: ${quoted(names)}. E-Mail und Telefon speichere ich nicht. Bitte löschen Sie die Spalten.`,
  double: ({ names }) => `Diese Spalten gibt es zweimal: ${quoted(names)}. Bitte löschen Sie eine davon.`,
} satisfies Sentences<RosterProblem>;

/** Each sentence says what is wrong and what to do. */
export const faultText = (one: RosterFault): string => (faults[one.kind] as (of: RosterFault) => string)(one);
export const problemText = (one: RosterProblem): string =>
  (problems[one.kind] as (of: RosterProblem) => string)(one);

const people = (count: number): string => (count === 1 ? "1 Person" : `${count} Personen`);

export const roster = {
  title: "Personenliste",
  what: "Mit einer Liste tragen Sie viele Personen auf einmal ein, auch Sitze und Stellvertretungen.",
  how: "Schicken Sie mir hier eine CSV-Datei aus Excel, oder fügen Sie den Text unten ein.",
  columns: `Spalten: ${columns}. „Mandant“ und „Arbeitsgruppen“ dürfen fehlen.`,
  functions: "Funktion: Delegierte/r, Stellvertretung, Mitglied oder Koordination.",
  adds: "Eine Liste ergänzt und berichtigt. Sie nimmt niemandem etwas weg.",
  text: "Text der Liste, mit Überschriften",
  check: "Liste prüfen",
  textMissing: "Bitte fügen Sie zuerst die Liste ein.",
  give: "Liste ausgeben",
  link: "CSV-Datei öffnen",
  given: "Ihre Personenliste als Datei",
  linkWhy: "Der Link gilt 24 Stunden und nur für Sie. Die Datei enthält personenbezogene Daten.",
  introduce:
    "Bitte sagen Sie mir zuerst, zu welcher Organisation Sie gehören. Schreiben Sie: ich bin Lörrach.",
  counts: (created: number, changed: number, unchanged: number) =>
    `${people(created)} neu, ${changed} geändert, ${unchanged} unverändert.`,
  created: (names: string) => `Neu: ${names}`,
  changed: (names: string) => `Geändert: ${names}`,
  person: (name: string, organisation: string) => `${name} (${organisation})`,
  andMore: (count: number) => `und ${count} weitere`,
  nothingYet: "Noch ist nichts gespeichert.",
  nothingNew: "Die Liste sagt nichts Neues. Es gibt nichts zu tun.",
  confirm: "Neue Personen stimmen beim ersten Kontakt selbst zu. Bis dahin sende ich ihnen nichts.",
  take: "Jetzt übernehmen",
  cancel: "Abbrechen",
  faults: (count: number) =>
    count === 1
      ? "Eine Zeile ist falsch. Es wird nichts übernommen."
      : `${count} Fehler. Es wird nichts übernommen.`,
  line: (line: number, sentence: string) => `Zeile ${line}: ${sentence}`,
  more: (count: number) => `Weitere Fehler: ${count}. Bitte berichtigen Sie zuerst diese.`,
  mend: "Bitte berichtigen Sie die Liste, und schicken Sie sie noch einmal.",
  taken: (created: number, changed: number, unchanged: number) =>
    `Übernommen: ${people(created)} neu, ${changed} geändert, ${unchanged} unverändert.`,
  back: "Zu den Personen",
} as const;
