/** Earlier versions and deleted records in the tables. */
import type { Db } from "../../db/store.ts";
import { contentOf, include, named, type Stored, toExchange } from "../rows.prisma.ts";
import type { HistoryRepository, Whose } from "./repository.ts";
import type { Earlier } from "./versions.ts";

/** Rows removed in one transaction: others write between two of them. */
const BATCH = 50;

type Named = { readonly id: string; readonly name: string };
type Row = Stored & {
  readonly revision: number;
  readonly organisationKey: string | null;
  readonly groupId: string | null;
  readonly act: Earlier["act"];
  readonly changedBy: Named;
  readonly changedAt: Date;
};

const own = (whose: Whose) =>
  whose === "all"
    ? {}
    : {
        OR: [{ recordedById: whose.memberId }, { authorId: whose.memberId }, { authorKey: whose.authorKey }],
      };

export function historyRepository(db: Db): HistoryRepository {
  async function groupsOf(rows: readonly Row[]): Promise<ReadonlyMap<string, Named>> {
    const ids = [...new Set(rows.flatMap(({ groupId }) => (groupId === null ? [] : [groupId])))];
    const groups =
      ids.length === 0 ? [] : await db.read.workingGroup.findMany({ where: { id: { in: ids } }, ...named });
    return new Map(groups.map((one) => [one.id, one]));
  }

  async function toEarlier(rows: readonly Row[]): Promise<readonly Earlier[]> {
    const groups = await groupsOf(rows);
    return rows.map((row) => ({
      ...contentOf(row),
      revision: row.revision,
      placing:
        row.organisationKey === null
          ? null
          : { organisation: row.organisationKey, group: groups.get(row.groupId ?? "") ?? null },
      act: row.act,
      by: row.changedBy,
      at: row.changedAt.getTime(),
    }));
  }

  return {
    count: (exchangeId) => db.read.exchangeRevision.count({ where: { exchangeId } }),
    earlier: async (exchangeId, skip, take) => {
      const rows = await db.read.exchangeRevision.findMany({
        where: { exchangeId },
        orderBy: { revision: "desc" },
        include: { changedBy: named },
        skip,
        take,
      });
      return toEarlier(rows);
    },
    version: async (exchangeId, revision) => {
      const row = await db.read.exchangeRevision.findUnique({
        where: { exchangeId_revision: { exchangeId, revision } },
        include: { changedBy: named },
      });
      return row && ((await toEarlier([row]))[0] ?? null);
    },
    deleted: async (whose, since, most) => {
      const rows = await db.read.exchange.findMany({
        where: { deletedAt: { gte: new Date(since) }, ...own(whose) },
        orderBy: [{ deletedAt: "desc" }, { id: "asc" }],
        include: {
          ...include,
          // The last step of a deleted record is its deletion.
          revisions: { orderBy: { revision: "desc" }, take: 1, select: { act: true, changedBy: named } },
        },
        take: most,
      });
      return rows.map((row) => ({
        exchange: toExchange(row),
        deletedAt: row.deletedAt?.getTime() ?? since,
        deletedBy: row.revisions[0]?.changedBy ?? null,
        objected: row.revisions[0]?.act === "objected",
      }));
    },
    purge: async (before) => {
      const old = { deletedAt: { lt: new Date(before) } };
      for (let all = 0; ; ) {
        const { found, removed } = await db.write(async (tx) => {
          const rows = await tx.exchange.findMany({ where: old, select: { id: true }, take: BATCH });
          const ids = rows.map(({ id }) => id);
          // Named in the removal again: somebody may take one back meanwhile.
          const { count } = await tx.exchange.deleteMany({ where: { id: { in: ids }, ...old } });
          // These two name records without a key of the database.
          await tx.exchangeMatch.deleteMany({
            where: { OR: [{ needId: { in: ids } }, { offerId: { in: ids } }] },
          });
          const subjects = ids.map((id) => `exchange:${id}`);
          await tx.procurementHint.deleteMany({ where: { subject: { in: subjects } } });
          return { found: ids.length, removed: count };
        });
        all += removed;
        if (found < BATCH || removed === 0) return all;
      }
    },
  };
}
