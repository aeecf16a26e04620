/** What is typed: `festhalten …`, `suche …`, `beiträge`. A text that does not fit is left to others. Pure. */
import { fold } from "../search/fold.ts";
import { cut } from "./draft.ts";
import { type Draft, EMPTY_DRAFT, type Kind, LIMITS, type Stage } from "./exchange.ts";

const KIND_WORDS: { readonly [word: string]: Kind } = {
  prozess: "process",
  produkt: "product",
  service: "service",
};
/** Words that tell how far something is, the last stage first: what has ended was in use before. Folded. */
const STAGE_WORDS: readonly (readonly [Stage, RegExp])[] = [
  ["ended", /\b(?:beendet|abgeschaltet|eingestellt|gekundigt|abgelost|aufgegeben)/],
  ["trial", /\b(?:erprob|test(?:en|et|weise|betrieb|phase)|pilot|probe(?:weise|betrieb|phase))/],
  ["inUse", /\b(?:im einsatz|lauft|laufen|lief|nutzen|nutzt|verwenden|verwendet|eingefuhrt|im betrieb)\b/],
];

/**
 * The stage of a record typed in one line, from its words; without any, an idea. It is an assumption: the
 * confirmation says so, and a change is one press away.
 */
export function assumedStage(said: string): Stage {
  const folded = fold(said);
  return STAGE_WORDS.find(([, words]) => words.test(folded))?.[0] ?? "idea";
}

const BRAND = /(?<![\p{L}\p{N}])\p{Lu}?\p{Ll}+\p{Lu}[\p{L}\p{N}]*/gu;
const NO_BRAND = /^(?:G?mbH|gGmbH|kWh|MWh|GWh)$|Innen$/;

/** The first word written like a brand: capitals inside. */
export const brandIn = (said: string): string | undefined =>
  said.match(BRAND)?.find((word) => !NO_BRAND.test(word));

/**
 * The product of a record typed in one line: a word written like a brand, else the title. It is an assumption as
 * well; a product that is known by name in the words goes before.
 */
export const assumedProduct = (title: string): string => cut(brandIn(title) ?? title, LIMITS.product).trim();

/** Longer first words are no command; folding them would only cost time. */
const LONGEST_COMMAND = 20;
/** More words make no better search. UTF-16 units. */
export const LONGEST_SEARCH = 200;

/** What follows the first word if that is `command`, without the colon and spaces between; else undefined. */
function after(typed: string, command: string): string | undefined {
  const said = typed.trim();
  const end = said.search(/[\s:]/);
  const first = end === -1 ? said : said.slice(0, end);
  if (first.length > LONGEST_COMMAND || fold(first) !== command) return undefined;
  return end === -1 ? "" : said.slice(end).trim().replace(/^:/, "").trim();
}

/** A dash between spaces, or a new line, parts the title from the text. */
function halves(words: string): { title: string; text: string } {
  // One space on each side only: a pattern for many would be slow on a long run of spaces.
  const at = /(?:^|\s)[–—-](?:\s|$)|\n/.exec(words);
  if (!at) return { title: words, text: "" };
  return { title: words.slice(0, at.index).trim(), text: words.slice(at.index + at[0].length).trim() };
}

/** `festhalten [prozess|produkt|service][:] Titel [– Text]`; what was not said stays empty. */
export function parseRecord(typed: string): Draft | undefined {
  const rest = after(typed, "festhalten");
  if (rest === undefined) return undefined;
  if (rest === "") return EMPTY_DRAFT;
  const kind = KIND_WORDS[(rest.split(/[\s:]/, 1)[0] ?? "").toLowerCase()];
  const words = kind ? rest.replace(/^[^\s:]+\s*:?/, "").trim() : rest;
  const { title, text } = halves(words);
  const product = kind === "product" ? assumedProduct(title) : "";
  return { ...EMPTY_DRAFT, kind: kind ?? "", title, text, product, stage: assumedStage(words) };
}

/** `suche WORTE`; `suche` alone gives empty words. */
export const parseSearch = (typed: string): { readonly words: string } | undefined => {
  const words = after(typed, "suche");
  return words === undefined ? undefined : { words: cut(words.replace(/\s+/g, " "), LONGEST_SEARCH).trim() };
};

/** `beiträge`, however the umlaut is written. */
export const parseList = (typed: string): true | undefined => after(typed, "beitrage") === "" || undefined;
