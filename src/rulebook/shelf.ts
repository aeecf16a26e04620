/**
 * Cards that are searched together. Rules and reports stand on the near shelf; strategies, motions and papers of
 * others on the far one, so that their cards do not compete with the rules. Pure.
 */
import type { AbstainReason } from "./answer.ts";
import { choose, missing, nearest, refusalOf } from "./choose.ts";
import { explain, type Note } from "./explain.ts";
import type { Lexicon } from "./lexicon.ts";
import { type Match, match } from "./match.ts";
import type { Profile } from "./profile.ts";
import type { Question } from "./question.ts";

/** Nothing found: the reason, and the card to name beside it. */
export type Missed = { readonly reason: AbstainReason; readonly near?: Match };
/** `chosen` holds the cards of each question; `certain`: no word of the text was left unexplained. */
export type Found = {
  readonly chosen: readonly (readonly Match[])[];
  readonly certain: boolean;
  /** How well the worst of the questions was met; comparable between shelves with the same weights. */
  readonly score: number;
};
type Admits = (one: Match, question: Question) => boolean;
/** Each step of the way is added to `path`. */
type Shelf = (asked: Asked, path: Note[], admits?: Admits) => Found | Missed;
/** A text and the questions read from it. */
export type Asked = { readonly text: string; readonly questions: readonly Question[] };

/** Rules and reports, and the few cards of other papers that are just as general. */
export const isNear = ({ card: { document, general } }: Profile): boolean =>
  general || document.kind === "rule" || document.kind === "report";

/** The returned function keeps nothing of what it is asked and never throws. */
export function createShelf(
  profiles: readonly Profile[],
  lexicon: Lexicon,
  weight: (concept: string) => number,
  seen: (one: Match, question: Question) => Match,
  forgiving: boolean,
): Shelf {
  const touching = createTouching(profiles);

  function findOne(
    question: Question,
    text: string,
    path: Note[],
    admits: Admits,
  ): readonly Match[] | Missed {
    const all = touching(question)
      .map((profile) => seen(match(profile, question, lexicon, weight), question))
      .filter((one) => admits(one, question))
      .sort((a, b) => b.score - a.score);
    path.push(() => explain(question, all));
    const settled = refusalOf(question, lexicon, text);
    if (settled) return { reason: settled };
    const found = choose(question, all, forgiving);
    if (found.length > 0) return found;
    const near = nearest(all);
    return { reason: missing(question, all), ...(near ? { near } : {}) };
  }

  return ({ text, questions }, path, admits = () => true) => {
    const chosen: (readonly Match[])[] = [];
    for (const question of questions) {
      const found = findOne(question, text, path, admits);
      if ("reason" in found) {
        const near = chosen[0]?.[0] ?? found.near;
        return { reason: found.reason, ...(near ? { near } : {}) };
      }
      chosen.push(found);
    }
    const certain = chosen.every((cards) => cards.every((one) => one.open.length === 0));
    const score = Math.min(...chosen.map(([best]) => best?.score ?? 0));
    return { chosen, certain, score };
  };
}

/** The profiles that share more with a question than the setting of their document, in their order. */
function createTouching(profiles: readonly Profile[]): (question: Question) => Profile[] {
  const index = new Map<string, Set<Profile>>();
  for (const profile of profiles) {
    const { setting } = profile.card.document;
    const touched = [...profile.mentioned].filter((one) => !setting.includes(one));
    for (const key of [...profile.named.keys(), ...touched, ...[...profile.stems].map((one) => `=${one}`)])
      (index.get(key) ?? index.set(key, new Set()).get(key))?.add(profile);
  }
  return ({ tokens }) => {
    const bearing = tokens.filter(({ filler, concepts }) => !filler || concepts.size > 0);
    const keys = bearing.flatMap(({ concepts, stem }) => [...concepts, `=${stem}`]);
    const found = new Set(keys.flatMap((key) => [...(index.get(key) ?? [])]));
    return profiles.filter((one) => found.has(one));
  };
}
