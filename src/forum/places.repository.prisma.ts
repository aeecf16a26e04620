/** Places and what becomes of them, in the tables of conversations and groups. */
import type { Db, Tx } from "../db/store.ts";
import type { Place } from "../turn/turn.ts";
import type { GroupPlace, Scope } from "./group-places.ts";
import type { PlaceRepository } from "./places.repository.ts";

const placeRow = (place: Place, memberId: string | null) => ({
  tenantId: place.tenantId,
  serviceUrl: place.serviceUrl,
  botId: place.botId,
  teamId: place.teamId ?? null,
  ...(place.name === undefined ? {} : { name: place.name }),
  ...(memberId === null ? {} : { memberId }),
  dead: false,
  deletedAt: null,
});

const whereOf = ({ tenantId, ...of }: Scope) => ({
  tenantId,
  ...("teamId" in of ? { teamId: of.teamId } : { id: of.conversationId }),
});

const byName = (a: GroupPlace, b: GroupPlace): number =>
  Number(b.living) - Number(a.living) ||
  a.kind.localeCompare(b.kind) ||
  (a.name ?? "").localeCompare(b.name ?? "", "de");

/** A row written is a row locked: two that take a group's last two places at once come one after the other. */
async function holdGroups(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const id of [...new Set(ids)].sort())
    await tx.workingGroup.updateMany({ where: { id }, data: { id } });
}

export function placeRepository(db: Db): PlaceRepository {
  return {
    stored: async (id) => {
      const row = await db.read.conversation.findUnique({ where: { id } });
      if (!row) return null;
      const { kind, tenantId, serviceUrl, botId, teamId, name, dead } = row;
      const told = { ...(teamId ? { teamId } : {}), ...(name ? { name } : {}) };
      return { place: { kind, conversationId: id, tenantId, serviceUrl, botId, ...told }, living: !dead };
    },
    placesOf: async (groupId, tx) => {
      const rows = await (tx ?? db.read).conversation.findMany({
        where: { groupId, kind: { not: "personal" } },
        orderBy: { id: "asc" },
      });
      return rows
        .map(({ id, kind, name, dead, deletedAt }) => ({
          conversationId: id,
          kind: kind === "group" ? ("group" as const) : ("channel" as const),
          name,
          living: !dead,
          deleted: deletedAt !== null,
        }))
        .sort(byName);
    },

    savePlace: async (tx, place, memberId) => {
      const row = placeRow(place, null);
      const id = place.conversationId;
      const owner = place.kind === "personal" && memberId !== null ? { memberId } : {};
      await tx.conversation.upsert({
        where: { id },
        create: { id, kind: place.kind, ...row, ...owner },
        update: row,
      });
      // What a place is never changes, whatever is said of it later: a chat has one owner and belongs to no group.
      await tx.conversation.updateMany({ where: { id, kind: "personal" }, data: owner });
    },
    detach: async (tx, id, groupId) =>
      (await tx.conversation.updateMany({ where: { id, groupId }, data: { groupId: null } })).count === 1,
    archive: async (tx, id, now) => {
      const at = new Date(now);
      const data = { archivedAt: at, updatedAt: at };
      return (await tx.workingGroup.updateMany({ where: { id, archivedAt: null }, data })).count === 1;
    },
    reopen: async (tx, id, since, now) => {
      const data = { archivedAt: null, updatedAt: new Date(now) };
      const where = { id, archivedAt: new Date(since) };
      return (await tx.workingGroup.updateMany({ where, data })).count === 1;
    },

    close: async (tx, scope, now, deleted) => {
      const where = whereOf(scope);
      const found = await tx.conversation.findMany({ where, select: { groupId: true } });
      await holdGroups(
        tx,
        found.flatMap(({ groupId }) => groupId ?? []),
      );
      // Read after the groups are held: of two that hear of the same, one finds nothing left to close.
      const living = await tx.conversation.findMany({
        where: { ...where, dead: false },
        select: { groupId: true },
      });
      await tx.conversation.updateMany({ where: { ...where, dead: false }, data: { dead: true } });
      if (deleted)
        await tx.conversation.updateMany({
          where: { ...where, deletedAt: null },
          data: { deletedAt: new Date(now) },
        });
      const bare: string[] = [];
      for (const groupId of new Set(living.flatMap((one) => one.groupId ?? [])))
        if ((await tx.conversation.count({ where: { groupId, dead: false } })) === 0) bare.push(groupId);
      return bare;
    },
    revive: async (tx, scope, deleted) => {
      const where = { ...whereOf(scope), dead: true, ...(deleted ? {} : { deletedAt: null }) };
      const data = { dead: false, deletedAt: null };
      return (await tx.conversation.updateMany({ where, data })).count;
    },
    rename: async (tx, scope, name) => {
      await tx.conversation.updateMany({ where: whereOf(scope), data: { name } });
    },
  };
}
