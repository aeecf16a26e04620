/**
 * What a card is about, as the matching sees it: prepared once. The text of its answer plays no part, so that
 * whoever rewords an answer changes that answer and nothing else. Pure.
 */
import { rarity } from "../search/bm25.ts";
import { stem } from "../search/stem.ts";
import { words } from "../search/words.ts";
import { isAbsent } from "./answer.ts";
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
  /** Of `says`: the stems as keys of points, and the concepts touched. */
  readonly said: ReadonlySet<string>;
  /** Stems of day, month and year of the document. */
  readonly dates: ReadonlySet<string>;
  readonly attributes: readonly Attribute[];
};

const TOPIC = 1.4;
const KEYWORD = 1;
const OWN = 1.2;

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
  const conceptsOf = (word: string): string[] => [...lexicon.terms.conceptsOf(word)].filter(isTouched);
  const named = new Map<string, number>();
  for (const concept of [...card.keywords, ...card.needs, ...card.counts, ...card.affirms, ...card.denies])
    named.set(concept, KEYWORD);
  if (card.words !== "") named.set(card.id, OWN);
  named.set(card.topic, TOPIC);
  const title = words(card.document.title);
  const says = words(card.says);
  const stems = new Set([...title, ...words(card.section), ...words(card.terms), ...says].map(stem));
  const touched = [...title, ...says].flatMap(conceptsOf);
  const mentioned = new Set([...card.mentions, ...card.document.setting, ...touched]);
  const said = new Set(says.flatMap((word) => [`=${stem(word)}`, ...conceptsOf(word)]));
  return {
    card,
    named,
    mentioned,
    stems,
    said,
    dates: datesOf(card.document.date),
    attributes: [card.attribute, ...card.also],
  };
}

/** What only the rules of this forum are about; a word of another paper that may also mean it does not touch it. */
const RULES: ReadonlySet<string> = new Set(
  "chair heads election appointment termination extension validity oneYear otherTerm unlimited quarterly otherRhythm meeting owner".split(
    " ",
  ),
);

/** A kind of question, a known gap and another card's own concept are nothing that a statement could touch. */
const isTouched = (concept: string): boolean =>
  !/^\?|-/.test(concept) && !isAbsent(concept) && concept !== "elsewhere" && !RULES.has(concept);

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

const MONTHS =
  "januar februar marz april mai juni juli august september oktober november dezember january february march april may june july august september october november december".split(
    " ",
  );

function datesOf(date: string): ReadonlySet<string> {
  const [year = "", month = "", day = ""] = date.split("-");
  const at = Number(month) - 1;
  const named = [MONTHS[at], MONTHS[at + MONTHS.length / 2]].flatMap((one) => (one ? [stem(one)] : []));
  return day === ""
    ? new Set()
    : new Set([year, month, String(Number(month)), day, String(Number(day)), ...named]);
}
