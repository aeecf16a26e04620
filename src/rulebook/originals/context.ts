/** Which passages are worth reading for a text: small papers whole, of large ones the best. Pure. */
import type { PaperKind } from "../answer.ts";
import { createFinder } from "./find.ts";
import type { Paper } from "./paper.ts";

export type ContextPassage = {
  /** `<paper>#<position>`. */
  readonly id: string;
  readonly document: string;
  /** Headings and paragraph. */
  readonly section: string;
  /** Calendar date, or "ohne Datum". */
  readonly date: string;
  readonly kind: PaperKind;
  readonly text: string;
};

/** German text has about so many characters to a token of a language model. */
const PER_TOKEN = 3.4;
const ALL = 7_000 * PER_TOKEN;
const SMALL = 2_500 * PER_TOKEN;
/** Kept for the passages of large papers, if there are any. */
const FOR_LARGE = 2_000 * PER_TOKEN;

/** Telephone numbers, addresses of people and of mail stand in no answer, so nobody needs to read them for one. */
const PRIVATE =
  /\b(?:tel|fax|mobil|telefon|durchwahl)\b[^\p{L}]{0,5}\d|[\w.+-]+@[\w-]+\.\w{2,}|\b0\d{2,5}[ /-]\s?\d{3,}/iu;
const ADDRESS = /\b\d{5} \p{Lu}\p{Ll}+/u;
/** Five digits in a longer text are a number of something. */
const LONGEST_ADDRESS = 150;

const isPrivate = (text: string): boolean =>
  PRIVATE.test(text) || (text.length <= LONGEST_ADDRESS && ADDRESS.test(text));

type Entry = { readonly paper: Paper; readonly passage: ContextPassage; readonly heading: string };

const entriesOf = (paper: Paper, label: (heading: string, paragraph: number) => string): Entry[] =>
  paper.passages
    .filter(({ text }) => !isPrivate(text))
    .map(({ position, heading, paragraph, text }) => ({
      paper,
      heading: `${paper.title} ${heading}`,
      passage: {
        id: `${paper.id}#${position}`,
        document: paper.title,
        section: label(heading, paragraph),
        date: paper.date ?? "ohne Datum",
        kind: paper.kind,
        text,
      },
    }));

const size = ({ passage }: Entry): number => passage.text.length + passage.section.length;
const sizeOf = (entries: readonly Entry[]): number => entries.reduce((sum, one) => sum + size(one), 0);

/** Adds what still has room, in the order given. */
function fill(into: Set<Entry>, groups: readonly (readonly Entry[])[], room: number): void {
  let used = sizeOf([...into]);
  for (const group of groups) {
    const fresh = group.filter((one) => !into.has(one));
    if (used + sizeOf(fresh) > room) continue;
    used += sizeOf(fresh);
    for (const one of fresh) into.add(one);
  }
}

/** Prepares the papers in force once. The answer keeps the order of the papers and of their passages. */
export function createContext(
  papers: readonly Paper[],
  label: (heading: string, paragraph: number) => string,
): (text: string) => readonly ContextPassage[] {
  const byPaper = papers.map((paper) => entriesOf(paper, label));
  const entries = byPaper.flat();
  const find = createFinder(entries.map(({ heading, passage }) => ({ heading, text: passage.text })));
  const small = byPaper.filter((own) => sizeOf(own) < SMALL);
  const large = byPaper.length > small.length;
  return (text) => {
    const best = find(text).flatMap(({ at }) => entries[at] ?? []);
    const rank = new Map(best.map((entry, at) => [entry, at]));
    const first = (own: readonly Entry[]): number =>
      Math.min(...own.map((one) => rank.get(one) ?? Number.POSITIVE_INFINITY));
    const chosen = new Set<Entry>();
    fill(
      chosen,
      [...small].sort((a, b) => first(a) - first(b)),
      large ? ALL - FOR_LARGE : ALL,
    );
    fill(
      chosen,
      best.map((one) => [one]),
      ALL,
    );
    return entries.filter((one) => chosen.has(one)).map(({ passage }) => passage);
  };
}
