/** The lexicon: which everyday words and idioms mean which concept. Read from YAML and checked. Pure. */
import { parse } from "yaml";
import { z } from "zod";
import { stem } from "../search/stem.ts";
import { words } from "../search/words.ts";
import { ABSENT } from "./answer.ts";
import { HandbookError } from "./handbook.ts";
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

const list = z.string().transform((terms) =>
  terms
    .split(",")
    .map((term) => term.trim())
    .filter((term) => term !== ""),
);
const file = z.strictObject({
  ambient: z.record(z.string(), list),
  subjects: z.record(z.string(), list),
  attributes: z.record(z.enum(ASKED), z.strictObject({ asks: list, words: list })),
  absent: z.record(z.enum(ABSENT), list),
  elsewhere: list,
  fillers: z.string().transform((text) => new Set(words(text))),
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
};

/** Reads the lexicon. Throws HandbookError naming the file and what is wrong. */
export function parseLexicon(name: string, yaml: string): Lexicon {
  const read = file.safeParse(readYaml(name, yaml));
  if (!read.success) {
    throw new HandbookError(
      read.error.issues.map((issue) => `${name}: ${issue.path.join(".")}: ${issue.message}`),
    );
  }
  const { ambient, subjects, attributes, absent, elsewhere, fillers } = read.data;
  const lists: (readonly [string, readonly string[]])[] = [
    ...Object.entries(ambient),
    ...Object.entries(subjects),
    ...Object.entries(absent),
    ...Object.entries(attributes).map(([asked, one]) => [`?${asked}`, one.words] as const),
    ["elsewhere", elsewhere],
  ];
  const known = new Set([...Object.keys(ambient), ...Object.keys(subjects)]);
  return {
    terms: indexTerms(lists, fillers),
    asks: asksOf(attributes),
    fillers,
    ambient: new Set(Object.keys(ambient)),
    isConcept: (one) => known.has(one),
  };
}

function readYaml(name: string, yaml: string): unknown {
  try {
    return parse(yaml);
  } catch (fault) {
    throw new HandbookError([`${name}: ${fault instanceof Error ? fault.message : String(fault)}`]);
  }
}

function asksOf(attributes: Record<Asked, { readonly asks: readonly string[] }>): Lexicon["asks"] {
  const rows = new Map<string, Asked[]>();
  for (const asked of ASKED) {
    for (const term of attributes[asked].asks) {
      const key = words(term).join(" ");
      rows.set(key, [...(rows.get(key) ?? []), asked]);
    }
  }
  return [...rows]
    .map(([key, asked]) => ({ row: key.split(" "), stems: key.split(" ").map(stem), asked }))
    .sort((a, b) => b.row.length - a.row.length);
}
