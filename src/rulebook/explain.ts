/** The path of a decision in plain lines, for `ask --explain`. It holds words of the question: never log it. */
import { fits, type Match } from "./match.ts";
import type { Question } from "./question.ts";

const SHOWN = 4;

/** A step of the path: a line, or lines that are put into words only when somebody reads them. */
export type Note = string | (() => readonly string[]);
export const linesOf = (notes: readonly Note[]): readonly string[] =>
  notes.flatMap((note) => (typeof note === "string" ? [note] : note()));

export function explain(question: Question, all: readonly Match[]): string[] {
  const tokens = question.tokens
    .filter((token) => !token.filler || token.concepts.size > 0)
    .map((token) => `${token.word}${token.known ? "" : "?"}=${[...token.concepts].join("|") || token.stem}`);
  const asks =
    question.asks.map((asked) => asked.join("|")).join("+") || (question.closed ? "yes or no" : "anything");
  return [
    `asks for ${asks}: ${tokens.join(", ")}`,
    ...all.slice(0, SHOWN).map((one) => `  ${lineOf(one, question)}`),
  ];
}

function lineOf(one: Match, question: Question): string {
  const open = one.open.map((token) => token.word).join(" ");
  const unfit = one.evident && fits(one.profile, question) ? "" : " (does not fit)";
  return `${one.score.toFixed(1)} ${one.profile.card.id}${unfit}${open ? ` (unexplained: ${open})` : ""}`;
}
