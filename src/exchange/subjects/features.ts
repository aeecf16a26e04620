/** What a search or a record is made of, as the subjects see it. Pure. */
import { analyse } from "../../search/analyse.ts";
import { ngrams } from "../../search/ngrams.ts";
import type { Features } from "../../search/trained/features.ts";
import { words } from "../../search/words.ts";

/** A part of a word says less than the word, but there are many of them. */
const GRAM = 0.35;
/** Parts of short words say nothing. */
const SHORTEST = 4;
const GRAMS = { least: 3, most: 5 } as const;
/** With its mark for the end of a word, so long. */
const SHORTEST_GRAM = 4;

/** The first letter of a name says what it is: a stem, or a gram. */
export const isWord = (feature: string): boolean => feature.startsWith("s");
export const wordFeature = (stem: string): string => `s${stem}`;

/** Stems, and parts of words, which also recognise typing mistakes and compounds. */
export function featuresOf(text: string): Features {
  const features = new Map<string, number>();
  const add = (name: string, strength: number): void => {
    features.set(name, (features.get(name) ?? 0) + strength);
  };
  for (const [stem, count] of analyse(text)) add(wordFeature(stem), count);
  for (const word of words(text)) {
    if (word.length < SHORTEST) continue;
    for (const gram of ngrams(word, GRAMS.least, GRAMS.most))
      if (gram.length >= SHORTEST_GRAM) add(`g${gram}`, GRAM);
  }
  return features;
}
