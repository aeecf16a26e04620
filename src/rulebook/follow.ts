/** Questions that go on from the one before: "Und wie lange?", "Wer wählt ihn?". Pure. */
import { stem } from "../search/stem.ts";
import type { Lexicon } from "./lexicon.ts";
import { type Question, questionsOf } from "./question.ts";
import type { Reader, Token } from "./tokens.ts";

const GOES_ON =
  /^\s*(?:und|aber|auch|oder|and|but|what about|how about|was ist mit|wie ist es mit|wie sieht)(?!\p{L})/iu;
/** Words that stand for something said before; "das" only where no noun follows, "Sie" with a capital is polite. */
const POINTS =
  /(?<!\p{L})(?:er|ihn|ihm|sie|ihnen|dies|diese[rmns]?|dessen|deren|dort|dafür|dabei|davon|dazu|darüber|daran|damit|dagegen|it|they|them|this|those|das(?!\s+(?:\p{Lu}|\p{Ll}+(?:e|en)\s+\p{Lu})))(?!\p{L})/u;
/** A question with more words of its own than these stands on its own feet. */
const MOST_OWN = 2;

const bears = ({ filler, concepts }: Token): boolean => !filler || concepts.size > 0;

/** A word that only looks like a filler with a typing mistake is one of its own. */
const isOwn = (token: Token): boolean => !token.filler || stem(token.word) !== token.stem;

/** The question cannot be understood without the one before. */
function isOpen({ text, tokens }: Question): boolean {
  const own = tokens.filter(isOwn).length;
  return own === 0 || GOES_ON.test(text) || (own <= MOST_OWN && POINTS.test(text));
}

/**
 * The questions with what they borrow from the question before: its subject, and what it asked for where they ask for
 * nothing. Undefined if they need nothing, or if there is nothing to borrow.
 */
export function continued(
  questions: readonly Question[],
  before: string,
  lexicon: Lexicon,
  read: Reader,
): readonly Question[] | undefined {
  if (!questions.some(isOpen)) return undefined;
  const last = questionsOf(before, lexicon, read);
  const subject = last.flatMap(({ tokens }) => tokens).filter(bears);
  if (subject.length === 0) return undefined;
  const words = subject.map(({ word }) => word).join(" ");
  return questions.map((one) => {
    if (!isOpen(one)) return one;
    const asks = one.asks.length > 0 || one.closed ? one.asks : (last[0]?.asks ?? []);
    const spoken = new Set(one.tokens.map(({ stem }) => stem));
    const lent = subject.filter(({ stem }) => !spoken.has(stem));
    return { ...one, asks, text: `${one.text} ${words}`, tokens: [...one.tokens, ...lent] };
  });
}
