/**
 * From a question to an answer. Gates first; then every part of the question must find a card that fits what
 * is asked and explains every word that bears meaning. Otherwise it abstains and says why. Papers that are no
 * rules come second, unless the question names them. Pure.
 */

import type { Weights } from "../search/trained/weights.ts";
import type { Answer } from "./answer.ts";
import type { Examples } from "./asked.ts";
import { abstained, answered } from "./compose.ts";
import { linesOf, type Note } from "./explain.ts";
import { createNaming, isMeant, isOf, isOurs, type Paper, speaksOf } from "./far.ts";
import { continued } from "./follow.ts";
import { gate, withoutInstructions } from "./gates.ts";
import type { FactCard } from "./handbook.ts";
import { createInformed, type Information } from "./informed.ts";
import { createJudge } from "./judge.ts";
import type { Lexicon } from "./lexicon.ts";
import { profileOf, weigher } from "./profile.ts";
import { type Question, questionsOf } from "./question.ts";
import { type Asked, createShelf, type Found, isNear, type Missed } from "./shelf.ts";
import { aliens, placesOf, softened } from "./soften.ts";
import { createSpoken, type Spoken } from "./spoken.ts";
import { createPlainReader, createReader } from "./tokens.ts";
import { createFeatures } from "./trained/features.ts";
import { createRank } from "./trained/rank.ts";
import { createWeighing, type Weighing } from "./weigh.ts";

export type Decision = {
  readonly answer: Answer;
  /** The subject was taken from the question before. */
  readonly follows: boolean;
  /** How the decision came about, one line a step; it holds words of the question: never log it. */
  readonly path: readonly string[];
};
/** `before` is the same person's last question; what is asked may go on from it. */
export type Decide = (text: string, before?: string) => Decision;

const FOLLOWS = "goes on from the question before";
const ALONE = "by itself:";
/** Characters; a longer text is no question. */
const LONGEST = 2000;

/** What people have asked for each card, and what was learnt from it. */
export type Bank = { readonly examples: readonly Examples[]; readonly weights: Weights };

/** What decides, and how it is made to know what coordinators have answered. */
export type Engine = {
  readonly decide: Decide;
  /** The same with these; cheap enough to be called whenever one changes. */
  readonly informed: (list: readonly Information[]) => Decide;
};

/**
 * Prepares the index once, the words of the bank when first asked; the returned function keeps nothing of what it is
 * asked and never throws. Without a bank the concepts decide alone. A question of the bank for a card that is not
 * among `cards` has no answer.
 */
export function createEngine(cards: readonly FactCard[], lexicon: Lexicon, bank?: Bank): Engine {
  const profiles = cards.map((card) => profileOf(card, lexicon));
  const read = createReader(lexicon, new Set(profiles.flatMap(({ stems }) => [...stems])));
  const [nearby, others] = [profiles.filter(isNear), profiles.filter((one) => !isNear(one))];
  const touched = new Set(nearby.flatMap(({ named, mentioned }) => [...named.keys(), ...mentioned]));
  const near = createShelf(nearby, lexicon, weigher(nearby), aliens(touched), true);
  const far = createShelf(others, lexicon, weigher(profiles), softened(placesOf(cards)), false);
  const namedIn = createNaming(cards);

  const ids = new Set(cards.map(({ id }) => id));
  const plain = createPlainReader(lexicon);
  let words: Spoken | undefined;
  const asked = (): Spoken => {
    const ours = (bank?.examples ?? []).filter(({ card }) => ids.has(card));
    words ??= createSpoken(ours, plain);
    return words;
  };
  let prepared: Weighing | undefined;
  const prepare = ({ weights }: Bank): Weighing => {
    const rank = createRank(weights, createFeatures(lexicon), (label) => ids.has(label));
    return createWeighing(createJudge(profiles, lexicon, asked(), rank, weigher(profiles)), asked());
  };

  function weigh(found: Found | Missed, asked: Asked, path: Note[]): Found | Missed {
    if (bank) prepared ??= prepare(bank);
    return prepared ? prepared(found, asked, path) : found;
  }

  function findNamed(asked: Asked, named: readonly Paper[], path: Note[]): Found | Missed {
    path.push(`names ${named.map(({ title }) => title).join(", ")}`);
    const found = far(asked, path, isOf(named));
    if ("chosen" in found) return found;
    const rule = near(asked, path, speaksOf(named));
    return "chosen" in rule && rule.certain ? rule : found;
  }

  function find(asked: Asked, path: Note[]): Found | Missed {
    const named = namedIn(asked.text);
    if (named.length > 0) return findNamed(asked, named, path);
    const found = near(asked, path);
    path.push("other papers:");
    const treated = "chosen" in found || found.near?.open.length === 0;
    const other = far(asked, path, isMeant(treated));
    return "chosen" in other && isBetter(other, found, asked) ? other : found;
  }

  function decideOne(asked: Asked, path: Note[]): Answer {
    const settled = weigh(find(asked, path), asked, path);
    return "chosen" in settled
      ? answered(settled.chosen, asked.questions)
      : abstained(settled.reason, settled.near);
  }

  const decideAll: DecideAll = ({ text, before, instructed }, path) => {
    const questions = questionsOf(text, lexicon, read);
    const more = before === undefined ? undefined : continued(questions, before, lexicon, read);
    if (more) {
      path.push(FOLLOWS);
      const answer = decideOne({ text: `${text} ${before}`, questions: more }, path);
      if (answer.kind === "answered" || !questions.some(bears)) return answer;
      path.push(ALONE);
    }
    if (!questions.some(bears)) return abstained(instructed ? "instruction" : "empty");
    return decideOne({ text, questions }, path);
  };

  const decide: Decide = (text, before) => {
    const path: Note[] = [];
    const answer = settle(text, before, path, decideAll);
    path.push(
      answer.kind === "answered" ? `answers: ${answer.cards.join(", ")}` : `abstains: ${answer.reason}`,
    );
    const alone = answer.kind === "answered" && path.includes(ALONE);
    return {
      answer,
      follows: path.includes(FOLLOWS) && !alone,
      get path() {
        return linesOf(path);
      },
    };
  };
  return {
    decide,
    informed: (list) => createInformed({ decide, lexicon, read: plain, guess: read, spoken: asked() }, list),
  };
}

export const createDecide = (...given: Parameters<typeof createEngine>): Decide =>
  createEngine(...given).decide;

type Text = { readonly text: string; readonly before: string | undefined; readonly instructed: boolean };
type DecideAll = (text: Text, path: Note[]) => Answer;

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

/** The question holds a word with a meaning. */
const bears = ({ tokens }: Question): boolean => tokens.some((one) => !one.filler || one.concepts.size > 0);

function settle(text: string, before: string | undefined, path: Note[], decideAll: DecideAll): Answer {
  if (text.length > LONGEST) return abstained("tooLong");
  const { rest, instructed } = withoutInstructions(text);
  if (instructed) path.push(`instruction taken out, left: ${rest || "nothing"}`);
  const stopped = gate(text);
  if (stopped) return abstained(stopped);
  const last = before !== undefined && before.length <= LONGEST ? before : undefined;
  return decideAll({ text: rest, before: last, instructed }, path);
}
