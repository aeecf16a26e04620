/**
 * From a question to an answer. Gates first; then every part of the question must find a card that fits what
 * is asked and explains every word that bears meaning. Otherwise it abstains and says why. Papers that are no
 * rules come second, unless the question names them. Pure.
 */
import type { Answer } from "./answer.ts";
import { abstained, answered } from "./compose.ts";
import { createNaming, isMeant, isOf, isOurs, type Paper, speaksOf } from "./far.ts";
import { gate, withoutInstructions } from "./gates.ts";
import type { FactCard } from "./handbook.ts";
import type { Lexicon } from "./lexicon.ts";
import { profileOf, weigher } from "./profile.ts";
import { type Question, questionsOf } from "./question.ts";
import { type Asked, createShelf, type Found, isNear, type Missed } from "./shelf.ts";
import { aliens, placesOf, softened } from "./soften.ts";
import { createReader } from "./tokens.ts";

/** `path` tells how the decision came about, one line a step; it holds words of the question: never log it. */
type Decision = { readonly answer: Answer; readonly path: readonly string[] };
export type Decide = (text: string) => Decision;

/** Characters; a longer text is no question. */
const LONGEST = 2000;

/** Prepares the index once; the returned function keeps nothing of what it is asked and never throws. */
export function createDecide(cards: readonly FactCard[], lexicon: Lexicon): Decide {
  const profiles = cards.map((card) => profileOf(card, lexicon));
  const read = createReader(lexicon, new Set(profiles.flatMap(({ stems }) => [...stems])));
  const [nearby, others] = [profiles.filter(isNear), profiles.filter((one) => !isNear(one))];
  const spoken = new Set(nearby.flatMap(({ named, mentioned }) => [...named.keys(), ...mentioned]));
  const near = createShelf(nearby, lexicon, weigher(nearby), aliens(spoken), true);
  const far = createShelf(others, lexicon, weigher(profiles), softened(placesOf(cards)), false);
  const namedIn = createNaming(cards);

  function decideNamed(asked: Asked, named: readonly Paper[], path: string[]): Answer {
    path.push(`names ${named.map(({ title }) => title).join(", ")}`);
    const found = far(asked, path, isOf(named));
    if ("chosen" in found) return answerOf(found, asked);
    const rule = near(asked, path, speaksOf(named));
    if ("chosen" in rule && rule.certain) return answerOf(rule, asked);
    return abstained(found.reason, found.near);
  }

  function decideAll(text: string, instructed: boolean, path: string[]): Answer {
    const asked = { text, questions: questionsOf(text, lexicon, read) };
    if (!asked.questions.some(bears)) return abstained(instructed ? "instruction" : "empty");
    const named = namedIn(text);
    if (named.length > 0) return decideNamed(asked, named, path);
    const found = near(asked, path);
    path.push("other papers:");
    const treated = "chosen" in found || found.near?.open.length === 0;
    const other = far(asked, path, isMeant(treated));
    if ("chosen" in other && isBetter(other, found, asked)) return answerOf(other, asked);
    return "chosen" in found ? answerOf(found, asked) : abstained(found.reason, found.near);
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

/** How much better than a card of the rules another paper must fit: asked about this forum, or not. */
const OURS = 1.7;
const OTHERS = 1.05;
/** A rule that leaves a word unexplained counts less. */
const UNCERTAIN = 0.7;
function isBetter(other: Found, rule: Found | Missed, { questions }: Asked): boolean {
  if (!("chosen" in rule)) return true;
  const least = questions.some(isOurs) ? OURS : OTHERS;
  return other.score > least * (rule.certain ? 1 : UNCERTAIN) * rule.score;
}

const answerOf = ({ chosen }: Found, { questions }: Asked): Answer => answered(chosen, questions);

/** The question holds a word with a meaning. */
const bears = ({ tokens }: Question): boolean => tokens.some((one) => !one.filler || one.concepts.size > 0);

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
