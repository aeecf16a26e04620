/**
 * The bank of examples: how people ask for the statement of each card, one text file per document. A line in brackets
 * names a card; the lines below it are questions it answers; one that begins with "!" sounds alike and is answered
 * nowhere. Empty lines and lines that begin with "#" are skipped. Pure.
 */
import { HandbookError } from "./checked-yaml.ts";

/** What people ask who want one card. */
export type Examples = {
  readonly card: string;
  /** Questions that the card answers. */
  readonly lines: readonly string[];
  /** Questions that sound like them and that no document answers. */
  readonly misses: readonly string[];
};

export type AskedFile = { readonly name: string; readonly text: string };

const HEAD = /^\[([^\]]*)\]$/;

type Draft = { readonly card: string; readonly lines: string[]; readonly misses: string[] };
type Line = { readonly text: string; readonly place: string };

/**
 * Reads all files at once. Throws HandbookError with one line per error, each with file and line: a card that does not
 * exist, a card with two places, a question before any card, the same line twice.
 */
export function parseAsked(files: readonly AskedFile[], isCard: (id: string) => boolean): Examples[] {
  const drafts = new Map<string, Draft>();
  const seen = new Map<string, string>();
  const errors: string[] = [];
  for (const file of files) {
    let draft: Draft | undefined;
    for (const line of linesOf(file)) {
      const id = HEAD.exec(line.text)?.[1]?.trim();
      if (id !== undefined) {
        errors.push(...headFaults(id, line.place, drafts, isCard));
        draft = { card: id, lines: [], misses: [] };
        drafts.set(id, draft);
      } else errors.push(...added(line, draft, seen));
    }
  }
  if (errors.length > 0) throw new HandbookError(errors);
  return [...drafts.values()];
}

const linesOf = ({ name, text }: AskedFile): Line[] =>
  text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((line, at) => ({ text: line.trim(), place: `${name}:${at + 1}` }))
    .filter((line) => line.text !== "" && !line.text.startsWith("#"));

function headFaults(
  id: string,
  place: string,
  drafts: ReadonlyMap<string, Draft>,
  isCard: (id: string) => boolean,
): string[] {
  if (!isCard(id)) return [`${place}: no such card: ${id}`];
  return drafts.has(id) ? [`${place}: this card has its questions elsewhere already: ${id}`] : [];
}

/** Puts a line where it belongs and tells what is wrong with it. */
function added({ text, place }: Line, draft: Draft | undefined, seen: Map<string, string>): string[] {
  if (!draft) return [`${place}: a question before the first card`];
  const question = text.replace(/^!\s*/, "");
  const key = question.toLowerCase();
  const before = seen.get(key);
  if (before !== undefined) return [`${place}: this line stands already in ${before}`];
  if (key === "") return [`${place}: no question`];
  seen.set(key, place);
  (text.startsWith("!") ? draft.misses : draft.lines).push(question);
  return [];
}
