/** What members read. */
import type { MemberRefusal } from "./service.ts";

export const refusals = {
  organisationUnknown:
    "Diese Organisation kenne ich nicht. Bitte wählen Sie Ihre Organisation aus der Liste.",
  holdsSeat:
    "Sie haben den Sitz Ihrer Kommune im Forum oder sind als Stellvertretung benannt. Bitte wenden Sie sich zuerst an die Koordination: Sie gibt Sie dort frei.",
} satisfies Record<MemberRefusal, string>;

export const texts = {
  title: "Zu welcher Organisation gehören Sie?",
  why: "Das brauche ich einmal, bevor Sie Austausche festhalten oder suchen können.",
  stored:
    "Ich speichere dann Ihren Namen in Teams, Ihre Kennung in Teams und Ihre Organisation. Sonst speichere ich nichts über Sie.",
  label: "Ihre Organisation",
  choose: "Bitte wählen",
  required: "Bitte wählen Sie Ihre Organisation aus.",
  save: "Übernehmen",
  cancel: "Abbrechen",
  unknown: (typed: string) =>
    `„${typed}“ finde ich nicht unter den beteiligten Organisationen. Bitte wählen Sie aus der Liste.`,
  several: (typed: string) => `Mit „${typed}“ können mehrere Organisationen gemeint sein. Bitte wählen Sie.`,
  associatedMark: "verbundene Organisation, ohne Stimme",
  done: (organisation: string) => `Danke. Sie gehören zu: ${organisation}.`,
  joined: (group: string) => `Sie arbeiten jetzt in der Gruppe „${group}“ mit.`,
  next: "Sie können jetzt zum Beispiel schreiben: **festhalten**, **suche E-Akte** oder **hilfe**.",
  change: "Falls das nicht stimmt, schreiben Sie zum Beispiel: **ich bin Schopfheim**.",
} as const;
