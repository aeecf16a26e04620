/** From words to meaning: which concepts a word of a question may stand for. Pure. */
import { mistakes } from "../search/distance.ts";
import { phonetic } from "../search/phonetic.ts";
import { stem } from "../search/stem.ts";
import { createVocabulary, type Vocabulary } from "../search/vocabulary.ts";
import { words } from "../search/words.ts";
import { isAbsent } from "./answer.ts";
import type { Lexicon } from "./lexicon.ts";
import { placesOf, type Terms } from "./terms.ts";

export type Token = {
  /** As asked, folded. */
  readonly word: string;
  /** As understood: the same, or the word behind a typing mistake or in a compound. */
  readonly stem: string;
  readonly concepts: ReadonlySet<string>;
  /** Holds the sentence together; needs no explanation. */
  readonly filler: boolean;
  /** False: nothing we know; nobody may guess what it means. */
  readonly known: boolean;
  /** Written with a small letter in a text that uses capitals: no noun. */
  readonly small: boolean;
  /** Stands right before a word with a capital letter, as adjectives do. */
  readonly before: boolean;
  /** Stands in a text without capitals, where a noun does not show. */
  readonly lower: boolean;
};

export type Reader = (text: string) => readonly Token[];

const LEAST_LIKE = 0.72;
const COVERED = 0.8;
/** Endings by which German makes adverbs of manner and time. */
const ADVERB = /\p{L}{3}(?:weise|ermassen|stens|mals|halber|erdings)$/u;

/** Prepares reading once. `spoken` are the stems of all cards: words we know though they are no concept. */
export function createReader(lexicon: Lexicon, spoken: ReadonlySet<string>): Reader {
  const { terms, fillers } = lexicon;
  const asked = lexicon.asks.flatMap((one) => one.row);
  const surfaces = new Set([...terms.surfaces, ...fillers, ...asked].filter((word) => word.length > 2));
  const vocabulary = createVocabulary(surfaces);
  const bySound = keyed(surfaces, phonetic);
  const bySpelling = keyed(surfaces, spelling);
  const knows = (word: string): boolean =>
    fillers.has(word) || surfaces.has(word) || terms.hasStem(stem(word)) || spoken.has(stem(word));
  const meant = (word: string): string[] => {
    if (knows(word)) return [word];
    const verb = infinitives(word).find((one) => terms.hasStem(stem(one)) || spoken.has(stem(one)));
    if (verb !== undefined) return [verb];
    const repaired =
      nearest(word, bySpelling.get(spelling(word)), fillers) ?? repair(word, vocabulary, bySound);
    if (repaired !== undefined) return [repaired];
    const parts = compound(word, vocabulary);
    return parts.length > 0 ? parts : [word];
  };
  return (text) => {
    const written = writtenWords(text);
    const capitals = written.slice(1).some((one) => one.capital);
    const tokens = written.flatMap(({ word, capital }, at) =>
      meant(word).map((as) => ({
        word,
        stem: stem(as),
        concepts: terms.conceptsOf(as),
        filler: fillers.has(as) || ADVERB.test(as),
        known: knows(as),
        small: capitals && at > 0 && !capital && !/\d/.test(word),
        lower: !capitals,
        before: written[at + 1]?.capital === true,
      })),
    );
    return withPhrases(tokens, terms);
  };
}

/** What a word stands for as it is written. */
export type Word = Pick<Token, "word" | "stem" | "concepts" | "filler">;
/** Words kept once they are read; more than the whole bank has. What strangers type must not fill the memory. */
const MOST_KEPT = 30_000;

/** Reads without guessing at mistakes and compounds, for thousands of lines at a time. */
export function createPlainReader({ terms, fillers }: Lexicon): (text: string) => readonly Word[] {
  const seen = new Map<string, Word>();
  const wordOf = (word: string): Word => {
    const read = { word, stem: stem(word), concepts: terms.conceptsOf(word), filler: fillers.has(word) };
    if (seen.size < MOST_KEPT) seen.set(word, read);
    return read;
  };
  return (text) =>
    withPhrases(
      words(text).map((word) => seen.get(word) ?? wordOf(word)),
      terms,
    );
}

/** Folded words and whether each was written with a capital letter. */
function writtenWords(text: string): { word: string; capital: boolean }[] {
  return text
    .split(/\s+/)
    .flatMap((chunk) =>
      words(chunk).map((word, at) => ({ word, capital: at === 0 && /\p{Lu}/u.test(chunk) })),
    );
}

