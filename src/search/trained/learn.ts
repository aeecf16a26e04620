/**
 * Learns from examples which words speak for which label: a softmax regression (multinomial logistic regression) by
 * stochastic gradient descent. The same examples always give the same weights. Pure.
 */
import type { Features, FeaturesOf } from "./features.ts";
import type { Weights } from "./weights.ts";

export type Example = { readonly label: string; readonly text: string };

/** In how many examples a feature must stand to tell something, unless said otherwise. */
const LEAST_SEEN = 3;

export type LearnOptions = {
  /** In how many examples a feature of this name must stand to be kept. */
  readonly leastSeen?: (feature: string) => number;
  /** How often every example is looked at. */
  readonly rounds?: number;
};
const ROUNDS = 5;
const FIRST_STEP = 4;
const BIAS_STEP = 0.1;
const LEAST_ERROR = 0.001;
/** Smaller weights are left out: they change no decision and make up most of the file. */
const SMALLEST = 0.3;
const MOST_VALUE = 127;

type Row = { readonly index: Int32Array; readonly strength: Float32Array; readonly label: number };

/** Small and repeatable; where it begins does not matter. */
function shuffler(): (order: Int32Array) => void {
  let state = 20_211_015;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return (order) => {
    for (let at = order.length - 1; at > 0; at--) {
      const other = below(at + 1);
      const kept = order[at] ?? 0;
      order[at] = order[other] ?? 0;
      order[other] = kept;
    }
  };
}

/** Strength times rarity, of length one; features without a row are left out. */
export function weighted(
  features: Features,
  rows: ReadonlyMap<string, number>,
  rarity: Float32Array,
): { readonly index: Int32Array; readonly strength: Float32Array } {
  const found = [...features].flatMap(([name, strength]) => {
    const row = rows.get(name);
    return row === undefined
      ? []
      : [[row, (strength > 1 ? 1 + Math.log(strength) : strength) * (rarity[row] ?? 0)] as const];
  });
  const length = Math.hypot(...found.map(([, one]) => one)) || 1;
  return {
    index: Int32Array.from(found, ([row]) => row),
    strength: Float32Array.from(found, ([, one]) => one / length),
  };
}

function vocabularyOf(
  all: readonly Features[],
  least: (feature: string) => number,
): { rows: Map<string, number>; rarity: Float32Array } {
  const seen = new Map<string, number>();
  for (const features of all) for (const name of features.keys()) seen.set(name, (seen.get(name) ?? 0) + 1);
  const kept = [...seen].filter(([name, times]) => times >= least(name));
  return {
    rows: new Map(kept.map(([name], row) => [name, row])),
    rarity: Float32Array.from(kept, ([, times]) => Math.log(all.length / times)),
  };
}

/** Turns scores into what is wrong with them: probability, less one for the right label. */
function errorsIn(scores: Float32Array, right: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const one of scores) most = Math.max(most, one);
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    const one = Math.exp((scores[at] ?? 0) - most);
    scores[at] = one;
    sum += one;
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) / sum;
  scores[right] = (scores[right] ?? 0) - 1;
}

/** One look at one example. The inner loops are the whole time of learning: plain, over typed arrays. */
function step(weights: Float32Array, bias: Float32Array, errors: Float32Array, row: Row, size: number): void {
  const width = bias.length;
  const { index, strength, label } = row;
  errors.set(bias);
  for (let at = 0; at < index.length; at++) {
    const from = (index[at] as number) * width;
    const by = strength[at] as number;
    for (let column = 0; column < width; column++)
      errors[column] = (errors[column] as number) + by * (weights[from + column] as number);
  }
  errorsIn(errors, label);
  const wrong = noticeable(errors);
  for (let at = 0; at < index.length; at++) {
    const from = (index[at] as number) * width;
    const by = (strength[at] as number) * size;
    for (const column of wrong)
      weights[from + column] = (weights[from + column] as number) - by * (errors[column] as number);
  }
  for (const column of wrong)
    bias[column] = (bias[column] as number) - BIAS_STEP * size * (errors[column] as number);
}

/** Most labels are out of the question for most examples: what is not wrong need not be mended. */
function noticeable(errors: Float32Array): Uint16Array {
  const columns: number[] = [];
  for (let column = 0; column < errors.length; column++)
    if (Math.abs(errors[column] as number) > LEAST_ERROR) columns.push(column);
  return Uint16Array.from(columns);
}

/** Keeps the weights that matter, as small whole numbers. */
function compact(dense: Float32Array, height: number, width: number) {
  const starts = new Uint32Array(height + 1);
  const columns: number[] = [];
  const kept: number[] = [];
  let largest = SMALLEST;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const value = dense[row * width + column] as number;
      if (Math.abs(value) < SMALLEST) continue;
      columns.push(column);
      kept.push(value);
      largest = Math.max(largest, Math.abs(value));
    }
    starts[row + 1] = kept.length;
  }
  const unit = largest / MOST_VALUE;
  const values = Int8Array.from(kept, (value) => Math.round(value / unit));
  return { starts, columns: Uint16Array.from(columns), values, step: unit };
}

/** Takes some seconds for some ten thousand examples. `stamp` names what they were. */
export function learn(
  examples: readonly Example[],
  featuresOf: FeaturesOf,
  stamp: string,
  { leastSeen = () => LEAST_SEEN, rounds = ROUNDS }: LearnOptions = {},
): Weights {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const place = new Map(labels.map((label, at) => [label, at]));
  const all = examples.map(({ text }) => featuresOf(text));
  const { rows, rarity } = vocabularyOf(all, leastSeen);
  const looked: readonly Row[] = all.map((features, at) => ({
    ...weighted(features, rows, rarity),
    label: place.get(examples[at]?.label ?? "") ?? 0,
  }));
  const dense = new Float32Array(rows.size * labels.length);
  const bias = new Float32Array(labels.length);
  const errors = new Float32Array(labels.length);
  const order = Int32Array.from(looked, (_, at) => at);
  const shuffle = shuffler();
  for (let round = 0; round < rounds; round++) {
    shuffle(order);
    const size = FIRST_STEP / (1 + round / 2);
    for (const at of order) step(dense, bias, errors, looked[at] as Row, size);
  }
  return { stamp, labels, rows, rarity, bias, ...compact(dense, rows.size, labels.length) };
}
