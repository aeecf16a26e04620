/** Numbers and dates of a text in one form, whether written in digits or words. Pure. */
import { fold } from "../../search/fold.ts";
import { numberIn } from "./number-words.ts";

const MONTHS = [
  "januar",
  "februar",
  "marz",
  "april",
  "mai",
  "juni",
  "juli",
  "august",
  "september",
  "oktober",
  "november",
  "dezember",
] as const;

export type Figure = {
  /** "36", "1.5", "2021-10-15", "2021-10", "--10-15". */
  readonly value: string;
  /** The folded text after it, within its sentence. */
  readonly after: string;
};

const MONTH = MONTHS.join("|");
const TOKEN = new RegExp(
  [
    String.raw`(?<iso>\d{4}-\d{2}-\d{2})`,
    String.raw`(?<dotted>\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})(?!\d))`,
    String.raw`(?<dayMonth>\d{1,2}\.\s*(?:${MONTH})(?:\s+\d{4})?)`,
    String.raw`(?<monthYear>(?:${MONTH})\s+\d{4})`,
    String.raw`(?<short>\d{1,2}\.\d{1,2}\.(?!\d))`,
    String.raw`(?<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d+(?:,\d+)?)`,
    "(?<word>[a-z]+)",
  ].join("|"),
  "g",
);

/** Words that make a number of the article before them. */
const MEASURE =
  /^\s+(?:jahr|monat|woche|tag|stunde|minute|quartal|mal\b|stimme|person|vertret|sitz|prozent|drittel|viertel)/;
const ARTICLE = /^(?:ein|eine[mnrs]?)$/;

const two = (value: string): string => value.padStart(2, "0");
const monthNumber = (name: string): string =>
  two(String(MONTHS.indexOf(name as (typeof MONTHS)[number]) + 1));
const plain = (digits: string): string => {
  const [whole = "", part = ""] = digits.replaceAll(".", "").split(",");
  const rest = part.replace(/0+$/, "");
  return `${whole.replace(/^0+(?=\d)/, "")}${rest === "" ? "" : `.${rest}`}`;
};

function dotted(text: string): string {
  const [day = "", month = "", year] = text.match(/\d+/g) ?? [];
  if (year === undefined) return `--${two(month)}-${two(day)}`;
  return `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`;
}

function named(text: string): string {
  const month = monthNumber(/[a-z]+/.exec(text)?.[0] ?? "");
  const day = /^\d+/.exec(text)?.[0];
  const year = /\d{4}$/.exec(text)?.[0];
  return day === undefined ? `${year}-${month}` : `${year ?? "-"}-${month}-${two(day)}`;
}

function wordValue(word: string, after: string, anyArticle: boolean): string | undefined {
  if (ARTICLE.test(word)) return anyArticle || MEASURE.test(after) ? "1" : undefined;
  const value = numberIn(word);
  return value === undefined ? undefined : String(value);
}

function figureOf(groups: Record<string, string | undefined>, after: string, anyArticle: boolean) {
  const { iso, dotted: date, short, dayMonth, monthYear, number, word } = groups;
  if (iso !== undefined) return iso;
  if (date !== undefined || short !== undefined) return dotted(date ?? short ?? "");
  if (dayMonth !== undefined || monthYear !== undefined) return named(dayMonth ?? monthYear ?? "");
  return number === undefined ? wordValue(word ?? "", after, anyArticle) : plain(number);
}

/**
 * All numbers and dates of a text in their order. The article counts as 1 before a unit of measure, or
 * always with `anyArticle`.
 */
export function figuresIn(text: string, anyArticle = false): Figure[] {
  const folded = fold(text);
  return [...folded.matchAll(TOKEN)].flatMap((found) => {
    const after = folded.slice(found.index + found[0].length);
    const value = figureOf(found.groups ?? {}, after, anyArticle);
    return value === undefined ? [] : [{ value, after }];
  });
}

/** What a text proves: its figures, and of a full date also month and year, day and month, and the year. */
export function provenBy(text: string): ReadonlySet<string> {
  const values = figuresIn(text, true).map(({ value }) => value);
  const parts = values.flatMap((value) => {
    const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(value) ?? [];
    if (year === undefined) return [];
    return day === undefined ? [year] : [year, `${year}-${month}`, `--${month}-${day}`];
  });
  return new Set([...values, ...parts]);
}

/** Folded names of the months in which the dates of a text lie. */
export const monthsIn = (text: string): readonly string[] =>
  figuresIn(text).flatMap(({ value }) => {
    const month = /^(?:\d{4}|-)-(\d{2})(?:-\d{2})?$/.exec(value)?.[1];
    return month === undefined ? [] : [MONTHS[Number(month) - 1] ?? ""];
  });
