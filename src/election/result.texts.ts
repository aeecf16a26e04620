/** What people read after the close: seal, result, recount. */
import type { EndReason } from "./stored.ts";
import { notElectedReasons, voidReasons } from "./texts.ts";

const NEXT = "Das Forum entscheidet, wie es weitergeht.";

/** Why nobody was elected, while no further round is held. */
export const endings = {
  ...notElectedReasons,
  ...voidReasons,
  "count-mismatch":
    "Die Zahl der Stimmzettel passt nicht zur Zahl der Beteiligten. Der Wahlgang ist ungültig und wurde nicht gezählt. Die Koordination plant eine neue Wahl.",
  "no-quorum":
    "Es haben zu wenige Kommunen teilgenommen. Der Wahlgang ist ungültig, die Stimmen bleiben ungezählt. Die Koordination plant eine neue Wahl.",
  runoff: `Niemand ist gewählt: Niemand hat mehr als die Hälfte der Stimmen. Nötig ist eine Stichwahl. ${NEXT}`,
  "second-round": `Niemand ist gewählt: Die Kandidatur hat nicht mehr als die Hälfte der Stimmen. Nötig ist ein zweiter Wahlgang. ${NEXT}`,
  lot: `Niemand ist gewählt: Es gibt einen Gleichstand, über den das Los entscheiden muss. ${NEXT}`,
  "key-lost":
    "Der Schlüssel zur Urne ist verloren. Niemand kann die Stimmen lesen. Der Wahlgang ist ungültig. Die Koordination plant eine neue Wahl.",
  "box-damaged":
    "Mindestens ein Stimmzettel in der Urne ist nicht lesbar. Der Wahlgang ist ungültig und wurde nicht gezählt. Die Koordination plant eine neue Wahl.",
  "box-changed":
    "Die Urne passt nicht mehr zum veröffentlichten Siegel. Der Wahlgang ist ungültig. Die Koordination plant eine neue Wahl.",
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
  title: "Ergebnis der Wahl: Vorsitz des Forums",
  elected: (winner: string) => `Gewählt ist: ${winner}.`,
  acceptance: "Die gewählte Person muss die Wahl noch annehmen.",
  votes: (name: string, count: number, present: number) => `${name}: ${count} von ${present} Stimmen`,
  labels: { nein: "Nein", enthaltung: "Enthaltungen", ungueltig: "Ungültig" } as Readonly<
    Record<string, string>
  >,
  turnout: (present: number, entitled: number) => `Beteiligung: ${present} von ${entitled} Kommunen.`,
  needed: (needed: number) => `Nötig waren ${needed} Stimmen.`,
  few: "Bei weniger als fünf Stimmzetteln zeige ich keine Stimmenzahlen, damit niemand einzelne Stimmen erkennt.",
  proof: "Zum Nachzählen",
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
