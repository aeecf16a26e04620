/** Passages as a question gets them, made for these tests. */
import type { DocumentKind } from "../../../src/rulebook/answer.ts";
import type { Excerpt } from "../../../src/rulebook/model/model.ts";

export const passage = (id: string, text: string, bent: Partial<Excerpt["citation"]> = {}): Excerpt => ({
  id,
  text,
  citation: {
    document: "Erklärung zum Probeforum",
    section: `Absatz ${id}`,
    date: "2021-10-15",
    kind: "rule" as DocumentKind,
    cards: [`wb-${id}`],
    ...bent,
  },
});

export const MEETING = passage(
  "p1",
  "Die Verwaltungsspitzen der 36 Kommunen treffen sich einmal im Quartal. Den Vorsitz wählen sie für ein Jahr.",
);
export const VALIDITY = passage(
  "p2",
  "Die Erklärung gilt bis zum 31.12.2021. Sie verlängert sich jeweils um ein Jahr,\nsofern sie nicht gekündigt wird.",
);
export const BINDING = passage("p3", "Die Erklärung ist keine rechtlich bindende Vereinbarung.");
export const PAPERS = [MEETING, VALIDITY, BINDING];

type Quoted = readonly [passage: string, quote: string];

/** A model's answer as it should be written. */
export const claim = (answer: string, ...quotes: readonly Quoted[]) => ({
  abstain: false,
  answer,
  quotes: quotes.map(([id, quote]) => ({ passage: id, quote })),
});

export const GOOD = claim("Die Verwaltungsspitzen treffen sich einmal im Quartal.", [
  "p1",
  "Verwaltungsspitzen der 36 Kommunen treffen sich einmal im Quartal",
]);
