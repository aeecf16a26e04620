/** How likely each label is for a text, by what was learnt. Pure. */

import type { FeaturesOf } from "../../search/trained/features.ts";
import { scoresOf } from "../../search/trained/scores.ts";
import type { Weights } from "../../search/trained/weights.ts";
import { NONE } from "./examples.ts";

export type Ranked = { readonly label: string; readonly likely: number };
export type Ranking = {
  /** The likeliest cards, best first. */
  readonly cards: readonly Ranked[];
  /** That no card answers: likelihood of all labels that are no known card. */
  readonly none: number;
  /** Likelier than any card is one that is no longer there. */
  readonly gone: boolean;
};
export type Rank = (text: string) => Ranking;

const SHOWN = 12;

/** Labels of cards that `isCard` does not know count as no card: what a removed card answered has no answer. */
export function createRank(
  weights: Weights,
  featuresOf: FeaturesOf,
  isCard: (label: string) => boolean,
): Rank {
  const { labels } = weights;
  const known = labels.map(isCard);
  return (text) => {
    return rankingOf(labels, likelihoods(scoresOf(weights, featuresOf(text))), known);
  };
}

function likelihoods(scores: Float64Array): Float64Array {
  const most = scores.reduce((a, b) => Math.max(a, b));
  const raised = scores.map((one) => Math.exp(one - most));
  const sum = raised.reduce((a, b) => a + b);
  return raised.map((one) => one / sum);
}

function rankingOf(labels: readonly string[], likely: Float64Array, known: readonly boolean[]): Ranking {
  const order = [...likely.keys()].sort((a, b) => (likely[b] as number) - (likely[a] as number));
  const others = order.filter((at) => !known[at]);
  return {
    cards: order
      .filter((at) => known[at])
      .slice(0, SHOWN)
      .map((at) => ({ label: labels[at] as string, likely: likely[at] as number })),
    none: others.reduce((sum, at) => sum + (likely[at] as number), 0),
    gone: order[0] !== undefined && !known[order[0]] && labels[order[0]] !== NONE,
  };
}
