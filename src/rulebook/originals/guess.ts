/** What a new file probably is, to fill in its form. Only proposed; a person decides. Pure. */
import { fold } from "../../search/fold.ts";
import { words } from "../../search/words.ts";
import type { PaperKind } from "../answer.ts";
import { PAPER_LIMITS } from "./paper.ts";

/** A paper that is known already, from the handbook or from an import. */
export type KnownPaper = {
  readonly title: string;
  readonly kind: PaperKind;
  readonly scope: string;
};
export type Guess = {
  readonly title: string;
  /** Empty: nothing tells. */
  readonly kind: PaperKind | "";
  readonly scope: string;
  /** Calendar date; empty: none found. */
  readonly date: string;
};

const MONTHS = "januar februar marz april mai juni juli august september oktober november dezember".split(
  " ",
);
const pad = (part: string | number): string => String(part).padStart(2, "0");

/** The first date that is written, as a calendar date. */
function dateIn(text: string): string {
  const [, iso] = /\b((?:19|20)\d\d-\d\d-\d\d)\b/.exec(text) ?? [];
  if (iso) return iso;
  const [, day, month, year] = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)\b/.exec(text) ?? [];
  if (day && month && year && Number(month) <= 12) return `${year}-${pad(month)}-${pad(day)}`;
  const spelled = /\b(\d{1,2})\. ?([a-z]+) ((?:19|20)\d\d)\b/.exec(fold(text));
  const at = MONTHS.indexOf(spelled?.[2] ?? "");
  return spelled && at >= 0 ? `${spelled[3]}-${pad(at + 1)}-${pad(spelled[1] ?? "")}` : "";
}

const SIGNS: readonly (readonly [PaperKind, RegExp])[] = [
  ["motion", /antrag/],
  ["report", /vorlage|bericht|niederschrift|protokoll|mitteilung/],
  ["rule", /satzung|ordnung|vereinbarung|willensbekundung|vertrag|regel|richtlinie/],
  ["strategy", /strateg|agenda|konzept|leitbild|leitlinie|masterplan/],
];

/** How much of a known title stands in the text, from 0 to 1; short words do not count. */
function share(title: string, spoken: ReadonlySet<string>): number {
  const telling = words(title).filter((word) => word.length > 3 || /\d/.test(word));
  return telling.filter((word) => spoken.has(word)).length / Math.max(1, telling.length);
}
const LEAST_SHARE = 0.6;

const withoutEnding = (fileName: string): string =>
  fileName
    .replace(/\.[a-z]+\s*$/i, "")
    .replace(/[_\s]+/g, " ")
    .trim();

/** By the name of the file, its first words, and the papers known. */
export function guess(fileName: string, opening: string, known: readonly KnownPaper[]): Guess {
  const name = withoutEnding(fileName);
  const seen = `${name} ${opening}`;
  const spoken = new Set(words(seen.replace(/[-_]/g, " ")));
  const [best] = known
    .map((paper) => ({ paper, part: share(paper.title, spoken) }))
    .sort((a, b) => b.part - a.part);
  const date = dateIn(seen);
  if (best && best.part >= LEAST_SHARE) {
    const { title, kind, scope } = best.paper;
    return { title, kind, scope, date };
  }
  const folded = fold(seen);
  const kind = SIGNS.find(([, sign]) => sign.test(folded))?.[0] ?? "";
  const scope = known.find((paper) => paper.kind === "rule")?.scope ?? "";
  return { title: name.slice(0, PAPER_LIMITS.title), kind, scope, date };
}
