/**
 * From a question to an answer. Gates first; then every part of the question must find a card that fits what
 * is asked and explains every word that bears meaning. Otherwise it abstains and says why. Pure.
 */
import type { AbstainReason, Answer } from "./answer.ts";
import { choose, missing, nearest, refusalOf } from "./choose.ts";
import { abstained, answered } from "./compose.ts";
import { explain } from "./explain.ts";
import { gate, withoutInstructions } from "./gates.ts";
import type { FactCard } from "./handbook.ts";
import type { Lexicon } from "./lexicon.ts";
import { type Match, match } from "./match.ts";
import { profileOf, weigher } from "./profile.ts";
import { type Question, questionsOf } from "./question.ts";
import { createReader } from "./tokens.ts";

/** `path` tells how the decision came about, one line a step; it holds words of the question: never log it. */
type Decision = { readonly answer: Answer; readonly path: readonly string[] };
export type Decide = (text: string) => Decision;

/** Characters; a longer text is no question. */
const LONGEST = 2000;

type Chosen =
  | { readonly cards: readonly Match[] }
  | { readonly reason: AbstainReason; readonly near?: Match };

/** Prepares the index once; the returned function keeps nothing of what it is asked and never throws. */
export function createDecide(cards: readonly FactCard[], lexicon: Lexicon): Decide {
  const profiles = cards.map((card) => profileOf(card, lexicon));
  const weight = weigher(profiles);
  const read = createReader(lexicon, new Set(profiles.flatMap((profile) => [...profile.stems])));

  function decideOne(question: Question, text: string, path: string[]): Chosen {
    const all = profiles
      .map((profile) => match(profile, question, lexicon, weight))
      .sort((a, b) => b.score - a.score);
    path.push(...explain(question, all));
    const settled = refusalOf(question, lexicon, text);
    if (settled) return { reason: settled };
    const found = choose(question, all);
    if (found.length > 0) return { cards: found };
    const near = nearest(all);
    return { reason: missing(question, all), ...(near ? { near } : {}) };
  }

  function decideAll(text: string, instructed: boolean, path: string[]): Answer {
    const questions = questionsOf(text, lexicon, read);
    const bearing = questions.some((one) =>
      one.tokens.some((token) => !token.filler || token.concepts.size > 0),
    );
    if (!bearing) return abstained(instructed ? "instruction" : "empty");
    const chosen: (readonly Match[])[] = [];
    for (const question of questions) {
      const one = decideOne(question, text, path);
      if ("reason" in one) return abstained(one.reason, chosen[0]?.[0] ?? one.near);
      chosen.push(one.cards);
    }
    return answered(chosen, questions);
  }

  return (text) => {
    const path: string[] = [];
    const answer = settle(text, path, decideAll);
    path.push(
      answer.kind === "answered" ? `answers: ${answer.cards.join(", ")}` : `abstains: ${answer.reason}`,
    );
    return { answer, path };
  };
}

function settle(
  text: string,
  path: string[],
  decideAll: (text: string, instructed: boolean, path: string[]) => Answer,
): Answer {
  if (text.length > LONGEST) return abstained("tooLong");
  const { rest, instructed } = withoutInstructions(text);
  if (instructed) path.push(`instruction taken out, left: ${rest || "nothing"}`);
  const stopped = gate(text);
  return stopped ? abstained(stopped) : decideAll(rest, instructed, path);
}
