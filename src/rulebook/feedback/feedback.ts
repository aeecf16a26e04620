/** Whether an answer about the rules helped. Types and rules, pure. */
import type { Instant } from "../../system/clock.ts";

/** What can be wrong with an answer. */
export const WHYS = ["wrong", "outdated", "incomplete", "unclear", "misunderstood", "other"] as const;
export type Why = (typeof WHYS)[number];

/** Characters (UTF-16 units); `sources` is how many an answer can have. */
export const LIMITS = { question: 2_000, answer: 6_000, comment: 500, sources: 20 } as const;

/** An answer that was shown, as its buttons carry it. */
export type Shown = {
  /** Random, of this one answer. */
  readonly answerId: string;
  readonly question: string;
  /** As plain text. */
  readonly answer: string;
  /** Ids of the cards and information it was made of. */
  readonly sources: readonly string[];
};

export type Rating = Shown & {
  readonly helpful: boolean;
  readonly why: Why | null;
  readonly comment: string | null;
};

export type StoredRating = Rating & {
  readonly memberId: string;
  readonly at: Instant;
};

export type RatingRefusal = "notMember" | "notCoordinator" | "commentTooLong" | "questionMissing";

/** Badly rated answers of one source; null: they name none. */
export type SourceGroup = { readonly source: string | null; readonly ratings: readonly StoredRating[] };

/** One group for each source, the one with the newest rating first; within it the newest first. */
export function bySource(ratings: readonly StoredRating[]): readonly SourceGroup[] {
  const groups = new Map<string | null, StoredRating[]>();
  for (const rating of ratings.toSorted((a, b) => b.at - a.at)) {
    const sources: readonly (string | null)[] = rating.sources.length > 0 ? rating.sources : [null];
    for (const source of new Set(sources)) groups.set(source, [...(groups.get(source) ?? []), rating]);
  }
  return [...groups].map(([source, own]) => ({ source, ratings: own }));
}

/** Whether a rating belongs to a group. */
export const isOf = ({ sources }: Pick<Rating, "sources">, source: string | null): boolean =>
  source === null ? sources.length === 0 : sources.includes(source);
