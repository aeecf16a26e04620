/** When a paper that is no rule of this forum may answer: asked for by name, or unmistakably meant. Pure. */
import { fold } from "../search/fold.ts";
import { isAbsent } from "./answer.ts";
import type { FactCard } from "./handbook.ts";
import type { Match } from "./match.ts";
import type { Question } from "./question.ts";
import { isStrict } from "./soften.ts";

export type Paper = FactCard["document"];

/** Who asks about these, asks about this forum; a card of another paper must then speak of them too. */
const OURS: readonly string[] = [
  "forum",
  "cooperation",
  "declaration",
  "paper",
  "participants",
  "chair",
  "workgroups",
  "steering",
];
/** Of a paper from elsewhere even these are ours. */
const HERE: readonly string[] = [
  ...OURS,
  "county",
  "region",
  "association",
  "council",
  "agenda",
  "municipalities",
];

/** Finds the papers that a text names, by `names` of their files: beginnings of words. */
export function createNaming(cards: readonly FactCard[]): (text: string) => Paper[] {
  const papers = [...new Set(cards.map(({ document }) => document))];
  const known = papers.flatMap((paper) =>
    paper.names.length === 0 ? [] : [{ paper, pattern: patternOf(paper.names) }],
  );
  return (text) => {
    const folded = fold(text);
    return known.filter(({ pattern }) => pattern.test(folded)).map(({ paper }) => paper);
  };
}

const patternOf = (names: readonly string[]): RegExp =>
  new RegExp(
    `(?<!\\p{L})(?:${names.map((name) => fold(name).replace(/[^\p{L}\d -]/gu, "")).join("|")})`,
    "u",
  );

/** The card is of one of the papers. */
export const isOf =
  (papers: readonly Paper[]) =>
  ({ profile, topicMet }: Match, question: Question): boolean =>
    papers.includes(profile.card.document) && (topicMet || !question.closed);

/** The card of a rule that speaks of one of the papers. */
export const speaksOf =
  (papers: readonly Paper[]) =>
  ({ profile }: Match): boolean =>
    papers.some(
      (paper) =>
        paper === profile.card.document ||
        profile.named.has(paper.concept) ||
        profile.mentioned.has(paper.concept),
    );

/**
 * Without its paper being named: the topic is met, every word is explained, and nothing of ours is asked beside it.
 * What the rules treat (`treated`) or are known to lack is not filled from a motion or from elsewhere.
 */
export const isMeant =
  (treated: boolean) =>
  ({ profile, open, topicMet, pointed }: Match, question: Question): boolean => {
    const { card, named } = profile;
    const strategy = card.document.kind === "strategy";
    const enough = strategy && !isStrict(question) ? 0 : 1;
    if (!(topicMet || pointed > enough) || open.length > 0 || (treated && !strategy)) return false;
    const spoken = (concept: string): boolean => named.has(concept) || card.mentions.includes(concept);
    return question.tokens.every(({ concepts, stem }) => {
      const all = [...concepts];
      if (card.document.kind === "foreign") return !all.some((one) => HERE.includes(one) || isAbsent(one));
      if (!strategy && all.some(isAbsent) && !all.some((one) => named.has(one))) return false;
      return (
        !all.some((one) => OURS.includes(one)) || all.some(spoken) || (strategy && profile.stems.has(stem))
      );
    });
  };

/** The question speaks of what the rules of this forum are about. */
export const isOurs = ({ tokens }: Question): boolean =>
  tokens.some(({ concepts }) => OURS.some((one) => concepts.has(one)));
