/** Lines of a calendar file (RFC 5545, section 3.1). */

/** Octets of a physical line, its line break not counted. */
const MOST_OCTETS = 75;

const octets = (character: string): number => Buffer.byteLength(character, "utf8");

/**
 * The physical lines of one content line, without line breaks: each as full as it can be with at most 75
 * octets of UTF-8, no code point split. Continuation lines begin with a space, which counts.
 */
export function foldLine(line: string): readonly string[] {
  const lines: string[] = [];
  let current = "";
  let used = 0;
  for (const character of line) {
    const size = octets(character);
    if (used + size > MOST_OCTETS) {
      lines.push(current);
      current = " ";
      used = 1;
    }
    current += character;
    used += size;
  }
  return [...lines, current];
}
