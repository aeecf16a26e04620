/** Compares what a case expects with what the rules say. */
import { isDeepStrictEqual } from "node:util";

/** Lists whose order says nothing. */
const SETS: ReadonlySet<string> = new Set(["runoffPair", "lotAmong", "runoffFixed"]);

export type Mismatch = { readonly key: string; readonly expected: unknown; readonly got: unknown };

const sorted = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : value;

function same(key: string, expected: unknown, got: unknown): boolean {
  return SETS.has(key) ? isDeepStrictEqual(sorted(expected), sorted(got)) : isDeepStrictEqual(expected, got);
}

/** Keys that are not expected are free; the order of keys says nothing, the order of other lists does. */
export function mismatches(
  expected: Readonly<Record<string, unknown>>,
  result: unknown,
): readonly Mismatch[] {
  // As JSON, so that both sides are made of the same plain values.
  const plain: unknown = JSON.parse(JSON.stringify(result ?? null));
  const got = new Map(Object.entries(plain ?? {}));
  return Object.entries(expected)
    .filter(([key, value]) => !got.has(key) || !same(key, value, got.get(key)))
    .map(([key, value]) => ({ key, expected: value, got: got.get(key) }));
}
