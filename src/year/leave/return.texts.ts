/** What people read when a party comes back to the Forum. */
import type { ReturnProblem, ReturnRefusal } from "./return.ts";

const day = (date: string): string => date.split("-").reverse().join(".");

export const refusals = {
  notCoordinator: "Das kann nur die Koordination. Bitte wenden Sie sich an das Büro der Landrätin.",
  gone: "Diese Kommune ist schon wieder beteiligt, oder ihr Austritt hat sich geändert. Schreiben Sie „beteiligung“, um den Stand zu sehen.",
} satisfies Record<ReturnRefusal, string>;

export const problems = {
  partyMissing: "Bitte wählen Sie eine Kommune aus.",
  notLeft: "Diese Kommune ist nicht ausgeschieden. Bitte wählen Sie sie aus der Liste.",
} satisfies Record<ReturnProblem, string>;

export const list = {
  record: "Rückkehr erfassen",
  left: (name: string, lastDay: string) => `${name} war bis zum ${day(lastDay)} beteiligt.`,
} as const;

export const form = {
  title: "Rückkehr erfassen",
  why: "Erfassen Sie hier nur, was die Kommune schriftlich erklärt hat.",
  party: "Kommune, die zurückkehrt",
  choose: "Bitte wählen",
  option: (name: string, lastDay: string) => `${name} (bis ${day(lastDay)})`,
  next: "Weiter",
  cancel: "Abbrechen",
} as const;

export const review = {
  title: "Diese Rückkehr erfassen?",
  facts: (name: string, lastDay: string) => `${name} war bis zum ${day(lastDay)} beteiligt und kehrt zurück.`,
  seat: "Die Kommune ist ab sofort wieder beteiligt, hat einen Sitz und zählt mit.",
  empty: "Der Sitz ist leer. Wer ihn früher hatte, bekommt ihn nicht von selbst zurück.",
  voting: "An einer Abstimmung, die schon läuft, nimmt sie nicht mehr teil.",
  told: "Die Personen der Kommune bekommen jetzt eine Nachricht. Was vorher war, bleibt gespeichert.",
  record: "Rückkehr erfassen",
  change: "Ändern",
} as const;

export const told = {
  title: (name: string) => `Wieder beteiligt: ${name}`,
  back: (name: string) => `${name} ist wieder an der Willensbekundung beteiligt und hat einen Sitz im Forum.`,
  seatEmpty:
    "Der Sitz ist noch leer. Die Koordination besetzt ihn. Danach kommen auch die Einladungen zu den Terminen.",
  count: (count: number) => `Beteiligt sind jetzt ${count}. Danach richtet sich die Beschlussfähigkeit.`,
  wrong: "Stimmt das nicht? Bitte wenden Sie sich gleich an die Koordination.",
} as const;
