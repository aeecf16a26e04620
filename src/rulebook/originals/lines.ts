/** What lines of text show of their part in a paper: headings, lists, tables of contents, divided words. Pure. */
import type { Piece } from "./passage.ts";

const CONTENTS = /^\W*inhalt(?:sverzeichnis|sübersicht|e)?\b[^.!?]{0,30}$/iu;
const ENDS_WITH_PAGE = /\S.*(?:\s|\.|…)\d{1,3}$/;
const LEADERS = /(?:\.\s?){4,}\s*\d{1,3}$|…+\s*\d{1,3}$/;

/**
 * Which lines are a table of contents: those that end with a page number right after its heading, and those with
 * dots before the page number anywhere. Empty lines are passed over.
 */
export function contentsLines(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  let inside = false;
  for (const [at, line] of lines.entries()) {
    const text = line.trim();
    if (text === "") continue;
    if (LEADERS.test(text)) found.add(at);
    else if (CONTENTS.test(text) && listsPages(lines, at)) found.add(at);
    else if (!inside || !ENDS_WITH_PAGE.test(text)) {
      inside = false;
      continue;
    } else found.add(at);
    inside = true;
  }
  return found;
}

/** Whether the next lines with words end with page numbers. */
function listsPages(lines: readonly string[], at: number): boolean {
  const next = lines.slice(at + 1, at + 12).filter((line) => line.trim() !== "");
  return next.slice(0, 2).length === 2 && next.slice(0, 2).every((line) => ENDS_WITH_PAGE.test(line.trim()));
}

const BULLET = /^(?:[-–•▪●◦∙‣○]\s+|\*\s+(?!\*)|(?:- )?(?:\d{1,2}|[a-z])[.)]\s+)\S/;
export const isItem = (line: string): boolean => BULLET.test(line.trim());

const LONGEST_HEADING = 90;
const NUMBERED = /^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+\p{Lu}/u;
const PART =
  /^(?:§+\s*\d+|Artikel\s+\d+|Art\.\s*\d+|Kapitel\s+\d+|Abschnitt\s+\d+|Teil\s+[\dA-Z]+|Anlage\s+\d+)\b/u;
/** Parts that stand beside the chapters, not in the last of them. */
const NAMED =
  /^(?:präambel|vorwort|einleitung|zusammenfassung|begründung|beschlussvorschlag|schlussbestimmungen|fazit|ausblick|anhang|anlagen):?$/i;
const MARKED = /^[■▪◼]\s*/;
const HASHES = /^(#{1,6})\s+(?=\S)/;
const MONTH =
  /^\d{1,2}\.\s*(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)/;

/** Without what only marks it as a heading. */
const bare = (line: string): string =>
  line
    .trim()
    .replace(HASHES, "")
    .replace(MARKED, "")
    .replace(/^\*\*|\*\*$/g, "")
    .trim();

/** The level of a line that says itself that it is a heading, by its number or mark; undefined: it does not. */
export function markedLevel(line: string): number | undefined {
  const text = line.trim();
  const hashes = HASHES.exec(text)?.[1];
  if (hashes) return hashes.length;
  if (text.length > LONGEST_HEADING || /[,;]$/.test(text) || MONTH.test(text)) return undefined;
  if (MARKED.test(text) && text.length > 2) return 2;
  if (NAMED.test(text)) return 1;
  if (PART.test(text) && !/[a-zäöüß]\.$/.test(text)) return 1;
  const number = NUMBERED.exec(text)?.[1];
  return number && text.split(" ").length <= 10 ? number.split(".").length : undefined;
}

/** Letterheads, dates and telephone numbers are short, too. */
const NO_HEADING = /[\t|@·]|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{5}|^Tel/;

/** A short line without the end of a sentence, as headings stand in plain text. */
function isShort(line: string): boolean {
  const text = bare(line);
  if (text.length < 3 || text.length > LONGEST_HEADING || NO_HEADING.test(line)) return false;
  if (/:$/.test(text)) return text.split(" ").length <= 3 && /^\p{Lu}/u.test(text);
  return /^\p{Lu}/u.test(text) && !/[.!?,;“”"]$/.test(text);
}

const SHORTEST_TEXT = 60;
const MOST_WORDS_OVER_LIST = 3;

/** Whether a line that stands alone is the heading of what comes next: a text, or after few words a list. */
export function looksLikeHeading(line: string, next: readonly string[]): boolean {
  const [first = ""] = next;
  if (!isShort(line) || markedLevel(first) !== undefined) return false;
  if (isItem(first)) return bare(line).split(" ").length <= MOST_WORDS_OVER_LIST;
  const text = next.join(" ").trim();
  return text.length >= SHORTEST_TEXT ? next.length > 1 || !isShort(first) : /[.!?]["“”]?$/.test(text);
}

export const headingPiece = (line: string, level: number, page: number | null = null): Piece => ({
  kind: "heading",
  level,
  text: bare(line).replace(/:$/, ""),
  page,
});

const HYPHENATED = /\p{Ll}[-\u2010\u00ad]$/u;
/** "Vor- und Nachteile" keeps its hyphen. */
const COMPLEMENT = /^(?:und|oder|sowie|bzw|beziehungsweise|als|statt)\b/;

/** Lines of one paragraph as one text; a word divided at the end of a line is whole again. */
export function joinLines(lines: readonly string[]): string {
  let joined = "";
  for (const raw of lines) {
    const line = raw.trim();
    if (line === "") continue;
    if (HYPHENATED.test(joined) && /^\p{Ll}/u.test(line) && !COMPLEMENT.test(line)) {
      joined = joined.slice(0, -1) + line;
    } else if (HYPHENATED.test(joined) && /^\p{Lu}/u.test(line)) joined += line;
    else joined += joined === "" ? line : ` ${line}`;
  }
  return joined;
}
