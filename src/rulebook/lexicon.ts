/** The lexicon: which everyday words and idioms mean which concept. Read from YAML and checked. Pure. */
import { z } from "zod";
import { stem } from "../search/stem.ts";
import { words } from "../search/words.ts";
import { ABSENT } from "./answer.ts";
import { readChecked } from "./checked-yaml.ts";
import { indexTerms, type Terms } from "./terms.ts";

const ASKED = [
  "date",
  "frequency",
  "duration",
  "count",
  "role",
  "place",
  "reason",
  "purpose",
  "definition",
] as const;
/** The kinds of thing a question can ask for by its form. */
export type Asked = (typeof ASKED)[number];

/** A term as its folded words. */
type Row = readonly string[];
const COMMA = "0comma0";
/** The terms of a list divided by commas; folded in one go, for there are thousands. */
export function rowsOf(list: string): Row[] {
  const rows: string[][] = [[]];
  for (const word of words(list.replaceAll(",", ` ${COMMA} `))) {
    if (word === COMMA) rows.push([]);
    else rows.at(-1)?.push(word);
  }
  return rows.filter((row) => row.length > 0);
}

const list = z.string().transform(rowsOf);
const file = z.strictObject({
  ambient: z.record(z.string(), list),
  subjects: z.record(z.string(), list),
  attributes: z.record(z.enum(ASKED), z.strictObject({ asks: list, words: list })),
  absent: z.record(z.enum(ABSENT), list),
  elsewhere: list,
  fillers: z.string().transform((text) => new Set(words(text))),
});

/** What papers that are no rules add: further subjects; a region named there is no longer elsewhere. */
const furtherFile = z.strictObject({
  fillers: z.string().default("").transform(words),
  subjects: z.record(z.string(), list),
});

export type Lexicon = {
  /** Attributes are concepts named `?date`, other regions the concept `elsewhere`. */
  readonly terms: Terms;
  /** Question words as word rows, longest first; what they ask for, the likeliest first. */
  readonly asks: readonly {
    readonly row: readonly string[];
    readonly stems: readonly string[];
    readonly asked: readonly Asked[];
  }[];
  readonly fillers: ReadonlySet<string>;
  /** Concepts of the setting in which every question stands. */
  readonly ambient: ReadonlySet<string>;
  readonly isConcept: (name: string) => boolean;
  /** Words and idioms for what stands in no document. */
  readonly absent: readonly Row[];
};

export type Source = { readonly name: string; readonly yaml: string };
const NOTHING_MORE: Source = { name: "lexicon-further.yaml", yaml: "subjects: {}" };

/**
 * Reads the lexicon and what is added to it; `own` are the words that cards bring along, by the name of the card.
 * Throws HandbookError naming file and line of what is wrong.
 */
export function parseLexicon(
  { name, yaml }: Source,
  more: Source = NOTHING_MORE,
  own: Readonly<Record<string, string>> = {},
): Lexicon {
  const base = readChecked(name, yaml, file);
  const added = readChecked(more.name, more.yaml, furtherFile);
  const further = [
    ...Object.entries(added.subjects),
    ...Object.entries(own).map(([id, terms]) => [id, rowsOf(terms)] as const),
  ];
  const known = new Set(further.flatMap(([, rows]) => rows.map((row) => row.join(" "))));
  const fillers = new Set([...base.fillers, ...added.fillers]);
  const lists: (readonly [string, readonly Row[]])[] = [
    ...Object.entries(base.ambient),
    ...Object.entries(base.subjects),
    ...further,
    ...Object.entries(base.absent),
    ...Object.entries(base.attributes).map(([asked, one]) => [`?${asked}`, one.words] as const),
    ["elsewhere", base.elsewhere.filter((row) => !known.has(row.join(" ")))],
  ];
  const concepts = new Set([base.ambient, base.subjects, added.subjects].flatMap(Object.keys));
  return {
    terms: indexTerms(lists, fillers),
    asks: asksOf(base.attributes),
    fillers,
    ambient: new Set(Object.keys(base.ambient)),
    isConcept: (one) => concepts.has(one),
    absent: Object.values(base.absent).flat(),
  };
}

function asksOf(attributes: Record<Asked, { readonly asks: readonly Row[] }>): Lexicon["asks"] {
  const rows = new Map<string, Asked[]>();
  for (const asked of ASKED) {
    for (const row of attributes[asked].asks) {
      const key = row.join(" ");
      rows.set(key, [...(rows.get(key) ?? []), asked]);
    }
  }
  return [...rows]
    .map(([key, asked]) => ({ row: key.split(" "), stems: key.split(" ").map(stem), asked }))
    .sort((a, b) => b.row.length - a.row.length);
}