/**
 * Adds the concept of an idiom to the words that form it. One that stands in no document overrules their own, and
 * so does one whose words follow one another: "operative Ebene" is no longer any level.
 */
function withPhrases<T extends Word>(tokens: readonly T[], terms: Terms): readonly T[] {
  const added = new Map<number, string[]>();
  const firm = new Set<number>();
  const stems = tokens.map((one) => one.stem);
  for (const phrase of [...new Set(stems)].flatMap((one) => terms.phrases.get(one) ?? [])) {
    const places = placesOf(phrase, stems);
    const closed = phrase.how === "anywhere" && isRun(places) && !isOwn(phrase.concept);
    for (const at of places) {
      added.set(at, [...(added.get(at) ?? []), phrase.concept]);
      if (closed) firm.add(at);
    }
  }
  if (added.size === 0) return tokens;
  return tokens.map((one, at) => {
    const more = added.get(at);
    if (!more) return one;
    const absent = more.filter(isAbsent);
    const joined = firm.has(at) ? more : [...one.concepts, ...more];
    return { ...one, known: true, concepts: new Set(absent.length > 0 ? absent : joined) };
  });
}

const isRun = (places: readonly number[]): boolean =>
  Math.max(...places) - Math.min(...places) === places.length - 1;
/** The concept of a single card, which only adds to what the words mean. */
const isOwn = (concept: string): boolean => concept.includes("-");

function keyed(surfaces: Iterable<string>, key: (word: string) => string): Map<string, string[]> {
  const byKey = new Map<string, string[]>();
  for (const word of surfaces) {
    const at = key(word);
    byKey.set(at, [...(byKey.get(at) ?? []), word]);
  }
  return byKey;
}

/** What a form of a verb may come from: "ausgetauscht", "auszutauschen", "tauschte", "gesammelt". */
const infinitives = (word: string): string[] => {
  const [, first = "", root] = /^(\p{L}{2,6})?(?:ge|zu)(\p{L}{3,}?)(?:t|te[nmrs]?|en)$/u.exec(word) ?? [];
  const [, bare] = /^(\p{L}{4,}?)(?:t|te|ten)$/u.exec(word) ?? [];
  const roots = [root === undefined ? [] : `${first}${root}`, bare ?? []].flat();
  return roots.flatMap((one) => [`${one}en`, `${one}n`]);
};

/** Of the words that are spelled alike, the one with the fewest wrong letters, rather a common one. */
function nearest(
  word: string,
  alike: readonly string[] | undefined,
  common: ReadonlySet<string>,
): string | undefined {
  const wrong = (one: string): number => mistakes(word, one, 4) - (common.has(one) ? 0.5 : 0);
  return [...(alike ?? [])].sort((a, b) => wrong(a) - wrong(b))[0];
}

/** What does not change when letters are doubled, an h or e only lengthens a vowel, or like sounds are mixed up. */
const spelling = (word: string): string =>
  ALIKE.test(word)
    ? word
        .replace(/(?<=[aeiou])h(?![aeiou])/g, "")
        .replace(/(?<=i)e/g, "")
        .replace(/ph|v/g, "f")
        .replace(/th|dt/g, "t")
        .replace(/(.)\1+/g, "$1")
        .replace(/ck/g, "k")
        .replace(/tz/g, "z")
        .replace(/d$/, "t")
    : word;
/** Most words are spelled in one way only. */
const ALIKE = /h|ie|v|dt|(.)\1|ck|tz|d$/;

/** The known word behind a typing mistake: nearly the same letters, or the same sound. */
function repair(
  word: string,
  vocabulary: Vocabulary,
  bySound: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  if (word.length < 5 || /\d/.test(word)) return undefined;
  const typo = vocabulary.typos(word).find((one) => one.word[0] === word[0] && one.weight >= LEAST_LIKE);
  if (typo) return typo.word;
  const code = phonetic(word);
  if (code.length < 3) return undefined;
  return (bySound.get(code) ?? []).find(
    (one) => one.length >= 5 && one[0] === word[0] && mistakes(one, word, 2) <= 2,
  );
}

/** The known parts of a compound, if nearly all its letters are theirs. */
function compound(word: string, vocabulary: Vocabulary): string[] {
  const parts = vocabulary.parts(word);
  const covered = parts.reduce((sum, part) => sum + part.length, 0);
  return covered >= COVERED * word.length ? parts : [];
}
