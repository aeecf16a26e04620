/** What people read about calendars: in the chat, and in the calendars themselves. */
import { germanDate } from "../../calendar/zones.ts";
import type { Instant } from "../../system/clock.ts";
import { shortDate } from "../texts.ts";

/** What stands in the calendar. No person, no reply: the file may be passed on. */
export const entry = {
  title: "Kommunales Digitalisierungsforum",
  cancelled: "Abgesagt: Kommunales Digitalisierungsforum",
  proposed: "Vorschlag: Kommunales Digitalisierungsforum",
  proposedDescription:
    "Noch kein Termin: Dazu läuft eine Umfrage. Antworten Sie im Chat mit dem Forumsboten in Teams. Schreiben Sie dort: terminumfrage.",
  calendar: "Termine des Forums",
  organizer: "Koordination des Forums",
  description:
    "Antworten und Tagesordnung: im Chat mit dem Forumsboten in Teams. Schreiben Sie dort: termine.",
} as const;

export const file = {
  button: "In den Kalender",
  buttonCancelled: "Im Kalender streichen",
  title: (startsAt: string) => `Kalenderdatei: Forum am ${shortDate(startsAt)}`,
  titleCancelled: (startsAt: string) => `Kalenderdatei zur Absage: Forum am ${shortDate(startsAt)}`,
  how: "Öffnen Sie die Datei, und speichern Sie den Termin in Ihrem Kalender.",
  howCancelled: "Öffnen Sie die Datei. Ihr Kalender streicht dann den Termin.",
  again: "Haben Sie den Termin schon einmal gespeichert? Dann wird er geändert, nicht doppelt eingetragen.",
  hours: "Der Link gilt 24 Stunden und nur für Sie.",
  open: "Kalenderdatei öffnen",
  all: "Alle Termine bleiben von selbst aktuell, wenn Sie den Kalender abonnieren. Schreiben Sie: kalender.",
  back: "Zum Termin",
} as const;

export const feed = {
  title: "Termine des Forums abonnieren",
  what: "Ihr Kalender kann alle Termine des Forums selbst abholen. Verschobene und abgesagte Termine sind dann immer richtig.",
  none: "Sie haben noch keinen Kalender-Link.",
  since: (at: Instant) => `Sie haben seit ${germanDate(at)} einen Kalender-Link.`,
  notAgain:
    "Ich kenne die Adresse selbst nicht mehr. Haben Sie sie verloren, erzeugen Sie bitte einen neuen Link.",
  made: "Hier ist Ihr Kalender-Link.",
  address: "Adresse zum Kopieren",
  how: "Kopieren Sie die Adresse. In Outlook: Kalender hinzufügen, dann „Aus dem Internet abonnieren“.",
  secret: "Geben Sie die Adresse bitte nicht weiter. Ich zeige sie nur jetzt.",
  ended: "Frühere Kalender-Links gelten nicht mehr.",
  contents:
    "Der Kalender enthält nur Zeit, Ort und Videolink der Termine, keine Namen und keine Antworten. Läuft eine Umfrage, stehen ihre Daten als Vorschlag darin.",
  make: "Link erzeugen",
  renew: "Neuen Link erzeugen",
  stop: "Link abschalten",
  stopped: "Abgeschaltet. Ihr Kalender-Link gilt nicht mehr.",
  stoppedHint: "Bitte löschen Sie den abonnierten Kalender auch in Ihrem Kalenderprogramm.",
  again: "Mit „kalender“ erzeugen Sie jederzeit einen neuen.",
} as const;

export type CalendarRefusal = "notMember" | "gone" | "notPersonal";

export const refusals = {
  notMember:
    "Bitte sagen Sie mir zuerst, zu welcher Organisation Sie gehören. Schreiben Sie zum Beispiel: „ich bin Schopfheim“.",
  gone: "Diesen Termin gibt es nicht. Mit „termine“ sehen Sie alle Termine.",
  notPersonal:
    "Den Kalender-Link zeige ich nur Ihnen. Schreiben Sie mir bitte im persönlichen Chat: kalender.",
} satisfies Record<CalendarRefusal, string>;
