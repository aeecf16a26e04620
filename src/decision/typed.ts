/** What is typed: `abstimmung starten`, `abstimmung`, `abstimmungen [WORTE]`. Pure. */
import { fold } from "../search/fold.ts";

/** More words make no better search. UTF-16 units. */
export const LONGEST_SEARCH = 200;
/** A longer first word is no command; folding it would only cost time. */
const LONGEST_COMMAND = 20;

/** `abstimmungen` alone gives empty words; any other first word is left to others. */
export function parseList(typed: string): { readonly words: string } | undefined {
  const said = typed.trim();
  const end = said.search(/[\s:.!]/);
  const first = end === -1 ? said : said.slice(0, end);
  if (first.length > LONGEST_COMMAND || fold(first) !== "abstimmungen") return undefined;
  const rest = end === -1 ? "" : said.slice(end).replace(/^[\s:.!]+/, "");
  return { words: rest.slice(0, LONGEST_SEARCH).replace(/\s+/g, " ").trim() };
}
