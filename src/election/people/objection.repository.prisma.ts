/** The table of objections. */
import type { Db } from "../../db/store.ts";
import type { ObjectionRepository } from "./objection.repository.ts";

export function objectionRepository(db: Db): ObjectionRepository {
  return {
    insert: async (tx, { raisedAt, ...objection }) => {
      await tx.objection.create({ data: { ...objection, raisedAt: new Date(raisedAt) } });
    },
    byId: async (id) => {
      const row = await db.read.objection.findUnique({ where: { id } });
      return row && { ...row, raisedAt: row.raisedAt.getTime() };
    },
    count: (electionId) => db.read.objection.count({ where: { electionId } }),
  };
}
