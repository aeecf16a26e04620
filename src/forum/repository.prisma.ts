/** The Forum's tables. */
import type { Db } from "../db/store.ts";
import { groupKey, type Organisation, type PlaceUse, type WorkingGroup } from "./forum.ts";
import { placeRepository } from "./places.repository.prisma.ts";
import type { ForumRepository } from "./repository.ts";

type GroupRow = {
  id: string;
  name: string;
  topic: string;
  purpose: string;
  contact: string;
  archivedAt: Date | null;
};
type PlaceRow = { group: GroupRow | null; forum: { id: number } | null } | null;

const toGroup = ({ id, name, topic, purpose, contact, archivedAt }: GroupRow): WorkingGroup => ({
  id,
  name,
  topic,
  purpose,
  contact,
  ...(archivedAt ? { archivedAt: archivedAt.getTime() } : {}),
});

const toUse = (row: PlaceRow): PlaceUse => {
  if (row?.forum) return { kind: "forum" };
  return row?.group ? { kind: "group", group: toGroup(row.group) } : { kind: "none" };
};

const same = (a: Organisation, b: Organisation): boolean =>
  a.name === b.name &&
  a.kind === b.kind &&
  a.party === b.party &&
  a.validFrom === b.validFrom &&
  a.validTo === b.validTo;

const toRow = ({ key, name, kind, party, validFrom, validTo }: Organisation) => ({
  key,
  name,
  kind,
  party,
  validFrom,
  validTo,
});

async function seed(db: Db, organisations: readonly Organisation[], forumName: string): Promise<void> {
  const rows = await db.read.organisation.findMany();
  const known = new Map(rows.map((row) => [row.key, row as Organisation]));
  // An end that was recorded while the program ran stays, as long as the list names none itself.
  const wanted = organisations.map((one) => ({
    ...one,
    validTo: one.validTo ?? known.get(one.key)?.validTo ?? null,
  }));
  const changed = wanted.filter((one) => {
    const row = known.get(one.key);
    return !row || !same(row, one);
  });
  const named = await db.read.forum.findUnique({ where: { id: 1 } });
  if (changed.length === 0 && named) return;
  await db.write(async (tx) => {
    await tx.forum.upsert({ where: { id: 1 }, create: { id: 1, name: forumName }, update: {} });
    for (const one of changed)
      await tx.organisation.upsert({ where: { key: one.key }, create: toRow(one), update: toRow(one) });
  });
}

export function forumRepository(db: Db): ForumRepository {
  const use = { include: { group: true, forum: { select: { id: true } } } } as const;
  return {
    seed: (organisations, forumName) => seed(db, organisations, forumName),
    useOf: async (id, tx) => toUse(await (tx ?? db.read).conversation.findUnique({ where: { id }, ...use })),
    groupById: async (id, tx) => {
      const row = await (tx ?? db.read).workingGroup.findUnique({ where: { id } });
      return row && toGroup(row);
    },
    groups: async () => (await db.read.workingGroup.findMany({ orderBy: { nameKey: "asc" } })).map(toGroup),
    forumChannel: async (tx) => {
      const row = await (tx ?? db.read).forum.findUnique({ where: { id: 1 }, select: { channelId: true } });
      return row?.channelId ?? null;
    },
    memberOrganisations: async (groupId) => {
      const rows = await db.read.groupMember.findMany({
        where: { groupId },
        select: { member: { select: { organisationKey: true } } },
      });
      return rows.map((row) => row.member.organisationKey);
    },
    lastDays: async () => {
      const where = { validTo: { not: null } };
      const rows = await db.read.organisation.findMany({ where, select: { key: true, validTo: true } });
      return new Map(rows.map(({ key, validTo }) => [key, validTo ?? ""]));
    },
    groupsOf: async (memberId) => {
      const rows = await db.read.groupMember.findMany({ where: { memberId }, select: { groupId: true } });
      return rows.map(({ groupId }) => groupId);
    },
    isIn: async (groupId, memberId) =>
      (await db.read.groupMember.findUnique({ where: { groupId_memberId: { groupId, memberId } } })) !== null,
    ...placeRepository(db),
    groupNamesAt: async ({ tenantId, conversationId, teamId, apart }) => {
      const ids = [{ id: conversationId }, ...(teamId && !apart ? [{ teamId }] : [])];
      const where = { conversations: { some: { tenantId, OR: ids } } };
      const rows = await db.read.workingGroup.findMany({ where, orderBy: { nameKey: "asc" } });
      return rows.map(({ name }) => name);
    },
    deletedPlace: async (tx, id) =>
      (await tx.conversation.count({ where: { id, deletedAt: { not: null } } })) > 0,
    groupByName: async (tx, nameKey) =>
      (await tx.workingGroup.findUnique({ where: { nameKey }, select: { id: true } }))?.id ?? null,
    createGroup: async (tx, id, draft, now) => {
      const at = new Date(now);
      const data = { id, ...draft, nameKey: groupKey(draft.name), createdAt: at, updatedAt: at };
      await tx.workingGroup.create({ data });
    },
    changeGroup: async (tx, id, draft, now) => {
      const data = { ...draft, nameKey: groupKey(draft.name), updatedAt: new Date(now) };
      return (await tx.workingGroup.updateMany({ where: { id }, data })).count === 1;
    },
    attach: async (tx, id, groupId) => {
      // Only a free place is taken: two coordinators at once must not overwrite one another.
      const free = { id, groupId: null, forum: { is: null } };
      return (await tx.conversation.updateMany({ where: free, data: { groupId } })).count === 1;
    },
    makeForumChannel: async (tx, channelId) => {
      await tx.forum.update({ where: { id: 1 }, data: { channelId } });
    },
    join: async (tx, groupId, memberId, now) => {
      const key = { groupId_memberId: { groupId, memberId } };
      const create = { groupId, memberId, joinedAt: new Date(now) };
      await tx.groupMember.upsert({ where: key, create, update: {} });
    },
  };
}
