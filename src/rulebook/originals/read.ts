/** A file becomes passages, or a refusal that says why not. */
import { decodeText } from "../../system/decode-text.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { docxPieces } from "./docx.ts";
import { markdownPieces } from "./markdown.ts";
import {
  type Format,
  MAX_BYTES,
  MAX_PASSAGES,
  type Passage,
  type Piece,
  passagesOf,
  type ReadRefusal,
  tidy,
} from "./passage.ts";
import { pdfPieces } from "./pdf.ts";
import { plainPieces } from "./plain-text.ts";
import type { Unpack } from "./unpack.ts";

export type Reading = {
  readonly format: Format;
  readonly passages: readonly Passage[];
  /** The first words of the paper, often its title. */
  readonly opening: string;
};
export type ReadFile = (bytes: Uint8Array, fileName: string) => Promise<Outcome<Reading, ReadRefusal>>;

const ENDINGS: Readonly<Record<string, Format>> = {
  txt: "txt",
  text: "txt",
  md: "md",
  markdown: "md",
  docx: "docx",
  pdf: "pdf",
};

/** By the ending of its name; undefined: nothing we can read. */
export const formatOf = (fileName: string): Format | undefined =>
  ENDINGS[/\.([a-z]+)\s*$/i.exec(fileName)?.[1]?.toLowerCase() ?? ""];

type Content = "pdf" | "zip" | "ole" | "other";

/** By its first bytes. Old and encrypted Office files are OLE containers. */
function contentOf(bytes: Uint8Array): Content {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString(
    "latin1",
  );
  if (head.includes("%PDF-")) return "pdf";
  if (head.startsWith("PK\u0003\u0004")) return "zip";
  return head.startsWith("\u00d0\u00cf\u0011\u00e0") ? "ole" : "other";
}

const EXPECTED: Readonly<Record<Format, Content>> = { txt: "other", md: "other", docx: "zip", pdf: "pdf" };

function checked(bytes: Uint8Array, fileName: string): Outcome<Format, ReadRefusal> {
  const format = formatOf(fileName);
  if (!format) return refused("wrongType");
  if (bytes.byteLength === 0) return refused("empty");
  if (bytes.byteLength > MAX_BYTES) return refused("tooLarge");
  const content = contentOf(bytes);
  if (content === EXPECTED[format]) return ok(format);
  if (format === "docx" && content === "ole") return refused("encrypted");
  return refused(content === "other" ? "broken" : "mismatch");
}

/** Fewer letters in a whole PDF file mean that its pages are pictures. */
const FEWEST_LETTERS = 20;
/** A file whose letters have lost their meaning holds mostly characters of private use. */
const unreadable = (text: string): boolean =>
  (text.match(/[\ue000-\uf8ff\ufffd]/g)?.length ?? 0) > text.length / 4;

function judged(format: Format, pieces: readonly Piece[]): Outcome<Reading, ReadRefusal> {
  const passages = passagesOf(pieces);
  const whole = passages.map(({ text }) => text).join("\n");
  const letters = whole.match(/\p{L}/gu)?.length ?? 0;
  if (format === "pdf" && (letters < FEWEST_LETTERS || unreadable(whole))) return refused("scanned");
  if (letters === 0) return refused("noText");
  if (passages.length > MAX_PASSAGES) return refused("tooManyPassages");
  return ok({ format, passages, opening: tidy(pieces.find(({ text }) => tidy(text) !== "")?.text ?? "") });
}

async function piecesOf(
  format: Format,
  bytes: Uint8Array,
  unpack: Unpack,
): Promise<Outcome<Piece[], ReadRefusal>> {
  if (format === "txt" || format === "md") {
    const text = decodeText(bytes);
    if (text === undefined) return refused("broken");
    return ok(format === "txt" ? plainPieces(text) : markdownPieces(text));
  }
  const unpacked = await unpack(format, bytes);
  if ("refusal" in unpacked) return refused(unpacked.refusal);
  return ok(unpacked.kind === "docx" ? docxPieces(unpacked.blocks) : pdfPieces(unpacked.pages));
}

/** Reads a file of up to MAX_BYTES; hostile ones end in a refusal. */
export const createReadFile =
  (unpack: Unpack): ReadFile =>
  async (bytes, fileName) => {
    const format = checked(bytes, fileName);
    if (!format.ok) return format;
    const pieces = await piecesOf(format.value, bytes, unpack);
    return pieces.ok ? judged(format.value, pieces.value) : pieces;
  };
