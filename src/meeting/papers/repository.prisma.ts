/** The table of papers. */
import type { Db } from "../../db/store.ts";
import type { Paper } from "./paper.ts";
import type { PaperRepository } from "./repository.ts";

type Row = Omit<Paper, "addedAt"> & { addedAt: Date };

const toPaper = (row: Row): Paper => ({ ...row, addedAt: row.addedAt.getTime() });

export function paperRepository(db: Db): PaperRepository {
  return {
    byId: async (id, tx) => {
      const row = await (tx ?? db.read).meetingPaper.findUnique({ where: { id } });
      return row && toPaper(row);
    },
    of: async (meetingIds, tx) => {
      const where = { meetingId: { in: [...meetingIds] } };
      const orderBy = [{ addedAt: "asc" as const }, { id: "asc" as const }];
      const papers = (await (tx ?? db.read).meetingPaper.findMany({ where, orderBy })).map(toPaper);
      return (["minutes", "decision"] as const).flatMap((kind) => papers.filter((one) => one.kind === kind));
    },
    add: async (tx, { addedAt, ...paper }) => {
      await tx.meetingPaper.create({ data: { ...paper, addedAt: new Date(addedAt) } });
    },
    remove: async (tx, id) => {
      await tx.meetingPaper.deleteMany({ where: { id } });
    },
  };
}
