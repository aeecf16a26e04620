/** What people read about decisions: form, rule, one decision. Results: result.texts.ts. Messages: told.texts.ts. */
import { weekdayOf } from "../calendar/dates.ts";
import { berlinDate, germanDate, wallClockAt } from "../calendar/zones.ts";
import type { Majority } from "../election/decision.ts";
import type { Instant } from "../system/clock.ts";
import type { Decision, Way } from "./decision.ts";

const WEEKDAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"] as const;

/** 03.02.2026, 18:00 Uhr */
export const whenOf = (at: Instant): string => `${germanDate(at)}, ${wallClockAt(at).slice(-5)} Uhr`;

/** Dienstag, 03.02.2026, 18:00 Uhr */
export const longWhenOf = (at: Instant): string =>
  `${WEEKDAYS[weekdayOf(berlinDate(at)) - 1]}, ${whenOf(at)}`;

export const ways = {
  vote: "Abstimmung: Ja, Nein oder Enthaltung",
  umlauf: "Umlaufverfahren: Wer schweigt, stimmt zu (nur Gegenstände einfacher Art)",
} satisfies Record<Way, string>;

export const wayNames = { vote: "Abstimmung", umlauf: "Umlaufverfahren" } satisfies Record<Way, string>;

export const majorities = {
  simple: "Einfache Mehrheit: mehr Ja als Nein",
  "absolute-present": "Absolute Mehrheit: Ja von mehr als der Hälfte aller, die teilnehmen",
  "two-thirds-cast": "Zwei Drittel der Stimmen: mindestens doppelt so viele Ja wie Nein",
  "two-thirds-electorate": "Zwei Drittel aller Sitze, auch derer, die nicht teilnehmen",
} satisfies Record<Majority, string>;

export const form = {
  title: "Abstimmung starten",
  forForum: "Es entscheidet das Forum.",
  forGroup: (group: string) => `Es entscheidet die Arbeitsgruppe „${group}“. Das bindet das Forum nicht.`,
  titleLabel: "Titel",
  titleExample: "Gemeinsame Beschaffung einer Bauakte",
  textLabel: "Text des Antrags",
  textExample: "Das Forum beschließt: …",
  way: "Verfahren",
  majority: "Nötige Mehrheit (nur bei „Abstimmung“)",
  majorityHint:
    "Zwei Drittel aller Sitze empfehle ich, wenn die Zusammenarbeit enden oder ihre Regeln sich ändern sollen.",
  closesOn: "Ende: Datum",
  closesAt: "Ende: Uhrzeit",
  secret: "Geheim abstimmen?",
  yes: "Ja, geheim",
  no: "Nein, offen: Nach dem Ende sehen alle, wer wie abgestimmt hat",
  next: "Weiter",
  cancel: "Abbrechen",
} as const;

export const review = {
  title: "Bitte prüfen Sie den Antrag",
  opens: (when: string) =>
    `Wenn Sie den Antrag ankündigen, öffnet die Abstimmung am ${when}. Bis dahin kann jede Kommune eine geheime Abstimmung verlangen.`,
  opensUmlauf: (when: string) => `Wenn Sie den Antrag ankündigen, beginnt das Umlaufverfahren am ${when}.`,
  tooShort: "Das Ende liegt vor dem nächsten Werktag. Deshalb können Sie die Abstimmung nur sofort eröffnen.",
  atOnce: "Wenn Sie sofort eröffnen, kann vorher niemand eine geheime Abstimmung verlangen.",
  fixed: "Nach der Eröffnung lassen sich Text und Regeln nicht mehr ändern.",
  announce: "Ankündigen",
  openNow: "Sofort eröffnen",
  change: "Ändern",
} as const;

export const facts = {
  body: "Es entscheidet",
  forum: "das Forum",
  group: (name: string) => `Arbeitsgruppe „${name}“ (nicht bindend für das Forum)`,
  way: "Verfahren",
  kind: "Art",
  secret: "geheim",
  open: "offen",
  opens: "Eröffnung",
  ends: "Ende",
} as const;

/** Said wherever a rule is shown: where it comes from. */
const ORIGIN =
  "Das ist nicht in der Willensbekundung geregelt. Das Forum sollte dafür eine Regel beschließen.";

type Ruled = Pick<Decision, "way" | "majority" | "group" | "secret" | "quorum" | "entitled">;

