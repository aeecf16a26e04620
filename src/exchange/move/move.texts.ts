/** What people read about a record that moves to another group. */
import { refusals as common } from "../texts.ts";
import type { MoveRefusal } from "./move.ts";

export const refusals = {
  notMember: common.notMember,
  gone: common.gone,
  changedMeanwhile: common.changedMeanwhile,
  notMovable:
    "Diesen Beitrag kann nur verschieben, wer ihn festgehalten hat und in beiden Gruppen mitarbeitet, oder die Koordination. Bitte sprechen Sie sie an.",
  groupOnly:
    "Dieser Beitrag ist nur für seine Gruppe. Ohne Gruppe könnte ihn niemand lesen. Machen Sie ihn mit „Bearbeiten“ zuerst für das ganze Forum sichtbar.",
  sameGroup: "Dort ist der Beitrag schon. Es wurde nichts geändert.",
  groupGone: "Diese Arbeitsgruppe gibt es nicht mehr. Bitte wählen Sie eine andere.",
  groupArchived: "Diese Arbeitsgruppe ist abgeschlossen. Bitte wählen Sie eine, die noch arbeitet.",
  notInGroup:
    "In dieser Arbeitsgruppe arbeiten Sie nicht mit. Treten Sie ihr zuerst bei, oder bitten Sie die Koordination.",
  nowhere:
    "Es gibt keine andere Arbeitsgruppe, in die Sie den Beitrag verschieben können. Treten Sie der Gruppe zuerst bei, oder bitten Sie die Koordination.",
} satisfies Record<MoveRefusal, string>;

export const texts = {
  button: "Verschieben",
  title: (title: string) => `Verschieben: ${title}`,
  now: (group: string) => `Der Beitrag gehört jetzt zu: ${group}.`,
  none: "keine Arbeitsgruppe",
  which: "Zu welcher Arbeitsgruppe soll er gehören?",
  groupOnly:
    "Der Beitrag ist nur für seine Gruppe. Danach können ihn nur noch die Mitglieder der neuen Gruppe lesen. Soll er zu keiner Gruppe gehören, machen Sie ihn mit „Bearbeiten“ zuerst für das ganze Forum sichtbar.",
  stays: "Erfahrungen und der Verlauf gehen mit. Die Kanäle beider Gruppen bekommen eine Nachricht.",
  move: "Verschieben",
  cancel: "Abbrechen",
  done: (title: string) => `Verschoben: ${title}`,
  show: "Anzeigen",
  told: (title: string) => `Verschoben: ${title}`,
  toldTo: (group: string) => `Der Beitrag gehört jetzt zur Arbeitsgruppe ${group}.`,
  toldNone: "Der Beitrag gehört jetzt zu keiner Arbeitsgruppe mehr.",
  /** To those who may not read it any more: without its title. */
  leftTitle: "Ein Beitrag wurde verschoben.",
  left: (group: string) =>
    `Ein Beitrag dieser Gruppe gehört jetzt zur Arbeitsgruppe ${group} und ist nur für deren Mitglieder.`,
} as const;
