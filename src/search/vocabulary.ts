/** The known words, and what an unknown one may have meant: a typing mistake, or a compound. */
import { mistakes } from "./distance.ts";
import { likeness, ngrams } from "./ngrams.ts";

/** `typo`: nearly the same letters. `part`: stands inside the asked compound. `whole`: a compound with the asked word in it. */
type Widened = {
  readonly word: string;
  readonly how: "typo" | "part" | "whole";
  readonly weight: number;
};

export type Vocabulary = {
  readonly has: (word: string) => boolean;
  /** Known words for an unknown one, best first, at most `most` (8); a known one gives only itself. */
  readonly widen: (word: string, most?: number) => Widened[];
  /** Known words that are one or two typing mistakes away, best first. */
  readonly typos: (word: string) => Widened[];
  /** The known words a compound is made of, longest first from the left; what is between them is skipped. */
  readonly parts: (word: string) => string[];
};

const SHORTEST_PART = 4;
/** One wrong letter stands in at most so many three-letter grams; a swap in four. */
const GRAMS_A_MISTAKE = 4;
const LIKE_ENOUGH = 0.34;
const LINKS = ["", "s", "es", "n", "en", "er", "e"] as const;

/** Mistakes a reader forgives in a word of this length. */
const forgiven = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : length < 12 ? 2 : 3);

/** Builds the index once over words that have been folded (and stemmed, if the searched tokens are). */
export function createVocabulary(known: Iterable<string>): Vocabulary {
  const all = new Map<string, ReadonlySet<string>>();
  const byGram = new Map<string, string[]>();
  for (const word of known) {
    if (all.has(word)) continue;
    const grams = ngrams(word, 3, 3);
    all.set(word, grams);
    for (const gram of grams) (byGram.get(gram) ?? byGram.set(gram, []).get(gram))?.push(word);
  }
  /** Known words that share at least `least` grams. */
  const neighbours = (grams: ReadonlySet<string>, least: number): string[] => {
    const shared = new Map<string, number>();
    for (const gram of grams) {
      for (const word of byGram.get(gram) ?? []) shared.set(word, (shared.get(word) ?? 0) + 1);
    }
    return [...shared].filter(([, count]) => count >= least).map(([word]) => word);
  };

  function typos(word: string): Widened[] {
    const limit = forgiven(word.length);
    if (limit === 0) return [];
    const grams = ngrams(word, 3, 3);
    const found: Widened[] = [];
    for (const candidate of neighbours(grams, Math.max(1, grams.size - GRAMS_A_MISTAKE * limit))) {
      const wrong = mistakes(word, candidate, limit);
      if (wrong > limit || forgiven(candidate.length) < wrong || candidate === word) continue;
      const like = likeness(grams, all.get(candidate) ?? new Set());
      if (wrong > 1 && like < LIKE_ENOUGH) continue;
      found.push({
        word: candidate,
        how: "typo",
        weight: round(1 - wrong / (word.length + 1) - (1 - like) / 10),
      });
    }
    return found.sort(byWeight);
  }

  const parts = (word: string): string[] => partsOf(word, (part) => all.has(part));

  function wholes(word: string): Widened[] {
    if (word.length < SHORTEST_PART) return [];
    return [...neighbours(ngrams(word, 3, 3), 1)]
      .filter((candidate) => candidate.length > word.length && candidate.includes(word))
      .map((candidate) => ({
        word: candidate,
        how: "whole" as const,
        weight: round(word.length / candidate.length),
      }))
      .sort(byWeight);
  }

  function widen(word: string, most = 8): Widened[] {
    if (all.has(word)) return [{ word, how: "typo", weight: 1 }];
    const pieces = parts(word).map((part) => ({ word: part, how: "part" as const, weight: 0.8 }));
    return distinct([...typos(word), ...pieces, ...wholes(word)])
      .sort(byWeight)
      .slice(0, most);
  }

  return { has: (word) => all.has(word), widen, typos, parts };
}

/** Greedy from the left: at each place the longest known part, after which a linking sound may follow. */
function partsOf(word: string, isKnown: (part: string) => boolean): string[] {
  const found: string[] = [];
  let at = 0;
  while (at + SHORTEST_PART <= word.length) {
    const part = longestAt(word, at, isKnown);
    if (part === undefined) at++;
    else {
      found.push(part);
      at += part.length;
    }
  }
  return found;
}

/** Known words may be stems, so the asked part is tried as written and without a linking sound. */
function longestAt(word: string, at: number, isKnown: (part: string) => boolean): string | undefined {
  for (let end = word.length; end - at >= SHORTEST_PART; end--) {
    const piece = word.slice(at, end);
    if (piece === word) continue;
    for (const link of LINKS) {
      if (!piece.endsWith(link)) continue;
      const bare = piece.slice(0, piece.length - link.length);
      if (bare.length >= SHORTEST_PART && isKnown(bare)) return bare;
    }
  }
  return undefined;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
const byWeight = (a: Widened, b: Widened): number => b.weight - a.weight || (a.word < b.word ? -1 : 1);
const distinct = (list: readonly Widened[]): Widened[] => [
  ...new Map([...list].reverse().map((one) => [one.word, one])).values(),
];
