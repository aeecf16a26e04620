/** What people read about Probe cards. */
import type { ProbeRefusal } from "./probe.ts";

export const refusals = {
  notCoordinator: "Das kann nur die Koordination. Bitte wenden Sie sich an das Büro der Landrätin.",
  nobodyHolds: "Es ist noch kein Sitz besetzt. Bitte besetzen Sie zuerst die Sitze: koordination.",
  nobodyMissing: "Alle besetzten Sitze sind schon erreicht. Es wurde nichts gesendet.",
  tooSoon:
    "Die letzte Probe ist noch keine zehn Minuten her. Bitte warten Sie, bis die Antworten da sind. Es wurde nichts gesendet.",
  notYours: "Diese Probe ist für eine andere Person bestimmt. Sie müssen nichts tun.",
  notHolder:
    "Zurzeit stimmt jemand anders für Ihre Kommune ab. Diese Probe gilt nicht mehr. Wer abstimmt, zeigt Ihnen: sitz.",
  oldCard: "Diese Probe ist überholt. Bitte drücken Sie den Knopf auf der neuesten Probe in diesem Chat.",
} satisfies Record<ProbeRefusal, string>;

export const texts = {
  title: "Erreichbarkeit der Sitze",
  reached: (reached: number, all: number) => `${reached} von ${all} erreicht`,
  why: "Ich schicke allen, die einen Sitz haben, eine Probe in ihren Chat. Erreicht ist, wer den Knopf darauf drückt.",
  never: "Es wurde noch keine Probe gesendet.",
  lastSent: (when: string) => `Letzte Probe: ${when}.`,
  missing: "Noch nicht erreicht. Wer bis zur Wahl nicht erreicht ist, bekommt die Unterlagen auf Papier:",
  empty: (party: string) => `${party} (nicht besetzt)`,
  all: "Alle Sitze sind erreicht.",
  sent: (count: number) =>
    count === 1 ? "1 Probe ist unterwegs." : `${count} Proben sind unterwegs. Bitte sehen Sie später nach.`,
  sendAll: "Probe an alle",
  sendMissing: "Nur Fehlende anschreiben",
  refresh: "Neu laden",
  overview: "Zur Koordination",
  cardTitle: "Probe: Bitte einmal drücken",
  cardWhy:
    "Die Koordination prüft, ob alle Sitze vor der nächsten Wahl erreichbar sind. Sie wählen damit nichts. Es wird nur gespeichert, dass Sie gedrückt haben.",
  press: "Ich bin erreichbar",
  thanks: "Danke, Sie sind erreichbar.",
  thanksAgain: "Danke, Sie sind erreichbar. Das war schon gespeichert.",
} as const;
