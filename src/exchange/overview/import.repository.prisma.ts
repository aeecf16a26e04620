/** Many records at once in the tables. */
import type { Db, Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import { type Content, productKey } from "../exchange.ts";
import type { Revision } from "../repository.ts";
import { contentOf, keptOf, storedOf } from "../rows.prisma.ts";
import { type Altered, IMPORTER, type ImportStore, type Known, type Made } from "./import.repository.ts";

/** Rows in one statement; SQLite takes 32,766 values. */
const BATCH = 400;

function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += BATCH) yield all.slice(from, from + BATCH);
}

const keyOf = ({ product }: Content) => (product === null ? null : productKey(product));

async function known(door: Db["read"] | Tx, names: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  const found = new Map<string, Known>();
  for (const some of batches(names)) {
    const named = { in: [...some] };
    const rows = await door.exchange.findMany({
      where: { OR: [{ externalId: named }, { externalId: null, id: named }] },
    });
    const toKnown = (row: (typeof rows)[number]): Known => ({
      ...{ id: row.id, revision: row.revision, deleted: row.deletedAt !== null, content: contentOf(row) },
      ...{ organisation: row.organisationKey, groupId: row.groupId, recordedAt: row.recordedAt.getTime() },
    });
    for (const row of rows) found.set(row.externalId ?? row.id, toKnown(row));
  }
  return found;
}

async function make(tx: Tx, made: readonly Made[]): Promise<void> {
  for (const some of batches(made)) {
    await tx.exchange.createMany({
      data: some.map(({ exchange }) => ({
        ...{ id: exchange.id, ...storedOf(exchange), productKey: keyOf(exchange) },
        ...{ organisationKey: exchange.organisation, groupId: exchange.groupId, revision: 1 },
        ...{ recordedById: exchange.recordedById, recordedAt: new Date(exchange.recordedAt) },
        externalId: exchange.externalId ?? null,
      })),
    });
    await tx.exchangeIndex.createMany({
      data: some.map(({ exchange, index }) => ({ exchangeId: exchange.id, revision: 1, ...index })),
    });
  }
}

const placed = ({ before, after }: Altered): Revision["act"] =>
  JSON.stringify(before.content) === JSON.stringify(after.content) ? "moved" : "changed";

async function alterSome(tx: Tx, some: readonly Altered[], by: string, changedAt: Date): Promise<boolean> {
  for (const { before, after } of some) {
    const { id, revision } = before;
    const { count } = await tx.exchange.updateMany({
      where: { id, revision, deletedAt: null },
      data: {
        ...{ ...storedOf(after.content), productKey: keyOf(after.content), revision: revision + 1 },
        ...{ organisationKey: after.organisation, groupId: after.groupId },
        recordedAt: new Date(after.recordedAt),
      },
    });
    if (count === 0) return false;
  }
  await tx.exchangeRevision.createMany({
    data: some.map((one) => ({
      ...{
        exchangeId: one.before.id,
        revision: one.before.revision,
        ...keptOf(storedOf(one.before.content)),
      },
      ...{ organisationKey: one.before.organisation, groupId: one.before.groupId },
      ...{ act: placed(one), changedById: by, changedAt },
    })),
  });
  await tx.exchangeIndex.deleteMany({ where: { exchangeId: { in: some.map(({ before }) => before.id) } } });
  await tx.exchangeIndex.createMany({
    data: some.map(({ before, index }) => ({
      exchangeId: before.id,
      revision: before.revision + 1,
      ...index,
    })),
  });
  return true;
}

/** An organisation of its own, which no list names: with one of the Forum's it would be a person to choose there. */
async function importer(tx: Tx, now: Instant): Promise<void> {
  const organisation = { name: "Import", kind: "IT-Dienstleister", party: false, validFrom: "2021-10-15" };
  await tx.organisation.upsert({
    where: { key: IMPORTER },
    create: { key: IMPORTER, ...organisation },
    update: {},
  });
  const at = new Date(now);
  const member = { tenantId: IMPORTER, aadObjectId: IMPORTER, teamsUserId: IMPORTER, name: "Import" };
  const dated = { organisationKey: IMPORTER, createdAt: at, updatedAt: at };
  await tx.member.upsert({
    where: { id: IMPORTER },
    create: { id: IMPORTER, ...member, ...dated },
    update: {},
  });
}

export const importStore = (db: Db): ImportStore => ({
  known: (names, tx) => known(tx ?? db.read, names),
  make,
  importer,
  alter: async (tx, altered, by, at) => {
    for (const some of batches(altered)) if (!(await alterSome(tx, some, by, new Date(at)))) return false;
    return true;
  },
});
