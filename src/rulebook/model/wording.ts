/** Whether the words of a sentence rest on a text: names and nouns all, other words mostly. Pure. */
import { analyse } from "../../search/analyse.ts";
import { fold } from "../../search/fold.ts";
import { stem } from "../../search/stem.ts";
import { words } from "../../search/words.ts";
import { numberIn } from "./number-words.ts";

/** Words that say nothing of their own, folded. */
const EMPTY = new Set(
  `laut gemass sowie jeweils bzw beziehungsweise dafur daran darauf darin davon hierzu ausserdem zudem sondern
  bereits etwa rund insgesamt derzeit dazu deshalb jedoch somit ebenfalls namlich dabei wobei sodass falls
  dort hierbei hierfur demnach danach davor also beispielsweise ihnen ihres weder statt anstatt per pro je`.split(
    /\s+/,
  ),
);
/** Nouns of talking about documents, folded. */
const NEUTRAL = new Set(
  "dokument dokumente dokumenten unterlagen regelung angabe angaben beispiel abschnitt absatz kapitel".split(
    " ",
  ),
);

const TOKEN = /\p{L}[\p{L}\p{N}]*/gu;
const SHORTEST_PART = 5;
/** A longer word with the same beginning is another form of it if it has at most so many letters more. */
const LONGEST_ENDING = 4;
/** Share of all words with a meaning that a sentence must have in common with its proof. */
const COVERED = 0.6;

export type Support = { readonly stems: ReadonlySet<string>; readonly words: readonly string[] };

export const supportOf = (texts: readonly string[]): Support => {
  const all = [...new Set(texts.flatMap(words))];
  return { stems: new Set(all.map(stem)), words: all };
};

const isEmpty = (word: string): boolean =>
  EMPTY.has(word) || analyse(word).size === 0 || numberIn(word) !== undefined;

const isForm = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return (
    short.length >= SHORTEST_PART && long.startsWith(short) && long.length - short.length <= LONGEST_ENDING
  );
};

/** The word stands in the text: in this or another form, or as a part of a longer word. */
function rests(word: string, { stems, words: all }: Support): boolean {
  const key = stem(word);
  if (stems.has(key)) return true;
  return all.some((one) => isForm(word, one) || (key.length >= SHORTEST_PART && one.includes(key)));
}

/** The folded words of a text that mean something. */
export const contentOf = (text: string): readonly string[] => words(text).filter((word) => !isEmpty(word));

/** How many words with a meaning a sentence shares with a text. */
export const shared = (sentence: string, support: Support): number =>
  contentOf(sentence).filter((word) => rests(word, support)).length;

export type Wording = "name" | "uncovered";

/** Why a sentence does not rest on its proof, or undefined. */
export function unproven(sentence: string, support: Support): Wording | undefined {
  const capitals = (sentence.match(TOKEN) ?? []).filter((word) => /^\p{Lu}|\p{Ll}\p{Lu}/u.test(word));
  const strange = capitals.map(fold).find((word) => {
    return !isEmpty(word) && !NEUTRAL.has(word) && !rests(word, support);
  });
  if (strange !== undefined) return "name";
  const content = contentOf(sentence).filter((word) => !NEUTRAL.has(word));
  const covered = content.filter((word) => rests(word, support)).length;
  return content.length > 0 && covered < COVERED * content.length ? "uncovered" : undefined;
}
