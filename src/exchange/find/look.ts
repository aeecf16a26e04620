/** Looks in what is known for what a search means. Pure. */
import type { Instant } from "../../system/clock.ts";
import { type Audience, isSeen } from "./audience.ts";
import { type FilterName, type Filters, filtersOf, meets } from "./filters.ts";
import type { Known } from "./knowledge.ts";
import { type Learnt, type Sought, soughtIn } from "./meaning.ts";
import { type About, rank, type Scored } from "./rank.ts";
import { type Names, type Restriction, readRestrictions } from "./restrictions.ts";

/** For whom and where. */
export type Scope = {
  readonly now: Instant;
  readonly names: Names;
  readonly seen: Audience;
  /** The group in whose place somebody searches. */
  readonly group: string | null;
};

export type Asked = {
  readonly words: string;
  /** As a form gives them; they always hold. */
  readonly filters?: Filters;
  /** Restrictions in the words that are to be taken as plain words. */
  readonly dropped?: readonly FilterName[];
};

export type Looked = {
  /** Best first. */
  readonly scored: readonly Scored[];
  /** So many of them are worth showing. */
  readonly worth: number;
  readonly sought: Sought;
  /** Read from the words. */
  readonly restrictions: readonly Restriction[];
  /** The restrictions left nothing, so they were let go. */
  readonly letGo: boolean;
  /** Nothing fits; these come nearest. */
  readonly onlyNear: boolean;
};

/** What was perhaps meant as a restriction. */
const FAVOUR = 1.6;
/** Records so much less fitting than the best are not worth showing. */
const WORTH = 0.3;
/** With no word in common, the subjects must be as alike as that. */
const ALIKE = 0.3;
/** Less alike is by chance. */
const NEAR = 0.15;
/** Pages end here: who has not found it by then searches with other words. */
const MOST_PAGED = 100;

export function look(known: Known, asked: Asked, scope: Scope, learnt: Learnt): Looked {
  const { words, filters = {}, dropped = [] } = asked;
  const { restrictions, rest } = readRestrictions(words, scope.names, dropped);
  const sure = filtersOf(restrictions.filter((one) => !one.unsure));
  const unsure = filtersOf(restrictions.filter((one) => one.unsure));
  const inside = (text: string, within: Filters) => {
    const sought = soughtIn(text, known.vocabulary, learnt);
    return { sought, scored: scoredIn(known, sought, within, unsure, scope) };
  };
  const narrow = inside(rest, { ...sure, ...filters });
  const letGo = narrow.scored.length === 0 && Object.keys(sure).length > 0;
  const { sought, scored } = letGo ? inside(words, filters) : narrow;
  const fits = ({ words: said, alike }: Scored) => said > 0 || alike >= ALIKE;
  const onlyNear = sought.terms.length > 0 && !scored.some(fits);
  const worth = worthShowing(scored, onlyNear);
  return { scored, worth, sought, restrictions, letGo, onlyNear };
}

/** How many of the first are worth showing. */
function worthShowing(scored: readonly Scored[], onlyNear: boolean): number {
  const least = (scored[0]?.score ?? 0) * WORTH;
  const end = scored.findIndex(
    ({ score, alike, words }) => score < least || ((onlyNear || words === 0) && alike < NEAR),
  );
  return Math.min(end < 0 ? scored.length : end, MOST_PAGED);
}

/** With nothing to seek but restrictions, everything that holds to them, the newest first. */
function scoredIn(
  { index }: Known,
  sought: Sought,
  within: Filters,
  unsure: Filters,
  { now, seen, group }: Scope,
): readonly Scored[] {
  const perhaps = Object.keys(unsure).length > 0;
  const allowed = (about: About) => isSeen(about, seen) && meets(about, within);
  if (sought.terms.length > 0) {
    const favour = (about: About) => (perhaps && meets(about, unsure) ? FAVOUR : 1);
    return rank(index, sought, { now, allowed, favour, group });
  }
  const all = [...index.entries()].filter(
    ({ about }) => allowed(about) && (!perhaps || meets(about, unsure)),
  );
  return all
    .sort((a, b) => b.about.recordedAt - a.about.recordedAt || (a.id < b.id ? -1 : 1))
    .map(({ id, slot }) => ({ id, slot, score: 1, words: 0, alike: 1 }));
}
