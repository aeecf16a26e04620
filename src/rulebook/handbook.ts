/** The handbook: fact cards in our own words, one YAML file per document, read and checked. Pure. */
import { z } from "zod";
import { KINDS, type PaperKind } from "./answer.ts";
import { readChecked } from "./checked-yaml.ts";

const ATTRIBUTES = [
  "date",
  "frequency",
  "duration",
  "count",
  "role",
  "place",
  "reason",
  "purpose",
  "parts",
  "rule",
  "exit",
  "definition",
  "document",
  "state",
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

const concepts = z.array(z.string().min(1)).default([]);
/** A single number needs no quotes in YAML. */
const text = z.union([z.string(), z.number().transform(String)]).default("");
const list = text.transform((terms) => terms.split(",").flatMap((term) => term.trim() || []));
const fields = z.strictObject({
  id: z.string().regex(/^[a-z]{2}(-[a-z0-9]+)+$/),
  /** A concept of the lexicon. A card with `words` may leave it out: then it is about what these words mean. */
  topic: z.string().min(1).optional(),
  attribute: z.enum(ATTRIBUTES),
  also: z.array(z.enum(ATTRIBUTES)).default([]),
  answer: z.string().min(1).max(600),
  section: z.string().min(3),
  keywords: concepts,
  /** Concepts the statement touches without being about them. */
  mentions: concepts,
  /** Further words of the statement that are no concept: names, months, numbers. */
  terms: text,
  /** Words and idioms by which people mean this very statement, divided by commas; a concept named like the card. */
  words: text,
  /** Content words of the statement, divided by commas: who asks with one of them, or a synonym, is understood. */
  says: text,
  /** Concepts that must all be asked for; without one of them the card is never the answer. */
  needs: concepts,
  /** What a number question may count to get this card; without it, the topic. */
  counts: concepts,
  /** What the card mentions without saying which: "welche Themen" stays without an answer. */
  silent: concepts,
  affirms: concepts,
  denies: concepts,
  /** First and last words of the original wording with " … " between them; found again in an imported paper. */
  original: text,
  /** Counts like a rule or report, though its paper is none. */
  general: z.boolean().default(false),
});
const card = fields
  .refine(({ topic, words }) => topic !== undefined || words !== "", "needs a topic or words")
  .transform(({ topic, ...rest }) => ({ ...rest, topic: topic ?? rest.id }));
const file = z.strictObject({
  title: z.string().min(3),
  date: z.union([z.iso.date(), z.literal("ohne Datum")]),
  kind: z.enum(KINDS),
  scope: z.string().min(3),
  /** The concept by which people mean this document as a whole. */
  concept: z.string().min(1),
  /** By which beginnings of words a question names this document, divided by commas. */
  names: list,
  /** Concepts that every card of this document touches: its setting. */
  setting: concepts,
  cards: z.array(card).min(1),
});

type DocumentHead = {
  readonly title: string;
  readonly date: string;
  readonly kind: PaperKind;
  readonly scope: string;
  readonly concept: string;
  readonly names: readonly string[];
  readonly setting: readonly string[];
};
export type FactCard = Readonly<z.output<typeof card>> & { readonly document: DocumentHead };

/** Reads one file of cards. Throws HandbookError naming file and line of everything that is wrong. */
export function parseHandbook(name: string, yaml: string): FactCard[] {
  return withHead(readChecked(name, yaml, file));
}

const withHead = ({ cards, ...head }: z.output<typeof file>): FactCard[] =>
  cards.map((one) => ({ ...one, document: head }));

/** Everything that is wrong between cards: an id used twice, a concept the lexicon does not know. */
export function handbookFaults(cards: readonly FactCard[], isConcept: (name: string) => boolean): string[] {
  const seen = new Set<string>();
  const own = new Set(cards.filter(({ words }) => words !== "").map(({ id }) => id));
  return cards.flatMap((one) => {
    const twice = seen.has(one.id) ? [`${one.id}: this id is used twice`] : [];
    seen.add(one.id);
    const { keywords, mentions, needs, counts, silent, affirms, denies } = one;
    const listed = [keywords, mentions, needs, counts, silent, affirms, denies].flat();
    const named = [one.topic, one.document.concept, ...one.document.setting, ...listed];
    const alien = [...new Set(named)].filter((name) => !isConcept(name) && !own.has(name));
    return [...twice, ...alien.map((name) => `${one.id}: no such concept in the lexicon: ${name}`)];
  });
}
