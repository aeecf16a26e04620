/** The words and idioms of the lexicon, indexed. Pure. */
import { stem } from "../search/stem.ts";
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
/** "müssen nehmen": between the two halves of a German verb stands the rest of the sentence. */
const MODAL = /^(?:muss|mussen|musst|darf|durfen|soll|sollen|kann|konnen|will|wollen|must)$/;
/** Names of places are too near to other words to be guessed from typing mistakes. */
const NOT_GUESSED: ReadonlySet<string> = new Set(["elsewhere", "oneTown"]);

/** Indexes concepts and their terms, each term as its folded words. */
export function indexTerms(
  lists: Iterable<readonly [string, readonly (readonly string[])[]]>,
  fillers: ReadonlySet<string>,
): Terms {
  const exact: Index = new Map();
  const byStem: Index = new Map();
  const phrases = new Map<string, Phrase[]>();
  const surfaces = new Set<string>();
  const add = (row: readonly string[], alone: ReadonlySet<string>, concept: string): void => {
    const [first, ...more] = row;
    if (first === undefined) return;
    if (more.length === 0) {
      put(exact, first, alone);
      put(byStem, stem(first), alone);
      return;
    }
    const phrase = phraseOf(concept, row, fillers);
    const key = phrase.stems[0] ?? "";
    phrases.set(key, [...(phrases.get(key) ?? []), phrase]);
  };
  for (const [concept, rows] of lists) {
    const alone = new Set([concept]);
    for (const row of rows) add(row, alone, concept);
    if (!NOT_GUESSED.has(concept)) for (const word of rows.flat()) surfaces.add(word);
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
  const apart = PARTICLES.has(last) || MODAL.test(row[0] ?? "");
  return { concept, stems: row.map(stem), how: apart ? "apart" : "row" };
}

/** The sets are shared: most words have one concept only. */
type Index = Map<string, ReadonlySet<string>>;
const put = (index: Index, key: string, more: ReadonlySet<string>): void => {
  const found = index.get(key);
  index.set(key, found && found !== more ? new Set([...found, ...more]) : more);
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
    const at = stems.findIndex((root, place) => root === one && place >= from && !places.includes(place));
    if (at < 0) return [];
    places.push(at);
  }
  return places;
}
