/** Where a handbook card's statement stands in the imported papers, to the letter. Pure. */
import { words } from "../../search/words.ts";
import type { Original } from "../answer.ts";
import type { FactCard } from "../handbook.ts";
import { inForce, named, type Paper } from "./paper.ts";
import type { Passage } from "./passage.ts";

/** Longest quotation, in UTF-16 units. */
export const MAX_QUOTE = 400;

/** What the search for quotations needs of a card. */
export type Anchored = Pick<FactCard, "id" | "section" | "original"> & {
  readonly document: Pick<FactCard["document"], "title">;
};
/** A card whose place is not in the version in force. */
export type Flag = {
  readonly cardId: string;
  readonly section: string;
  readonly documentId: string;
  readonly title: string;
  readonly version: number;
  /** It was there in an earlier version. */
  readonly vanished: boolean;
};
export type Quoted = {
  readonly originals: ReadonlyMap<string, Original>;
  readonly flags: readonly Flag[];
};

/** The letters and digits of a text, each with its place in it: punctuation and spaces differ between files. */
type Letters = { readonly text: string; readonly letters: string; readonly places: readonly number[] };

function lettersOf(text: string): Letters {
  let letters = "";
  const places: number[] = [];
  for (const found of text.matchAll(/[\p{L}\p{Nd}]/gu)) {
    for (let unit = 0; unit < found[0].length; unit++) places.push(found.index + unit);
    letters += found[0];
  }
  return { text, letters, places };
}

const IS_LETTER = /[\p{L}\p{Nd}]/u;
const AFTER = /^[.!?…]?[)“”"»’]{0,2}[.!?…]?/;

/** All places from which `part` begins at the beginning of a word. */
function* beginnings({ text, letters, places }: Letters, part: string, from = 0): Generator<number> {
  for (let at = letters.indexOf(part, from); at >= 0; at = letters.indexOf(part, at + 1)) {
    const before = text[(places[at] ?? 0) - 1];
    if (before === undefined || !IS_LETTER.test(before)) yield at;
  }
}

/** The end in the text, if the last letter of a part ends a word. */
function endOf({ text, places }: Letters, last: number): number | undefined {
  const end = (places[last] ?? 0) + 1;
  const after = text[end];
  return after !== undefined && IS_LETTER.test(after) ? undefined : end;
}

function spanFrom(within: Letters, from: number, first: string, last: string): string | undefined {
  const least = from + first.length;
  for (const at of beginnings(within, last, from)) {
    const end = at + last.length >= least ? endOf(within, at + last.length - 1) : undefined;
    if (end === undefined) continue;
    const begin = within.places[from] ?? 0;
    const rest = AFTER.exec(within.text.slice(end))?.[0].length ?? 0;
    return within.text.slice(begin, end + rest);
  }
  return undefined;
}

/** No longer than a quotation may be, cut at a space. */
function shortened(quote: string): string {
  if (quote.length <= MAX_QUOTE) return quote;
  const head = quote.slice(0, MAX_QUOTE + 1);
  const end = head.lastIndexOf(" ");
  return head.slice(0, end > 0 ? end : MAX_QUOTE - 1);
}

/**
 * The wording between the first and the last words of an anchor ("Die Verwaltungsspitzen … zusammen"), both included,
 * as it stands in the text; undefined: not there. Letters must be the same, punctuation and spaces need not.
 */
export const quoteIn = (text: string, anchor: string): string | undefined => quote(lettersOf(text), anchor);

function quote(within: Letters, anchor: string): string | undefined {
  const parts = anchor.split(/…|\.\.\./).map((part) => lettersOf(part.normalize("NFC")).letters);
  const [first = "", last = first] = [parts[0], parts.at(-1)];
  if (first === "" || last === "") return undefined;
  let longest: string | undefined;
  for (const from of beginnings(within, first)) {
    const span = spanFrom(within, from, first, last);
    if (span && span.length <= MAX_QUOTE) return span;
    longest ??= span;
  }
  return longest === undefined ? undefined : shortened(longest);
}

/** Of passages seen before: hundreds of cards look through the same ones. */
const known = new WeakMap<Passage, Letters>();

function lettersIn(passage: Passage): Letters {
  const letters = known.get(passage) ?? lettersOf(passage.text);
  known.set(passage, letters);
  return letters;
}

/** The passage in which the anchor stands, and its wording there, checked character by character. */
function found(
  passages: readonly Passage[],
  anchor: string,
): { passage: Passage; quote: string } | undefined {
  for (const passage of passages) {
    const wording = quote(lettersIn(passage), anchor);
    if (wording && passage.text.includes(wording)) return { passage, quote: wording };
  }
  return undefined;
}

/** Parts of a section that say where, not what: they are no headings. */
const POSITION =
  /^(?:absatz|nr|nummer|kopf|titel|titelseite|briefkopf|unterschrift\w*|zeile|seite|absatz nach|anlage)\b/i;

/** Whether a heading of the paper is named in the section of a card; null: the section names none. */
export function hasSection(passages: readonly Passage[], section: string): boolean | null {
  const parts = section.split(/[,;()]/).map((part) => part.trim());
  const keys = parts
    .filter((part) => part !== "" && !POSITION.test(part))
    .map((part) => words(part).join(" "));
  if (keys.length === 0) return null;
  const headings = [...new Set(passages.map(({ heading }) => heading))].map(
    (one) => ` ${words(one).join(" ")} `,
  );
  return keys.some((key) => headings.some((heading) => heading.includes(` ${key} `)));
}

function judge(card: Anchored, paper: Paper, earlier: readonly Paper[]): Original | Flag | undefined {
  const flag = (vanished: boolean): Flag => ({
    cardId: card.id,
    section: card.section,
    documentId: paper.id,
    title: paper.title,
    version: paper.version,
    vanished,
  });
  if (card.original === "") {
    const had = earlier.some((one) => hasSection(one.passages, card.section) === true);
    return had && hasSection(paper.passages, card.section) === false ? flag(true) : undefined;
  }
  const place = found(paper.passages, card.original);
  if (!place) return flag(earlier.some((one) => found(one.passages, card.original) !== undefined));
  const { passage, quote } = place;
  const { position, page } = passage;
  return { documentId: paper.id, position, version: paper.version, page, quote };
}

/**
 * The original wording of each card whose paper is imported, and the cards whose place the version in force does not
 * have. `papers` are all versions that are not removed.
 */
export function quotesOf(cards: readonly Anchored[], papers: readonly Paper[]): Quoted {
  const current = inForce(papers);
  const originals = new Map<string, Original>();
  const flags: Flag[] = [];
  for (const card of cards) {
    const paper = named(current, card.document.title);
    if (!paper) continue;
    const earlier = papers.filter((one) => one.titleKey === paper.titleKey && one.version < paper.version);
    const judged = judge(card, paper, earlier);
    if (!judged) continue;
    if ("quote" in judged) originals.set(card.id, judged);
    else flags.push(judged);
  }
  return { originals, flags };
}
