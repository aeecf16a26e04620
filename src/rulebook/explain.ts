/** The path of a decision in plain lines, for `ask --explain`. It holds words of the question: never log it. */
import { fits, type Match } from "./match.ts";
import type { Question } from "./question.ts";

const SHOWN = 4;

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
