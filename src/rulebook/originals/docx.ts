/** Paragraphs and rows of a Word file as pieces: headings by their style. Pure. */
import { contentsLines } from "./lines.ts";
import type { Piece } from "./passage.ts";
import type { DocxBlock } from "./unpacked.ts";

const HEADING = /(?:^|\|)(?:heading|überschrift|berschrift)\s*([1-9])/i;
const CONTENTS = /(?:^|\|)(?:toc|verzeichnis)\s*\d|(?:^|\|)(?:toc ?heading|inhaltsverzeichnis)/i;
const CAPTION = /(?:^|\|)(?:caption|beschriftung)/i;
const NOTE = /(?:^|\|)(?:footnote|endnote|fußnote|funote)/i;
const PART_OF_LIST = /(?:^|\|)(?:list|aufzählung|listen)/i;

function pieceOf({ kind, style, text }: DocxBlock): Piece[] {
  if (CONTENTS.test(style) || CAPTION.test(style) || NOTE.test(style)) return [];
  const level = kind === "row" ? undefined : HEADING.exec(style)?.[1];
  if (level) return [{ kind: "heading", text, page: null, level: Number(level) }];
  return [{ kind: kind === "text" && PART_OF_LIST.test(style) ? "item" : kind, text, page: null }];
}

export function docxPieces(blocks: readonly DocxBlock[]): Piece[] {
  const pieces = blocks.flatMap(pieceOf);
  const contents = contentsLines(pieces.map((one) => (one.kind === "row" ? "" : one.text)));
  return pieces.filter((_, at) => !contents.has(at));
}
