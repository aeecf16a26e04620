/** BM25 (Robertson) over tokens that were prepared elsewhere. Pure; knows neither language nor store. */

/** What is searched: tokens with their weighted counts (a title may count more), and the sum of the weights. */
export type Prepared<K> = {
  readonly key: K;
  readonly tokens: ReadonlyMap<string, number>;
  readonly length: number;
};

/** What is known of all that could be searched, also when only candidates are at hand. */
export type Corpus = {
  readonly count: number;
  readonly averageLength: number;
  /** In how many entries the token stands. */
  readonly frequency: (token: string) => number;
};

export type Ranked<K> = { readonly key: K; readonly score: number };

const SATURATION = 1.2;
const LENGTH = 0.75;

/** How telling a token is; never negative, also for one that stands everywhere. */
export const rarity = (corpus: Corpus, token: string): number => {
  const n = corpus.frequency(token);
  return Math.log(1 + (Math.max(corpus.count, n) - n + 0.5) / (n + 0.5));
};

/** The score of one entry for the weighted tokens of a query; 0 where no token meets. */
function score<K>(query: ReadonlyMap<string, number>, entry: Prepared<K>, corpus: Corpus): number {
  const relative = corpus.averageLength > 0 ? entry.length / corpus.averageLength : 1;
  const norm = SATURATION * (1 - LENGTH + LENGTH * relative);
  let sum = 0;
  for (const [token, weight] of query) {
    const count = entry.tokens.get(token) ?? 0;
    if (count > 0) sum += (weight * rarity(corpus, token) * count * (SATURATION + 1)) / (count + norm);
  }
  return sum;
}

/** The entries that meet the query, best first; equal scores keep the order given. */
export function rank<K>(
  query: ReadonlyMap<string, number>,
  entries: Iterable<Prepared<K>>,
  corpus: Corpus,
): Ranked<K>[] {
  const found: Ranked<K>[] = [];
  for (const entry of entries) {
    const points = score(query, entry, corpus);
    if (points > 0) found.push({ key: entry.key, score: points });
  }
  return found.sort((a, b) => b.score - a.score);
}

/** Adds up fields into one weighted bag: `[[tokens of the title, 3], [tokens of the text, 1]]`. */
export function prepare<K>(
  key: K,
  fields: Iterable<readonly [ReadonlyMap<string, number>, number]>,
): Prepared<K> {
  const tokens = new Map<string, number>();
  let length = 0;
  for (const [counts, weight] of fields) {
    for (const [token, count] of counts) {
      tokens.set(token, (tokens.get(token) ?? 0) + count * weight);
      length += count * weight;
    }
  }
  return { key, tokens, length };
}

/** The corpus of entries that are all at hand. */
export function corpusOf<K>(entries: readonly Prepared<K>[]): Corpus {
  const frequencies = new Map<string, number>();
  let length = 0;
  for (const entry of entries) {
    length += entry.length;
    for (const token of entry.tokens.keys()) frequencies.set(token, (frequencies.get(token) ?? 0) + 1);
  }
  return {
    count: entries.length,
    averageLength: entries.length === 0 ? 0 : length / entries.length,
    frequency: (token) => frequencies.get(token) ?? 0,
  };
}
