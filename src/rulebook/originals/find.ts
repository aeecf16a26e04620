/**
 * Finds passages that share letters with a text: pieces of words of three to five letters, weighed by BM25, the heading
 * with each passage. It proposes and never answers. Pure.
 */
import { rarity } from "../../search/bm25.ts";
import { ngrams } from "../../search/ngrams.ts";
import { words } from "../../search/words.ts";

export type Searchable = { readonly heading: string; readonly text: string };
/** `at` is the place in the list that was given. */
export type Hit = { readonly at: number; readonly score: number };

const SATURATION = 1.2;
const LENGTH = 0.75;
const LONGEST_WORD = 40;
/** More words make no better search. */
const MOST_WORDS = 80;

const gramsOf = (text: string, most = Number.POSITIVE_INFINITY): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words(text).slice(0, most)) {
    for (const gram of ngrams(word.slice(0, LONGEST_WORD))) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
};

/** Where a gram stands, and how often: passage, count, passage, count, … */
type Postings = Map<string, number[]>;

/** Prepares passages once. The returned function gives the best first, only those that share something. */
export function createFinder(passages: readonly Searchable[]): (text: string) => Hit[] {
  const postings: Postings = new Map();
  const lengths = passages.map(({ heading, text }, at) => {
    let length = 0;
    for (const [gram, count] of gramsOf(`${heading} ${text}`)) {
      const entries = postings.get(gram) ?? [];
      entries.push(at, count);
      postings.set(gram, entries);
      length += count;
    }
    return length;
  });
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const frequency = (gram: string): number => (postings.get(gram)?.length ?? 0) / 2;
  const corpus = { count: passages.length, averageLength, frequency };

  return (text) => {
    const scores = new Float64Array(passages.length);
    for (const [gram, weight] of gramsOf(text, MOST_WORDS)) {
      const entries = postings.get(gram) ?? [];
      const rare = weight * rarity(corpus, gram);
      for (let entry = 0; entry < entries.length; entry += 2) {
        const at = entries[entry] ?? 0;
        const count = entries[entry + 1] ?? 0;
        const norm = SATURATION * (1 - LENGTH + (LENGTH * (lengths[at] ?? 0)) / averageLength);
        scores[at] = (scores[at] ?? 0) + (rare * count * (SATURATION + 1)) / (count + norm);
      }
    }
    return [...scores]
      .map((score, at) => ({ at, score }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.at - b.at);
  };
}
