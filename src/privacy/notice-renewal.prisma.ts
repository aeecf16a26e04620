/** The notices that people were shown, in the tables of members and of messages. */
import type { Db } from "../db/store.ts";
import type { RenewalRepository } from "./notice-renewal.repository.ts";

/** Keys in one statement. */
const BATCH = 500;

export const renewalRepository = (db: Db): RenewalRepository => ({
  outdated: async (version) => {
    const rows = await db.read.member.findMany({
      where: {
        leftAt: null,
        // Nobody on the coordination's list who has not confirmed: that comes with the notice.
        OR: [{ noticeVersion: { not: version } }, { noticeVersion: null, source: "self" }],
      },
      select: { id: true, tenantId: true },
      orderBy: { id: "asc" },
    });
    return rows.map(({ id, tenantId }) => ({ memberId: id, tenantId }));
  },
  sent: async (keys) => {
    const found = new Map<string, { deliveredAt: number | null }>();
    for (let from = 0; from < keys.length; from += BATCH) {
      const rows = await db.read.outboxItem.findMany({
        where: { key: { in: keys.slice(from, from + BATCH) } },
        select: { key: true, state: true, settledAt: true },
      });
      for (const { key, state, settledAt } of rows)
        found.set(key, { deliveredAt: state === "delivered" ? (settledAt?.getTime() ?? null) : null });
    }
    return found;
  },
  shown: async (tx, id, version, at) => {
    const noticeShownAt = new Date(at);
    await tx.member.updateMany({
      where: { id, OR: [{ noticeShownAt: null }, { noticeShownAt: { lte: noticeShownAt } }] },
      data: { noticeVersion: version, noticeShownAt },
    });
  },
});
