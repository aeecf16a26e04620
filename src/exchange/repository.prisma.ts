/** The tables of records and their revisions. */
import type { Db, Tx } from "../db/store.ts";
import { type Content, productKey } from "./exchange.ts";
import type { Change, ExchangeRepository, NewExchange, Packed, Revision } from "./repository.ts";
import { contentOf, include, keptOf, named, type Stored, storedOf, toExchange } from "./rows.prisma.ts";

const sourceColumns = ({ source, externalId }: NewExchange) => ({
  ...(externalId === undefined ? {} : { externalId }),
  ...(source
    ? {
        sourceKey: source.key,
        sourceLink: source.link,
        happenedAt: source.at === null ? null : new Date(source.at),
        authorId: source.authorId,
        authorKey: source.authorKey,
      }
    : {}),
});

/** Records that somebody who belongs to these groups may see. */
export const visibleTo = (groups: readonly string[] | "all") =>
  groups === "all" ? {} : { OR: [{ visibility: "forum" as const }, { groupId: { in: [...groups] } }] };

type Data = Partial<Stored> & {
  productKey?: string | null;
  organisationKey?: string;
  groupId?: string | null;
  deletedAt?: Date | null;
  objectedAt?: Date;
};

/**
 * One step from a revision to the next. The update names the revision it expects: of two at once only
 * one finds its row, on both engines.
 */
async function step(
  tx: Tx,
  { id, revision, by, at }: Change,
  act: Revision["act"],
  data: Data,
): Promise<boolean> {
  const replaced = await tx.exchange.findUnique({ where: { id } });
  if (!replaced || replaced.revision !== revision) return false;
  const expected = { id, revision, deletedAt: act === "restored" ? { not: null } : null };
  const { count } = await tx.exchange.updateMany({
    where: expected,
    data: { ...data, revision: revision + 1 },
  });
  if (count === 0) return false;
  const { organisationKey, groupId } = replaced;
  const change = { act, changedById: by, changedAt: new Date(at) };
  const row = { exchangeId: id, revision, ...keptOf(replaced), organisationKey, groupId, ...change };
  await tx.exchangeRevision.create({ data: row });
  return true;
}

async function keepIndex(tx: Tx, exchangeId: string, revision: number, index: Packed): Promise<void> {
  const data = { revision, version: index.version, packed: index.packed };
  await tx.exchangeIndex.upsert({ where: { exchangeId }, create: { exchangeId, ...data }, update: data });
}

const keyOf = ({ product }: Content) => (product === null ? null : productKey(product));

export function exchangeRepository(db: Db): ExchangeRepository {
  return {
    byId: async (id, tx) => {
      const row = await (tx ?? db.read).exchange.findUnique({ where: { id }, include });
      return row && toExchange(row);
    },
    byIds: async (ids) => {
      const where = { id: { in: [...ids] }, deletedAt: null };
      return (await db.read.exchange.findMany({ where, include })).map(toExchange);
    },
    newest: async (most, groups) => {
      const rows = await db.read.exchange.findMany({
        where: { deletedAt: null, ...visibleTo(groups) },
        orderBy: [{ recordedAt: "desc" }, { id: "asc" }],
        take: most,
        include,
      });
      return rows.map(toExchange);
    },
    bySource: async (sourceKey, tx) => {
      const row = await (tx ?? db.read).exchange.findUnique({ where: { sourceKey }, include });
      return row && toExchange(row);
    },
    byExternal: async (names, tx) => {
      const rows = await (tx ?? db.read).exchange.findMany({
        where: { externalId: { in: [...names] } },
        select: { id: true, externalId: true },
      });
      return new Map(rows.map(({ id, externalId }) => [externalId ?? "", id]));
    },
    revisions: async (id) => {
      const rows = await db.read.exchangeRevision.findMany({
        where: { exchangeId: id },
        orderBy: { revision: "desc" },
        include: { changedBy: named },
      });
      return rows.map((row) => ({
        ...contentOf(row),
        revision: row.revision,
        act: row.act,
        by: row.changedBy,
        at: row.changedAt.getTime(),
      }));
    },

    insert: async (tx, exchange, index) => {
      const { id, organisation, groupId, recordedById, recordedAt } = exchange;
      await tx.exchange.create({
        data: {
          id,
          ...storedOf(exchange),
          productKey: keyOf(exchange),
          organisationKey: organisation,
          groupId,
          recordedById,
          recordedAt: new Date(recordedAt),
          // Said here: otherwise a new row gets the column's default, and whoever reads on misses it.
          updatedAt: new Date(recordedAt),
          ...sourceColumns(exchange),
          revision: 1,
        },
      });
      await keepIndex(tx, id, 1, index);
    },
    replace: async (tx, change, content, index) => {
      const data = { ...storedOf(content), productKey: keyOf(content) };
      if (!(await step(tx, change, "changed", data))) return false;
      await keepIndex(tx, change.id, change.revision + 1, index);
      return true;
    },
    move: async (tx, change, { organisation, groupId }, index) => {
      if (!(await step(tx, change, "moved", { organisationKey: organisation, groupId }))) return false;
      await keepIndex(tx, change.id, change.revision + 1, index);
      return true;
    },
    remove: async (tx, change, objected = false) => {
      const at = new Date(change.at);
      const data = { deletedAt: at, ...(objected ? { objectedAt: at } : {}) };
      return step(tx, change, objected ? "objected" : "deleted", data);
    },
    restore: async (tx, change, index) => {
      if (!(await step(tx, change, "restored", { deletedAt: null }))) return false;
      await keepIndex(tx, change.id, change.revision + 1, index);
      return true;
    },
  };
}
