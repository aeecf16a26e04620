/** The tables of imported papers and their passages. */
import type { RulesDocument } from "../../db/generated/sqlite/client.ts";
import type { Db } from "../../db/store.ts";
import type { Paper, PaperHead } from "./paper.ts";
import { FORMATS } from "./passage.ts";
import type { OriginalsRepository } from "./repository.ts";

/** PostgreSQL takes 65,535 values in one statement, SQLite 32,766. */
const AT_ONCE = 1_000;

function headOf(row: RulesDocument, number: number): PaperHead {
  const { importedById: _, ...rest } = row;
  const format = FORMATS.find((one) => one === row.format);
  if (!format) throw new Error("a paper of an unknown format is stored");
  return {
    ...rest,
    format,
    number,
    importedAt: row.importedAt.getTime(),
    removedAt: row.removedAt?.getTime() ?? null,
  };
}

export function originalsRepository(db: Db): OriginalsRepository {
  const heads: OriginalsRepository["heads"] = async (tx) => {
    const orderBy = [{ importedAt: "asc" as const }, { id: "asc" as const }];
    const rows = await (tx ?? db.read).rulesDocument.findMany({ orderBy });
    return rows.map((row, at) => headOf(row, at + 1));
  };
  return {
    heads,
    papers: async (ids) => {
      const wanted = (await heads()).filter(({ id }) => ids.includes(id));
      const rows = await db.read.rulesPassage.findMany({
        where: { documentId: { in: [...ids] } },
        orderBy: [{ documentId: "asc" }, { position: "asc" }],
      });
      const passages = new Map<string, Paper["passages"][number][]>();
      for (const { documentId, ...passage } of rows) {
        const own = passages.get(documentId) ?? [];
        own.push(passage);
        passages.set(documentId, own);
      }
      return wanted.map((head) => ({ ...head, passages: passages.get(head.id) ?? [] }));
    },
    insert: async (tx, { passages, ...paper }) => {
      await tx.rulesDocument.create({ data: { ...paper, importedAt: new Date(paper.importedAt) } });
      const rows = passages.map((passage) => ({ documentId: paper.id, ...passage }));
      for (let at = 0; at < rows.length; at += AT_ONCE)
        await tx.rulesPassage.createMany({ data: rows.slice(at, at + AT_ONCE) });
    },
    remove: async (tx, id, now) => {
      const where = { id, removedAt: null };
      const { count } = await tx.rulesDocument.updateMany({ where, data: { removedAt: new Date(now) } });
      if (count === 0) return false;
      await tx.rulesPassage.deleteMany({ where: { documentId: id } });
      return true;
    },
    stamp: async () => {
      // Heads are never deleted and a removal is never taken back, so both numbers only grow.
      const [all, removed] = await Promise.all([
        db.read.rulesDocument.count(),
        db.read.rulesDocument.count({ where: { removedAt: { not: null } } }),
      ]);
      return `${all}|${removed}`;
    },
  };
}
