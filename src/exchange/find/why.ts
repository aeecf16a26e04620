/** Why a record was found: its words that fit, or the subject it shares with the search. Pure. */
import { fold } from "../../search/fold.ts";
import { stem } from "../../search/stem.ts";
import type { Exchange } from "../exchange.ts";
import type { Sought } from "./meaning.ts";

export type Why = {
  /** As they stand in the record. */
  readonly words: readonly string[];
  /** Key of the subject in common; null when there is none. */
  readonly subject: string | null;
};

const MOST_SHOWN = 4;
const WORD = /[\p{L}\p{N}]+/gu;

/** `subjects`: those of the record. */
export function whyFound(
  { title, product, tags, text }: Exchange,
  { terms, subjects: sought }: Sought,
  subjects: ReadonlyMap<string, number>,
): Why {
  const meant = new Map<string, number>();
  for (const { alternatives } of terms)
    for (const [token, weight] of alternatives) meant.set(token, Math.max(meant.get(token) ?? 0, weight));
  const found = new Map<string, { word: string; weight: number }>();
  for (const [word] of [title, product ?? "", tags.join(" "), text].join(" ").matchAll(WORD)) {
    const token = stem(fold(word));
    const weight = meant.get(token);
    if (weight !== undefined && !found.has(token)) found.set(token, { word, weight });
  }
  const words = [...found.values()].sort((a, b) => b.weight - a.weight).map(({ word }) => word);
  const shared = [...sought]
    .map(([subject, likely]) => ({ subject, both: likely * (subjects.get(subject) ?? 0) }))
    .filter(({ both }) => both > 0)
    .sort((a, b) => b.both - a.both);
  return { words: words.slice(0, MOST_SHOWN), subject: shared[0]?.subject ?? null };
}
