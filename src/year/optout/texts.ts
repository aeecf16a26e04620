/** What people read when they choose their messages. */
import type { Topic } from "./topics.ts";

export const topics = {
  invitations: "Einladungen zu Terminen des Forums",
  reminders: "Erinnerungen an Termine und Umfragen",
  polls: "Umfragen zu Terminen",
  digest: "Überblick über das Quartal",
  decisions: "Hinweise zu Anträgen und Beschlüssen, auch aus Arbeitsgruppen",
  probes: "Proben, ob ich Sie erreiche",
  declaration: "Hinweis zur Verlängerung der Willensbekundung",
  records: "Beiträge: Erfahrungen zu Ihren Beiträgen, und was zu Ihren Gesuchen und Angeboten passt",
} satisfies Record<Topic, string>;

export const texts = {
  title: "Ihre Mitteilungen",
  why: "Hier wählen Sie, was ich Ihnen im persönlichen Chat schicke. Ein Haken heißt: Sie bekommen es.",
  wanted: "Das möchte ich bekommen",
  always:
    "Das kommt immer: alles zu einer laufenden Wahl, Stimmzettel, und wenn ein Termin verschoben oder abgesagt wird.",
  coordination: "Auch Warnungen an die Koordination und an den Vorsitz lassen sich nicht abschalten.",
  groups: "Was in Kanälen und Gruppen steht, ändert sich dadurch nicht. Alle Termine zeigt: termine.",
  save: "Speichern",
  cancel: "Abbrechen",
  saved: "Ihre Auswahl ist gespeichert.",
  allOn: "Sie bekommen alle Mitteilungen.",
  off: (names: string) => `Abgeschaltet: ${names}.`,
  change: "Auswahl ändern",
} as const;

export const refusals = {
  elsewhere: "Das geht nur in unserem persönlichen Chat. Bitte schreiben Sie mir dort: mitteilungen.",
  notMember: "Bitte sagen Sie mir zuerst, wer Sie sind. Schreiben Sie zum Beispiel: ich bin Schopfheim.",
} as const;
export type OptOutRefusal = keyof typeof refusals;
