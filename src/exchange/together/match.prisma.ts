/** Records that may answer one another, and those that were brought together. */
import type { Db } from "../../db/store.ts";
import type { MatchRepository } from "./repository.ts";

export function matchRepository(db: Db): MatchRepository {
  return {
    written: async (since) => {
      const at = new Date(since);
      const rows = await db.read.exchange.findMany({
        where: {
          ...{ deletedAt: null, externalId: null },
          AND: [
            { OR: [{ offer: { not: null } }, { stage: "inUse" }] },
            { OR: [{ recordedAt: { gte: at } }, { revisions: { some: { changedAt: { gte: at } } } }] },
          ],
        },
        select: { id: true },
        orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
      });
      return rows.map(({ id }) => id);
    },
    ofProduct: async (productKey) => {
      const rows = await db.read.exchange.findMany({
        where: { productKey, deletedAt: null },
        select: { id: true },
        orderBy: [{ recordedAt: "desc" }, { id: "asc" }],
      });
      return rows.map(({ id }) => id);
    },
    partnersOf: async (id, tx) => {
      const where = { OR: [{ needId: id }, { offerId: id }] };
      const rows = await (tx ?? db.read).exchangeMatch.findMany({ where });
      return rows.map(({ needId, offerId }) => (needId === id ? offerId : needId));
    },
    keep: async (tx, { need, offer }, at) => {
      await tx.exchangeMatch.create({ data: { needId: need.id, offerId: offer.id, at: new Date(at) } });
    },
  };
}
