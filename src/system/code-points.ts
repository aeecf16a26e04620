/**
 * Orders texts by Unicode code points, the order of `LC_ALL=C sort` on UTF-8. Plain `<` compares UTF-16
 * units, which differs for characters beyond U+FFFF.
 */
export function byCodePoint(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (const [at, one] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    const difference = (one.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
