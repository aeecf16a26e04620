/** Probe cards, as the table of seats keeps them. */
import type { Db, Reader, Tx } from "../db/store.ts";
import type { ProbeRepository } from "./probe.repository.ts";

/** Of these members, those to whom nothing can be sent: they have removed the bot, or are not served any more. */
async function outOfReach(
  door: Reader | Tx,
  ids: readonly string[],
  isServed: (tenantId: string) => boolean,
): Promise<ReadonlySet<string>> {
  const rows = await door.member.findMany({
    where: { id: { in: [...ids] } },
    select: {
      ...{ id: true, tenantId: true },
      conversations: { where: { kind: "personal" }, select: { dead: true } },
    },
  });
  const closed = rows.filter(
    ({ tenantId, conversations }) =>
      !isServed(tenantId) || (conversations.length > 0 && conversations.every(({ dead }) => dead)),
  );
  return new Set(closed.map(({ id }) => id));
}

/** `isServed`: whether people of this tenant are served at all. */
export function probeRepository(
  db: Db,
  isServed: (tenantId: string) => boolean = () => true,
): ProbeRepository {
  return {
    all: async (tx) => {
      const rows = await (tx ?? db.read).seat.findMany({
        where: { probeFor: { not: null }, probeSentAt: { not: null } },
        select: { party: true, probeFor: true, probeSentAt: true, probeAnsweredAt: true },
        orderBy: { party: "asc" },
      });
      const ids = rows.flatMap(({ probeFor, probeAnsweredAt }) =>
        probeFor && probeAnsweredAt ? [probeFor] : [],
      );
      const gone = await outOfReach(tx ?? db.read, ids, isServed);
      return rows.map((row) => ({
        party: row.party,
        to: row.probeFor ?? "",
        sentAt: row.probeSentAt?.getTime() ?? 0,
        answeredAt: gone.has(row.probeFor ?? "") ? null : (row.probeAnsweredAt?.getTime() ?? null),
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
