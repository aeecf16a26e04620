/** What the coordinator reads about school holidays and blocked days. */
import type { CalendarDate } from "../../calendar/dates.ts";
import { shortDay } from "../texts.ts";
import { type BlockedProblem, HOLIDAY_LIMITS, type HolidayProblem } from "./holidays.ts";
import type { CalendarRefusal } from "./service.ts";

/** 2026/27 */
export const yearName = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, "0")}`;

export const rangeText = (from: CalendarDate, to: CalendarDate): string =>
  from === to ? shortDay(from) : `${shortDay(from)} bis ${shortDay(to)}`;

export const table = {
  title: "Schulferien in Baden-Württemberg",
  what: "An diesen Tagen schlage ich keinen Termin vor. Bitte prüfen Sie jedes Schuljahr einmal.",
  year: (year: number) => `Schuljahr ${yearName(year)}`,
  confirmed: "Bestätigt.",
  open: "Noch nicht bestätigt.",
  none: "Für dieses Schuljahr ist nichts eingetragen.",
  entry: (name: string, range: string) => `${name}: ${range}`,
  confirm: (year: number) => `${yearName(year)} bestätigen`,
  confirmedNow: (year: number) => `Die Schulferien ${yearName(year)} sind bestätigt.`,
  end: (day: CalendarDate) => `Die Tabelle endet am ${shortDay(day)}.`,
  add: "Ferien eintragen",
  remove: "Eintrag entfernen",
  blocked: "Gesperrte Tage",
  plan: "Termin planen",
} as const;

export const addForm = {
  title: "Ferien eintragen",
  hint: "Auch bewegliche Ferientage Ihrer Schulen können Sie hier eintragen.",
  name: "Bezeichnung",
  nameExample: "Fasnachtsferien",
  from: "Erster Tag",
  to: "Letzter Tag (leer: nur ein Tag)",
  save: "Eintragen",
  back: "Zurück zur Liste",
  done: (name: string, range: string) => `Eingetragen: ${name}, ${range}.`,
} as const;

export const removeForm = {
  title: "Eintrag entfernen",
  what: "Welcher Eintrag soll weg?",
  save: "Entfernen",
  done: "Der Eintrag ist entfernt.",
} as const;

export const blocked = {
  title: "Gesperrte Tage",
  what: "An diesen Tagen sind viele Beteiligte anderswo. Ich schlage sie nicht vor.",
  none: "Zurzeit ist kein Tag gesperrt.",
  entry: (day: CalendarDate, why: string) => `${shortDay(day)}: ${why}`,
  days: "Tage sperren",
  daysHint: "Ein Tag oder mehrere: 24.06.2026, 06.07.2026 bis 08.07.2026.",
  why: "Grund",
  whyExample: "Kreistag",
  save: "Sperren",
  now: "Gesperrt sind",
  more: (count: number) => (count === 1 ? "1 weiterer Tag." : `${count} weitere Tage.`),
  choose: "Tage wieder freigeben",
  free: "Freigeben",
  done: (count: number, why: string) =>
    count === 1 ? `1 Tag ist gesperrt: ${why}.` : `${count} Tage sind gesperrt: ${why}.`,
  freed: (count: number) => (count === 1 ? "1 Tag ist wieder frei." : `${count} Tage sind wieder frei.`),
  holidays: "Schulferien",
} as const;

export const holidayProblems = {
  nameMissing: "Bitte geben Sie eine Bezeichnung an.",
  nameTooLong: `Die Bezeichnung ist zu lang. Möglich sind ${HOLIDAY_LIMITS.name} Zeichen.`,
  dayUnknown: "Dieses Datum gibt es nicht. Bitte wählen Sie ein anderes.",
  endsBefore: "Der letzte Tag liegt vor dem ersten. Bitte ändern Sie ihn.",
  tooLong: `Ferien dauern höchstens ${HOLIDAY_LIMITS.length} Tage. Bitte prüfen Sie die Tage.`,
} satisfies Record<HolidayProblem, string>;

export const blockedProblems = {
  daysMissing: "Bitte geben Sie mindestens einen Tag an.",
  dayUnknown: "Einen dieser Tage kenne ich nicht. Bitte schreiben Sie ihn so: 24.06.2026.",
  endsBefore: "Der letzte Tag liegt vor dem ersten. Bitte ändern Sie ihn.",
  tooManyDays: `Das sind zu viele Tage. Möglich sind ${HOLIDAY_LIMITS.days} auf einmal.`,
  whyMissing: "Bitte geben Sie den Grund an, zum Beispiel „Kreistag“.",
  whyTooLong: `Der Grund ist zu lang. Möglich sind ${HOLIDAY_LIMITS.why} Zeichen.`,
} satisfies Record<BlockedProblem, string>;

export const calendarRefusals = {
  notCoordinator: "Das kann nur die Koordination. Bitte wenden Sie sich an das Büro der Landrätin.",
  entryGone: "Diesen Eintrag gibt es nicht mehr. Schreiben Sie „ferien“, um die Liste neu zu sehen.",
  lastEntry: "Das ist der letzte Eintrag. Bitte tragen Sie zuerst die neuen Ferien ein.",
  nothingChosen: "Bitte wählen Sie zuerst etwas aus der Liste.",
  yearWithoutEntry: "Für dieses Schuljahr ist nichts eingetragen. Bitte tragen Sie zuerst die Ferien ein.",
} satisfies Record<CalendarRefusal, string>;
