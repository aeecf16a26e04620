/** Readers that know the words given and no others, and what they make of a text. */
import { type Lexicon, rowsOf } from "../../../src/rulebook/lexicon.ts";
import { indexTerms } from "../../../src/rulebook/terms.ts";
import { createReader, type Reader, type Token } from "../../../src/rulebook/tokens.ts";
import { stem } from "../../../src/search/stem.ts";
import { words } from "../../../src/search/words.ts";
import { lexicon } from "./small.ts";

type Words = { readonly fillers?: string; readonly asks?: string; readonly spoken?: string };
const lexiconOf = (
  concepts: Readonly<Record<string, string>>,
  { fillers = "", asks = "" }: Words,
): Lexicon => {
  const common = new Set(words(fillers));
  const lists = Object.entries(concepts).map(([concept, list]) => [concept, rowsOf(list)] as const);
  const questions = rowsOf(asks).map((row) => ({ row, stems: row.map(stem), asked: [] }));
  return { ...lexicon, terms: indexTerms(lists, common), fillers: common, asks: questions };
};
export const readerOf = (concepts: Readonly<Record<string, string>>, other: Words = {}): Reader =>
  createReader(lexiconOf(concepts, other), new Set(words(other.spoken ?? "").map(stem)));

/** Each word as it is understood; `?word` if it is not. */
export const understood = (tokens: readonly Token[]): string =>
  tokens.map((one) => (one.known ? one.stem : `?${one.word}`)).join(" ");
/** What each word stands for. */
export const concepts = (tokens: readonly Pick<Token, "concepts">[]): string[] =>
  tokens.map((one) => [...one.concepts].join("+"));
