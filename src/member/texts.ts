/** What members read. */
import type { MemberRefusal, SeatPart } from "./service.ts";

export const refusals = {
  organisationUnknown:
    "Diese Organisation kenne ich nicht. Bitte wählen Sie Ihre Organisation aus der Liste.",
  holdsSeat:
    "Sie haben den Sitz Ihrer Kommune im Forum oder sind als Stellvertretung benannt. Bitte wenden Sie sich zuerst an die Koordination: Sie gibt Sie dort frei.",
} satisfies Record<MemberRefusal, string>;

const parts = { delegate: "Delegierte/r", deputy: "Stellvertretung" } satisfies Record<SeatPart, string>;

export const texts = {
  title: "Zu welcher Organisation gehören Sie?",
  why: "Das brauche ich einmal, bevor Sie Austausche festhalten oder suchen können.",
  stored:
    "Mit „Übernehmen“ speichere ich Ihren Namen in Teams, Ihre Kennung in Teams und Ihre Organisation. Sonst speichere ich nichts über Sie.",
  label: "Ihre Organisation",
  choose: "Bitte wählen",
  required: "Bitte wählen Sie Ihre Organisation aus.",
  save: "Übernehmen",
  cancel: "Abbrechen",
  unknown: (typed: string) =>
    `„${typed}“ finde ich nicht unter den beteiligten Organisationen. Bitte wählen Sie aus der Liste.`,
  several: (typed: string) => `Mit „${typed}“ können mehrere Organisationen gemeint sein. Bitte wählen Sie.`,
  associatedMark: "verbundene Organisation, ohne Stimme",
  ask: (organisation: string) => `Sie gehören zu ${organisation}. Stimmt das?`,
  askListed: (organisation: string, part: SeatPart | null) =>
    `Die Koordination hat Sie eingetragen: ${organisation}${part === null ? "" : `, ${parts[part]}`}. Stimmt das?`,
  listedOther: (organisation: string) => `Die Koordination hat Sie für ${organisation} eingetragen.`,
  origin:
    "Diese Angaben hat mir die Koordination gegeben. Erst wenn Sie sie bestätigen, können Sie für Ihre Organisation handeln.",
  notYet: "Es ist noch nichts gespeichert.",
  willStore: (chat: boolean) =>
    `Mit „Ja, übernehmen“ speichere ich: Ihren Namen in Teams, Ihre Kennung in Teams${chat ? ", Ihre Organisation und diesen Chat, damit ich Ihnen schreiben kann" : " und Ihre Organisation"}. Sonst speichere ich nichts über Sie.`,
  willJoin: (group: string) => `Sie arbeiten dann auch in der Gruppe „${group}“ mit.`,
  onlyYou: "Die Antwort gilt für die Person, die drückt.",
  newNotice: "Der Datenschutzhinweis ist neu. Bitte lesen Sie ihn, und bestätigen Sie dann noch einmal.",
  yes: "Ja, übernehmen",
  other: "Andere Organisation",
  done: (organisation: string) => `Danke. Sie gehören zu: ${organisation}.`,
  joined: (group: string) => `Sie arbeiten jetzt in der Gruppe „${group}“ mit.`,
  next: "Sie können jetzt zum Beispiel schreiben: **festhalten**, **suche E-Akte** oder **hilfe**.",
  change: "Falls das nicht stimmt, schreiben Sie zum Beispiel: **ich bin Schopfheim**.",
} as const;
