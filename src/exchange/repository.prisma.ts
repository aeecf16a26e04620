/** The tables of records, their revisions and their search tokens. */
import type { Db, Tx } from "../db/store.ts";
import type { Content, Exchange, Kind, Offer, Stage } from "./exchange.ts";
import type { Tokens } from "./find.ts";
import type { Change, ExchangeRepository } from "./repository.ts";

type Row = {
  id: string;
  kind: Kind;
  title: string;
  text: string;
  stage: Stage;
  product: string | null;
  offer: Offer | null;
  organisationKey: string;
  group: { id: string; name: string } | null;
  recordedBy: { id: string; name: string };
  recordedAt: Date;
  revision: number;
  deletedAt: Date | null;
};

const include = {
  group: { select: { id: true, name: true } },
  recordedBy: { select: { id: true, name: true } },
} as const;

const contentOf = ({ kind, title, text, stage, product, offer }: Content): Content => ({
  kind,
  title,
  text,
  stage,
  product,
  offer,
});

const toExchange = (row: Row): Exchange => ({
  id: row.id,
  ...contentOf(row),
  organisation: row.organisationKey,
  group: row.group,
  recordedBy: row.recordedBy,
  recordedAt: row.recordedAt.getTime(),
  revision: row.revision,
  deletedAt: row.deletedAt?.getTime() ?? null,
});

async function addTokens(tx: Tx, exchangeId: string, tokens: Tokens): Promise<void> {
  const data = [...tokens].map(([token, weight]) => ({ token, exchangeId, weight }));
  if (data.length > 0) await tx.exchangeToken.createMany({ data });
}

async function writeTokens(tx: Tx, exchangeId: string, tokens: Tokens): Promise<void> {
  await tx.exchangeToken.deleteMany({ where: { exchangeId } });
  await addTokens(tx, exchangeId, tokens);
}

/**
 * One step from a revision to the next. The update names the revision it expects: of two at once only
 * one finds its row, on both engines.
 */
async function step(
  tx: Tx,
  { id, revision, by, at }: Change,
  wasDeleted: boolean,
  data: Partial<Content> & { deletedAt?: Date | null },
): Promise<boolean> {
  const replaced = await tx.exchange.findUnique({ where: { id } });
  if (!replaced || replaced.revision !== revision) return false;
  const expected = { id, revision, deletedAt: wasDeleted ? { not: null } : null };
  const { count } = await tx.exchange.updateMany({
    where: expected,
    data: { ...data, revision: revision + 1 },
  });
  if (count === 0) return false;
  const row = { exchangeId: id, revision, ...contentOf(replaced), changedById: by, changedAt: new Date(at) };
  await tx.exchangeRevision.create({ data: row });
  return true;
}

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
    newest: async (most) => {
      const orderBy = [{ recordedAt: "desc" }, { id: "asc" }] as const;
      const rows = await db.read.exchange.findMany({
        where: { deletedAt: null },
        orderBy: [...orderBy],
        take: most,
        include,
      });
      return rows.map(toExchange);
    },

    insert: async (tx, exchange, tokens) => {
      const { id, organisation, groupId, recordedById, recordedAt } = exchange;
      await tx.exchange.create({
        data: {
          id,
          ...contentOf(exchange),
          organisationKey: organisation,
          groupId,
          recordedById,
          recordedAt: new Date(recordedAt),
          revision: 1,
        },
      });
      await addTokens(tx, id, tokens);
    },
    replace: async (tx, change, content, tokens) => {
      if (!(await step(tx, change, false, contentOf(content)))) return false;
      await writeTokens(tx, change.id, tokens);
      return true;
    },
    remove: async (tx, change) => {
      if (!(await step(tx, change, false, { deletedAt: new Date(change.at) }))) return false;
      await writeTokens(tx, change.id, new Map());
      return true;
    },
    restore: async (tx, change, tokens) => {
      if (!(await step(tx, change, true, { deletedAt: null }))) return false;
      await writeTokens(tx, change.id, tokens);
      return true;
    },

    frequencies: async (tokens) => {
      const where = { token: { in: [...tokens] } };
      const rows = await db.read.exchangeToken.groupBy({ by: ["token"], where, _count: { _all: true } });
      return new Map(rows.map((row) => [row.token, row._count._all]));
    },
    postings: async (tokens) => {
      const rows = await db.read.exchangeToken.findMany({ where: { token: { in: [...tokens] } } });
      return rows.map(({ exchangeId, token, weight }) => ({ id: exchangeId, token, weight }));
    },
    vocabulary: async () => {
      const rows = await db.read.exchangeToken.groupBy({ by: ["token"] });
      return rows.map((row) => row.token);
    },
    state: async () => {
      // Revisions only ever grow, so their sum is another one after every change.
      const all = await db.read.exchange.aggregate({ _count: { _all: true }, _sum: { revision: true } });
      return { count: all._count._all, mark: `${all._count._all}|${all._sum.revision ?? 0}` };
    },
  };
}