/** The rule by which it is decided, a sentence a line. */
export function ruleLines({ way, majority, group, secret, quorum, entitled }: Ruled): readonly string[] {
  const notBinding = group === null ? [] : ["Dieser Beschluss ist nicht bindend für das Forum."];
  if (way === "umlauf")
    return [
      "Nur Gegenstände einfacher Art.",
      "Wer schweigt, stimmt zu.",
      "Ein Widerspruch genügt: Dann ist der Antrag nicht angenommen. Er kommt in die nächste Sitzung.",
      ...notBinding,
      ORIGIN,
    ];
  const inGroup = "Für jede Kommune stimmt die Person ab, die am längsten in der Gruppe ist.";
  return [
    `Teilnahme: mindestens ${quorum} von ${entitled} Kommunen, das ist die Hälfte, aufgerundet.`,
    `${majorities[majority]}.`,
    ...(majority === "simple" ? ["Bei Gleichstand ist der Antrag abgelehnt."] : []),
    "Enthaltungen zählen nur für die Teilnahme.",
    ...(secret && group !== null ? [inGroup] : []),
    ...notBinding,
    ORIGIN,
  ];
}

/** The choices by the word that stands on their buttons; circulation asks differently. */
export const choices: Readonly<Record<Way, Readonly<Record<string, string>>>> = {
  vote: { ja: "Ja", nein: "Nein", enthaltung: "Enthaltung", ungueltig: "Ungültig" },
  umlauf: { ja: "Einverstanden", nein: "Widerspruch", enthaltung: "Enthaltung", ungueltig: "Ungültig" },
};

export const show = {
  heading: (number: number, title: string) => `Abstimmung ${number}: ${title}`,
  rule: "Diese Regeln gelten",
  turnout: (voted: number, entitled: number) => `Bisher haben ${voted} von ${entitled} Kommunen abgestimmt.`,
  next: {
    vote: (party: string) => `Bitte stimmen Sie für ${party} ab. Sie können die Stimme bis zum Ende ändern.`,
    voteUmlauf: (party: string) =>
      `Sie antworten für ${party}. Wenn Sie nichts tun, gilt das als Zustimmung. Sie können die Antwort bis zum Ende ändern.`,
    change: (party: string, choice: string) =>
      `${party} hat abgestimmt: ${choice}. Sie können die Stimme bis zum Ende ändern.`,
    changeHidden: "Ihre Kommune hat abgestimmt. Ändern können Sie die Stimme im persönlichen Chat mit mir.",
    colleague: "Ihre Kommune hat abgestimmt. Sie müssen nichts mehr tun.",
    otherHolder: "Für Ihre Kommune stimmt ab, wer ihren Sitz innehat. Sie müssen nichts tun.",
    noSeat: "Sie stimmen hier nicht mit. Das Ergebnis lesen Sie nach dem Ende.",
    boxHere: "Diese Abstimmung ist geheim. Wenn Sie einen Sitz haben, öffnen Sie bitte Ihren Stimmzettel.",
    box: "Diese Abstimmung ist geheim. Wer einen Sitz hat, findet den Stimmzettel im persönlichen Chat mit mir.",
    draft: "Diese Abstimmung ist noch nicht eröffnet.",
    draftAsk: "Bis zur Eröffnung kann Ihre Kommune eine geheime Abstimmung verlangen.",
    elsewhere: "Abstimmen können Sie im persönlichen Chat mit mir. Schreiben Sie mir dort: abstimmung.",
  },
  paper: "Stimmzettel öffnen",
  minutes: "Niederschrift",
  askSecret: "Geheime Abstimmung verlangen",
  open: "Jetzt eröffnen",
  close: "Vorzeitig schließen",
  cancel: "Abstimmung abbrechen",
  notBinding: (group: string) => `Beschluss der Arbeitsgruppe „${group}“, nicht bindend für das Forum.`,
  all: "Alle Abstimmungen",
} as const;

export const cast = {
  done: (party: string, choice: string) => `Gespeichert. ${party} stimmt: ${choice}.`,
  changed: (party: string, choice: string) => `Geändert. ${party} stimmt jetzt: ${choice}.`,
  until: (when: string) =>
    `Sie können die Stimme bis ${when} ändern. Danach sehen alle, wer wie abgestimmt hat.`,
} as const;
