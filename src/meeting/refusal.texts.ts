/** What people read when something about a date cannot be done, or speaks against it. */
import type { Holiday } from "../calendar/holidays.ts";
import type { ReplyRefusal } from "./answer.service.ts";
import { MEETING_LIMITS, type MeetingProblem } from "./meeting.ts";
import type { DateWarning } from "./own-date.ts";
import type { CancellingRefusal, PlanRefusal } from "./service.ts";
import { answer } from "./texts.ts";

export const problems = {
  dateMissing: "Bitte wählen Sie das Datum.",
  dateUnknown: "Dieses Datum gibt es nicht. Bitte wählen Sie ein anderes.",
  timeMissing: "Bitte wählen Sie die Uhrzeit.",
  timeUnknown: "Diese Uhrzeit gibt es nicht. Bitte geben Sie sie so ein: 09:00.",
  timeLeftOut:
    "Diese Uhrzeit gibt es an diesem Tag nicht, weil die Uhren vorgestellt werden. Bitte wählen Sie eine andere.",
  past: "Dieser Zeitpunkt ist schon vorbei. Bitte wählen Sie einen späteren.",
  tooFar: `Das Datum liegt zu weit in der Zukunft. Möglich sind ${MEETING_LIMITS.months} Monate.`,
  minutesUnknown: "Bitte wählen Sie die Dauer aus der Liste.",
  placeMissing: "Bitte geben Sie einen Ort oder einen Link an.",
  placeTooLong: `Der Ort ist zu lang. Möglich sind ${MEETING_LIMITS.place} Zeichen.`,
  linkWrong: "Diesen Link kann ich nicht verwenden. Er muss mit https:// beginnen.",
  linkTooLong: `Der Link ist zu lang. Möglich sind ${MEETING_LIMITS.link} Zeichen.`,
} satisfies Record<MeetingProblem, string>;

export const refusals = {
  notCoordinator: "Das kann nur die Koordination. Bitte wenden Sie sich an das Büro der Landrätin.",
  noForumChannel: "Bitte registrieren Sie zuerst den Kanal des Forums: Schreiben Sie dort „gruppe“.",
  sameTime: "Für diesen Zeitpunkt gibt es schon einen Termin. Mit „termine“ sehen Sie ihn.",
  pollUsed: "Aus dieser Umfrage ist schon ein Termin entstanden. Mit „termine“ sehen Sie ihn.",
  gone: "Diesen Termin gibt es nicht. Mit „termine“ sehen Sie alle Termine.",
  begun: "Das Forum hat schon begonnen. Absagen ist nicht mehr möglich.",
  notMember:
    "Bitte sagen Sie mir zuerst, zu welcher Organisation Sie gehören. Schreiben Sie zum Beispiel: „ich bin Schopfheim“.",
  noSeat:
    "Ihre Organisation hat in diesem Forum keinen Sitz. Antworten können die Beteiligten mit einem Sitz. Bei Fragen wenden Sie sich bitte an die Koordination.",
  seatOfOther:
    "Für Ihre Kommune antwortet die Person, die den Sitz innehat. Bitte sprechen Sie sie oder die Koordination an.",
  tooLate: "Das Forum hat schon begonnen. Antworten sind nicht mehr möglich.",
  moved: answer.movedMeanwhile,
  isCancelled: "Dieser Termin ist abgesagt. Sie müssen nichts tun.",
  deputyMissing: "Bitte geben Sie an, wer als Vertretung kommt.",
  deputyTooLong: `Der Name ist zu lang. Möglich sind ${MEETING_LIMITS.deputy} Zeichen.`,
} satisfies Record<PlanRefusal | CancellingRefusal | ReplyRefusal, string>;

const holidays = {
  newYear: "Neujahr",
  epiphany: "Heilige Drei Könige",
  goodFriday: "Karfreitag",
  easterMonday: "Ostermontag",
  labourDay: "Tag der Arbeit",
  ascension: "Christi Himmelfahrt",
  whitMonday: "Pfingstmontag",
  corpusChristi: "Fronleichnam",
  germanUnity: "Tag der Deutschen Einheit",
  allSaints: "Allerheiligen",
  christmas: "Erster Weihnachtstag",
  secondChristmas: "Zweiter Weihnachtstag",
} satisfies Record<Holiday, string>;

const plainWarnings = {
  weekend: "Das ist ein Wochenende.",
  schoolHolidays: "An diesem Tag sind Schulferien in Baden-Württemberg.",
  unknownSchoolHolidays:
    "Die Schulferien für diesen Tag kenne ich noch nicht. Bitte tragen Sie sie ein: Schreiben Sie „ferien“.",
  schoolYearOpen:
    "Die Schulferien für dieses Schuljahr sind noch nicht bestätigt. Schreiben Sie „ferien“, um sie zu prüfen.",
  shortNotice: "Bis dahin sind es weniger als 14 Tage. Die Einladung kommt kurzfristig.",
} satisfies Record<Exclude<DateWarning, { warning: "holiday" | "blocked" }>["warning"], string>;

/** The reason of a blocked day is text of a coordinator: shown through `plain`. */
export function warningText(one: DateWarning): string {
  if (one.warning === "holiday") return `Das ist ein Feiertag: ${holidays[one.holiday]}.`;
  if (one.warning === "blocked") return `Dieser Tag ist gesperrt: ${one.why}.`;
  return plainWarnings[one.warning];
}
