/** What the coordinator reads when a date is moved or changed. */
import type { WallClock } from "../../calendar/zones.ts";
import { problems, refusals } from "../refusal.texts.ts";
import { detailNames, fullWhen } from "../texts.ts";
import type { MovingRefusal } from "./move.service.ts";
import type { Detail } from "./move.ts";

export const moving = {
  title: (startsAt: WallClock) => `Termin ändern: Forum am ${fullWhen(startsAt)}`,
  reviewTitle: "Bitte prüfen Sie die Änderung",
  from: (startsAt: WallClock) => `Bisher: ${fullWhen(startsAt)}`,
  to: (startsAt: WallClock) => `Neu: ${fullWhen(startsAt)}`,
  fields: (fields: readonly Detail[]) => `Neu: ${fields.map((field) => detailNames[field]).join(", ")}.`,
  moves: "Der Kanal des Forums und alle, die einen Sitz innehaben, erfahren es sofort.",
  replies: (count: number) => {
    if (count === 0) return "Bisher hat noch niemand geantwortet. Alle werden um eine Antwort gebeten.";
    const given = count === 1 ? "1 Antwort zählt" : `${count} Antworten zählen`;
    return `${given} dann nicht mehr. Alle werden neu um eine Antwort gebeten.`;
  },
  reminders: "Die Erinnerungen richten sich nach dem neuen Termin.",
  keeps: "Antworten und Erinnerungen bleiben.",
  move: "Termin verschieben",
  change: "Änderung speichern",
  back: "Zurück",
  done: (startsAt: WallClock) => `Gespeichert: Forum am ${fullWhen(startsAt)}`,
  doneHint: "Der Kanal des Forums und alle, die einen Sitz innehaben, erhalten jetzt eine Nachricht.",
} as const;

export const moveRefusals = {
  notCoordinator: refusals.notCoordinator,
  gone: refusals.gone,
  sameTime: refusals.sameTime,
  isCancelled: "Dieser Termin ist abgesagt und bleibt es. Planen Sie mit „termin planen“ einen neuen.",
  begun: "Das Forum hat schon begonnen. Ändern ist nicht mehr möglich.",
  nothingChanged: "Sie haben nichts geändert. Bitte ändern Sie etwas, oder gehen Sie zurück.",
  changedMeanwhile: "Jemand hat den Termin inzwischen geändert. Unten sehen Sie ihn, wie er jetzt ist.",
} satisfies Record<MovingRefusal, string>;

export const moveProblems = problems;
