/** How a question names a document: by its kind, and by its date. Pure. */
import type { Lexicon } from "./lexicon.ts";
import type { Profile } from "./profile.ts";
import type { Question } from "./question.ts";
import type { Token } from "./tokens.ts";

const PAPERS: ReadonlySet<string> = new Set(["declaration", "paper", "agenda"]);

const isPaper = ({ concepts }: Token): boolean =>
  concepts.has("document") || [...PAPERS].some((one) => concepts.has(one));

/** "Das Papier vom Oktober": who names a document may tell it by its date; such words need no explanation. */
export const withoutDates = (
  open: readonly Token[],
  profile: Profile,
  question: Question,
): readonly Token[] =>
  question.tokens.some(isPaper) ? open.filter((token) => !profile.dates.has(token.stem)) : open;

/** The question names one document and the card is of another, which it does not mention either. */
export function isOtherPaper(profile: Profile, question: Question, lexicon: Lexicon): boolean {
  const papers = question.tokens.flatMap((token) => [...token.concepts].filter((one) => PAPERS.has(one)));
  const mine = profile.card.document.concept;
  return (
    papers.length > 0 &&
    lexicon.ambient.has(mine) &&
    !papers.some((one) => one === mine || profile.named.has(one))
  );
}
