/** A handbook of a few cards, and ways to ask it, made for tests. */
import type { Answer } from "../../../src/rulebook/answer.ts";
import { createDecide, type Decide } from "../../../src/rulebook/decide.ts";
import type { FactCard } from "../../../src/rulebook/handbook.ts";
import { parseLexicon } from "../../../src/rulebook/lexicon.ts";
import { cardOf, LEXICON } from "./small.ts";

const yaml = LEXICON.replace("tagen,", "tagen, tagt,").replace(
  "fillers: >-",
  "fillers: >-\n  laut kostet wir",
);
export const lexicon = parseLexicon({ name: "small.yaml", yaml });

const RULE = cardOf().document;
const paper = (kind: FactCard["document"]["kind"], title: string): FactCard["document"] => ({
  ...{ ...RULE, kind, title, concept: kind, names: [title.toLowerCase()] },
});
export const [STRATEGY, MOTION] = [paper("strategy", "Probestrategie"), paper("motion", "Probeantrag")];
export const card = (id: string, part: Parameters<typeof cardOf>[0], document = RULE): FactCard => ({
  ...cardOf({ id, answer: `Satz ${id}.`, ...part }),
  document,
});

export const meeting = card("pe-treffen", {});
const chair = card("pe-vorsitz", {
  topic: "chair",
  attribute: "role",
  keywords: ["election", "heads"],
});
const term = card("pe-dauer", { topic: "chair", attribute: "duration" });
export const rules = [meeting, chair, term];
export const groups = card("ps-gruppen", { keywords: ["workgroups"] }, STRATEGY);
export const offer = card("ps-angebot", { topic: "offer", attribute: "rule" }, STRATEGY);
export const naming = card("pa-name", { topic: "naming", attribute: "definition" }, MOTION);

export const short = (answer: Answer): string =>
  answer.kind === "answered" ? answer.cards.join(" ") : answer.reason;
export const near = (answer: Answer): string | undefined =>
  answer.kind === "abstained" ? answer.nearest?.answer : undefined;
export const deciding = (...cards: FactCard[]): Decide => createDecide(cards, lexicon);
export const asking =
  (...cards: FactCard[]) =>
  (text: string, before?: string): string =>
    short(deciding(...cards)(text, before).answer);
