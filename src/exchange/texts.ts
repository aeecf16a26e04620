/** What people read about records. */
import type { Binding, DraftProblem, ExchangeRefusal, Kind, Offer, Stage, Visibility } from "./exchange.ts";
import { LIMITS } from "./exchange.ts";

export const refusals = {
  kindMissing: "Bitte wählen Sie, worum es geht: Prozess, Produkt oder Service.",
  titleMissing: "Bitte geben Sie einen Titel ein.",
  titleTooLong: `Der Titel ist zu lang. Möglich sind ${LIMITS.title} Zeichen. Bitte prüfen Sie die gekürzte Fassung.`,
  textMissing: "Bitte beschreiben Sie den Austausch in ein bis zwei Sätzen.",
  textTooLong: `Der Text ist zu lang. Möglich sind ${LIMITS.text} Zeichen. Bitte prüfen Sie die gekürzte Fassung.`,
  stageMissing: "Bitte wählen Sie den Stand: Idee, Erprobung, im Einsatz oder beendet.",
  productMissing:
    "Bitte nennen Sie das Produkt oder die Plattform. Suchen Sie noch eines, wählen Sie „sucht“ bei „Gesucht oder geboten“.",
  productTooLong: `Der Name des Produkts ist zu lang. Möglich sind ${LIMITS.product} Zeichen. Bitte prüfen Sie die gekürzte Fassung.`,
  offerUnknown: "Bitte wählen Sie bei „Gesucht oder geboten“ einen Eintrag aus der Liste.",
  bindingUnknown: "Bitte wählen Sie bei „Verbindlichkeit“ einen Eintrag aus der Liste.",
  visibilityUnknown: "Bitte wählen Sie bei „Wer darf das lesen?“ einen Eintrag aus der Liste.",
  tooManyTags: `Das sind zu viele Stichwörter. Möglich sind ${LIMITS.tags}.`,
  tagTooLong: `Ein Stichwort ist zu lang. Möglich sind ${LIMITS.tag} Zeichen. Bitte trennen Sie Stichwörter mit Kommas.`,
  tooManyLinks: `Das sind zu viele Links. Möglich sind ${LIMITS.links}.`,
  linkInvalid: `Ein Link ist keine Adresse, die mit https:// beginnt und höchstens ${LIMITS.link} Zeichen hat. Bitte prüfen Sie ihn.`,
  notMember:
    "Dafür muss ich wissen, zu welcher Organisation Sie gehören. Schreiben Sie zum Beispiel: ich bin Schopfheim.",
  organisationMissing: "Bitte wählen Sie Ihre Organisation aus.",
  organisationUnknown:
    "Diese Organisation kenne ich nicht. Bitte wählen Sie Ihre Organisation aus der Liste.",
  noticeChanged:
    "Der Datenschutzhinweis ist neu. Es wurde nichts gespeichert. Bitte lesen Sie ihn unten, und speichern Sie noch einmal.",
  gone: "Diesen Beitrag gibt es nicht mehr. Mit „beiträge“ sehen Sie die neuesten.",
  notYours:
    "Diesen Beitrag kann nur ändern, wer ihn festgehalten hat, oder die Koordination. Bitte sprechen Sie sie an.",
  noGroup:
    "Nur für die Gruppe kann ein Beitrag sein, der zu einer laufenden Arbeitsgruppe gehört. Wählen Sie das ganze Forum, oder halten Sie den Beitrag im Kanal der Gruppe fest.",
  objected:
    "Wer die Nachricht geschrieben hat, hat widersprochen. Nur diese Person kann den Beitrag wiederherstellen.",
  notAuthor: "Widersprechen kann nur, wer die Nachricht geschrieben hat.",
  changedMeanwhile: "Der Beitrag wurde inzwischen geändert. Es wurde nichts gespeichert.",
} satisfies Record<DraftProblem | ExchangeRefusal, string>;

export const kinds = { process: "Prozess", product: "Produkt", service: "Service" } satisfies Record<
  Kind,
  string
>;
export const stages = {
  idea: "Idee",
  trial: "Erprobung",
  inUse: "im Einsatz",
  ended: "beendet",
} satisfies Record<Stage, string>;
export const offers = { seeks: "sucht", offers: "bietet" } satisfies Record<Offer, string>;

export const bindings = { open: "unverbindlich", decided: "beschlossen" } satisfies Record<Binding, string>;
export const visibilities = { forum: "alle im Forum", group: "nur die Gruppe" } satisfies Record<
  Visibility,
  string
>;
export const onlyGroup = (name: string): string => `${visibilities.group} „${name}“`;

