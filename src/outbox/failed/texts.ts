/** What the coordinator reads about messages that did not arrive. */
import { dateOf, wallClockAt } from "../../calendar/zones.ts";
import type { Instant } from "../../system/clock.ts";
import type { Addressee, Cause } from "./failed.ts";
import type { FailedRefusal } from "./service.ts";

export const refusals = {
  notCoordinator: "Das kann nur die Koordination. Bitte wenden Sie sich an das Büro der Landrätin.",
  notPersonal: "Das geht nur in unserem persönlichen Chat. Bitte schreiben Sie mir dort: zustellung.",
  nothingThere: "Diese Nachrichten stehen nicht mehr in der Liste. Die aktuelle Liste zeigt: zustellung.",
  tooLate: "Diese Nachrichten sind inzwischen zu spät. Es wurde nichts gesendet.",
} satisfies Record<FailedRefusal, string>;

const messages = (count: number): string => (count === 1 ? "1 Nachricht" : `${count} Nachrichten`);

/** 02.03.2026, 12:00 Uhr */
function when(at: Instant): string {
  const clock = wallClockAt(at);
  return `${dateOf(clock).split("-").reverse().join(".")}, ${clock.slice(-5)} Uhr`;
}

/** By the feature that a message comes from. */
const TOPICS: Readonly<Record<string, string>> = {
  meeting: "Termine",
  election: "Wahlen",
  decision: "Abstimmungen",
  exchange: "Beiträge",
  rules: "Fragen zu den Regeln",
  forum: "Arbeitsgruppen",
  deputy: "Vertretungen",
  probe: "Proben",
  turn: "Bestätigungen",
  year: "Hinweise zum Forum",
  outbox: "Zustellung",
};

const personCauses = {
  gone: "Die Person hat den Bot entfernt oder blockiert. Bitte sagen Sie ihr auf anderem Weg Bescheid.",
  noChat: "Mit der Person gibt es noch keinen Chat. Sie muss den Bot in Teams einmal öffnen.",
  rejected: "Teams hat die Nachricht nicht angenommen. Bitte melden Sie das dem Betrieb.",
  late: "Die Nachricht konnte nicht rechtzeitig zugestellt werden.",
} satisfies Record<Cause, string>;

const placeCauses = {
  ...personCauses,
  gone: "Der Bot ist dort entfernt. Bitte fügen Sie ihn in Teams wieder hinzu.",
  noChat: "Diesen Kanal oder Chat gibt es nicht mehr.",
} satisfies Record<Cause, string>;

const nameless = {
  person: "Unbekannte Person",
  place: "Unbekannter Chat",
  forum: "Kanal des Forums",
} satisfies Record<Addressee["kind"], string>;

export const texts = {
  title: "Nicht zugestellte Nachrichten",
  none: "Alle Nachrichten der letzten 30 Tage sind angekommen oder unterwegs. Sie müssen nichts tun.",
  sum: (all: number, groups: number) =>
    `${messages(all)} an ${groups === 1 ? "einer Stelle" : `${groups} Stellen`} ${all === 1 ? "kam" : "kamen"} nicht an.`,
  page: (page: number, pages: number) => `Seite ${page} von ${pages}`,
  elsewhere: (count: number) =>
    count === 0
      ? "Alle Nachrichten sind angekommen oder unterwegs."
      : `${messages(count)} ${count === 1 ? "kam" : "kamen"} nicht an. Die Namen zeige ich nur im persönlichen Chat. Bitte schreiben Sie mir dort: zustellung.`,
  entry: (number: number, name: string) => `Nr. ${number}: ${name}`,
  name: ({ kind, name }: Addressee) => name ?? nameless[kind],
  cause: (cause: Cause, { kind }: Addressee) => (kind === "person" ? personCauses : placeCauses)[cause],
  count: (count: number, last: Instant) => `${messages(count)}, zuletzt am ${when(last)}.`,
  topics: (kinds: readonly string[]) => {
    const names = kinds.map((kind) => TOPICS[kind.split(".")[0] ?? ""] ?? "Sonstiges");
    return `Es ging um: ${[...new Set(names)].sort((a, b) => a.localeCompare(b, "de")).join(", ")}.`;
  },
  reachable: "Inzwischen wieder erreichbar.",
  tooLate: (count: number) => (count === 1 ? "1 davon ist zu spät." : `${count} davon sind zu spät.`),
  allLate: "Dafür ist es jetzt zu spät.",
  retry: (number: number) => `Nr. ${number} erneut zustellen`,
  earlier: "Vorige Seite",
  later: "Nächste Seite",
  retried: (count: number) =>
    count === 1
      ? "1 Nachricht wird jetzt erneut zugestellt."
      : `${count} Nachrichten werden jetzt erneut zugestellt.`,
  notRetried: (count: number) =>
    count === 1
      ? "1 Nachricht ist zu spät und bleibt liegen."
      : `${count} Nachrichten sind zu spät und bleiben liegen.`,
  back: "Zurück zur Liste",
  newsTitle: "Jemand ist nicht erreichbar",
  news: (count: number) =>
    count === 1
      ? "An eine Stelle konnte ich Nachrichten nicht zustellen. Die Liste zeigt, wer es ist und warum."
      : `An ${count} Stellen konnte ich Nachrichten nicht zustellen. Die Liste zeigt, wer es ist und warum.`,
  show: "Liste zeigen",
} as const;
