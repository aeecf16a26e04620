/** A list of people in the tables. */
import type { Db } from "../db/store.ts";
import { keyOf } from "./roster.plan.ts";
import type { RosterRepository } from "./roster.repository.ts";

export type RosterStoreDeps = {
  readonly db: Db;
  /** Whether the configuration names this person as coordinator. */
  readonly isCoordinator: (aadObjectId: string) => boolean;
};

export const rosterRepository = ({ db, isCoordinator }: RosterStoreDeps): RosterRepository => ({
  people: async (tx) => {
    const rows = await (tx ?? db.read).member.findMany({
      include: { coordinator: { select: { memberId: true } }, groups: { select: { groupId: true } } },
    });
    return rows.map((row) => ({
      ...{ memberId: row.id, key: keyOf(row), name: row.name, organisation: row.organisationKey },
      ...{ left: row.leftAt !== null, groups: row.groups.map(({ groupId }) => groupId) },
      coordinates: row.coordinator !== null || isCoordinator(row.aadObjectId),
    }));
  },
  create: async (tx, id, { tenantId, aadObjectId, name, organisation }, now) => {
    const at = new Date(now);
    // Nothing was shown to this person yet, and there is no way to him or her before the first contact.
    const given = { source: "roster" as const, teamsUserId: "", noticeVersion: null };
    await tx.member.create({
      data: {
        ...{ id, tenantId, aadObjectId, name, organisationKey: organisation, ...given },
        ...{ createdAt: at, updatedAt: at },
      },
    });
  },
});
