/** The table of ratings. */
import { z } from "zod";
import type { Db } from "../../db/store.ts";
import { takeTurns } from "../information/care.prisma.ts";
import { type StoredRating, WHYS } from "./feedback.ts";
import type { FeedbackRepository } from "./repository.ts";

type Row = {
  answerId: string;
  memberId: string;
  helpful: boolean;
  reason: string | null;
  comment: string | null;
  question: string;
  answer: string;
  sources: unknown;
  at: Date;
};

const sourcesIn = z.array(z.string()).catch([]);

const toRating = ({ reason, sources, at, ...same }: Row): StoredRating => ({
  ...same,
  why: WHYS.find((why) => why === reason) ?? null,
  sources: sourcesIn.parse(sources),
  at: at.getTime(),
});

export function feedbackRepository(db: Db): FeedbackRepository {
  return {
    takeTurns,
    save: async (tx, { answerId, memberId, why, sources, at, helpful, comment, question, answer }) => {
      const rated = { helpful, reason: why, comment, at: new Date(at), settledAt: null };
      const said = { ...rated, question, answer, sources: [...sources] };
      await tx.rulesFeedback.upsert({
        where: { answerId_memberId: { answerId, memberId } },
        create: { answerId, memberId, ...said },
        update: said,
      });
    },
    bad: async (take, tx) => {
      const where = { helpful: false, settledAt: null };
      const orderBy = [{ at: "desc" as const }, { answerId: "asc" as const }];
      return (await (tx ?? db.read).rulesFeedback.findMany({ where, orderBy, take })).map((row) =>
        toRating({ ...row }),
      );
    },
    settle: async (tx, ratings, at) => {
      for (const { answerId, memberId } of ratings)
        await tx.rulesFeedback.updateMany({
          where: { answerId, memberId, settledAt: null },
          data: { settledAt: new Date(at) },
        });
    },
    prune: ({ given, settled }) =>
      db.write(async (tx) => {
        const old = [{ at: { lte: new Date(given) } }, { settledAt: { lte: new Date(settled) } }];
        return (await tx.rulesFeedback.deleteMany({ where: { OR: old } })).count;
      }),
  };
}
