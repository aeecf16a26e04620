/** Who wants what, as the tables have it, and the hints that were made of it. */
import type { Db, Tx } from "../../db/store.ts";
import { type Hint, readSubject, subjectOf, type Voiced } from "./bundle.ts";
import type { BundleRepository } from "./repository.ts";

const side = { select: { key: true, party: true, validFrom: true, validTo: true } } as const;
const include = { organisation: side, marks: { include: { organisation: side } } } as const;

const naming = { id: true, kind: true, product: true } as const;

type HintRow = { readonly subject: string; readonly raisedAt: Date; readonly doneAt: Date | null };

const toHint = ({ subject, raisedAt, doneAt }: HintRow): Hint => ({
  subject,
  raisedAt: raisedAt.getTime(),
  doneAt: doneAt?.getTime() ?? null,
});

/** Records that say they seek something and were written since then: recorded, changed, moved or restored. */
const writtenSince = (since: Date) => ({
  deletedAt: null,
  OR: [{ recordedAt: { gte: since } }, { revisions: { some: { changedAt: { gte: since } } } }],
});

async function voiced(door: Db["read"] | Tx, subject: string): Promise<readonly Voiced[]> {
  const read = readSubject(subject);
  const which = "product" in read ? { productKey: read.product } : { id: read.exchange };
  const rows = await door.exchange.findMany({ where: { ...which, deletedAt: null }, include });
  return rows
    .filter((row) => subjectOf(row) === subject)
    .map(({ id, kind, title, product, stage, offer, visibility, recordedAt, organisation, marks }) => ({
      ...{ id, kind, title, product, stage, offer, visibility, organisation },
      recordedAt: recordedAt.getTime(),
      marks: marks.map((one) => ({
        kind: one.kind,
        at: one.at.getTime(),
        organisation: one.organisation,
      })),
    }));
}

export function bundleRepository(db: Db): BundleRepository {
  return {
    touched: async (since) => {
      const at = new Date(since);
      const [marked, sought] = await Promise.all([
        db.read.exchangeMark.findMany({
          where: { kind: "interested", at: { gte: at }, exchange: { deletedAt: null } },
          select: { exchange: { select: naming } },
        }),
        // A record that names a product by now may have interest from before.
        db.read.exchange.findMany({
          where: {
            AND: [
              writtenSince(at),
              { OR: [{ offer: "seeks" }, { marks: { some: { kind: "interested" } } }] },
            ],
          },
          select: naming,
        }),
      ]);
      const all = [...marked.map(({ exchange }) => exchange), ...sought].map(subjectOf);
      return [...new Set(all)].filter((one) => one !== null);
    },
    voiced: (subject, tx) => voiced(tx ?? db.read, subject),
    hint: async (subject, tx) => {
      const row = await (tx ?? db.read).procurementHint.findUnique({ where: { subject } });
      return row && toHint(row);
    },
    hints: async () => {
      const orderBy = [{ raisedAt: "desc" as const }, { subject: "asc" as const }];
      return (await db.read.procurementHint.findMany({ orderBy })).map(toHint);
    },
    raise: async (tx, subject, at) => {
      const data = { raisedAt: new Date(at), doneAt: null, doneById: null };
      // Only one that is done is raised again: of two processes the second finds it open.
      const { count } = await tx.procurementHint.updateMany({
        where: { subject, doneAt: { not: null } },
        data,
      });
      if (count === 0) await tx.procurementHint.create({ data: { subject, ...data } });
    },
    withdraw: async (tx, subject, raisedAt) => {
      await tx.procurementHint.deleteMany({
        where: { subject, raisedAt: new Date(raisedAt), doneAt: null },
      });
    },
    done: async (tx, subject, { memberId, raisedAt, at }) => {
      const { count } = await tx.procurementHint.updateMany({
        where: { subject, doneAt: null, raisedAt: new Date(raisedAt) },
        data: { doneAt: new Date(at), doneById: memberId },
      });
      return count === 1;
    },
  };
}
