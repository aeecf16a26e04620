/** The words people use when they ask for a card: its own vocabulary, from the bank of examples. Pure. */
import type { Examples } from "./asked.ts";
import type { Word } from "./tokens.ts";

export type Spoken = {
  /** In how many questions for the card a stem (as `=stem`) or a concept stands. */
  readonly times: (card: string, key: string) => number;
  /** How telling a stem is: the fewer questions hold it, the more. */
  readonly rarity: (stem: string) => number;
  /** The question of the bank for the card that shares most with the words, and how much, from 0 to 1. */
  readonly nearest: (
    card: string,
    words: readonly Word[],
  ) => { readonly text: string; readonly like: number };
};

/** How often a word counts as seen that stands in no question. */
const UNSEEN = 0.5;

/** Reads all questions at once, thousands of them: about a tenth of a second. */
export function createSpoken(examples: readonly Examples[], read: (text: string) => readonly Word[]): Spoken {
  const all = new Map<string, number>();
  const cards = new Map<string, Map<string, number>>();
  const texts = new Map(examples.map(({ card, lines }) => [card, lines]));
  for (const { card, lines } of examples) {
    const own = new Map<string, number>();
    cards.set(card, own);
    for (const line of lines) {
      for (const key of keysOf(read(line))) {
        own.set(key, (own.get(key) ?? 0) + 1);
        if (key.startsWith("=")) all.set(key, (all.get(key) ?? 0) + 1);
      }
    }
  }
  const total = examples.reduce((sum, { lines }) => sum + lines.length, 0);
  const rarity = (stem: string): number => Math.log(1 + total / (all.get(`=${stem}`) ?? UNSEEN));

  return {
    times: (card, key) => cards.get(card)?.get(key) ?? 0,
    rarity,
    nearest: (card, words) => {
      const asked = stemsOf(words);
      const likes = (texts.get(card) ?? []).map((text) => ({
        text,
        like: likeness(stemsOf(read(text)), asked),
      }));
      return likes.sort((a, b) => b.like - a.like)[0] ?? { text: "", like: 0 };
    },
  };

  function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
    const weigh = (stems: Iterable<string>): number =>
      [...stems].reduce((sum, stem) => sum + rarity(stem), 0);
    const shared = weigh([...one].filter((stem) => other.has(stem)));
    return shared / (weigh(one) + weigh(other) - shared || 1);
  }
}

const stemsOf = (words: readonly Word[]): ReadonlySet<string> =>
  new Set(words.filter(({ filler }) => !filler).map(({ stem }) => stem));

function keysOf(words: readonly Word[]): Set<string> {
  return new Set(words.flatMap(({ stem, concepts }) => [`=${stem}`, ...concepts]));
}
