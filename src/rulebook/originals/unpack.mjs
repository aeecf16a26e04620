// @ts-check
// What the libraries make of a DOCX or PDF file, as plain values. Plain JavaScript: it runs in the worker. Nothing in a
// file is run or followed: no scripts, no macros, no links, no pictures, no parts outside the file.
import mammoth from "mammoth";
import { extractTextItems, getDocumentProxy } from "unpdf";
import { zipFault } from "./zip-guard.mjs";

const MAX_PAGES = 1_000;
/** Parts of text of all pages together; what comes after is too much for one paper. */
const MAX_ITEMS = 500_000;
const MAX_CHARACTERS = 5_000_000;

/** @typedef {import("./unpacked.ts").DocxBlock} DocxBlock */
/** @typedef {import("./unpacked.ts").Unpacked} Unpacked */

/** @typedef {{ type: string, value?: string, verticalAlignment?: string, noteType?: string, styleId?: string | null,
 *   styleName?: string | null, numbering?: { level: string } | null, children?: Node[] }} Node */

/**
 * @param {Buffer} bytes
 * @returns {Promise<Unpacked>}
 */
export async function unpackDocx(bytes) {
  const fault = zipFault(bytes);
  if (fault) return { refusal: fault };
  /** @type {DocxBlock[]} */
  const blocks = [];
  await mammoth.convertToHtml(
    { buffer: bytes },
    {
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      // The tree is all we need; the HTML made of what is returned here is thrown away.
      transformDocument: (/** @type {Node} */ document) => {
        gather(document, blocks);
        return { ...document, children: [] };
      },
    },
  );
  const characters = blocks.reduce((sum, { text }) => sum + text.length, 0);
  return characters > MAX_CHARACTERS ? { refusal: "tooManyPassages" } : { kind: "docx", blocks };
}

/**
 * Adds paragraphs and rows of tables in their order.
 * @param {Node} node
 * @param {DocxBlock[]} blocks
 */
function gather(node, blocks) {
  for (const child of node.children ?? []) {
    if (child.type === "paragraph") {
      const { styleName, styleId, numbering } = child;
      const style = `${styleName ?? ""}|${styleId ?? ""}`;
      blocks.push({ kind: numbering ? "item" : "text", style, text: said(child) });
    } else if (child.type === "tableRow") {
      const cells = (child.children ?? []).map((cell) => said(cell).trim());
      blocks.push({ kind: "row", style: "|", text: cells.filter((cell) => cell !== "").join(" | ") });
    } else gather(child, blocks);
  }
}

/** What a note belongs to: a word or a sentence, not a unit as in m². */
const BEFORE_NOTE = /(?:\p{L}{3}|[.,;:!?)“”"»])\s*$/u;

/**
 * The words of a node, without the marks of its notes.
 * @param {Node} node
 * @returns {string}
 */
function said(node) {
  if (node.type === "text") return node.value ?? "";
  if (node.type === "tab" || node.type === "break") return " ";
  let words = "";
  for (const child of node.children ?? []) {
    const more = said(child);
    const raised = child.type === "run" && child.verticalAlignment === "superscript";
    if (!(raised && /^[\s\d,*[\]]+$/.test(more) && BEFORE_NOTE.test(words))) words += more;
  }
  return node.type === "paragraph" ? `${words}\n` : words;
}

/**
 * @param {Buffer} bytes
 * @returns {Promise<Unpacked>}
 */
export async function unpackPdf(bytes) {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, enableXfa: false });
    if (pdf.numPages > MAX_PAGES) return { refusal: "tooManyPassages" };
    const { items } = await extractTextItems(pdf);
    const count = items.reduce((sum, page) => sum + page.length, 0);
    const characters = items.flat().reduce((sum, { str }) => sum + str.length, 0);
    if (count > MAX_ITEMS || characters > MAX_CHARACTERS) return { refusal: "tooManyPassages" };
    const pages = items.map((page) =>
      page.map(({ str, x, y, width, fontSize, hasEOL }) => ({ str, x, y, width, size: fontSize, hasEOL })),
    );
    return { kind: "pdf", pages };
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    return { refusal: name === "PasswordException" ? "encrypted" : "broken" };
  }
}