export const labels = {
  kind: "Worum geht es?",
  title: "Titel",
  text: "Beschreibung",
  stage: "Stand",
  product: "Produkt oder Plattform (bei Produkten nötig)",
  offer: "Gesucht oder geboten? (freiwillig)",
  organisation: "Ihre Organisation",
  about: "Organisation des Beitrags",
  binding: "Verbindlichkeit",
  tags: "Stichwörter (freiwillig)",
  links: "Links (freiwillig)",
  visibility: "Wer darf das lesen?",
} as const;

export const facts = {
  kind: "Art",
  organisation: "Organisation",
  stage: "Stand",
  product: "Produkt",
  offer: "Gesucht oder geboten",
  group: "Gruppe",
  recorded: "Festgehalten",
  noGroup: "keine",
  by: (date: string, name: string) => `am ${date} von ${name}`,
  said: "Nachricht",
  saidBy: (date: string | null, name: string | null) =>
    [date === null ? "" : `vom ${date}`, name === null ? "" : `von ${name}`]
      .filter((one) => one !== "")
      .join(" "),
  binding: "Verbindlichkeit",
  tags: "Stichwörter",
  readers: "Lesbar für",
  links: "Links",
} as const;

export const form = {
  newTitle: "Austausch festhalten",
  editTitle: "Beitrag bearbeiten",
  choose: "Bitte wählen",
  noOffer: "keine Angabe",
  titleHint: "Zum Beispiel: Bauanträge digital annehmen",
  textHint: "Was haben Sie gelernt, was suchen Sie, was können andere übernehmen?",
  personStored:
    "Mit dem Speichern merke ich mir auch Ihren Namen in Teams, Ihre Kennung in Teams und Ihre Organisation.",
  visible: "Alle Mitglieder des Forums können den Beitrag lesen.",
  visibleGroup: "Nur die Mitglieder der Gruppe können den Beitrag lesen.",
  further: "Weitere Angaben",
  tagsHint: "Zum Beispiel: Bauamt, Formulare",
  linksHint: "https://…, ein Link je Zeile",
  closed: { new: "Nicht festgehalten", edit: "Nicht geändert" },
  closedHint: "Es wurde nichts gespeichert. Ihre Eingaben sind noch da, solange diese Karte zu sehen ist.",
  closedEmpty: "Es wurde nichts gespeichert.",
  resume: "Weiter bearbeiten",
  save: "Speichern",
  cancel: "Abbrechen",
  nowReads: (title: string, excerpt: string) =>
    `So lautet der Beitrag jetzt: „${title}“ – ${excerpt} Ihre Eingaben stehen unten. Mit „Speichern“ ersetzen Sie die neue Fassung.`,
} as const;

export const confirm = {
  recorded: (title: string) => `Festgehalten: ${title}`,
  changed: (title: string) => `Geändert: ${title}`,
  deleted: (title: string) => `Gelöscht: ${title}`,
  restored: (title: string) => `Wiederhergestellt: ${title}`,
  assumed: (what: readonly string[]) =>
    `${what.join(" und ")} habe ich angenommen. Mit „Bearbeiten“ können Sie das ändern.`,
  assumedStage: (stage: string) => `Den Stand „${stage}“`,
  assumedProduct: (product: string, first: boolean) => `${first ? "Das" : "das"} Produkt „${product}“`,
  closed: (group: string) =>
    `Die Arbeitsgruppe ${group} ist abgeschlossen. Der Beitrag gehört zu keiner Gruppe.`,
  deletedHint: "Der Beitrag erscheint in keiner Suche mehr. Sie können ihn wiederherstellen.",
  edit: "Bearbeiten",
  undo: "Rückgängig",
  remove: "Löschen",
  more: "Mehr",
  restore: "Wiederherstellen",
} as const;

export const notice = {
  title: (title: string) => `Neu festgehalten: ${title}`,
  show: "Anzeigen",
} as const;

/** Before something is recorded that others have perhaps recorded already. */
export const near = {
  title: "Das gibt es vielleicht schon",
  one: "Dieser Beitrag ist ähnlich. Es wurde noch nichts gespeichert.",
  many: (count: number) => `Diese ${count} Beiträge sind ähnlich. Es wurde noch nichts gespeichert.`,
  show: (title: string) => `Anzeigen: ${title}`,
  experience: "Meine Erfahrung dort ergänzen",
  experienceOf: (title: string) => `Meine Erfahrung ergänzen: ${title}`,
  despite: "Trotzdem festhalten",
} as const;

export const search = {
  back: "Zurück zur Suche",
  line: (kind: string, organisation: string, stage: string, date: string) =>
    `${kind} · ${organisation} · ${stage} · ${date}`,
} as const;
