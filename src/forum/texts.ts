/** What people read about groups and channels. */
import { GROUP_LIMITS, type GroupRefusal } from "./forum.ts";

export const refusals = {
  notCoordinator: "Das kann nur die Koordination. Bitte wenden Sie sich an das Büro der Landrätin.",
  notMember:
    "Bitte sagen Sie mir zuerst, zu welcher Organisation Sie gehören. Schreiben Sie zum Beispiel: ich bin Schopfheim.",
  notInPersonalChat: "Das geht nur in einem Kanal oder Gruppenchat. Bitte schreiben Sie dort: gruppe.",
  nameMissing: "Bitte geben Sie der Arbeitsgruppe einen Namen.",
  topicMissing: "Bitte schreiben Sie in einer Zeile, worum es in der Arbeitsgruppe geht.",
  tooLong: `Ein Feld ist zu lang. Höchstens: Name ${GROUP_LIMITS.name}, Thema ${GROUP_LIMITS.topic}, Zweck ${GROUP_LIMITS.purpose}, Ansprechstelle ${GROUP_LIMITS.contact} Zeichen.`,
  nameTaken:
    "Eine Arbeitsgruppe mit diesem Namen gibt es schon. Wählen Sie einen anderen Namen, oder oben: weiterer Kanal dieser Gruppe.",
  placeTaken: "Dieser Kanal ist schon registriert. Schreiben Sie gruppe, um ihn anzusehen.",
  forumElsewhere: "Der Kanal des Forums ist schon ein anderer. Ein Forum hat nur einen Kanal.",
  groupGone: "Diese Arbeitsgruppe gibt es nicht mehr. Schreiben Sie gruppe, um neu zu beginnen.",
  groupArchived:
    "Diese Arbeitsgruppe ist abgeschlossen. Die Koordination kann sie wieder eröffnen. Alle laufenden Gruppen zeigt im persönlichen Chat: gruppe.",
  placeGone: "Dieser Kanal gehört nicht mehr zur Gruppe. Schreiben Sie gruppe, um den Stand zu sehen.",
} satisfies Record<GroupRefusal, string>;

const people = (count: number): string => (count === 1 ? "1 Person" : `${count} Personen`);

export const texts = {
  registerTitle: "Kanal registrieren",
  registerWhy: "Danach gehören Austausche, die hier festgehalten werden, zu dieser Gruppe.",
  changeTitle: "Arbeitsgruppe bearbeiten",
  use: "Wofür ist dieser Kanal?",
  useNew: "Neue Arbeitsgruppe",
  useForum: "Kanal des Digitalisierungsforums",
  useExisting: (name: string) => `Weiterer Kanal von: ${name}`,
  onlyForNew: "Die folgenden Felder gelten nur für eine neue Arbeitsgruppe.",
  name: "Name der Arbeitsgruppe",
  nameExample: "AG E-Akte",
  topic: "Thema",
  topicExample: "Einführung und Betrieb der E-Akte",
  purpose: "Zweck (freiwillig)",
  purposeExample: "Erfahrungen sammeln, gemeinsam beschaffen",
  contact: "Ansprechstelle (freiwillig; eine Funktion, keine Privatperson)",
  contactExample: "Stabsstelle Digitalisierung Schopfheim",
  register: "Registrieren",
  save: "Speichern",
  cancel: "Abbrechen",
  edit: "Gruppe bearbeiten",
  join: "Ich arbeite mit",
  groupTitle: (name: string) => `Arbeitsgruppe ${name}`,
  facts: { topic: "Thema", purpose: "Zweck", contact: "Ansprechstelle" },
  present: "Es arbeiten mit:",
  presentLine: (organisation: string, count: number) => `${organisation} (${people(count)})`,
  nobody: "Noch niemand. Drücken Sie „Ich arbeite mit“, oder schreiben Sie: ich bin, und Ihre Organisation.",
  nobodyThen: "Es ist niemand eingetragen.",
  missing: (count: number, all: number) => `Noch niemanden entsenden ${count} von ${all} Beteiligten:`,
  allPresent: "Alle Beteiligten arbeiten mit.",
  forumTitle: "Kanal des Digitalisierungsforums",
  forumText: "Hier erfährt das Forum, was alle angeht, zum Beispiel neue Arbeitsgruppen.",
  unregistered:
    "Dieser Kanal gehört noch zu keiner Arbeitsgruppe. Die Koordination kann ihn registrieren: Sie schreibt hier **gruppe**.",
  personalNone:
    "Es gibt noch keine Arbeitsgruppe. Die Koordination registriert sie in ihrem Kanal mit dem Wort **gruppe**.",
  personalTitle: "Arbeitsgruppen im Forum",
  registeredHere: (name: string) => `Dieser Kanal gehört jetzt zur Arbeitsgruppe ${name}.`,
  registeredElsewhere: (name: string) => `Es gibt eine neue Arbeitsgruppe: ${name}.`,
  hereNext:
    "Arbeiten Sie hier mit? Dann drücken Sie „Ich arbeite mit“. Austausche halten Sie mit dem Wort **festhalten** fest.",
} as const;
