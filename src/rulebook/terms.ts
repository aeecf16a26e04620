/** The words and idioms of the lexicon, indexed. Pure. */
import { stem } from "../search/stem.ts";
import { words } from "../search/words.ts";
import { isAbsent } from "./answer.ts";

/**
 * An idiom of several words. `anywhere`: its bearing stems stand in the question in any order; `row`: its words
 * follow one another; `apart`: they keep their order, but others may stand between ("macht … mit").
 */
export type Phrase = {
  readonly concept: string;
  readonly stems: readonly string[];
  readonly how: "anywhere" | "row" | "apart";
};

export type Terms = {
  /** The concepts of a word. A filler has only those that name exactly this form. */
  readonly conceptsOf: (word: string) => ReadonlySet<string>;
  readonly hasStem: (stem: string) => boolean;
  /** The idioms by their first stem. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Every word as written (folded), to find the meaning of a typing mistake. */
  readonly surfaces: ReadonlySet<string>;
};

const PARTICLES = new Set(
  "mit bei an aus zu ab los teil vor ein weiter raus auf dazu davon zusammen hin um werden nach schon".split(
    " ",
  ),
);
/** Names of places are too near to other words to be guessed from typing mistakes. */
const NOT_GUESSED = "elsewhere";

/** Indexes `[concept, terms]` pairs. */
export function indexTerms(
  lists: Iterable<readonly [string, readonly string[]]>,
  fillers: ReadonlySet<string>,
): Terms {
  const exact = new Map<string, Set<string>>();
  const byStem = new Map<string, Set<string>>();
  const phrases = new Map<string, Phrase[]>();
  const surfaces = new Set<string>();
  const rows = [...lists].flatMap(([concept, terms]) => terms.map((term) => ({ concept, row: words(term) })));
  for (const { concept, row } of rows) {
    if (concept !== NOT_GUESSED) for (const word of row) surfaces.add(word);
    const [first, ...more] = row;
    if (first === undefined) continue;
    if (more.length > 0) {
      const phrase = phraseOf(concept, row, fillers);
      const key = phrase.stems[0] ?? "";
      phrases.set(key, [...(phrases.get(key) ?? []), phrase]);
    } else {
      put(exact, first, concept);
      put(byStem, stem(first), concept);
    }
  }
  return {
    conceptsOf: (word) => conceptsOf(exact.get(word), byStem.get(stem(word)), fillers.has(word)),
    hasStem: (one) => byStem.has(one),
    phrases,
    surfaces,
  };
}

/** What only the stem brings in counts neither for nor against a word listed as it stands for something absent. */
function conceptsOf(
  exact: ReadonlySet<string> | undefined,
  byStem: ReadonlySet<string> | undefined,
  filler: boolean,
): ReadonlySet<string> {
  if (filler || !byStem || (exact && [...exact].some(isAbsent))) return exact ?? new Set();
  return exact ? new Set([...byStem].filter((one) => exact.has(one) || !isAbsent(one))) : byStem;
}

function phraseOf(concept: string, row: readonly string[], fillers: ReadonlySet<string>): Phrase {
  const bearing = row.filter((word) => !fillers.has(word));
  if (bearing.length > 1) return { concept, stems: bearing.map(stem), how: "anywhere" };
  const last = row.at(-1) ?? "";
  return { concept, stems: row.map(stem), how: PARTICLES.has(last) ? "apart" : "row" };
}

const put = (index: Map<string, Set<string>>, key: string, concept: string): void => {
  const found = index.get(key);
  if (found) found.add(concept);
  else index.set(key, new Set([concept]));
};

/** The places of the phrase's words in a row of stems; none if it does not stand there. */
export function placesOf(phrase: Phrase, stems: readonly string[]): number[] {
  if (phrase.how === "row") {
    const start = stems.findIndex((_, at) => phrase.stems.every((one, offset) => stems[at + offset] === one));
    return start < 0 ? [] : phrase.stems.map((_, offset) => start + offset);
  }
  const places: number[] = [];
  for (const one of phrase.stems) {
    const from = phrase.how === "apart" ? (places.at(-1) ?? -1) + 1 : 0;
    const at = stems.indexOf(one, from);
    if (at < 0) return [];
    places.push(at);
  }
  return places;
}
