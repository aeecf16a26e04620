/** The people in the tables. */
import type { Db, Tx } from "../db/store.ts";
import { coordinatorsOf } from "./coordinating.prisma.ts";
import type { PeopleRepository } from "./people.repository.ts";
import type { Person, PersonRole, Reach } from "./people.ts";

export type PeopleStoreDeps = {
  readonly db: Db;
  /** Whether the configuration names this person as coordinator. */
  readonly isCoordinator: (aadObjectId: string) => boolean;
  readonly isServed: (tenantId: string) => boolean;
  /** Entra object ids of rows that are no people. */
  readonly noPeople: readonly string[];
  /** Member id of whoever is in the chair on this day. */
  readonly chairOn: (date: string) => Promise<string | null>;
};

const SHOWN = {
  ...{ id: true, tenantId: true, aadObjectId: true, teamsUserId: true, name: true, organisationKey: true },
  coordinator: { select: { memberId: true } },
  seat: { select: { party: true } },
  deputyFor: { select: { party: true } },
  conversations: { where: { kind: "personal" as const, dead: false }, select: { id: true } },
  groups: { where: { group: { archivedAt: null } }, select: { group: { select: { name: true } } } },
};

const ENDED = ["elected", "not_elected", "cancelled"] as const;

export function peopleRepository(deps: PeopleStoreDeps): PeopleRepository {
  const { db, isCoordinator, isServed } = deps;
  const coordinating = coordinatorsOf(deps);
  const present = { leftAt: null, aadObjectId: { notIn: [...deps.noPeople] } };
  const rowsOf = () => db.read.member.findMany({ where: present, select: SHOWN });
  type Row = Awaited<ReturnType<typeof rowsOf>>[number];

  const reachOf = ({ tenantId, teamsUserId, conversations }: Row): Reach => {
    if (!isServed(tenantId)) return "unserved";
    if (teamsUserId === "") return "unwritten";
    return conversations.length > 0 ? "reached" : "silent";
  };

  return {
    all: async (today) => {
      const offices = await db.read.electionRole.findMany({
        where: { until: null, election: { state: { notIn: [...ENDED] } } },
        select: { memberId: true, role: true },
      });
      const chair = await deps.chairOn(today);
      const rolesOf = (row: Row): readonly PersonRole[] => [
        ...(row.seat ? (["delegate"] as const) : []),
        ...(row.deputyFor ? (["deputy"] as const) : []),
        ...(row.coordinator || isCoordinator(row.aadObjectId) ? (["coordinator"] as const) : []),
        ...(row.id === chair ? (["chair"] as const) : []),
        ...new Set(offices.filter(({ memberId }) => memberId === row.id).map(({ role }) => role)),
      ];
      return (await rowsOf()).map(
        (row): Person => ({
          ...{ memberId: row.id, tenantId: row.tenantId, aadObjectId: row.aadObjectId, name: row.name },
          ...{ organisation: row.organisationKey, configured: isCoordinator(row.aadObjectId) },
          ...{ roles: rolesOf(row), reach: reachOf(row), groups: row.groups.map(({ group }) => group.name) },
        }),
      );
    },
    named: async (id, tx) => {
      const where = { id, ...present };
      const row = await (tx ?? db.read).member.findFirst({ where });
      return row && { name: row.name, organisation: row.organisationKey };
    },
    holdPerson: async (tx, id) => {
      await tx.member.updateMany({ where: { id }, data: { id } });
    },
    holdCoordinators: async (tx) => {
      await tx.forum.updateMany({ where: { id: 1 }, data: { id: { increment: 0 } } });
    },
    correct: async (tx, id, { name, organisation }, now) => {
      const data = { name, organisationKey: organisation, updatedAt: new Date(now) };
      await tx.member.update({ where: { id }, data });
    },
    note: async (tx, row, changedById, now) => {
      await tx.memberChange.create({ data: { ...row, changedById, changedAt: new Date(now) } });
    },
    coordinators: async (tx) => {
      const ids = [...(await coordinating(tx))];
      const rows = await (tx ?? db.read).member.findMany({ where: { id: { in: ids } } });
      return rows.map(({ id, aadObjectId }) => ({ memberId: id, configured: isCoordinator(aadObjectId) }));
    },
    appoint: async (tx, memberId, appointedById, now) => {
      await tx.coordinator.create({ data: { memberId, appointedById, appointedAt: new Date(now) } });
    },
    dismiss: async (tx, memberId) => {
      await tx.coordinator.deleteMany({ where: { memberId } });
    },
    reachable: async (tx: Tx, ids) => {
      const where = { id: { in: [...ids] }, teamsUserId: { not: "" }, leftAt: null };
      return (await tx.member.findMany({ where, select: { id: true } })).map(({ id }) => id);
    },
    isCoordinating: async (memberId) => (await coordinating()).includes(memberId),
  };
}
