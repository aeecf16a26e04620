/** Use cases of ratings: give one, list the bad ones, be done with them. Rights are checked here. */
import { may, rolesOf } from "../../member/rights.ts";
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import type { Acting } from "../../turn/acting.ts";
import type { Turn } from "../../turn/turn.ts";
import { manyLines, questionKey } from "../information/written.ts";
import { bySource, isOf, LIMITS, type Rating, type RatingRefusal, type SourceGroup } from "./feedback.ts";
import type { FeedbackRepository } from "./repository.ts";

export type FeedbackDeps = Pick<Acting, "write"> & { readonly repository: FeedbackRepository };
export type FeedbackService = ReturnType<typeof feedbackService>;

/** More than these are not listed at a time. */
const MOST_LISTED = 500;

export function feedbackService({ repository, write }: FeedbackDeps) {
  return {
    /** Stores a rating in the place of an earlier one; about somebody who is no member nothing is stored. */
    async rate(turn: Turn, rating: Rating): Promise<Outcome<null, RatingRefusal>> {
      const { member, now } = turn;
      if (!member || !may(rolesOf(turn), "rules.rate")) return refused("notMember");
      const comment = manyLines(rating.comment ?? "");
      if (comment.length > LIMITS.comment) return refused("commentTooLong");
      const question = manyLines(rating.question);
      if (questionKey(question) === "") return refused("questionMissing");
      const answer = manyLines(rating.answer);
      const said = { ...rating, question, answer, comment: comment === "" ? null : comment };
      await write(async (tx) => {
        await repository.takeTurns(tx);
        await repository.save(tx, { ...said, memberId: member.id, at: now });
      });
      return ok(null);
    },

    /** Badly rated answers that nobody has dealt with, by source; for coordinators. */
    async list(turn: Turn): Promise<Outcome<readonly SourceGroup[], RatingRefusal>> {
      if (!may(rolesOf(turn), "rules.care")) return refused("notCoordinator");
      return ok(bySource(await repository.bad(MOST_LISTED)));
    },

    /** Settles the ratings of one source that were given up to `seen`; later ones stay. Twice is once. */
    async settle(
      turn: Turn,
      { source, seen }: { readonly source: string | null; readonly seen: Instant },
    ): Promise<Outcome<null, RatingRefusal>> {
      if (!may(rolesOf(turn), "rules.care")) return refused("notCoordinator");
      await write(async (tx) => {
        await repository.takeTurns(tx);
        const bad = await repository.bad(MOST_LISTED, tx);
        const own = bad.filter((one) => one.at <= seen && isOf(one, source));
        await repository.settle(tx, own, turn.now);
      });
      return ok(null);
    },
  };
}
