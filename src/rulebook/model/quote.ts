/** A quote found again in its passage, with the sentence it stands in. Pure. */
import { monthsIn, provenBy } from "./figures.ts";
import type { Excerpt } from "./model.ts";
import { sentenceEnds } from "./tone.ts";
import { type Support, supportOf } from "./wording.ts";

const SHORTEST = 10;
/** A longer one is no proof of a sentence, and would be too much for a pattern. */
const LONGEST = 800;
/** A longer sentence is none: the quote stands for itself. */
const LONGEST_SENTENCE = 1_200;

export type Quote = {
  /** As it stands in the passage. */
  readonly text: string;
  /** The whole sentences it is a part of, as they stand there: what a quote leaves out may turn it round. */
  readonly sentence: string;
  readonly passage: Excerpt;
  /** Numbers and dates of the quote itself. */
  readonly figures: ReadonlySet<string>;
  /** Words of the whole sentences, and the months of their dates. */
  readonly support: Support;
};

function sentencesAround(text: string, from: number, to: number): string {
  let [start, end] = [0, text.length];
  for (const gap of text.matchAll(sentenceEnds)) {
    if (gap.index + gap[0].length <= from) start = gap.index + gap[0].length;
    else if (gap.index >= to) {
      end = gap.index;
      break;
    }
  }
  return end - start > LONGEST_SENTENCE ? text.slice(from, to) : text.slice(start, end);
}

/** The quote in its passage, white space alone forgiven, not cut within a word; undefined where it is not there. */
export function foundIn(passage: Excerpt, quote: string): Quote | undefined {
  const wanted = quote.trim();
  if (wanted.length < SHORTEST || wanted.length > LONGEST) return undefined;
  const words = wanted.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.join("\\s+")}(?![\\p{L}\\p{N}])`, "u");
  const found = pattern.exec(passage.text);
  if (!found) return undefined;
  const [text] = found;
  const sentence = sentencesAround(passage.text, found.index, found.index + text.length);
  return {
    text,
    sentence,
    passage,
    figures: provenBy(text),
    support: supportOf([sentence, ...monthsIn(sentence)]),
  };
}
