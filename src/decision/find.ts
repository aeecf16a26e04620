/** Finding decisions by their words: what is stored to search by, and in which order they answer. Pure. */
import { analyse } from "../search/analyse.ts";
import { type Corpus, rarity } from "../search/bm25.ts";
import type { Vocabulary } from "../search/vocabulary.ts";

const TITLE = 3;
const TEXT = 1;
const MOST_WORDS = 20;
const MOST_WIDENED = 6;

// BM25 with a fixed average length, so that a weight never depends on other decisions and is stored once.
const SATURATION = 1.2;
const LENGTH = 0.5;
const USUAL_LENGTH = 40;

/** The tokens to store with a decision, each with its share of a score; the group's name is searched as well. */
export function tokensOf(title: string, text: string, group: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [words, weight] of [
    [title, TITLE],
    [text, TEXT],
    [group, TEXT],
  ] as const)
    for (const [token, count] of analyse(words)) counts.set(token, (counts.get(token) ?? 0) + count * weight);
  const length = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const norm = SATURATION * (1 - LENGTH + (LENGTH * length) / USUAL_LENGTH);
  return new Map([...counts].map(([token, count]) => [token, (count * (SATURATION + 1)) / (count + norm)]));
}

/** The searched words as tokens. */
export const askedTokens = (words: string): readonly string[] =>
  [...analyse(words).keys()].slice(0, MOST_WORDS);

/** What to look for, with weights: each word, and for one that stands nowhere what it may have meant. */
export function meaningOf(asked: readonly string[], vocabulary: Vocabulary): ReadonlyMap<string, number> {
  const meaning = new Map<string, number>();
  for (const token of asked) {
    const near = vocabulary.has(token) ? [] : vocabulary.widen(token, MOST_WIDENED);
    for (const { word, weight } of [{ word: token, weight: 1 }, ...near])
      meaning.set(word, Math.max(meaning.get(word) ?? 0, weight));
  }
  return meaning;
}

export type Posting = { readonly id: string; readonly token: string; readonly weight: number };

/** Ids of what was found, best first; of equals in the order of their ids. */
export function bestOf(
  postings: readonly Posting[],
  meaning: ReadonlyMap<string, number>,
  count: number,
): readonly string[] {
  const frequencies = new Map<string, number>();
  for (const { token } of postings) frequencies.set(token, (frequencies.get(token) ?? 0) + 1);
  const corpus: Corpus = { count, averageLength: 0, frequency: (token) => frequencies.get(token) ?? 0 };
  const points = new Map<string, number>();
  for (const { id, token, weight } of postings)
    points.set(id, (points.get(id) ?? 0) + weight * (meaning.get(token) ?? 0) * rarity(corpus, token));
  return [...points].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
}
