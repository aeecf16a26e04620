/** Words and tables for the tests of what is asked more loosely, and what more strictly. */
import type { Question } from "../../../src/rulebook/question.ts";
import { tokenOf } from "./small.ts";

export type Part = Partial<Question>;
export const small = (word: string, ...concepts: string[]) => tokenOf(word, { small: true, concepts });
export const noun = (word: string, ...concepts: string[]) => tokenOf(word, { concepts });
export const filler = (word: string, ...concepts: string[]) => tokenOf(word, { filler: true, concepts });
/** Rows of a table: what does not fit, and what does. */
export const table = (not: string, fits: string): [string, boolean][] =>
  [not, fits].flatMap((list, at) => list.split(/\s+\|\s+/).map((one): [string, boolean] => [one, at === 1]));
export const ours = new Set(["landkreis", "probestadt"]);
