/** What people read about dates of the Forum: forms, answers, messages. Refusals: refusal.texts.ts. */
import { type CalendarDate, daysBetween, weekdayOf } from "../calendar/dates.ts";
import type { Quarter } from "../calendar/quarters.ts";
import { berlinDate, dateOf, type WallClock } from "../calendar/zones.ts";
import type { Instant } from "../system/clock.ts";
import type { Tally } from "./answering.ts";
import type { Detail } from "./move/move.ts";
import type { MeetingReply } from "./replies.ts";

const WEEKDAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"] as const;

/** 30.03.2026 */
export const shortDay = (date: CalendarDate): string => date.split("-").reverse().join(".");
/** Montag, 30.03.2026 */
export const longDay = (date: CalendarDate): string => `${WEEKDAYS[weekdayOf(date) - 1]}, ${shortDay(date)}`;
export const shortDate = (startsAt: WallClock): string => shortDay(dateOf(startsAt));
export const clockTime = (startsAt: WallClock): string => startsAt.slice(-5);
/** Montag, 30.03.2026, 09:00 Uhr */
export const fullWhen = (startsAt: WallClock): string =>
  `${longDay(dateOf(startsAt))}, ${clockTime(startsAt)} Uhr`;

/** The day as it is called at an instant: what is read on Friday about Monday is not "morgen". */
function dayAt(startsAt: WallClock, now: Instant): string {
  const date = dateOf(startsAt);
  const days = daysBetween(berlinDate(now), date);
  if (days === 0) return "Heute";
  return days === 1 ? "Morgen" : `Am ${longDay(date)},`;
}

export const replies = {
  zusage: "Zusage",
  absage: "Absage",
  vertretung: "Vertretung",
} satisfies Record<MeetingReply, string>;

export const form = {
  title: "Forumstermin planen",
  date: "Datum",
  time: "Uhrzeit (Beginn)",
  minutes: "Dauer",
  minutesChoice: (minutes: number) => `${minutes} Minuten`,
  place: "Ort (Raum oder Adresse)",
  placeExample: "Großer Sitzungssaal, Landratsamt",
  link: "Link zum Videoraum (nötig, wenn kein Ort genannt ist)",
  linkExample: "https://…",
  next: "Weiter",
  cancel: "Abbrechen",
  reviewTitle: "Bitte prüfen Sie den Termin",
  reviewNext: "Mit „Einladen“ lade ich den Kanal des Forums und alle ein, die einen Sitz innehaben.",
  warnings: "Bitte beachten Sie:",
  noWarnings: "Gegen dieses Datum spricht nichts.",
  invite: "Einladen",
  change: "Ändern",
} as const;

export const facts = {
  date: "Datum",
  time: "Uhrzeit",
  timeOf: (startsAt: WallClock, minutes: number) => `${clockTime(startsAt)} Uhr, Dauer ${minutes} Minuten`,
  place: "Ort",
  link: "Link",
  accepted: "Zusagen",
  declined: "Absagen",
  deputies: "Vertretungen",
  open: "Offen",
} as const;

const people = (count: number): string => (count === 1 ? "1 Person" : `${count} Personen`);

export const answer = {
  title: (startsAt: WallClock) => `Forum am ${fullWhen(startsAt)}`,
  planned: (startsAt: WallClock) => `Geplant: Forum am ${fullWhen(startsAt)}`,
  invitedCount: (count: number) => `Die Einladung geht an den Kanal des Forums und an ${people(count)}.`,
  invitedHint: "Die Antworten sehen Sie unter „termine“. Dort können Sie auch verschieben und absagen.",
  emptySeats: (count: number) =>
    count === 1
      ? "1 Sitz ist nicht besetzt. Schreiben Sie „koordination“, um ihn zu besetzen."
      : `${count} Sitze sind nicht besetzt. Schreiben Sie „koordination“, um sie zu besetzen.`,
  ask: "Bitte antworten Sie für Ihre Kommune.",
  askChannel: "Bitte antworten Sie für Ihre Kommune. Es antwortet, wer den Sitz innehat.",
  notYours: "Für eine Kommune antwortet, wer ihren Sitz innehat.",
  own: (party: string, reply: MeetingReply) => `Antwort von ${party}: ${replies[reply]}.`,
  ownDeputy: (party: string, deputy: string) => `Antwort von ${party}: Vertretung durch ${deputy}.`,
  movedMeanwhile: "Der Termin ist inzwischen verschoben. Bitte antworten Sie zum neuen Termin.",
  change: "Termin verschieben oder ändern",
  ownNone: (party: string) => `Antwort von ${party}: noch keine.`,
  changeable: "Sie können die Antwort bis zum Beginn ändern.",
  quorum: ({ expected, seats, needed }: Tally) => {
    const outlook = expected >= needed ? "Voraussichtlich beschlussfähig" : "Noch nicht beschlussfähig";
    return `${outlook}: ${expected} von ${seats} kommen, ${needed} sind nötig.`;
  },
  list: "Antworten nach Beteiligten",
  listNone: "Noch keine Antwort",
  listDeputy: (party: string, deputy: string) => `${party} (${deputy})`,
  noneToAnswer: "Zurzeit ist kein Termin geplant. Mit „termine“ sehen Sie das ganze Jahr.",
  begun: "Das Forum hat begonnen. Antworten sind nicht mehr möglich.",
  openLink: "Videoraum öffnen",
  deputyTitle: "Wer kommt als Vertretung?",
  deputyLabel: "Name der Vertretung",
  deputyHint: "Die Vertretung kommt aus derselben Kommune.",
  deputyPrivate: "Den Namen sehen nur Ihre Kommune und die Koordination.",
  deputySend: "Vertretung melden",
  back: "Zurück",
} as const;

