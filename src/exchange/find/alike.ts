/** Records that are about nearly the same as a text. Pure. */
import type { Instant } from "../../system/clock.ts";
import type { Content } from "../exchange.ts";
import type { SubjectsOf } from "../subjects/subjects.ts";
import type { Known } from "./knowledge.ts";
import { wordsOf } from "./prepared.ts";
import { type About, rank, SUBJECTS } from "./rank.ts";

/** The most telling words of a text are enough. */
const MOST_WORDS = 30;

export type AlikeOptions = {
  readonly now: Instant;
  readonly allowed: (about: About) => boolean;
  /** Share of the score the text would have with itself. */
  readonly share: number;
  readonly most: number;
};

/** Ids, best first. */
export function alike(
  { index }: Known,
  content: Content,
  subjectsOf: SubjectsOf,
  { now, allowed, share, most }: AlikeOptions,
): readonly string[] {
  const said = [...wordsOf(content)];
  const rare = ([token]: readonly [string, number]) => index.frequency(token);
  const telling = said.sort((a, b) => rare(a) - rare(b) || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_WORDS);
  const terms = telling.map(([token]) => ({ said: token, alternatives: new Map([[token, 1]]) }));
  const subjects = subjectsOf(
    [content.title, content.product ?? "", content.tags.join(" "), content.text].join("\n"),
  );
  const itself = selfScore(index.count(), telling, subjects, rare);
  return rank(index, { terms, subjects }, { now, allowed })
    .filter(({ score }) => score >= share * itself)
    .slice(0, most)
    .map(({ id }) => id);
}

function selfScore(
  count: number,
  words: readonly (readonly [string, number])[],
  subjects: ReadonlyMap<string, number>,
  frequency: (word: readonly [string, number]) => number,
): number {
  const rarity = (n: number) => Math.log(1 + (Math.max(count, n) - n + 0.5) / (n + 0.5));
  const said = words.reduce((sum, word) => sum + rarity(Math.max(1, frequency(word))), 0);
  return said + (subjects.size > 0 ? SUBJECTS : 0);
}
