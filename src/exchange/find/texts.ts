/** What people read when they search. */
import { germanDate } from "../../calendar/zones.ts";
import { kinds, offers, stages } from "../texts.ts";
import type { Restriction } from "./restrictions.ts";

export const search = {
  title: (words: string) => `Suche: ${words}`,
  total: (total: number, from: number, shown: number) => {
    if (total === 1) return "1 Beitrag passt.";
    if (total <= shown) return `${total} Beiträge passen, der beste zuerst.`;
    return from === 0
      ? `${total} Beiträge passen. Hier sind die besten ${shown}.`
      : `${total} Beiträge passen. Hier sind ${from + 1} bis ${from + shown}.`;
  },
  nothing: (words: string) => `Zu „${words}“ habe ich keinen Beitrag gefunden.`,
  nearest: "Am nächsten kommen diese:",
  nothingHint:
    "Versuchen Sie ein anderes oder kürzeres Wort, zum Beispiel das Fachgebiet oder den Namen eines Produkts.",
  letGo: (restrictions: string) =>
    `Mit der Einschränkung auf ${restrictions} gibt es keinen Beitrag. Hier ist die Suche ohne sie.`,
  restricted: (restrictions: string) => `Eingeschränkt auf: ${restrictions}.`,
  preferred: (restrictions: string) => `Bevorzugt: ${restrictions}.`,
  without: (restriction: string) => `Ohne „${restriction}“`,
  more: "Weitere Treffer",
  because: (words: readonly string[]) => `Gefunden über: ${words.join(", ")}`,
  sameSubject: (name: string) => `Gleiches Sachgebiet: ${name}`,
  newestTitle: "Die neuesten Beiträge",
  newestBelow: "Das sind die neuesten Beiträge:",
  none: "Es gibt noch keine Beiträge. Mit „festhalten“ legen Sie den ersten an.",
  askWords: "Wonach soll ich suchen? Schreiben Sie zum Beispiel: suche digitaler Bauantrag",
  show: (title: string) => `Anzeigen: ${title}`,
  record: "Austausch festhalten",
} as const;

export type RestrictionNames = {
  readonly organisation: (key: string) => string;
  readonly group: (id: string) => string;
};

/** One day earlier, for "up to and including". */
const DAY_MS = 86_400_000;

/** A restriction as people read it. */
export function restrictionText({ name, value }: Restriction, names: RestrictionNames): string {
  const said = String(value);
  switch (name) {
    case "kind":
      return kinds[value as keyof typeof kinds];
    case "stage":
      return stages[value as keyof typeof stages];
    case "offer":
      return offers[value as keyof typeof offers];
    case "party":
      return names.organisation(said);
    case "group":
      return names.group(said);
    case "since":
      return `ab ${germanDate(Number(value))}`;
    case "until":
      return `bis ${germanDate(Number(value) - DAY_MS)}`;
  }
}
