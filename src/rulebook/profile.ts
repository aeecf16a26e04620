/**
 * What a card is about, as the matching sees it: prepared once. The text of its answer plays no part, so that
 * whoever rewords an answer changes that answer and nothing else. Pure.
 */
import { rarity } from "../search/bm25.ts";
import { stem } from "../search/stem.ts";
import { words } from "../search/words.ts";
import type { Attribute, FactCard } from "./handbook.ts";
import type { Asked, Lexicon } from "./lexicon.ts";

export type Profile = {
  readonly card: FactCard;
  /** Concepts the card was written for, and how much each says: topic, keywords, what it affirms or denies. */
  readonly named: ReadonlyMap<string, number>;
  /** Concepts it only mentions, also by the title of its document. */
  readonly mentioned: ReadonlySet<string>;
  /** Stems of its own terms, of section and title. */
  readonly stems: ReadonlySet<string>;
  readonly attributes: readonly Attribute[];
};

const TOPIC = 1.4;
const KEYWORD = 1;

/** How well an attribute answers what is asked, 0 to 1; what is not listed does not answer it. */
const FITS: Record<Asked, Partial<Record<Attribute, number>>> = {
  date: { date: 1, duration: 0.6, frequency: 0.4 },
  frequency: { frequency: 1 },
  duration: { duration: 1 },
  count: { count: 1 },
  role: { role: 1, exit: 0.9 },
  place: { place: 1 },
  reason: { reason: 1, purpose: 0.8 },
  purpose: { purpose: 1, reason: 0.7 },
  definition: { definition: 1 },
};
const SECOND = 0.85;
const LESS_LIKELY = 0.6;

/** How well the card's kind of statement answers what is asked (the likeliest first); 0: not at all. */
export function fitness(profile: Profile, asked: readonly Asked[]): number {
  const marks = asked.flatMap((one, rank) =>
    profile.attributes.map(
      (attribute, at) =>
        (FITS[one][attribute] ?? 0) * (at === 0 ? 1 : SECOND) * (rank === 0 ? 1 : LESS_LIKELY),
    ),
  );
  return Math.max(0, ...marks);
}

export function profileOf(card: FactCard, lexicon: Lexicon): Profile {
  const named = new Map<string, number>();
  for (const concept of [...card.keywords, ...card.needs, ...card.counts, ...card.affirms, ...card.denies])
    named.set(concept, KEYWORD);
  named.set(card.topic, TOPIC);
  const title = words(card.document.title);
  const stems = new Set([...title, ...words(card.section), ...words(card.terms)].map(stem));
  const mentioned = new Set([
    ...card.mentions,
    ...title.flatMap((word) => [...lexicon.terms.conceptsOf(word)]),
  ]);
  return { card, named, mentioned, stems, attributes: [card.attribute, ...card.also] };
}

/** How much a concept or stem tells: the fewer cards hold it, the more. */
export function weigher(profiles: readonly Profile[]): (concept: string) => number {
  const frequencies = new Map<string, number>();
  for (const profile of profiles) {
    for (const key of [...profile.named.keys(), ...[...profile.stems].map((one) => `=${one}`)]) {
      frequencies.set(key, (frequencies.get(key) ?? 0) + 1);
    }
  }
  const corpus = {
    count: profiles.length,
    averageLength: 1,
    frequency: (key: string) => frequencies.get(key) ?? 1,
  };
  const known = new Map([...frequencies.keys()].map((key) => [key, rarity(corpus, key)]));
  const unknown = rarity(corpus, "");
  return (key) => known.get(key) ?? unknown;
}