export const agenda = {
  without: ({ year, quarter }: Quarter) => `Für Q${quarter} ${year} ist noch kein Forum terminiert.`,
  cancelled: "Abgesagt.",
  answer: (date: string) => `Antworten: ${date}`,
  cancel: (date: string) => `Absagen: ${date}`,
  move: (date: string) => `Verschieben: ${date}`,
  plan: "Termin planen",
} as const;

export const cancelling = {
  ask: (startsAt: WallClock) => `Forum am ${fullWhen(startsAt)} absagen?`,
  what: "Alle Eingeladenen erhalten eine Nachricht. Ein abgesagter Termin bleibt abgesagt.",
  confirm: "Termin absagen",
  keep: "Nicht absagen",
  done: (startsAt: WallClock) => `Abgesagt: Forum am ${fullWhen(startsAt)}`,
  doneHint: "Der Kanal des Forums und alle, die einen Sitz innehaben, erhalten jetzt eine Nachricht.",
  already: (startsAt: WallClock) => `Das Forum am ${fullWhen(startsAt)} ist schon abgesagt.`,
} as const;

export const detailNames = { minutes: "Dauer", place: "Ort", link: "Link" } satisfies Record<Detail, string>;

/** Titles of what is sent without being asked for. */
export const told = {
  invited: (startsAt: WallClock) => `Einladung: Forum am ${fullWhen(startsAt)}`,
  reminded: (startsAt: WallClock) => `Erinnerung an die Einladung: Forum am ${fullWhen(startsAt)}`,
  rsvp: (startsAt: WallClock) => `Bitte um Rückmeldung: Forum am ${fullWhen(startsAt)}`,
  rsvpAsk: "Von Ihrer Kommune habe ich noch keine Antwort.",
  soon: (startsAt: WallClock, now: Instant) => {
    const day = dayAt(startsAt, now);
    return day.endsWith(",")
      ? `${day} um ${clockTime(startsAt)} Uhr: Forum`
      : `${day}: Forum um ${clockTime(startsAt)} Uhr`;
  },
  starts: (startsAt: WallClock, now: Instant) =>
    `${dayAt(startsAt, now)} um ${clockTime(startsAt)} Uhr beginnt das Forum`,
  moved: (startsAt: WallClock) => `Verschoben: Forum jetzt am ${fullWhen(startsAt)}`,
  movedFrom: (before: string) => `Bisher: ${before}. Alle früheren Angaben gelten nicht mehr.`,
  movedBack: (startsAt: WallClock) => `Es bleibt beim Forum am ${fullWhen(startsAt)}`,
  movedBackWhy: "Der Termin war kurz verschoben. Jetzt gilt wieder der, den Sie kennen.",
  movedReplies: "Die bisherigen Antworten zählen nicht mehr.",
  movedCalendar: "Steht der Termin in Ihrem Kalender? „In den Kalender“ ändert ihn dort.",
  changed: (startsAt: WallClock) => `Geändert: Forum am ${fullWhen(startsAt)}`,
  changedFields: (fields: readonly Detail[]) =>
    `Neu: ${fields.map((field) => detailNames[field]).join(", ")}. Datum und Uhrzeit bleiben.`,
  changedReplies: "Ihre Antwort bleibt bestehen. Sie können sie ändern.",
  cancelled: (startsAt: WallClock) => `Abgesagt: Forum am ${fullWhen(startsAt)}`,
  cancelledHint: "Der Termin findet nicht statt. Bitte streichen Sie ihn in Ihrem Kalender.",
} as const;
