/** What was learnt from the examples, and how it is kept: one compact file. Pure. */

/** Rows of weights: those of feature `n` stand from `starts[n]` up to `starts[n + 1]`. */
export type Weights = {
  /** Of what they were learnt; other examples need other weights. */
  readonly stamp: string;
  readonly labels: readonly string[];
  /** Feature to row. */
  readonly rows: ReadonlyMap<string, number>;
  readonly rarity: Float32Array;
  readonly starts: Uint32Array;
  /** Index of a label. */
  readonly columns: Uint16Array;
  /** In steps of `step`. */
  readonly values: Int8Array;
  readonly step: number;
  readonly bias: Float32Array;
};

type Head = {
  readonly stamp: string;
  readonly labels: readonly string[];
  readonly features: readonly string[];
  readonly step: number;
  readonly cells: number;
};

const ALIGNED = 4;
const padded = (bytes: number): number => Math.ceil(bytes / ALIGNED) * ALIGNED;
const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** A head in JSON, its length before it, then the numbers, little-endian as all machines that run Node are. */
export function packWeights(weights: Weights): Uint8Array {
  const { stamp, labels, rows, rarity, starts, columns, values, step, bias } = weights;
  const head: Head = { stamp, labels, features: [...rows.keys()], step, cells: values.length };
  const json = new TextEncoder().encode(JSON.stringify(head));
  const parts = [json, ...[bias, rarity, starts, columns, values].map(bytesOf)];
  const size = parts.reduce((sum, part) => sum + padded(part.length), ALIGNED);
  const packed = new Uint8Array(size);
  new DataView(packed.buffer).setUint32(0, json.length, true);
  let at = ALIGNED;
  for (const part of parts) {
    packed.set(part, at);
    at += padded(part.length);
  }
  return packed;
}

/** Reads what `packWeights` wrote. Throws for anything else. */
export function unpackWeights(packed: Uint8Array): Weights {
  // A copy of its own: the numbers must begin at a multiple of four.
  const { buffer } = Uint8Array.from(packed);
  const length = new DataView(buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, ALIGNED, length))) as Head;
  const { stamp, labels, features, step, cells } = head;
  let at = ALIGNED + padded(length);
  const next = (bytes: number): number => {
    const start = at;
    at += padded(bytes);
    return start;
  };
  return {
    stamp,
    labels,
    step,
    rows: new Map(features.map((name, row) => [name, row])),
    bias: new Float32Array(buffer, next(labels.length * 4), labels.length),
    rarity: new Float32Array(buffer, next(features.length * 4), features.length),
    starts: new Uint32Array(buffer, next((features.length + 1) * 4), features.length + 1),
    columns: new Uint16Array(buffer, next(cells * 2), cells),
    values: new Int8Array(buffer, next(cells), cells),
  };
}
