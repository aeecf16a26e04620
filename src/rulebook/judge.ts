/**
 * Which card the examples and the concepts together speak for, and how surely. What was learnt from the examples says
 * which card is meant; the concepts, whether it tells the kind of thing that is asked and leaves no word unexplained.
 * Pure.
 */
import { isAbsent } from "./answer.ts";
import type { Lexicon } from "./lexicon.ts";
import { fits, type Match, match } from "./match.ts";
import type { Profile } from "./profile.ts";
import type { Question } from "./question.ts";
import { placesOf, suits } from "./soften.ts";
import type { Spoken } from "./spoken.ts";
import type { Token } from "./tokens.ts";
import type { Rank } from "./trained/rank.ts";

export type Judged = {
  readonly match: Match;
  /** How likely the card is by what was learnt, from 0 to 1. */
  readonly likely: number;
  /** Comparable between the cards of one question. */
  readonly rank: number;
  /** How sure it is that the card answers: above 0 rather yes than no. */
  readonly belief: number;
  /** The question speaks of a known gap, of another place, or of a number, and the card does not. */
  readonly stopped: boolean;
  /** It is asked whether something must be, and the card rules nothing: neither yes nor no would be true. */
  readonly unruled: boolean;
};

/** `chosen`: the cards that the concepts alone have found. The best card comes first. */
export type Judge = (question: Question, chosen: readonly string[]) => readonly Judged[];
/** What the missing card would have answered is not answered by its neighbours. */
const NOTHING: readonly Judged[] = [];

/**
 * What speaks for a card beside the others: `learnt`, the logarithm of its likelihood; `cover`, how much of what bears
 * meaning it explains; `fit`, it tells the kind of thing that is asked; `chosen`, the concepts alone decide for it.
 */
const RANK = { learnt: 1, chosen: 1.5, cover: 1, fit: 0.8 } as const;
/**
 * What speaks for answering at all: `answerable`, the logarithm of how much likelier the card is than that nothing
 * answers; `lead`, how much likelier than the next card; `other`, the concepts decide for another; `words`, how much is
 * said. Fitted to questions of people whose other questions had not been learnt, and to others that nothing answers.
 */
const BELIEF = {
  ...{ bias: -3.59, learnt: 0.56, answerable: 0.16, lead: 0.36 },
  ...{ cover: 2.45, fit: 1.04, chosen: 0.5, other: -0.29, words: 0.17 },
} as const;
const MOST_WORDS = 8;
const MOST_LEAD = 4;
const MOST_ANSWERABLE = 8;
/** Of a card that is not among the likeliest; and what keeps logarithms finite. */
const UNLIKELY = 1e-4;
const LEAST = 1e-6;

const STRICT: ReadonlySet<string> = new Set(["count", "duration", "frequency", "place"]);
/** Other regions and single towns. */
const NEVER: ReadonlySet<string> = new Set(["elsewhere", "oneTown"]);
/** A gap is none where people ask for the card in these very words, and more than once. */
const USUAL = 2;
/** How far a concept explains a word that the card itself does not name, but people who ask for it do. */
const HALF = 0.5;

