/** Text files: bytes to text, text to pieces. Pure. */
import { contentsLines, headingPiece, isItem, joinLines, looksLikeHeading, markedLevel } from "./lines.ts";
import type { Piece } from "./passage.ts";

const BOMS: readonly (readonly [string, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** What stands at 0x80 to 0x9f; the five free places hold nothing. */
const WINDOWS = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ";

/** By hand: some versions of Node take Windows-1252 for Latin-1 and lose quotes and dashes. */
const fromWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? "");

/**
 * The text of a file: by its byte order mark, else UTF-8, else Windows-1252, as German Windows programs write.
 * Undefined: these are no letters.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const marked = BOMS.find(([, bom]) => bom.every((byte, at) => bytes[at] === byte))?.[0];
  if (marked) return new TextDecoder(marked).decode(bytes);
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fromWindows1252(bytes);
  }
}

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
