/** Which subjects of municipal work a text is about. Pure. */
import { scoresOf } from "../../search/trained/scores.ts";
import type { Weights } from "../../search/trained/weights.ts";
import { featuresOf } from "./features.ts";

/**
 * Subjects by their number and how strongly each stands out, together of length one: the product of those of two texts
 * is how alike their subjects are, from 0 to 1.
 */
export type Subjects = ReadonlyMap<string, number>;
export type SubjectsOf = (text: string) => Subjects;

/** Standard deviations above the mean from which on a subject stands out. */
const OUTSTANDING = 1;
/** Makes much of what stands out most. */
const POWER = 1.5;
/** So many of a text are kept. */
const MOST = 30;

export function createSubjectsOf(weights: Weights): SubjectsOf {
  return (text) => {
    const features = featuresOf(text);
    return features.size === 0 ? new Map() : outstanding(scoresOf(weights, features));
  };
}

function outstanding(scores: Float64Array): Subjects {
  const mean = scores.reduce((sum, one) => sum + one, 0) / scores.length;
  const spread = Math.sqrt(scores.reduce((sum, one) => sum + (one - mean) ** 2, 0) / scores.length);
  if (spread === 0) return new Map();
  const found: (readonly [string, number])[] = [];
  scores.forEach((one, label) => {
    const above = (one - mean) / spread - OUTSTANDING;
    if (above > 0) found.push([String(label), above ** POWER]);
  });
  const most = found.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST);
  const length = Math.hypot(...most.map(([, strength]) => strength));
  return new Map(most.map(([label, strength]) => [label, strength / length]));
}
