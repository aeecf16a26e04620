/** Text files: bytes to text, text to pieces. Pure. */
import { contentsLines, headingPiece, isItem, joinLines, looksLikeHeading, markedLevel } from "./lines.ts";
import type { Piece } from "./passage.ts";

type Block = readonly string[];

/** Lines between empty lines. */
function blocksOf(lines: readonly string[]): Block[] {
  const blocks: string[][] = [];
  let open: string[] | undefined;
  for (const line of lines) {
    if (line.trim() === "") open = undefined;
    else if (open) open.push(line);
    else {
      open = [line];
      blocks.push(open);
    }
  }
  return blocks;
}

/** Headings without a number or mark stand below those with one. */
const UNMARKED_LEVEL = 3;

function levelOf(block: Block, next: Block | undefined): number | undefined {
  const [line = "", ...more] = block;
  if (more.length > 0) return undefined;
  const marked = markedLevel(line);
  if (marked !== undefined) return marked;
  return next && looksLikeHeading(line, next) ? UNMARKED_LEVEL : undefined;
}

const isRow = (line: string): boolean => /\S\t+\S/.test(line);

/** The lines of a block as paragraphs, items and rows of a table. */
function piecesOfBlock(block: Block): Piece[] {
  const groups: { kind: Piece["kind"]; lines: string[] }[] = [];
  for (const line of block) {
    const open = groups.at(-1);
    if (isRow(line)) groups.push({ kind: "row", lines: [line] });
    else if (isItem(line)) groups.push({ kind: "item", lines: [line] });
    else if (open && open.kind !== "row") open.lines.push(line);
    else groups.push({ kind: "text", lines: [line] });
  }
  return groups.map(({ kind, lines }) => ({ kind, text: joinLines(lines), page: null }));
}

/** Paragraphs stand between empty lines; headings are known by number, mark or shape. */
export function plainPieces(text: string): Piece[] {
  const lines = text.split(/\r\n?|\n|\f/);
  const contents = contentsLines(lines);
  const blocks = blocksOf(lines.map((line, at) => (contents.has(at) ? "" : line)));
  return blocks.flatMap((block, at) => {
    const level = levelOf(block, blocks[at + 1]);
    return level === undefined ? piecesOfBlock(block) : [headingPiece(block[0] ?? "", level)];
  });
}
