/** What people read about all records at once: who uses what, activity, files. */
import type { Quarter } from "../../calendar/quarters.ts";
import type { Kind } from "../exchange.ts";

export const usage = {
  title: "Wer nutzt was",
  about:
    "Aus den Beiträgen mit einem Produkt und aus „Nutzen wir auch“. Je Organisation gilt die neueste Angabe.",
  none: "Es gibt noch keine Beiträge, die ein Produkt nennen. Mit „festhalten Produkt: …“ legen Sie den ersten an.",
  nothing: (words: string) =>
    `Zu „${words}“ nennt kein Beitrag ein Produkt. Schreiben Sie „wer nutzt was“, um alle zu sehen.`,
  shown: (from: number, to: number, total: number) => `Produkte ${from} bis ${to} von ${total}.`,
  line: (stage: string, names: string) => `${stage}: ${names}`,
  further: "Weitere Produkte",
  before: "Vorige Produkte",
  show: (name: string) => `Beitrag: ${name}`,
  product: "Produkt",
  dash: "–",
  tableLabel: (name: string) => `${name}: Tabelle, seitlich verschiebbar`,
} as const;

export const activity = {
  title: "Aktivität im Forum",
  about: "Beiträge und Erfahrungen je Quartal, nach dem Tag, an dem sie festgehalten wurden.",
  none: "In den letzten zwei Jahren wurde nichts festgehalten.",
  quarter: ({ year, quarter }: Quarter) => `Quartal ${quarter}/${year}`,
  records: (count: number) => (count === 1 ? "1 Beitrag" : `${count} Beiträge`),
  kinds: {
    process: (count: number) => (count === 1 ? "1 Prozess" : `${count} Prozesse`),
    product: (count: number) => (count === 1 ? "1 Produkt" : `${count} Produkte`),
    service: (count: number) => (count === 1 ? "1 Service" : `${count} Services`),
  } satisfies Record<Kind, (count: number) => string>,
  experiences: (count: number) => (count === 1 ? "1 Erfahrung" : `${count} Erfahrungen`),
  groups: "Nach Gruppen",
  noGroup: "ohne Gruppe",
  group: "Gruppe",
  recordsHead: "Beiträge",
  experiencesHead: "Erfahrungen",
  picture: "Beiträge je Quartal",
} as const;

export const links = {
  asPage: "Als Seite",
  asFile: "Als Datei",
  pageTitle: "Übersicht als Seite",
  fileTitle: "Beiträge als Datei",
  about:
    "Die Links sind nur für Sie und gelten 24 Stunden. Wer einen Link hat, sieht, was Sie sehen dürfen. Geben Sie ihn nicht weiter.",
  fileAbout:
    "CSV öffnen Sie mit Excel und können es nach Änderungen wieder einlesen. Markdown ist zum Lesen, JSON für Programme.",
  open: "Seite öffnen",
  csv: "CSV",
  markdown: "Markdown",
  json: "JSON",
  revoke: "Links zurücknehmen",
  revoked: "Die Links öffnen nichts mehr. Neue bekommen Sie mit „export“ und „wer nutzt was“.",
  noneToRevoke:
    "Es gibt keine Links, die noch etwas öffnen. Neue bekommen Sie mit „export“ und „wer nutzt was“.",
  notPersonal: "Diese Links gibt es nur im persönlichen Chat mit mir. Bitte schreiben Sie mir dort: export.",
} as const;

export const page = {
  title: "Übersicht über den Austausch",
  madeAt: (date: string) => `Stand: ${date}.`,
  scope: "Sie sehen hier, was Sie im Forum sehen dürfen.",
  files: "Dateien",
} as const;

export const fileTexts = {
  title: "Austausch im Forum",
  asOf: (date: string, count: number) => `Stand ${date}, ${count === 1 ? "1 Beitrag" : `${count} Beiträge`}.`,
  binding: "Verbindlichkeit",
  tags: "Stichwörter",
  links: "Links",
  onlyGroup: "Nur für die Gruppe",
  yes: "ja",
  uses: "Nutzen auch",
  interested: "Interesse",
  name: "Kennung",
  experiences: "Erfahrungen",
  effort: (measure: string) => `Aufwand ${measure}`,
  benefit: (measure: string) => `Nutzen ${measure}`,
} as const;
