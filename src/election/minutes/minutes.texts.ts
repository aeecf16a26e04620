/** Every sentence of the minutes. Neutral: a record, not a message. */
import { germanDate, wallClockAt } from "../../calendar/zones.ts";
import type { AcceptanceAnswer } from "../acceptance.ts";
import type { Majority } from "../decision.ts";
import type { EndReason } from "../end-reason.ts";
import type { MinutesRound } from "./minutes.schema.ts";

/** 03.02.2026, 18:00 Uhr. */
export function when(iso: string): string {
  const at = Date.parse(iso);
  return `${germanDate(at)}, ${wallClockAt(at).slice(-5)} Uhr`;
}
/** A calendar date as read by people. */
export const dayOf = (date: string): string => date.split("-").reverse().join(".");

export const titles = {
  chair: "Wahl: Vorsitz des Forums",
  deputy: "Wahl: Stellvertretung im Vorsitz des Forums",
  motion: (title: string) => `Abstimmung: ${title}`,
  group: (forum: string, group: string) => `${forum}, Arbeitsgruppe ${group} (nicht bindend für das Forum)`,
} as const;

export const frame = {
  heading: (title: string) => `Niederschrift – ${title}`,
  trial: "Probebetrieb – keine echte Wahl",
  draft: "Entwurf",
  draftUntil: (until: string) =>
    `Diese Niederschrift ist ein Entwurf, bis die Frist für Einsprüche am ${until} abgelaufen ist.`,
  draftRunning: "Diese Niederschrift ist ein Entwurf. Das Verfahren läuft noch.",
  forum: "Gremium",
  id: "Kennung",
  kind: "Art",
  secret: "geheim, mit Urne und Beleg",
  open: "offen, nach Kommunen",
  madeAt: "Stand",
  none: "keine",
  nobody: "niemand",
} as const;

export const ending = {
  title: "Ergebnis",
  running: "Das Verfahren ist noch nicht beendet.",
  waiting: (name: string) => `Gewählt ist ${name}. Ob die Person die Wahl annimmt, steht noch nicht fest.`,
  elected: (name: string) => `Gewählt ist ${name}.`,
  not_elected: "Niemand ist gewählt.",
  accepted: "Der Antrag ist angenommen.",
  rejected: "Der Antrag ist nicht angenommen.",
  void: "Die Abstimmung ist ungültig.",
  cancelled: "Das Verfahren wurde abgebrochen.",
  cancelledWhy: (reason: string) => `Grund des Abbruchs: ${reason}`,
  answers: {
    accepted: (at: string) => `Die gewählte Person hat die Wahl am ${at} angenommen.`,
    declined: (at: string) => `Die gewählte Person hat die Wahl am ${at} abgelehnt. Es rückt niemand nach.`,
    expired: (at: string) =>
      `Die gewählte Person hat bis zum ${at} nicht geantwortet. Das gilt nicht als Annahme. Es rückt niemand nach.`,
  } satisfies Record<AcceptanceAnswer, (at: string) => string>,
  term: (from: string, to: string) => `Die Amtszeit dauert vom ${from} bis zum ${to}.`,
  objectionUntil: (until: string) => `Frist für Einsprüche: bis ${until}.`,
  objections: (count: number) =>
    count === 0 ? "Es ist kein Einspruch eingegangen." : `Eingegangene Einsprüche: ${count}.`,
} as const;

/** Why a round, an election or a motion came to nothing. */
export const reasons = {
  "no-candidates": "Es steht niemand mehr zur Wahl.",
  "no-majority": "Auch im zweiten Wahlgang hat nicht mehr als die Hälfte der Teilnehmenden zugestimmt.",
  "no-votes": "Keine der Personen hat eine Stimme bekommen. Ein Los ersetzt keine Stimme.",
  declined: "Die gewählte Person hat abgelehnt.",
  "acceptance-expired": "Die gewählte Person hat nicht rechtzeitig geantwortet.",
  cancelled: "Der Wahlgang wurde abgebrochen, die Stimmzettel wurden nicht gezählt.",
  "count-mismatch": "Die Zahl der Stimmzettel passt nicht zur Zahl der Beteiligten. Es wurde nicht gezählt.",
  "no-quorum": "Es haben zu wenige Kommunen teilgenommen.",
  "withdrawal-restart": "Eine Person ist zurückgetreten, der Wahlgang wird wiederholt.",
  tie: "Es gab gleich viele Ja- und Nein-Stimmen.",
  majority: "Es gab mehr Nein- als Ja-Stimmen.",
  threshold: "Die nötige Mehrheit wurde nicht erreicht.",
  objection: "Mindestens eine Kommune hat widersprochen.",
  "key-lost": "Der Schlüssel zur Urne ist verloren. Niemand kann die Stimmen lesen.",
  "box-damaged": "Mindestens ein Stimmzettel in der Urne war nicht lesbar.",
  restored:
    "Die Datenbank wurde aus einer Sicherung wiederhergestellt, während der Wahlgang lief. Es wurde nicht gezählt.",
  "box-changed": "Die Urne passte nicht mehr zum veröffentlichten Siegel.",
  runoff: "Nötig ist eine Stichwahl.",
  "second-round": "Nötig ist ein zweiter Wahlgang.",
  lot: "Das Los muss entscheiden.",
  "not-opened": "Die Abstimmung wurde nicht rechtzeitig eröffnet.",
} satisfies Record<EndReason | "not-opened", string>;

