/** What the search reads of the tables. */
import type { Db } from "../../db/store.ts";
import type { IndexRow, IndexStore } from "../repository.ts";
import { include, toExchange } from "../rows.prisma.ts";

const select = {
  ...{ id: true, externalId: true, revision: true, kind: true, stage: true, offer: true },
  ...{ organisationKey: true, groupId: true, visibility: true, binding: true },
  ...{ recordedAt: true, updatedAt: true, deletedAt: true, index: true },
} as const;

type Row = Pick<IndexRow, "id" | "externalId" | "revision" | "kind" | "stage" | "offer"> &
  Pick<IndexRow, "groupId" | "visibility"> & {
    readonly organisationKey: string;
    readonly binding: "open" | "decided";
    readonly recordedAt: Date;
    readonly updatedAt: Date;
    readonly deletedAt: Date | null;
    readonly index: { readonly version: string; readonly packed: string; readonly revision: number } | null;
  };

const toRow = ({ organisationKey, binding, recordedAt, updatedAt, deletedAt, ...row }: Row): IndexRow => ({
  ...row,
  organisation: organisationKey,
  decided: binding === "decided",
  recordedAt: recordedAt.getTime(),
  updatedAt: updatedAt.getTime(),
  deleted: deletedAt !== null,
});

export function indexStore(db: Db): IndexStore {
  const { exchange } = db.read;
  return {
    state: async () => {
      const all = await exchange.aggregate({
        _count: { _all: true },
        _sum: { revision: true },
        _max: { updatedAt: true },
      });
      const latest = all._max.updatedAt?.getTime() ?? 0;
      return { count: all._count._all, changes: all._sum.revision ?? 0, latest };
    },
    page: async (after, most) => {
      const where = after === null ? {} : { id: { gt: after } };
      const rows = await exchange.findMany({ where, orderBy: { id: "asc" }, take: most, select });
      return rows.map(toRow);
    },
    since: async (instant) => {
      const where = { updatedAt: { gte: new Date(instant) } };
      return exchange.findMany({ where, select: { id: true, revision: true } });
    },
    rows: async (ids) => {
      const where = { id: { in: [...ids] } };
      return (await exchange.findMany({ where, select })).map(toRow);
    },
    contents: async (ids) =>
      (await exchange.findMany({ where: { id: { in: [...ids] } }, include })).map(toExchange),
    stale: async (version, after, most) => {
      const rows = await exchange.findMany({
        where: {
          deletedAt: null,
          OR: [{ index: null }, { index: { version: { not: version } } }],
          ...(after === null ? {} : { id: { gt: after } }),
        },
        orderBy: { id: "asc" },
        take: most,
        include,
      });
      return rows.map(toExchange);
    },
    keep: async (tx, exchangeId, revision, index) => {
      const now = await tx.exchange.findUnique({ where: { id: exchangeId }, select: { revision: true } });
      if (now?.revision !== revision) return;
      const data = { revision, version: index.version, packed: index.packed };
      await tx.exchangeIndex.upsert({ where: { exchangeId }, create: { exchangeId, ...data }, update: data });
    },
  };
}
