/** What `wahl` says in each state of an election. */
import type { VoteStep } from "./status.ts";

export const state = {
  nomination: (deadline: string) => `Vorschläge sind möglich bis ${deadline}.`,
  nominationSecret: "Wer vorgeschlagen ist, steht hier nach dem Ende der Vorschläge.",
  nominees: "Bisher vorgeschlagen (das sehen nur Koordination und Wahlleitung):",
  nominee: (name: string, how: string) => `${name}: ${how}`,
  agreed: "hat zugestimmt",
  asked: "noch keine Antwort",
  byPaper: "Zustimmung kommt schriftlich",
  noNominees: "Noch ist niemand vorgeschlagen.",
  acceptance: (name: string, deadline: string) =>
    `Gewählt ist: ${name}. Die Person hat bis ${deadline} Zeit, die Wahl anzunehmen.`,
  lotDue: (when: string) => `Die Koordination kann den Wert ab ${when} eintragen.`,
  elected: (name: string) => `${name} hat die Wahl angenommen.`,
  cancelled: (reason: string) => `Die Wahl wurde abgebrochen. Grund: ${reason}`,
  objectionOpen: (deadline: string) => `Einspruch ist möglich bis ${deadline}.`,
  objections: (count: number) =>
    count === 0 ? "Bisher gibt es keinen Einspruch." : `Zahl der Einsprüche: ${count}.`,
} as const;

/** What concerns the reader. */
export const own = {
  manage: "Wahl leiten",
  vote: {
    "open-paper": "Ihre Stimme fehlt noch. Öffnen Sie bitte Ihren Stimmzettel.",
    "has-voted": "Ihre Kommune hat abgestimmt. Sie müssen nichts mehr tun.",
    "other-holder": "Für Ihre Kommune stimmt eine andere Person ab. Sie müssen nichts tun.",
    nothing: "Sie haben in dieser Wahl keinen Sitz. Das Ergebnis lesen Sie hier oder im Kanal des Forums.",
    closing: "Die Abgabe ist beendet. Das Ergebnis kommt in den Kanal des Forums.",
  } satisfies Record<VoteStep, string>,
  asked: (name: string) => `Sie sind vorgeschlagen als: ${name}. Bitte antworten Sie.`,
  stands: (name: string) => `Sie kandidieren als: ${name}.`,
  noted: "Ihr Rücktritt ist notiert. Ich gebe ihn nicht bekannt, solange die Abgabe läuft.",
  elected: "Sie sind gewählt. Bitte antworten Sie. Schweigen ist keine Annahme.",
} as const;
