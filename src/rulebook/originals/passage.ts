/** What a paper is made of: passages, to the letter but for white space. Pure. */

/** The files that can be read. */
export const FORMATS = ["txt", "md", "docx", "pdf"] as const;
export type Format = (typeof FORMATS)[number];

/** Largest file that is taken, in bytes. */
export const MAX_BYTES = 10 * 1024 * 1024;
export const MAX_PASSAGES = 5_000;
/** Longer paragraphs become several passages, cut after a sentence. UTF-16 units. */
const MAX_TEXT = 4_000;
/** A list joins the sentence before it up to this length. */
const MAX_JOINED = 1_500;
const MAX_HEADING = 200;
const MOST_HEADINGS = 6;
/** Between the headings of a path, outermost first. */
export const HEADING_DIVIDER = " › ";

export type Passage = {
  /** 1, 2, … through the whole paper. */
  readonly position: number;
  /** The headings above it, outermost first; empty before the first. */
  readonly heading: string;
  /** Counted within its heading, from 1. */
  readonly paragraph: number;
  /** Null where the format has no pages. */
  readonly page: number | null;
  readonly text: string;
};

/** Why a file cannot be read. */
export type ReadRefusal =
  | "empty"
  | "tooLarge"
  | "wrongType"
  | "mismatch"
  | "broken"
  | "encrypted"
  | "scanned"
  | "noText"
  | "bomb"
  | "tooSlow"
  | "tooMuchMemory"
  | "tooManyPassages";

/** A part of a paper in its order. `level` counts from 1; an item belongs to a list, a row to a table. */
export type Piece = {
  readonly kind: "heading" | "text" | "item" | "row";
  readonly text: string;
  readonly page: number | null;
  readonly level?: number;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u2060\ufeff\ufffe\uffff]/g;
/** Half of a pair of units: no character, and no database takes it. */
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** The raised number of a footnote, after a word or a sentence; "m²" stays. */
const NOTE_MARK = /(?<=\p{L}{3}|[.,;:!?)\]“”"»*])[¹²³⁴-⁹⁰]+(?=\s|$|[.,;:–)])/gu;

/** Text as it is stored: composed (NFC), white space collapsed, no control characters, soft hyphens or note marks. */
export const tidy = (text: string): string =>
  text
    .replace(HALF, "\ufffd")
    .replace(CONTROL, "")
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replace(NOTE_MARK, "")
    .trim();

const CAPTION = /^(?:Abbildung|Abb\.|Tabelle|Tab\.|Schaubild|Grafik|Bild|Foto)\s*\d+[a-z]?\s*[:.–-]/i;
const FOOTNOTE = /^[¹²³⁴-⁹⁰]+\s*\S/;
const LONGEST_ASIDE = 400;

/** Captions and the notes at the foot of a page, which are no part of the text. */
const isAside = ({ kind, text }: Piece): boolean =>
  kind !== "row" && text.length <= LONGEST_ASIDE && (CAPTION.test(text) || FOOTNOTE.test(text));

/** Parts no longer than a passage may be, cut after a sentence, else at a space. */
function cut(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > MAX_TEXT) {
    const head = rest.slice(0, MAX_TEXT);
    const sentence = Math.max(head.lastIndexOf(". "), head.lastIndexOf("! "), head.lastIndexOf("? "));
    const end = sentence > 0 ? sentence + 1 : head.lastIndexOf(" ");
    const at = end > 0 ? end : MAX_TEXT - (/[\ud800-\udbff]$/.test(head) ? 1 : 0);
    parts.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return rest === "" ? parts : [...parts, rest];
}

/** The path after one more heading: those of the same or a deeper level end. */
function below(path: readonly Piece[], next: Piece): Piece[] {
  const outer = path.filter((one) => (one.level ?? 1) < (next.level ?? 1));
  return [...outer, next].slice(-MOST_HEADINGS);
}

const pathText = (path: readonly Piece[]): string =>
  path.map(({ text }) => text.slice(0, MAX_HEADING).replace(HALF, "")).join(HEADING_DIVIDER);

type Open = { text: string; readonly page: number | null; readonly heading: string; list: boolean };

/** A list and the beginning of its sentence are one passage while they are short together. */
function joins(open: Open | undefined, { kind, text }: Piece): open is Open {
  if (!open || kind !== "item" || open.text.length + text.length > MAX_JOINED) return false;
  return open.list || /[:,]$/.test(open.text);
}

/** The passages of a paper in their order; positions and paragraphs are counted here. */
export function passagesOf(pieces: readonly Piece[]): Passage[] {
  const gathered: Open[] = [];
  let path: readonly Piece[] = [];
  let heading = "";
  let open: Open | undefined;
  for (const raw of pieces) {
    const aside = isAside({ ...raw, text: raw.text.trim() });
    const piece = { ...raw, text: tidy(raw.text) };
    if (piece.text === "") continue;
    if (aside) open = undefined;
    else if (piece.kind === "heading") {
      path = below(path, piece);
      heading = pathText(path);
      open = undefined;
    } else if (joins(open, piece)) {
      open.text += ` ${piece.text}`;
      open.list = true;
    } else {
      open = { text: piece.text, page: piece.page, heading, list: piece.kind === "item" };
      gathered.push(open);
    }
  }
  return counted(gathered);
}

function counted(gathered: readonly Open[]): Passage[] {
  const passages: Passage[] = [];
  let last: string | undefined;
  let paragraph = 0;
  for (const { heading, page, text } of gathered) {
    if (heading !== last) paragraph = 0;
    last = heading;
    for (const part of cut(text)) {
      paragraph += 1;
      passages.push({ position: passages.length + 1, heading, paragraph, page, text: part });
    }
  }
  return passages;
}
