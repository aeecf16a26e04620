/** What people read when a party leaves the Forum. */
import type { InElection, LeaveProblem, LeaveRefusal, LeaveWarning } from "./leave.ts";

const day = (date: string): string => date.split("-").reverse().join(".");

export const refusals = {
  notCoordinator: "Das kann nur die Koordination. Bitte wenden Sie sich an das Büro der Landrätin.",
  gone: "Dieser Austritt ist nicht mehr erfasst. Schreiben Sie „beteiligung“, um den Stand zu sehen.",
  tooLate:
    "Der Austritt ist schon wirksam und lässt sich hier nicht mehr zurücknehmen. Schreiben Sie „beteiligung“, um den Stand zu sehen.",
} satisfies Record<LeaveRefusal, string>;

export const problems = {
  partyMissing: "Bitte wählen Sie eine Kommune aus.",
  partyUnknown: "Diese Kommune ist nicht beteiligt. Bitte wählen Sie sie aus der Liste.",
  already: "Für diese Kommune ist schon ein Austritt erfasst. Bitte nehmen Sie ihn zuerst zurück.",
  dayMissing: "Bitte geben Sie den letzten Tag an.",
  dayOver: "Der letzte Tag darf nicht vergangen sein. Bitte geben Sie heute oder einen späteren Tag an.",
  dayTooFar: "Der letzte Tag liegt mehr als zwei Jahre voraus. Bitte prüfen Sie das Datum.",
} satisfies Record<LeaveProblem, string>;

export const warnings = {
  notYearEnd:
    "Die Willensbekundung gilt jeweils bis zum 31.12. Bitte prüfen Sie, ob ein anderer Tag vereinbart ist.",
  nextYear: "Der letzte Tag liegt nicht in diesem Jahr. Bis dahin bleibt die Kommune beteiligt.",
} satisfies Record<LeaveWarning, string>;

export const parties = {
  title: "Beteiligung an der Willensbekundung",
  count: (count: number) => `Beteiligt sind ${count}:`,
  record: "Austritt erfassen",
  withdraw: (name: string) => `Zurücknehmen: ${name}`,
  more: "Weitere Austritte nehmen Sie zurück, wenn diese erledigt sind.",
} as const;

export const form = {
  title: "Austritt erfassen",
  why: "Erfassen Sie hier nur, was die Kommune schriftlich erklärt hat.",
  party: "Kommune",
  choose: "Bitte wählen",
  lastDay: "Letzter Tag der Beteiligung",
  lastDayMissing: "Bitte geben Sie den letzten Tag an.",
  next: "Weiter",
  cancel: "Abbrechen",
} as const;

export const review = {
  title: "Diesen Austritt erfassen?",
  facts: (name: string, lastDay: string) => `${name} scheidet aus. Letzter Tag: ${day(lastDay)}.`,
  seat: (lastDay: string) =>
    `Mit dem Ende des ${day(lastDay)} verliert die Kommune ihren Sitz und ihre Stimme. Ihre Antworten auf kommende Termine zählen dann nicht mehr.`,
  voting:
    "Läuft dann eine Abstimmung, zählt eine schon abgegebene Stimme. Sonst zählt die Kommune nicht mehr mit.",
  groups: "Ihre Mitglieder bleiben in den Arbeitsgruppen, ohne Sitz im Forum.",
  told: "Die Personen der Kommune bekommen jetzt eine Nachricht. Bis zum letzten Tag können Sie den Austritt zurücknehmen.",
  record: "Austritt erfassen",
  change: "Ändern",
} as const;

/**
 * What the coordination has to settle: the rule of procedure says nothing of it, so nothing happens by itself.
 */
export const elections = {
  candidate: (name: string) =>
    `${name} kandidiert in einer laufenden Wahl. Die Kandidatur endet nicht von selbst. Bitte klären Sie, ob die Person zurückzieht. Dazu schreibt sie: wahl.`,
  officer: (name: string) =>
    `${name} leitet eine laufende Wahl. Bitte benennen Sie jemand anderen: wahl leiten. Läuft ein Wahlgang, geht das erst danach.`,
  scrutineer: (name: string) =>
    `${name} prüft eine laufende Wahl. Bitte benennen Sie jemand anderen: wahl leiten. Läuft ein Wahlgang, geht das erst danach.`,
} satisfies Record<InElection["part"], (name: string) => string>;

export const told = {
  notedTitle: (name: string) => `Austritt erfasst: ${name}`,
  noted: (name: string, lastDay: string) =>
    `Die Koordination hat erfasst: ${name} scheidet aus der Willensbekundung aus. Letzter Tag: ${day(lastDay)}.`,
  notedSeat: "Bis dahin ändert sich nichts. Danach gibt es keinen Sitz mehr im Forum.",
  wrong: "Stimmt das nicht? Bitte wenden Sie sich gleich an die Koordination.",
  withdrawnTitle: (name: string) => `Austritt zurückgenommen: ${name}`,
  withdrawn: (name: string) => `${name} bleibt beteiligt. Der Sitz und alle Antworten gelten weiter.`,
  leftTitle: (name: string) => `Die Beteiligung ist beendet: ${name}`,
  left: (name: string, lastDay: string) =>
    `${name} war bis zum ${day(lastDay)} beteiligt. Seitdem hat die Kommune keinen Sitz und keine Stimme im Forum.`,
  leftGroups:
    "Wer in Arbeitsgruppen mitarbeitet, bleibt dort Mitglied, wie Personen anderer zugeordneter Stellen. Beiträge und Suche stehen weiter offen.",
  leftCount: (count: number) => `Beteiligt sind jetzt ${count}. Danach richtet sich die Beschlussfähigkeit.`,
} as const;
