/** What people read about earlier versions and deleted records. */
import type { Binding, Visibility } from "../exchange.ts";
import type { Act, Difference } from "./versions.ts";

const bindings = { open: "unverbindlich", decided: "beschlossen" } satisfies Record<Binding, string>;
const visibilities = {
  forum: "alle im Forum",
  group: "nur die Arbeitsgruppe",
} satisfies Record<Visibility, string>;

const fields = {
  kind: "Art",
  title: "Titel",
  text: "Beschreibung",
  stage: "Stand",
  product: "Produkt",
  offer: "Gesucht oder geboten",
  binding: "Verbindlichkeit",
  visibility: "Lesen dürfen",
  tags: "Stichwörter",
  links: "Links",
  organisation: "Organisation",
  group: "Gruppe",
} satisfies Record<Difference["field"], string>;

const acts = {
  recorded: "Festgehalten",
  changed: "Geändert",
  deleted: "Gelöscht",
  restored: "Wiederhergestellt",
  moved: "Verschoben",
  objected: "Gelöscht nach einem Widerspruch",
} satisfies Record<Act, string>;

export const history = {
  show: "Verlauf",
  title: (title: string) => `Verlauf: ${title}`,
  bindings,
  visibilities,
  fields,
  /** An objection stands in the store under the name of whoever recorded the message: nobody is named. */
  act: (act: Act, at: string, by: string) =>
    act === "objected" ? `${acts[act]} am ${at}` : `${acts[act]} am ${at} von ${by}`,
  at: (date: string, time: string) => `${date}, ${time} Uhr`,
  none: "keine Angabe",
  noGroup: "keine",
  changed: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
  before: (field: string, text: string) => `${field} vorher: ${text}`,
  after: (field: string, text: string) => `${field} danach: ${text}`,
  gone: (field: string, list: string) => `${field} entfernt: ${list}`,
  added: (field: string, list: string) => `${field} hinzugefügt: ${list}`,
  order: (field: string) => `${field}: andere Reihenfolge`,
  spacing: (field: string) => `${field}: nur Leerzeichen oder Zeilen`,
  nothing: "Der Inhalt blieb gleich.",
  closed: "Diese Fassung war nur für eine Arbeitsgruppe bestimmt. Sie gehören nicht dazu.",
  revert: (revision: number) => `Fassung ${revision} wiederherstellen`,
  version: (revision: number) => `Fassung ${revision}`,
  page: (page: number, pages: number) => `Seite ${page} von ${pages}, das Neueste zuerst`,
  newer: "Neuere",
  older: "Ältere",
  back: "Zum Beitrag",
  reverted: (title: string) => `Frühere Fassung wiederhergestellt: ${title}`,
  revertedHint: "Die Fassung davor bleibt im Verlauf. Sie können sie dort zurückholen.",
  sameNow: "Der Beitrag lautet schon so. Es wurde nichts geändert.",
} as const;

export const bin = {
  title: "Papierkorb",
  none: "Der Papierkorb ist leer.",
  own: "Hier stehen gelöschte Beiträge, die Sie festgehalten oder geschrieben haben.",
  all: "Hier stehen alle gelöschten Beiträge.",
  kept: "Gelöschte Beiträge werden nach 30 Tagen mit allem, was dazu gehört, endgültig entfernt.",
  line: (organisation: string, date: string, by: string | null) =>
    `${organisation} · gelöscht am ${date}${by === null ? "" : ` von ${by}`}`,
  until: (date: string) => `Wiederherstellen können Sie ihn bis ${date}.`,
  objected:
    "Wer die Nachricht geschrieben hat, hat widersprochen. Nur sie oder er kann ihn wiederherstellen.",
  restore: (title: string) => `Zurück: ${title}`,
  page: (page: number, pages: number) => `Seite ${page} von ${pages}`,
  elsewhere: "Den Papierkorb zeige ich Ihnen im persönlichen Chat. Schreiben Sie dort: papierkorb",
} as const;
