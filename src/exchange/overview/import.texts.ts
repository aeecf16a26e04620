/** What people read about a file of records. */
import { LIMITS } from "../exchange.ts";
import { refusals } from "../texts.ts";
import { type Fault, LONGEST_GROUP, LONGEST_ID } from "./imported.ts";

const or = (...words: readonly string[]): string => `${words.slice(0, -1).join(", ")} oder ${words.at(-1)}`;

/** What a field of a JSON line must hold. */
const jsonFields: Readonly<Record<string, string>> = {
  externalId: `ein Text, höchstens ${LONGEST_ID} Zeichen, ohne Leerzeichen am Rand`,
  kind: or("prozess", "produkt", "service"),
  title: "ein Text",
  text: "ein Text",
  party: "der Schlüssel einer Organisation des Forums, zum Beispiel schopfheim",
  stage: or("idee", "erprobung", "im-einsatz", "beendet"),
  product: "ein Text; ohne Produkt fehlt die Angabe",
  tags: "eine Liste von Texten",
  offer: or("sucht", "bietet", "null"),
  binding: or("unverbindlich", "beschlossen"),
  recordedAt: "ein Zeitpunkt in UTC, zum Beispiel 2024-03-12T09:41:00Z",
  group: `der Name einer Gruppe, höchstens ${LONGEST_GROUP} Zeichen`,
  visibility: or("forum", "gruppe"),
  links: "eine Liste von Adressen",
};

const excerpt = (said: string): string => (said.length > 60 ? `${said.slice(0, 60)}…` : said);

function fieldText(name: string, said: string | null, must: string): string {
  if (said === null) return `„${name}“ fehlt; nötig ist: ${must}.`;
  return `„${name}“ ist „${excerpt(said)}“; möglich ist: ${must}.`;
}

/** The name of a product is no duty in a file. */
const contentTexts = {
  ...refusals,
  titleTooLong: `Der Titel ist zu lang. Möglich sind ${LIMITS.title} Zeichen.`,
};

/** One sentence that names what is wrong and what is possible. `fields`: what each field must hold. */
export function faultText(fault: Fault, fields: Readonly<Record<string, string>> = jsonFields): string {
  switch (fault.kind) {
    case "encoding":
      return "Die Zeile ist nicht in UTF-8 geschrieben. Bitte speichern Sie die Datei in UTF-8.";
    case "notObject":
      return "Das ist kein JSON-Objekt. Jede Zeile braucht eines.";
    case "groupOnly":
      return "Nur für eine Gruppe kann ein Beitrag sein, der zu einer Gruppe gehört. Bitte nennen Sie die Gruppe.";
    case "field":
      return fieldText(fault.field, fault.said, fields[fault.field] ?? "ein Text");
    case "content":
      return contentTexts[fault.problem];
    case "twice":
      return `Die Kennung „${excerpt(fault.said)}“ steht schon in Zeile ${fault.before}. Jede darf nur einmal vorkommen.`;
    case "shape":
      return `Die Zeile hat ${fault.cells} Felder, die Kopfzeile ${fault.columns}. Bitte prüfen Sie Trennzeichen und Anführungszeichen.`;
  }
}
