/** Markdown: its text without its marks. Links, images and HTML are never followed; HTML is text. Pure. */
import MarkdownIt from "markdown-it";
import { contentsLines } from "./lines.ts";
import type { Piece } from "./passage.ts";

type Token = ReturnType<typeof parser.parse>[number];

// `html: false`: tags stay text. Without the typographer, quotes and dashes stay as written.
const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });

const CODE: ReadonlySet<string> = new Set(["fence", "code_block", "html_block"]);
const NOTE_MARK = /\[\^[\w-]{1,20}\]/g;
/** A note of one word looks like the target of a link; its mark is then the words of that link. */
const LINKED_MARK = /^\^[\w-]{1,20}$/;
const NOTE = /^\[\^[\w-]{1,20}\]:/;

const spoken = (token: Token): string => {
  if (token.type === "text")
    return token.level > 0 && LINKED_MARK.test(token.content) ? "" : token.content.replace(NOTE_MARK, "");
  if (token.type === "code_inline") return token.content;
  return token.type === "softbreak" || token.type === "hardbreak" ? " " : "";
};
const textOf = (inline: Token): string => (inline.children ?? []).map(spoken).join("");

/** What an inline text belongs to, by the tokens around it. */
function place(stack: readonly string[]): Piece["kind"] {
  if (stack.includes("tr")) return "row";
  if (stack.at(-1)?.match(/^h[1-6]$/)) return "heading";
  return stack.includes("li") ? "item" : "text";
}

function pieceOf(token: Token, stack: readonly string[]): Piece {
  const kind = place(stack);
  const level = kind === "heading" ? { level: Number(stack.at(-1)?.slice(1)) } : {};
  return { kind, text: textOf(token), page: null, ...level };
}

/** Texts in their order; the cells of a row come together when it ends. */
function gathered(tokens: readonly Token[]): Piece[] {
  const pieces: Piece[] = [];
  const stack: string[] = [];
  let cells: string[] = [];
  for (const token of tokens) {
    if (token.nesting === 1) stack.push(token.tag);
    if (token.nesting === -1) stack.pop();
    if (token.type === "inline" && stack.includes("tr")) cells.push(textOf(token));
    else if (token.type === "inline" && !NOTE.test(token.content)) pieces.push(pieceOf(token, stack));
    else if (CODE.has(token.type)) pieces.push({ kind: "text", text: token.content, page: null });
    else if (token.type === "tr_close") {
      pieces.push({ kind: "row", text: cells.join(" | "), page: null });
      cells = [];
    }
  }
  return pieces;
}

export function markdownPieces(text: string): Piece[] {
  const pieces = gathered(parser.parse(text, {}));
  const contents = contentsLines(pieces.map((one) => (one.kind === "row" ? "" : one.text)));
  return pieces.filter((_, at) => !contents.has(at));
}
