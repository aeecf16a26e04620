/** Open rounds in the tables of elections, and their messages in the outbox. */
import type { Db } from "../../db/store.ts";
import { KIND, subjectOf } from "../notices.ts";
import { endedAt, PAPER_ENDED } from "./register.notices.ts";
import type { RegisterRepository } from "./register.repository.ts";

export function registerRepository(db: Pick<Db, "read">): RegisterRepository {
  return {
    open: async (tx) => {
      const rows = await (tx ?? db.read).electionRound.findMany({
        where: { phase: "voting" },
        select: { electionId: true, number: true },
        orderBy: [{ electionId: "asc" }, { number: "asc" }],
      });
      return rows.map(({ electionId, number }) => ({ electionId, round: number }));
    },
    setQuorum: async (tx, { electionId, round }, quorum) => {
      const where = { electionId_number: { electionId, number: round } };
      await tx.electionRound.update({ where, data: { quorum } });
    },
    moveMessages: async (tx, name, closesAt) => {
      const waiting = { subject: subjectOf(name), state: "pending" as const };
      await tx.outboxItem.deleteMany({ where: { ...waiting, kind: KIND.reminder } });
      await tx.outboxItem.updateMany({
        where: { ...waiting, expiresAt: { not: null } },
        data: { expiresAt: new Date(closesAt) },
      });
      await tx.outboxItem.updateMany({
        where: { ...waiting, kind: PAPER_ENDED },
        data: { dueAt: new Date(endedAt(closesAt)) },
      });
    },
  };
}
