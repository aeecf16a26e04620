/** What a question is made of, as the trained ranking sees it. Pure. */
import { ngrams } from "../../search/ngrams.ts";
import type { FeaturesOf } from "../../search/trained/features.ts";
import { words } from "../../search/words.ts";
import type { Lexicon } from "../lexicon.ts";
import { createPlainReader } from "../tokens.ts";

/** A concept says far more than a word; one of several that a word may mean, less. */
const CONCEPT = 2.5;
const GRAM = 0.5;
/** Parts of short words say nothing. */
const SHORTEST = 4;
const GRAMS = { least: 3, most: 4 } as const;

/**
 * Stems, concepts (those of idioms too), and parts of words, which also recognise typing mistakes and compounds. The
 * first letter of a name says which of them it is.
 */
export function createFeatures(lexicon: Lexicon): FeaturesOf {
  const read = createPlainReader(lexicon);
  return (text) => {
    const features = new Map<string, number>();
    const add = (name: string, strength: number): void => {
      features.set(name, (features.get(name) ?? 0) + strength);
    };
    for (const { stem, concepts } of read(text)) {
      add(`s${stem}`, 1);
      const each = CONCEPT / Math.sqrt(concepts.size);
      for (const concept of concepts) add(`k${concept}`, each);
    }
    for (const word of words(text)) {
      if (word.length < SHORTEST) continue;
      for (const gram of ngrams(word, GRAMS.least, GRAMS.most)) add(`g${gram}`, GRAM);
    }
    return features;
  };
}
