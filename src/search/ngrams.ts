/**
 * The character n-grams of a word, from `least` to `most` letters, with its ends marked by "^" and "$" so
 * that beginnings and endings weigh. Each gram once.
 */
export function ngrams(word: string, least = 3, most = 5): Set<string> {
  const marked = `^${word}$`;
  const grams = new Set<string>();
  for (let size = least; size <= most; size++) {
    for (let at = 0; at + size <= marked.length; at++) grams.add(marked.slice(at, at + size));
  }
  return grams;
}

/** How alike two sets are: 1 the same, 0 nothing in common (Dice). */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let common = 0;
  for (const gram of small) if (large.has(gram)) common++;
  return (2 * common) / (a.size + b.size);
}
