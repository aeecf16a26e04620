/** The table of members. */
import { memberRow } from "../db/dialect/member.ts";
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
  coordinates: boolean;
};

const toMember = (row: Row): Member => ({
  id: row.id,
  tenantId: row.tenantId,
  aadObjectId: row.aadObjectId,
  teamsUserId: row.teamsUserId,
  name: row.name,
  organisation: row.organisationKey,
  createdAt: row.createdAt.getTime(),
  ...(row.coordinates ? { appointed: true as const } : {}),
});

export function memberRepository(db: Db): MemberRepository {
  return {
    find: async (tenantId, aadObjectId, tx) => {
      const row = await memberRow(tx ?? db.read, tenantId, aadObjectId);
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
        include: { coordinator: true },
      });
      return toMember({ ...row, coordinates: row.coordinator !== null });
    },
  };
}
