/** Probe cards, as the table of seats keeps them. */
import type { Db } from "../db/store.ts";
import type { ProbeRepository } from "./probe.repository.ts";

export function probeRepository(db: Db): ProbeRepository {
  return {
    all: async (tx) => {
      const rows = await (tx ?? db.read).seat.findMany({
        where: { probeFor: { not: null }, probeSentAt: { not: null } },
        select: { party: true, probeFor: true, probeSentAt: true, probeAnsweredAt: true },
        orderBy: { party: "asc" },
      });
      return rows.map((row) => ({
        party: row.party,
        to: row.probeFor ?? "",
        sentAt: row.probeSentAt?.getTime() ?? 0,
        answeredAt: row.probeAnsweredAt?.getTime() ?? null,
      }));
    },
    sent: async (tx, { party, holderId }, now) => {
      const data = { probeFor: holderId, probeSentAt: new Date(now), probeAnsweredAt: null };
      await tx.seat.update({ where: { party }, data });
    },
    answered: async (tx, { party, to, sentAt }, now) => {
      const where = { party, probeFor: to, probeSentAt: new Date(sentAt), probeAnsweredAt: null };
      return (await tx.seat.updateMany({ where, data: { probeAnsweredAt: new Date(now) } })).count === 1;
    },
  };
}