export const reasonText = (code: string): string => new Map(Object.entries(reasons)).get(code) ?? code;

export const people = {
  title: "Wahlleitung und Wahlprüfung",
  officer: "Wahlleitung",
  scrutineers: "Wahlprüfung",
} as const;

export const nominations = {
  title: "Vorschläge",
  caption: "Wer vorgeschlagen wurde",
  none: "Es gibt keine Vorschläge.",
  name: "Name",
  state: "Vorschlag und Stand",
  by: (name: string) => `vorgeschlagen von ${name}`,
  consented: "hat zugestimmt",
  open: "hat nicht zugestimmt",
  withdrawn: "zurückgetreten",
} as const;

export const motion = {
  title: "Antrag",
  majority: "Nötige Mehrheit",
  majorities: {
    simple: "mehr Ja als Nein",
    "absolute-present": "mehr als die Hälfte der Teilnehmenden",
    "two-thirds-cast": "zwei Drittel der Ja- und Nein-Stimmen",
    "two-thirds-electorate": "zwei Drittel aller Berechtigten",
  } satisfies Record<Majority, string>,
  way: "Verfahren",
  ways: {
    vote: "Abstimmung",
    umlauf: "Umlaufverfahren: Schweigen gilt als Zustimmung, ein Widerspruch genügt",
  },
} as const;

export const rules = {
  title: "Geltende Regeln",
  version: (version: number) =>
    version === 0 ? "Es gelten die Voreinstellungen." : `Wahlordnung, Fassung ${version}.`,
  origins:
    "„Voreinstellung“ heißt: in der Willensbekundung nicht geregelt, und das Forum hat nichts anderes festgelegt.",
} as const;

export const confirmations = {
  title: "Bestätigung der Wahlprüfung",
  caption: "Was die Wahlprüfung bestätigt hat",
  none: "Die Wahlprüfung hat noch nichts bestätigt.",
  who: "Wahlprüfung",
  says: "Prüfung",
  round: (round: number) => `${round}. Wahlgang:`,
  agrees: (at: string) => `Siegel und Zählung stimmen, bestätigt am ${at}`,
  differs: (at: string) => `Siegel oder Zählung stimmen nicht, erklärt am ${at}`,
} as const;

export const signatures = {
  title: "Unterschriften",
  intro: "Zu unterschreiben elektronisch oder auf Papier, nach dem Ende der Frist für Einsprüche.",
  chair: "Vorsitz des Forums",
  line: "Ort, Datum, Unterschrift:",
} as const;

export const recount = {
  title: "Selbst nachrechnen",
  json: "Niederschrift als Datei (JSON) herunterladen",
  text: "Niederschrift als einfachen Text herunterladen",
  page: "Seite zum Nachrechnen ohne Internet herunterladen",
  how: "Laden Sie beide Dateien herunter. Öffnen Sie die Seite, und wählen Sie dort die Niederschrift aus. Die Seite sendet nichts.",
  command: "Oder rechnen Sie mit diesem Befehl nach:",
  opening: "Die Wahlprüfung gibt ihre Öffnungsdatei als zweite Datei an.",
  software: (version: string) => `Erstellt mit Forumsbote, Fassung ${version}.`,
} as const;

export const stages = {
  first: "Wahlgang",
  runoff: "Stichwahl",
  second: "zweiter Wahlgang",
  motion: "Abstimmung",
} satisfies Record<MinutesRound["stage"], string>;
