/** The table of members. */
import { memberRow } from "../db/dialect/member.ts";
import type { Member as Row } from "../db/generated/sqlite/client.ts";
import type { Db } from "../db/store.ts";
import type { Member } from "./member.ts";
import type { Introduction, MemberRepository, Standing } from "./repository.ts";

type Coordinating = { readonly coordinates: boolean };

const toMember = (row: Row & Coordinating): Member => ({
  id: row.id,
  tenantId: row.tenantId,
  aadObjectId: row.aadObjectId,
  teamsUserId: row.teamsUserId,
  name: row.name,
  organisation: row.organisationKey,
  createdAt: row.createdAt.getTime(),
  ...(row.coordinates ? { appointed: true as const } : {}),
});

function standingOf({ leftAt, source, noticeVersion }: Row): Standing {
  if (leftAt !== null) return "left";
  return source === "roster" && noticeVersion === null ? "listed" : "active";
}

/** What is new about somebody already known, and the fields of which the change is written down. */
function changesOf(row: Row, { actor, organisation }: Introduction) {
  const renamed = actor.name !== "" && actor.name !== row.name;
  const moved = organisation !== row.organisationKey;
  const back = row.leftAt !== null;
  const data = {
    // Some events of Teams carry no name; it must not wipe out a known one.
    ...(renamed ? { name: actor.name } : {}),
    // From now on it is what the person has said, not what the list said.
    ...(moved ? { organisationKey: organisation, source: "self" as const } : {}),
    ...(back ? { leftAt: null } : {}),
  };
  const fields = [
    ...(renamed ? (["name"] as const) : []),
    ...(moved ? (["organisation"] as const) : []),
    ...(back ? (["returned"] as const) : []),
  ];
  return { data, fields };
}

export function memberRepository(db: Db): MemberRepository {
  const rowOf = (tenantId: string, aadObjectId: string, tx: Parameters<MemberRepository["find"]>[2]) =>
    memberRow(tx ?? db.read, tenantId, aadObjectId);
  return {
    find: async (tenantId, aadObjectId, tx) => {
      const row = await rowOf(tenantId, aadObjectId, tx);
      return row && standingOf(row) === "active" ? toMember(row) : null;
    },
    lookUp: async (tenantId, aadObjectId, tx) => {
      const row = await rowOf(tenantId, aadObjectId, tx);
      return row && { member: toMember(row), standing: standingOf(row), noticeVersion: row.noticeVersion };
    },
    save: async (tx, newId, said) => {
      const { tenantId, aadObjectId, teamsUserId, name } = said.actor;
      const at = new Date(said.now);
      const shown = { noticeVersion: said.noticeVersion, noticeShownAt: at };
      const id = newId();
      // Written before it is read: the row is held until the end, so that a second one at once sees what this one does.
      const held = await tx.member.upsert({
        where: { tenantId_aadObjectId: { tenantId, aadObjectId } },
        create: {
          ...{ id, tenantId, aadObjectId, teamsUserId, name, organisationKey: said.organisation },
          ...{ createdAt: at, updatedAt: at, ...shown },
        },
        update: { teamsUserId, updatedAt: at, ...shown },
        include: { coordinator: true },
      });
      const { coordinator, ...row } = held;
      const { data, fields } = changesOf(row, said);
      const memberId = row.id;
      if (fields.length > 0) await tx.member.update({ where: { id: memberId }, data });
      for (const field of fields)
        await tx.memberChange.create({ data: { id: newId(), memberId, field, changedAt: at } });
      return toMember({ ...row, ...data, coordinates: coordinator !== null });
    },
  };
}
