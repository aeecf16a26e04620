/** Finding: what is stored to search by, what a search means, and in which order records answer it. Pure. */
import { analyse } from "../search/analyse.ts";
import { type Corpus, rarity } from "../search/bm25.ts";
import { fold } from "../search/fold.ts";
import { likeness, ngrams } from "../search/ngrams.ts";
import type { Vocabulary } from "../search/vocabulary.ts";
import type { Content, Exchange } from "./exchange.ts";

/** Search tokens of a record with their weights. */
export type Tokens = ReadonlyMap<string, number>;

/** In the record with this id the token stands with this weight. */
export type Posting = { readonly id: string; readonly token: string; readonly weight: number };

const FIELD = { title: 3, product: 3, organisation: 1, text: 1 } as const;

// BM25 with a fixed average length, so that a weight never depends on other records and is stored once.
const SATURATION = 1.2;
const LENGTH = 0.5;
const USUAL_LENGTH = 40;

const WHOLE_WORD = 1;
/** A part of a known compound tells less than the compound itself. */
const PART = 0.4;
const MOST_WIDENED = 6;
const MOST_WORDS = 20;

/** Words in more than this share of the records are left out while there are rarer ones. */
const COMMON = 0.05;
const COMMON_FROM = 200;
/** Rows read for one search; the rarest words come first. */
const MOST_POSTINGS = 4000;
/** Records whose title is compared letter by letter. */
const MOST_CANDIDATES = 60;
const TITLE_LIKENESS = 0.5;

/** The tokens to store with a record, each with its share of a BM25 score. */
export function tokensOf(content: Content, organisationName: string): Tokens {
  const fields = [
    [content.title, FIELD.title],
    [content.product ?? "", FIELD.product],
    [organisationName, FIELD.organisation],
    [content.text, FIELD.text],
  ] as const;
  const counts = new Map<string, number>();
  for (const [text, weight] of fields)
    for (const [token, count] of analyse(text)) counts.set(token, (counts.get(token) ?? 0) + count * weight);
  const length = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const norm = SATURATION * (1 - LENGTH + (LENGTH * length) / USUAL_LENGTH);
  return new Map([...counts].map(([token, count]) => [token, (count * (SATURATION + 1)) / (count + norm)]));
}

/**
 * The tokens to look for and their weights: the words themselves; for a word that stands nowhere what it
 * may have meant (typing mistakes, parts, compounds with it); for a known compound also its parts.
 */
export function meaningOf(words: string, vocabulary: Vocabulary): Map<string, number> {
  const meaning = new Map<string, number>();
  const add = (token: string, weight: number) =>
    meaning.set(token, Math.max(meaning.get(token) ?? 0, weight));
  for (const token of [...analyse(words).keys()].slice(0, MOST_WORDS)) {
    // Also a word that seems to stand nowhere: another replica may just have stored it.
    add(token, WHOLE_WORD);
    if (vocabulary.has(token)) for (const part of vocabulary.parts(token)) add(part, PART);
    else for (const near of vocabulary.widen(token, MOST_WIDENED)) add(near.word, near.weight);
  }
  return meaning;
}

/** The tokens worth reading: the rarest first, common ones only if there is nothing rarer. */
export function worthReading(meaning: ReadonlyMap<string, number>, corpus: Corpus): readonly string[] {
  const known = [...meaning.keys()]
    .map((token) => ({ token, in: corpus.frequency(token) }))
    .filter((one) => one.in > 0)
    .sort((a, b) => a.in - b.in || (a.token < b.token ? -1 : 1));
  const common = corpus.count >= COMMON_FROM ? corpus.count * COMMON : Number.POSITIVE_INFINITY;
  const chosen: string[] = [];
  let rows = 0;
  for (const one of known) {
    if (chosen.length > 0 && (one.in > common || rows + one.in > MOST_POSTINGS)) break;
    chosen.push(one.token);
    rows += one.in;
  }
  return chosen;
}

/** Points of every record in which a searched token stands. */
export function pointsOf(
  postings: readonly Posting[],
  meaning: ReadonlyMap<string, number>,
  corpus: Corpus,
): ReadonlyMap<string, number> {
  const worth = new Map([...meaning].map(([token, weight]) => [token, weight * rarity(corpus, token)]));
  const points = new Map<string, number>();
  for (const { id, token, weight } of postings)
    points.set(id, (points.get(id) ?? 0) + weight * (worth.get(token) ?? 0));
  return points;
}

const byPoints = (a: readonly [string, number], b: readonly [string, number]): number =>
  b[1] - a[1] || (a[0] < b[0] ? -1 : 1);

/** Ids of the records worth loading, best first. */
export const candidatesOf = (points: ReadonlyMap<string, number>): readonly string[] =>
  [...points]
    .sort(byPoints)
    .slice(0, MOST_CANDIDATES)
    .map(([id]) => id);

/** Best first; a title that reads like the search moves up, of equals the newer one comes first. */
export function order(
  words: string,
  points: ReadonlyMap<string, number>,
  candidates: readonly Exchange[],
): readonly Exchange[] {
  const asked = ngrams(fold(words));
  return candidates
    .map((exchange) => {
      const like = likeness(asked, ngrams(fold(exchange.title)));
      return { exchange, score: (points.get(exchange.id) ?? 0) * (1 + TITLE_LIKENESS * like) };
    })
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.exchange.recordedAt - a.exchange.recordedAt ||
        (a.exchange.id < b.exchange.id ? -1 : 1),
    )
    .map((one) => one.exchange);
}
