/** What people read about experiences, marks, needs and offers, and bundled procurement. */
import { type ExperienceProblem, LONGEST_EXPERIENCE, type Measure } from "./experience.ts";
import type { MarkKind, MarkRefusal } from "./mark.ts";

/** "a, b und c" */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} und ${names.at(-1)}`;

export type ExperienceRefusal = "experienceGone" | "experienceNotYours" | "experienceChanged";

export const refusals = {
  experienceMissing: "Bitte beschreiben Sie Ihre Erfahrung in ein bis zwei Sätzen.",
  experienceTooLong: `Der Text ist zu lang. Möglich sind ${LONGEST_EXPERIENCE} Zeichen. Bitte prüfen Sie die gekürzte Fassung.`,
  effortUnknown: "Bitte wählen Sie bei „Aufwand“ einen Eintrag aus der Liste.",
  benefitUnknown: "Bitte wählen Sie bei „Nutzen“ einen Eintrag aus der Liste.",
  experienceGone: "Diese Erfahrung gibt es nicht mehr. Öffnen Sie den Beitrag bitte noch einmal.",
  experienceNotYours:
    "Diese Erfahrung kann nur ändern, wer sie geschrieben hat. Löschen kann sie auch die Koordination.",
  experienceChanged:
    "Die Erfahrung wurde inzwischen auf einem anderen Gerät geändert. Es wurde nichts gespeichert. Bitte prüfen Sie Ihre Eingaben, und speichern Sie noch einmal.",
  ownRecord:
    "Das ist ein Beitrag Ihrer eigenen Organisation. Ob Sie es nutzen, sagt der Stand: Wählen Sie „Bearbeiten“.",
  hasEnded:
    "Das ist beendet. Nutzen Sie es weiter? Dann halten Sie bitte einen eigenen Beitrag fest, oder ergänzen Sie Ihre Erfahrung.",
} satisfies Record<ExperienceProblem | ExperienceRefusal | MarkRefusal, string>;

export const measures = { low: "gering", medium: "mittel", high: "hoch" } satisfies Record<Measure, string>;

export const experiences = {
  title: "Erfahrungen",
  add: "Erfahrung ergänzen",
  formTitle: "Ihre Erfahrung",
  editTitle: "Erfahrung ändern",
  about: (title: string) => `Zum Beitrag: ${title}`,
  text: "Was haben Sie damit erlebt?",
  textHint: "Was ging gut, was nicht, was würden Sie anderen raten?",
  effort: "Aufwand (freiwillig)",
  benefit: "Nutzen (freiwillig)",
  noMeasure: "keine Angabe",
  visible: "Wer den Beitrag lesen darf, liest auch Ihre Erfahrung, mit Ihrem Namen und Ihrer Organisation.",
  save: "Erfahrung speichern",
  cancel: "Abbrechen",
  saved: "Ihre Erfahrung ist gespeichert.",
  changed: "Die Erfahrung ist geändert.",
  deleted: "Die Erfahrung ist gelöscht.",
  line: (organisation: string, date: string, name: string) => `${organisation} · ${date} · ${name}`,
  edited: (line: string, date: string) => `${line} · geändert am ${date}`,
  effortIs: (measure: string) => `Aufwand: ${measure}`,
  benefitIs: (measure: string) => `Nutzen: ${measure}`,
  edit: (start: string) => `Ändern: ${start}`,
  remove: (start: string) => `Löschen: ${start}`,
  sure: "Soll diese Erfahrung gelöscht werden? Das lässt sich nicht zurücknehmen.",
  sureTitle: "Erfahrung löschen",
  removeNow: "Jetzt löschen",
  back: "Zurück zum Beitrag",
  further: "Weitere Erfahrungen",
  whole: "Erfahrungen ganz lesen",
  earlier: "Neuere Erfahrungen",
  pageTitle: (title: string) => `Erfahrungen zu: ${title}`,
  shown: (first: number, last: number, all: number) =>
    first === last ? `${first} von ${all}` : `${first} bis ${last} von ${all}`,
} as const;

export const marks = {
  say: { uses: "Nutzen wir auch", interested: "Interesse" },
  takeBack: { uses: "Nutzen wir doch nicht", interested: "Doch kein Interesse" },
  lines: {
    uses: (names: string) => `Nutzen auch: ${names}`,
    interested: (names: string) => `Interesse: ${names}`,
  },
  said: {
    uses: (organisation: string) => `Vermerkt: ${organisation} nutzt das auch.`,
    interested: (organisation: string) => `Vermerkt: ${organisation} hat Interesse.`,
  },
  interestEnds: "Das Interesse Ihrer Organisation ist damit erledigt.",
  takenBack: {
    uses: (organisation: string) => `Zurückgenommen: ${organisation} nutzt das doch nicht.`,
    interested: (organisation: string) => `Zurückgenommen: ${organisation} hat doch kein Interesse.`,
  },
  already: {
    uses: (name: string, date: string) =>
      `Dass Ihre Organisation das nutzt, hat ${name} schon am ${date} gesagt.`,
    interested: (name: string, date: string) =>
      `Dass Ihre Organisation Interesse hat, hat ${name} schon am ${date} gesagt.`,
  },
  notSaid: "Das ist schon zurückgenommen.",
} satisfies Record<string, unknown> & Record<"say" | "takeBack", Record<MarkKind, string>>;

export const notices = {
  experienceTitle: (title: string) => `Neue Erfahrung zu: ${title}`,
  experienceFrom: (organisation: string) => `${organisation} hat zu Ihrem Beitrag eine Erfahrung ergänzt.`,
  optOut: "Solche Nachrichten schalten Sie hier ab: mitteilungen.",
  show: "Beitrag anzeigen",
} as const;

export const matches = {
  needTitle: (title: string) => `Zu Ihrem Gesuch gibt es etwas: ${title}`,
  offerTitle: (title: string) => `Gesucht wird, was Sie haben: ${title}`,
  need: (title: string) => `Sie suchen: ${title}`,
  offer: (title: string) => `Sie bieten: ${title}`,
  have: (title: string) => `Sie haben im Einsatz: ${title}`,
  isOffered: (organisation: string, title: string) => `Dazu bietet ${organisation} etwas an: ${title}`,
  isUsed: (organisation: string, title: string) => `Dazu hat ${organisation} etwas im Einsatz: ${title}`,
  isSought: (organisation: string, title: string) => `Danach sucht ${organisation}: ${title}`,
  next: "Bitte sprechen Sie miteinander, oder ergänzen Sie dort Ihre Erfahrung.",
  show: (title: string) => `Anzeigen: ${title}`,
} as const;
