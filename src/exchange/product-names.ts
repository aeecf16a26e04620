/** Finds names of known products in a text. Pure. */
import { productKey } from "./exchange.ts";

const MOST_WORDS = 80;
/** A name of so many words at most. */
const LONGEST_NAME = 4;
const SHORTEST_KEY = 3;

/** Names by key, as others have written them. Asked with keys that are perhaps products. */
export type ProductNames = (keys: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Keys of everything in the text that may be a name, the longest first. */
export function keysIn(text: string): readonly string[] {
  const words = text
    .split(/[\s,;:!?()„“"]+/)
    .filter((word) => word !== "" && word.length <= 80)
    .slice(0, MOST_WORDS);
  const keys: string[] = [];
  for (let length = LONGEST_NAME; length > 0; length--)
    for (let at = 0; at + length <= words.length; at++)
      keys.push(productKey(words.slice(at, at + length).join(" ")));
  return [...new Set(keys)].filter((key) => key.length >= SHORTEST_KEY);
}

/** The longest known name in the text; null where there is none. */
export async function knownProduct(text: string, names: ProductNames): Promise<string | null> {
  const keys = keysIn(text);
  const known = await names(keys);
  const found = keys.find((key) => known.has(key));
  return found === undefined ? null : (known.get(found) ?? null);
}
