/** What people read about decisions beside the card of one: asking for secrecy, cancelling, messages, lists. */
import type { Reminder } from "./notices.ts";

export const secrecy = {
  secret: "Diese Abstimmung wird geheim.",
  secretHint:
    "Nach der Eröffnung bekommen alle, die abstimmen, einen Stimmzettel in ihren persönlichen Chat.",
  noted: "Der Wunsch Ihrer Kommune ist notiert. Es fehlen noch weitere Kommunen, die das verlangen.",
  told: (title: string) => `Geheime Abstimmung verlangt: ${title}`,
} as const;

export const cancelling = {
  ask: (title: string) => `Abstimmung abbrechen: ${title}`,
  what: "Alle Beteiligten erhalten eine Nachricht mit dem Grund. Eine abgebrochene Abstimmung bleibt abgebrochen.",
  reason: "Grund für den Abbruch",
  confirm: "Endgültig abbrechen",
  keep: "Nicht abbrechen",
} as const;

/** Titles and sentences of what is sent without being asked for. */
export const told = {
  draft: (title: string) => `Neuer Antrag: ${title}`,
  draftNext: (when: string) => `Die Abstimmung öffnet am ${when}.`,
  opened: (title: string) => `Eröffnet: ${title}`,
  openedNext: "Wer abstimmt, hat jetzt eine Karte in seinem persönlichen Chat mit mir.",
  openedPersonal: "Die Abstimmung ist geheim. Ihren Stimmzettel bekommen Sie hier in diesem Chat.",
  ballot: (title: string) => `Bitte stimmen Sie ab: ${title}`,
  reminder: {
    day: (title: string) => `Noch etwa ein Tag: ${title}`,
    hours: (title: string) => `Noch etwa zwei Stunden: ${title}`,
  } satisfies Record<Reminder, (title: string) => string>,
  missing: "Von Ihrer Kommune fehlt noch die Stimme.",
  result: (title: string) => `Ergebnis: ${title}`,
  cancelled: (title: string) => `Die Abstimmung ist abgebrochen: ${title}`,
  ended: (title: string) => `Beendet: ${title}`,
  endedNext: "Hier können Sie nicht mehr abstimmen. Das Ergebnis steht weiter unten.",
} as const;

export const list = {
  title: "Abstimmungen",
  searchTitle: (words: string) => `Abstimmungen zu: ${words}`,
  none: "Es gibt noch keine Abstimmung.",
  nothing: (words: string) =>
    `Zu „${words}“ habe ich keine Abstimmung gefunden. Versuchen Sie ein anderes oder kürzeres Wort. Alle zeigt: abstimmungen.`,
  some: (shown: number, total: number) =>
    `Das sind ${shown} von ${total}. Schreiben Sie zum Beispiel: abstimmungen Bauakte.`,
  nothingRuns: "Zurzeit läuft keine Abstimmung. Frühere zeigt: abstimmungen.",
  moreRunning: "Hier stehen die, die zuerst enden. Weitere zeigt: abstimmungen.",
  runningTitle: "Laufende Abstimmungen",
  inGroup: (group: string) => `Arbeitsgruppe „${group}“`,
  until: (when: string) => `Ende: ${when}`,
  endedOn: (when: string) => `beendet: ${when}`,
  show: (number: number) => `Anzeigen: ${number}`,
} as const;

/** The beginning of a long name, cut at a word. */
export function cut(name: string, most: number): string {
  const signs = [...name];
  if (signs.length <= most) return name;
  const start = signs.slice(0, most).join("");
  const space = start.lastIndexOf(" ");
  return `${space > most / 2 ? start.slice(0, space) : start} …`;
}
