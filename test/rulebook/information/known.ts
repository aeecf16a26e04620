/** Cards as coordinators choose them, and what they write, made for tests. */
import type { InformationDraft } from "../../../src/rulebook/information/information.ts";

export const CARDS = [
  {
    id: "wb-frequency",
    section: "Absatz 6",
    document: "Willensbekundung",
    answer: "Das Forum tagt viermal im Jahr.",
  },
  {
    id: "wb-chair",
    section: "Absatz 8",
    document: "Willensbekundung",
    answer: "Der Vorsitz wechselt jährlich.",
  },
  { id: "kv-goal", section: "Seite 2", document: "Vorlage", answer: "Ziel ist die Digitalisierung." },
];

export const draft = (part: Partial<InformationDraft> = {}): InformationDraft => ({
  heading: "Wer zahlt die Geschäftsstelle?",
  wordings: "",
  answer: "Der Landkreis zahlt sie.",
  basis: "",
  corrects: "",
  ...part,
});
