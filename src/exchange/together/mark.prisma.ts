/** The table of marks. */
import type { Db } from "../../db/store.ts";
import { named } from "../rows.prisma.ts";
import type { MarkRepository } from "./repository.ts";

export function markRepository(db: Db): MarkRepository {
  return {
    of: async (exchangeId, tx) => {
      const rows = await (tx ?? db.read).exchangeMark.findMany({
        where: { exchangeId },
        include: { member: named },
      });
      return rows.map(({ kind, organisationKey, member, at }) => ({
        ...{ kind, organisation: organisationKey, by: member },
        at: at.getTime(),
      }));
    },
    add: async (tx, exchangeId, { kind, organisation, memberId, at }) => {
      const data = { exchangeId, kind, organisationKey: organisation, memberId, at: new Date(at) };
      await tx.exchangeMark.create({ data });
    },
    remove: async (tx, exchangeId, organisationKey, kind) => {
      await tx.exchangeMark.deleteMany({ where: { exchangeId, organisationKey, kind } });
    },
  };
}
