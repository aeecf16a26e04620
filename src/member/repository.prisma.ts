/** The table of members. */
import type { Db } from "../db/store.ts";
import type { Member } from "./member.ts";
import type { MemberRepository } from "./repository.ts";

type Row = {
  id: string;
  tenantId: string;
  aadObjectId: string;
  teamsUserId: string;
  name: string;
  organisationKey: string;
  createdAt: Date;
};

const toMember = (row: Row): Member => ({
  id: row.id,
  tenantId: row.tenantId,
  aadObjectId: row.aadObjectId,
  teamsUserId: row.teamsUserId,
  name: row.name,
  organisation: row.organisationKey,
  createdAt: row.createdAt.getTime(),
});

export function memberRepository(db: Db): MemberRepository {
  return {
    find: async (tenantId, aadObjectId, tx) => {
      const where = { tenantId_aadObjectId: { tenantId, aadObjectId } };
      const row = await (tx ?? db.read).member.findUnique({ where });
      return row && toMember(row);
    },
    save: async (tx, id, actor, organisation, now) => {
      const { tenantId, aadObjectId, teamsUserId, name } = actor;
      const at = new Date(now);
      // Some events of Teams carry no name; it must not wipe out a known one.
      const said = { teamsUserId, ...(name ? { name } : {}), organisationKey: organisation, updatedAt: at };
      const row = await tx.member.upsert({
        where: { tenantId_aadObjectId: { tenantId, aadObjectId } },
        create: { id, tenantId, aadObjectId, name, createdAt: at, ...said },
        update: said,
      });
      return toMember(row);
    },
  };
}
