/** What people read after the close: seal, result, recount. */

import type { EndReason } from "./end-reason.ts";
import { OFFICES } from "./round.texts.ts";
import type { Office } from "./stored.ts";
import { notElectedReasons, rejectedReasons, voidReasons } from "./texts.ts";

const REPEAT = "Die Koordination kann den Wahlgang wiederholen.";

/** What a round has led to, where nobody is elected by it. */
export const endings = {
  ...notElectedReasons,
  ...voidReasons,
  ...rejectedReasons,
  "count-mismatch": `Die Zahl der Stimmzettel passt nicht zur Zahl der Beteiligten. Der Wahlgang ist ungültig und wurde nicht gezählt. ${REPEAT}`,
  "no-quorum": `Es haben zu wenige Kommunen teilgenommen. Der Wahlgang ist ungültig, die Stimmen bleiben ungezählt. ${REPEAT} Dann genügen drei Kommunen.`,
  runoff: "Niemand hat mehr als die Hälfte der Stimmen. Es folgt eine Stichwahl.",
  "second-round":
    "Die Kandidatur hat nicht mehr als die Hälfte der Stimmen. Es folgt ein zweiter Wahlgang, frühestens nach einer Woche.",
  lot: "Es gibt einen Gleichstand. Darüber entscheidet das Los.",
  "key-lost": `Der Schlüssel zur Urne ist verloren. Niemand kann die Stimmen lesen. Der Wahlgang ist ungültig. ${REPEAT}`,
  "box-damaged": `Mindestens ein Stimmzettel in der Urne ist nicht lesbar. Der Wahlgang ist ungültig und wurde nicht gezählt. ${REPEAT}`,
  restored: `Die Datenbank wurde aus einer Sicherung wiederhergestellt, während der Wahlgang lief. Deshalb ist er ungültig und wurde nicht gezählt. ${REPEAT}`,
  "box-changed": `Die Urne passt nicht mehr zum veröffentlichten Siegel. Der Wahlgang ist ungültig. ${REPEAT}`,
} satisfies Record<EndReason, string>;

export const sealed = {
  title: "Die Abgabe ist beendet, die Urne ist versiegelt",
  root: (root: string) => `Prüfsumme des Siegels: ${root}`,
  count: (ballots: number, entitled: number) =>
    `In der Urne liegen ${ballots} Stimmzettel, möglich waren ${entitled}.`,
  parties: (names: string) => `Teilgenommen haben: ${names}.`,
  nobody: "Niemand hat teilgenommen.",
  how: "Notieren Sie die Prüfsumme. Steht später eine andere da, wurde nach dem Ende etwas verändert. Unter „Zum Nachzählen“ finden Sie alle Belege. Das Ergebnis folgt.",
} as const;

export const result = {
  title: (office: Office, round: number) =>
    round === 1
      ? `Ergebnis der Wahl: ${OFFICES[office]}`
      : `Ergebnis der Wahl, Wahlgang ${round}: ${OFFICES[office]}`,
  elected: (winner: string) => `Gewählt ist: ${winner}.`,
  electedByLot: (winner: string) => `Gewählt ist durch das Los: ${winner}.`,
  runoff: (names: string) => `In der Stichwahl stehen: ${names}. Dann genügt die einfache Mehrheit.`,
  opens: (when: string) => `Die Abgabe öffnet am ${when}. Sie bekommen einen neuen Stimmzettel.`,
  lotWinner: (names: string) => `Das Los entscheidet zwischen: ${names}.`,
  lotRunoff: (names: string) => `Das Los entscheidet, wer in die Stichwahl kommt: ${names}.`,
  fixed: (names: string) => `Schon in der Stichwahl: ${names}.`,
  lotPublic: (date: string) =>
    `Gezogen wird mit den Lottozahlen 6 aus 49 vom ${date}. Niemand kennt sie heute. Alle können nachrechnen.`,
  lotByHand: "Gezogen wird von Hand, vor zwei Zeuginnen oder Zeugen. Das Ergebnis lesen Sie hier.",
  acceptance: "Die gewählte Person muss die Wahl noch annehmen.",
  votes: (name: string, count: number, present: number, won: boolean) =>
    `${name}: ${count} von ${present} Stimmen${won ? ", gewählt" : ""}`,
  labels: { nein: "Nein", enthaltung: "Enthaltungen", ungueltig: "Ungültig" } as Readonly<
    Record<string, string>
  >,
  turnout: (present: number, entitled: number) => `Beteiligung: ${present} von ${entitled} Kommunen.`,
  needed: (needed: number) => `Nötig waren ${needed} Stimmen.`,
  few: "Bei weniger als fünf Stimmzetteln zeige ich keine Stimmenzahlen, damit niemand einzelne Stimmen erkennt.",
  proof: "Zum Nachzählen",
} as const;

export const minutesReady = {
  title: (office: Office, round: number) => `Der Wahlgang ${round} ist gezählt: ${OFFICES[office]}`,
  text: "Der Entwurf der Niederschrift ist fertig. Vorsitz und Wahlleitung unterschreiben ihn nach dem Ende der Einspruchsfrist.",
  scrutineers:
    "Wenn Sie die Wahl prüfen: Öffnen Sie die Niederschrift. Dort holen Sie die Öffnungsdatei ab, zählen nach und bestätigen das Ergebnis.",
} as const;

export const proof = {
  title: "Zum Nachzählen: Vorsitz des Forums",
  pending: "Die Urne ist noch nicht versiegelt. Die Angaben zum Nachzählen kommen nach dem Ende der Abgabe.",
  none: "Zu diesem Wahlgang gibt es kein Siegel, weil die Urne nicht gelesen werden konnte.",
  round: (electionId: string, round: number) => `Wahl ${electionId}, Wahlgang ${round}.`,
  receipts: "Alle Belege. Ihr eigener muss dabei sein:",
  commitments: "Alle Siegelwerte, sortiert. Die ersten zwölf Zeichen sind der Beleg:",
  full: "Alle Siegelwerte",
  recipe:
    "Die Prüfsumme ist SHA-256 über diese Zeilen, jede mit Zeilenende: forum-siegel/v1, Kennung der Wahl, Wahlgang, Anzahl der Siegelwerte, die Siegelwerte, Anzahl der Kommunen, die Kommunen in dieser Schreibweise.",
  parties: "Teilgenommen haben:",
  choices: "Alle Stimmzettel in zufälliger Reihenfolge:",
  hidden:
    "Die einzelnen Stimmzettel zeige ich hier nicht: Es sind weniger als fünf, oder der Wahlgang ist ungültig.",
  waiting: "Die Stimmzettel stehen hier, sobald sie gezählt sind.",
} as const;
