/** What people read about a poll for the next date. */
import { type CalendarDate, weekdayOf } from "../../calendar/dates.ts";
import { dateOf, type WallClock, wallClockAt } from "../../calendar/zones.ts";
import type { Instant } from "../../system/clock.ts";
import { problems as meetingProblems, refusals } from "../refusal.texts.ts";
import { clockTime, fullWhen, shortDay } from "../texts.ts";
import { POLL_LIMITS, type PollProblem, type Suits } from "./poll.ts";
import type { PollAnswerRefusal, PollRefusal, PollStartRefusal } from "./service.ts";

const SHORT = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"] as const;

/** Mi 18.02.2026 */
export const briefDay = (startsAt: WallClock): string => {
  const date: CalendarDate = dateOf(startsAt);
  return `${SHORT[weekdayOf(date) - 1]} ${shortDay(date)}`;
};

export const momentOf = (instant: Instant): string => fullWhen(wallClockAt(instant));

export const suitsNames = {
  suits: "passt",
  ifNeedBe: "zur Not",
  no: "passt nicht",
} satisfies Record<Suits, string>;

export const pollForm = {
  title: "Terminumfrage starten",
  what: `Nennen Sie ${POLL_LIMITS.least} bis ${POLL_LIMITS.most} Tage. Alle mit einem Sitz werden gefragt.`,
  day: (number: number) => `Tag ${number}`,
  place: "Ort (freiwillig)",
  link: "Link zum Videoraum (freiwillig)",
  closesOn: "Antworten bis (Tag, 09:00 Uhr)",
  closesHint: "Fällt der Tag auf ein Wochenende oder einen Feiertag, endet die Umfrage am nächsten Werktag.",
  reviewTitle: "Bitte prüfen Sie die Umfrage",
  option: (startsAt: WallClock) => fullWhen(startsAt),
  nothing: "Dagegen spricht nichts.",
  closes: (at: Instant) => `Antworten sind möglich bis ${momentOf(at)}.`,
  what2: "Danach erhalten Sie die Reihenfolge der Tage. Eingeladen wird erst, wenn Sie es bestätigen.",
  start: "Umfrage starten",
  started: "Die Umfrage läuft.",
  startedHint: "Alle, die einen Sitz innehaben, erhalten jetzt die Frage.",
  look: "Stand ansehen",
} as const;

export const poll = {
  title: "Terminumfrage: Wann passt das nächste Forum?",
  reminder: "Bitte antworten Sie: Wann passt das nächste Forum?",
  time: (startsAt: WallClock, minutes: number) =>
    `Beginn ${clockTime(startsAt)} Uhr, Dauer ${minutes} Minuten.`,
  place: (where: string) => `Ort: ${where}`,
  ask: "Bitte antworten Sie für Ihre Kommune, zu jedem Tag.",
  until: (at: Instant) => `Sie können die Antwort ändern bis ${momentOf(at)}.`,
  required: "Bitte wählen Sie eine Antwort.",
  send: "Antworten",
  saved: (party: string) => `Die Antwort von ${party} ist gespeichert.`,
  notYours: "Für eine Kommune antwortet, wer ihren Sitz innehat.",
  count: (answered: number, all: number) => `${answered} von ${all} haben geantwortet.`,
  column: "Tag",
  answered: "Geantwortet haben",
  missing: "Noch keine Antwort",
  nobody: "niemand",
  closed: "Die Umfrage ist beendet.",
  givenUp: "Die Umfrage wurde beendet, ohne dass ein Termin feststeht. Sie müssen nichts tun.",
  planned: "Aus dieser Umfrage ist ein Termin entstanden. Mit „termine“ sehen Sie ihn.",
  giveUp: "Umfrage aufgeben",
  giveUpAsk: "Umfrage wirklich aufgeben?",
  giveUpWhat: "Die Antworten werden nicht ausgewertet. Alle Gefragten erhalten eine Nachricht.",
  keep: "Weiterlaufen lassen",
} as const;

export const result = {
  title: "Terminumfrage beendet: So passen die Tage",
  none: "Niemand hat geantwortet. Die Reihenfolge richtet sich deshalb nach dem Datum.",
  past: "Alle Tage der Umfrage sind vorbei. Bitte planen Sie mit „termin planen“ einen neuen.",
  first: (startsAt: WallClock) => `Vorn liegt ${fullWhen(startsAt)}.`,
  invite: "Diesen Termin einladen",
  inviteOther: (startsAt: WallClock) => `Stattdessen einladen: ${shortDay(dateOf(startsAt))}`,
} as const;

const { dateMissing: _, placeMissing: __, ...ours } = meetingProblems;
export const pollProblems = {
  ...ours,
  tooFewOptions: `Bitte nennen Sie ${POLL_LIMITS.least} bis ${POLL_LIMITS.most} verschiedene Tage.`,
  closesUnknown: "Bitte wählen Sie, bis wann geantwortet werden kann.",
  closesTooSoon: "Bis zum Ende der Umfrage muss mindestens ein Tag liegen.",
  closesTooLate: `Die Umfrage kann höchstens ${POLL_LIMITS.mostDays} Tage dauern.`,
  closesAfterOption: "Die Umfrage muss vor dem ersten der Tage enden.",
} satisfies Record<PollProblem, string>;

export const pollRefusals = {
  notCoordinator: refusals.notCoordinator,
  noForumChannel: refusals.noForumChannel,
  sameTime: refusals.sameTime,
  pollUsed: refusals.pollUsed,
  notMember: refusals.notMember,
  noSeat: refusals.noSeat,
  seatOfOther: refusals.seatOfOther,
  pollOpen: "Es läuft schon eine Terminumfrage. Schreiben Sie „terminumfrage“, um sie zu sehen.",
  noPoll: "Zurzeit gibt es keine Terminumfrage.",
  pollClosed: "Diese Umfrage ist beendet. Antworten sind nicht mehr möglich.",
  answerAll: "Bitte antworten Sie zu jedem Tag.",
} satisfies Record<PollStartRefusal | PollRefusal | PollAnswerRefusal, string>;
