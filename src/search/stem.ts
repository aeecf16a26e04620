/**
 * A light German stemmer for folded words, after the idea of the Snowball rules (Porter): inflection goes
 * first, then the endings that make nouns and adjectives. Stems are keys, not words: "termine" and "termin"
 * meet, "vorsitzender" meets "vorsitz". What it joins wrongly it joins on both sides alike.
 */

const SHORTEST = 3;
const INFLECTION = ["ern", "er", "en", "es", "e"] as const;
/** Only of long words: gemeinsamem, but Problem and System. */
const DATIVE = /(?<=\p{L}{6})em$/u;
const COMPARISON = ["est", "er", "en"] as const;
const NOUNS = ["ungen", "ung", "end"] as const;
const QUALITIES = ["lich", "isch", "heit", "keit", "ig"] as const;
/** Foreign nouns take a plain s in the plural: Workshops, Services, Teams. */
const PLURAL_S = /(?<=[bdfghklmnprt])s$/;
const WEAK_PAST = /(?<=[bcdfghklmnprsz])t(?:e|en|est|et)?$/;

const without = (word: string, endings: readonly string[], shortest: number): string => {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= shortest);
  return ending === undefined ? word : word.slice(0, -ending.length);
};

/** The stem of one folded word (see `words`). Numbers and words of up to three letters stay as they are. */
export function stem(word: string): string {
  if (word.length <= SHORTEST || /\d/.test(word)) return word;
  const bare = without(word.replace(DATIVE, "").replace(PLURAL_S, ""), INFLECTION, SHORTEST).replace(
    PLURAL_S,
    "",
  );
  const compared = without(bare, COMPARISON, 4);
  const derived = without(without(without(compared, QUALITIES, 5), NOUNS, 4), QUALITIES, 5);
  return derived.length >= 6 ? derived.replace(WEAK_PAST, "") : derived;
}
