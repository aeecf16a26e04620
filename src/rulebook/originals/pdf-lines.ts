/** From runs of text on a page to lines, without what only frames the page. Pure. */
import type { PdfItem } from "./unpacked.ts";

export type Line = {
  /** From 1. */
  readonly page: number;
  readonly text: string;
  readonly y: number;
  /** Size of most of its letters, in points. */
  readonly size: number;
};

/** So far apart, in parts of the letter size, runs belong to different lines, or words. */
const NEXT_LINE = 0.5;
const NEXT_WORD = 0.15;
const RAISED = 0.9;
/** What a note belongs to: a word or a sentence, not a unit as in m². */
const BEFORE_NOTE = /(?:\p{L}{3}|[.,;:!?)“”"»])\s*$/u;

type Row = { items: PdfItem[]; ended: boolean };

/** A small number above the line marks a note. */
const isNoteMark = (item: PdfItem, size: number, y: number): boolean =>
  /^\s*\d{1,3}\s*$/.test(item.str) && item.size < RAISED * size && item.y > y + 0.15 * size;

function largest(items: readonly PdfItem[]): PdfItem | undefined {
  return items.reduce<PdfItem | undefined>(
    (best, one) =>
      !best || one.str.trim().length * one.size > best.str.trim().length * best.size ? one : best,
    undefined,
  );
}

function lineOf(items: readonly PdfItem[], page: number): Line | undefined {
  const main = largest(items);
  if (!main) return undefined;
  let text = "";
  let end: number | undefined;
  for (const item of items) {
    if (BEFORE_NOTE.test(text) && isNoteMark(item, main.size, main.y)) continue;
    const gap = end === undefined ? 0 : item.x - end;
    if (text !== "" && gap > NEXT_WORD * main.size && !/\s$/.test(text) && !/^\s/.test(item.str)) text += " ";
    text += item.str;
    end = item.x + item.width;
  }
  return text.trim() === "" ? undefined : { page, text: text.trim(), y: main.y, size: main.size };
}

/** The lines of one page in the order in which the file tells them. */
function linesOf(items: readonly PdfItem[], page: number): Line[] {
  const rows: Row[] = [];
  for (const item of items) {
    const open = rows.at(-1);
    const last = open?.items.at(-1);
    const near = last && Math.abs(last.y - item.y) <= NEXT_LINE * Math.max(last.size, item.size);
    if (open && near && !(open.ended && item.x <= (last?.x ?? 0))) open.items.push(item);
    else if (item.str.trim() !== "") rows.push({ items: [item], ended: false });
    const now = rows.at(-1);
    if (now && item.hasEOL) now.ended = true;
  }
  return rows.flatMap((row) => lineOf(row.items, page) ?? []);
}

const PAGE_NUMBER = /^(?:(?:seite|s\.)\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:von|\/)\s*\d{1,4})?$/i;
const FRAME_LINES = 2;
const SHORTEST_PAPER = 2;

/** The first and last lines of a page, where it may be framed. */
const edges = (lines: readonly Line[]): ReadonlySet<Line> =>
  new Set([...lines.slice(0, FRAME_LINES), ...lines.slice(-FRAME_LINES)]);
/** Page numbers differ from page to page. */
const shape = ({ text }: Line): string => text.replace(/\d+/g, "#").replace(/\s+/g, " ");

/** Without headers and footers: lines at the edge that stand on half of the pages or more, and page numbers. */
function withoutFrames(pages: readonly (readonly Line[])[]): Line[] {
  const seen = new Map<string, number>();
  for (const lines of pages) {
    for (const one of new Set([...edges(lines)].map(shape))) seen.set(one, (seen.get(one) ?? 0) + 1);
  }
  const least = Math.max(SHORTEST_PAPER, pages.length / 2);
  return pages.flatMap((lines) => {
    const edge = edges(lines);
    return lines.filter(
      (line) => !edge.has(line) || !((seen.get(shape(line)) ?? 0) >= least || PAGE_NUMBER.test(line.text)),
    );
  });
}

export const pdfLines = (pages: readonly (readonly PdfItem[])[]): Line[] =>
  withoutFrames(pages.map((items, at) => linesOf(items, at + 1)));
