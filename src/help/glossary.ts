/** `glossar`, alone or with a word: what is asked for, and the term that answers it. Pure. */
import { fold } from "../search/fold.ts";
import { commandWord } from "../turn/grammar.ts";
import { type Term, terms } from "./glossary.texts.ts";

/** `word` is empty when all terms are wanted. */
export type Wanted = { readonly word: string };

const ALL = new Set(["glossar", "begriffe", "worter"]);
const NAMED = /^\s*glossar[:\s]\s*(\S.*)$/i;
/** What somebody asks who does not know the word; of all others the rules say what holds, and they answer. */
const WORDS_ONLY = new Set(["stichwahl", "enthaltung", "niederschrift", "beleg", "siegel", "wahlgang"]);
const ASKED = /^was (?:ist|bedeutet|heisst) (?:(?:ein|eine|der|die|das) )?([a-z]+)$/;

const nameOf = (word: string): string => fold(word).replace(/[^\p{L}]+/gu, "");

export const termFor = (word: string): Term | null => {
  const name = nameOf(word);
  return terms.find(({ term }) => nameOf(term) === name) ?? null;
};

export function parseGlossary(typed: string): Wanted | undefined {
  const command = commandWord(typed);
  if (ALL.has(command)) return { word: "" };
  const [, named] = NAMED.exec(typed) ?? [];
  if (named !== undefined) return { word: named.trim() };
  const [, asked = ""] = ASKED.exec(command) ?? [];
  return WORDS_ONLY.has(asked) ? { word: asked } : undefined;
}
