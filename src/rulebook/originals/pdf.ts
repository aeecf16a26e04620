/** Lines of a PDF file as pieces: headings by the size of their letters or by their number. Pure. */
import { contentsLines, headingPiece, isItem, joinLines, markedLevel } from "./lines.ts";
import type { Piece } from "./passage.ts";
import { type Line, pdfLines } from "./pdf-lines.ts";
import type { PdfItem } from "./unpacked.ts";

/** So much larger than the text, letters make a heading. */
const LARGER = 1.12;
const MOST_SIZES = 4;
/** So much more than the usual distance of lines divides paragraphs. */
const APART = 1.3;
const LONGEST_HEADING = 200;

const rounded = (size: number): number => Math.round(size * 2) / 2;

/** The commonest value, weighted. */
function mode(values: readonly (readonly [number, number])[]): number {
  const sums = new Map<number, number>();
  for (const [value, weight] of values) sums.set(value, (sums.get(value) ?? 0) + weight);
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

type Layout = {
  /** Sizes of headings, largest first. */
  readonly sizes: readonly number[];
  /** Usual distance from line to line. */
  readonly distance: number;
};

function layoutOf(lines: readonly Line[]): Layout {
  const body = mode(lines.map(({ size, text }) => [rounded(size), text.length]));
  const larger = new Set(lines.map(({ size }) => rounded(size)).filter((size) => size >= body * LARGER));
  const gaps = lines.slice(1).flatMap((line, at) => {
    const gap = (lines[at]?.y ?? 0) - line.y;
    return line.page === lines[at]?.page && gap > 0 ? [[rounded(gap), 1] as const] : [];
  });
  return { sizes: [...larger].sort((a, b) => b - a), distance: mode(gaps) || body * 1.2 };
}

/** The level of a line that is a heading; undefined: it is text. */
function levelOf({ size, text }: Line, { sizes }: Layout): number | undefined {
  const at = sizes.indexOf(rounded(size));
  if (at >= 0 && text.length <= LONGEST_HEADING && /\p{L}/u.test(text)) return Math.min(at + 1, MOST_SIZES);
  const marked = markedLevel(text);
  return marked === undefined || sizes.length > 0 ? undefined : marked;
}

const ENDS = /[.!?:]["”“»]?$/;

/** Whether a line goes on with what the line before it has begun. */
function goesOn(before: Line, line: Line, { distance }: Layout): boolean {
  if (rounded(before.size) !== rounded(line.size) || isItem(line.text)) return false;
  if (before.page !== line.page) return !ENDS.test(before.text) && /^[\p{Ll}\d(„]/u.test(line.text);
  const gap = before.y - line.y;
  // A smaller y stands further up: the next column, or a line of a table.
  return gap >= 0 ? gap <= APART * distance : !ENDS.test(before.text);
}

type Group = { readonly level: number | undefined; readonly lines: Line[] };

const isSame = (open: Group, line: Line, level: number | undefined, layout: Layout): boolean => {
  const last = open.lines.at(-1);
  return open.level === level && last !== undefined && goesOn(last, line, layout);
};

/** The passages' page is the one on which they begin. */
export function pdfPieces(pages: readonly (readonly PdfItem[])[]): Piece[] {
  const all = pdfLines(pages);
  const contents = contentsLines(all.map(({ text }) => text));
  const lines = all.filter((_, at) => !contents.has(at));
  const layout = layoutOf(lines);
  const groups: Group[] = [];
  for (const line of lines) {
    const level = levelOf(line, layout);
    const open = groups.at(-1);
    if (open && isSame(open, line, level, layout)) open.lines.push(line);
    else groups.push({ level, lines: [line] });
  }
  return groups.map(({ level, lines: own }) => {
    const text = joinLines(own.map((line) => line.text));
    const page = own[0]?.page ?? null;
    if (level !== undefined) return headingPiece(text, level, page);
    return { kind: isItem(text) ? "item" : "text", text, page };
  });
}
