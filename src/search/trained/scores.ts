/** What was learnt, put to use. Pure. */
import type { Features } from "./features.ts";
import { weighted } from "./learn.ts";
import type { Weights } from "./weights.ts";

/** A score for every label, in their order; the higher, the likelier. Only differences tell. */
export function scoresOf(weights: Weights, features: Features): Float64Array {
  const { rows, rarity, starts, columns, values, step, bias } = weights;
  const scores = Float64Array.from(bias);
  const { index, strength } = weighted(features, rows, rarity);
  for (let at = 0; at < index.length; at++) {
    const row = index[at] as number;
    const by = (strength[at] as number) * step;
    for (let cell = starts[row] as number; cell < (starts[row + 1] as number); cell++) {
      const column = columns[cell] as number;
      scores[column] = (scores[column] as number) + by * (values[cell] as number);
    }
  }
  return scores;
}