export function createJudge(
  profiles: readonly Profile[],
  lexicon: Lexicon,
  spoken: Spoken,
  rank: Rank,
  weight: (concept: string) => number,
): Judge {
  const ours = placesOf(profiles.map(({ card }) => card));
  const byId = new Map(profiles.map((profile) => [profile.card.id, profile]));

  /** Why the card does not answer, whatever speaks for it. */
  function stopsOf(matched: Match, question: Question, gap: boolean) {
    const { profile } = matched;
    const kind = (fits(profile, question) || !isStrict(question)) && suits(matched, question, ours);
    const unruled = isDuty(question) && !isRule(spoken, profile);
    return { unruled, stopped: gap || !kind || unruled || isMissed(spoken, profile, question) };
  }

  function weighed(profile: Profile, question: Question, likely: number, chosen: readonly string[]) {
    const { id } = profile.card;
    const matched = match(profile, question, lexicon, weight);
    const { cover, gap } = covered(spoken, profile, question.tokens);
    const isChosen = chosen.includes(id);
    const traits = {
      ...{ cover, fit: fits(profile, question) ? 1 : 0, learnt: Math.log(likely + LEAST) },
      ...{ chosen: isChosen ? 1 : 0, other: isChosen || chosen.length === 0 ? 0 : 1 },
    };
    return { match: matched, likely, ...stopsOf(matched, question, gap), traits, rank: dot(RANK, traits) };
  }

  return (question, chosen) => {
    const { cards, none, gone } = rank(question.text);
    if (gone) return NOTHING;
    const likely = new Map(cards.map((one) => [one.label, one.likely]));
    const found = [...new Set([...likely.keys(), ...chosen])].flatMap((id) => {
      const profile = byId.get(id);
      return profile ? [weighed(profile, question, likely.get(id) ?? UNLIKELY, chosen)] : [];
    });
    found.sort((a, b) => b.rank - a.rank);
    const words = Math.min(MOST_WORDS, question.tokens.filter(({ filler }) => !filler).length);
    return found.map(({ traits, ...one }, at) => {
      const next = found[at === 0 ? 1 : 0]?.traits.learnt ?? Math.log(LEAST);
      const lead = Math.min(MOST_LEAD, traits.learnt - next);
      const answerable = Math.min(MOST_ANSWERABLE, traits.learnt - Math.log(none + LEAST));
      return { ...one, belief: dot(BELIEF, { ...traits, bias: 1, words, lead, answerable }) };
    });
  };
}

const bears = ({ filler, concepts }: Token): boolean => !filler || [...concepts].some(isAbsent);
const isGap = (concept: string): boolean => isAbsent(concept) || NEVER.has(concept);
const isStop = ({ word, concepts }: Token): boolean => /\d/.test(word) || [...concepts].some(isGap);

/** A number, a place, a length of time or "which" is asked for: a card that tells none says nothing then. */
const isStrict = ({ asks, target }: Question): boolean =>
  target !== undefined || asks.some(([first]) => first !== undefined && STRICT.has(first));

/** "Muss das Forum …?": answered only by what rules something. */
const isDuty = ({ closed, tokens }: Question): boolean =>
  closed && tokens.some(({ concepts }) => concepts.has("obligation"));
const isRule = (spoken: Spoken, { card, attributes }: Profile): boolean =>
  attributes.includes("rule") || spoken.times(card.id, "obligation") >= USUAL;

/** "Welche Note", "wie viele Ärzte": the card does not speak of what is asked for. */
const isMissed = (spoken: Spoken, profile: Profile, { target }: Question): boolean =>
  target !== undefined && bears(target) && explained(spoken, profile, target) === 0;

/** How much of what bears meaning the card explains, the rarer the weightier. */
function covered(
  spoken: Spoken,
  profile: Profile,
  tokens: readonly Token[],
): { readonly cover: number; readonly gap: boolean } {
  let [all, known] = [0, 0];
  let gap = false;
  for (const token of tokens.filter(bears)) {
    const weighs = spoken.rarity(token.stem);
    const share = explained(spoken, profile, token);
    all += weighs;
    known += weighs * share;
    gap ||= share === 0 && isStop(token);
  }
  return { cover: all === 0 ? 0 : known / all, gap };
}

/** How far the card explains a word: wholly, if people use it for the card or the card names its concept. */
function explained(spoken: Spoken, profile: Profile, { stem, concepts }: Token): number {
  const { id } = profile.card;
  if (profile.stems.has(stem) || spoken.times(id, `=${stem}`) > 0) return 1;
  const all = [...concepts];
  if (all.some((one) => profile.named.has(one) || profile.mentioned.has(one))) return 1;
  if (all.some((one) => isAbsent(one) && spoken.times(id, one) >= USUAL)) return 1;
  return all.some((one) => !isGap(one) && spoken.times(id, one) > 0) ? HALF : 0;
}

const dot = <K extends string>(
  weights: Readonly<Record<K, number>>,
  traits: Readonly<Record<NoInfer<K>, number>>,
): number => {
  let sum = 0;
  for (const key in weights) sum += weights[key] * traits[key];
  return sum;
};
