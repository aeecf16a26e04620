/** What coordinators read about procuring together. */
import { listed } from "./texts.ts";

export type BundleRefusal = "notCoordinator" | "elsewhere" | "hintGone";

export const refusals = {
  notCoordinator: "Das kann nur die Koordination. Bitte wenden Sie sich an das Büro der Landrätin.",
  elsewhere: "Das geht nur in unserem persönlichen Chat. Bitte schreiben Sie mir dort: sammelbedarf.",
  hintGone: "Diesen Hinweis gibt es nicht mehr. Bitte öffnen Sie die Liste noch einmal: sammelbedarf.",
} satisfies Record<BundleRefusal, string>;

const parties = (count: number): string => (count === 1 ? "1 Kommune" : `${count} Kommunen`);

export const bundles = {
  title: "Sammelbedarf",
  what: "Hier steht, woran mindestens drei Parteien Interesse haben. Eine gemeinsame Beschaffung kann sich lohnen.",
  none: "Zurzeit gibt es nichts, woran mindestens drei Parteien Interesse haben.",
  done: "Erledigt",
  doneOn: (date: string) => `Erledigt am ${date}.`,
  line: (count: number, date: string) => `Interesse: ${parties(count)}. Gemeldet am ${date}.`,
  further: (count: number) => `${count} weitere Einträge sehen Sie mit „Ältere“.`,
  older: "Ältere",
  newer: "Neuere",
  show: (name: string) => `Anzeigen: ${name}`,
  noticeTitle: (name: string) => `Gemeinsamer Bedarf: ${name}`,
  notice: (count: number) =>
    `${parties(count)} haben Interesse. Eine gemeinsame Beschaffung kann sich lohnen.`,
  detailTitle: (name: string) => `Sammelbedarf: ${name}`,
  interested: "Interesse",
  notCounted: "Außerdem, nicht mitgezählt",
  uses: "Nutzen es schon",
  offers: "Bieten es an",
  nobody: "niemand",
  fewer: "Zurzeit haben weniger als drei Parteien Interesse.",
  restricted:
    "Ein Teil steht in Beiträgen, die nur eine Arbeitsgruppe lesen darf. Bitte fragen Sie dort nach, bevor Sie den Text weitergeben.",
  copy: "Text für eine Einladung, zum Kopieren",
  markDone: "Erledigt",
  doneNow: "Als erledigt vermerkt.",
  again: "Haben danach drei weitere Parteien Interesse, melde ich mich wieder.",
  list: "Alle ansehen",
  record: (title: string) => `Beitrag: ${title}`,
} as const;

type Invited = {
  readonly name: string;
  readonly interested: readonly string[];
  readonly uses: readonly string[];
  readonly offers: readonly string[];
};

/** A paragraph for an invitation; names are not escaped, it stands in an input field. */
export const invitation = ({ name, interested, uses, offers }: Invited): string =>
  [
    `An „${name}“ haben mehrere Kommunen Interesse: ${listed(interested)}.`,
    ...(uses.length > 0 ? [`Bereits im Einsatz ist es bei: ${listed(uses)}.`] : []),
    ...(offers.length > 0 ? [`Unterstützung bieten an: ${listed(offers)}.`] : []),
    "Wir laden Sie ein, gemeinsam zu klären, ob eine gemeinsame Beschaffung sinnvoll ist.",
    "Bitte teilen Sie uns mit, wer aus Ihrer Kommune teilnimmt.",
  ].join(" ");
