/** What is thought of some cards for a question, from made-up examples and likelihoods. */
import { createJudge, type Judged } from "../../../src/rulebook/judge.ts";
import type { Profile } from "../../../src/rulebook/profile.ts";
import type { Question } from "../../../src/rulebook/question.ts";
import { createSpoken } from "../../../src/rulebook/spoken.ts";
import { createPlainReader } from "../../../src/rulebook/tokens.ts";
import type { Ranked } from "../../../src/rulebook/trained/rank.ts";
import { stem } from "../../../src/search/stem.ts";
import { lexicon, profile, questionOf, tokenOf } from "./small.ts";

export type Part = Partial<Question>;
export type Heard = { readonly [card: string]: readonly string[] };
export type Learnt = { readonly cards?: readonly Ranked[]; readonly none?: number; readonly gone?: boolean };

export const word = (one: string, ...concepts: string[]) => tokenOf(one, { stem: stem(one), concepts });
export const filler = (one: string, ...concepts: string[]) => ({ ...word(one, ...concepts), filler: true });
export const spokenOf = (heard: Heard) =>
  createSpoken(
    Object.entries({ "pe-x": ["Stern"], ...heard }).map(([card, lines]) => ({ card, lines, misses: [] })),
    createPlainReader(lexicon),
  );
export const likelies = (likely: Readonly<Record<string, number>>): Ranked[] =>
  Object.entries(likely).map(([label, one]) => ({ label, likely: one }));

/** What is thought of some cards for a question. */
export function judged(
  profiles: readonly Profile[],
  { cards = [], none = 0, gone = false }: Learnt,
  part: Part = {},
  { chosen = [], heard = {} }: { readonly chosen?: readonly string[]; readonly heard?: Heard } = {},
): readonly Judged[] {
  const rank = () => ({ cards, none, gone });
  return createJudge(profiles, lexicon, spokenOf(heard), rank, () => 1)(questionOf(part), chosen);
}
export const idsOf = (all: readonly Judged[]) => all.map((one) => one.match.profile.card.id);

export const meeting = profile();
export const chair = profile({ id: "pe-vorsitz", topic: "chair", attribute: "role" });
export const notice = profile({ id: "pe-frist", topic: "termination", attribute: "duration" });
export const both = [meeting, chair];
