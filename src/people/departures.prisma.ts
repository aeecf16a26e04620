/** Memberships of groups that end because Teams says that somebody was taken out of their place. */
import type { Tx } from "../db/store.ts";
import type { DepartedPerson } from "../turn/incoming.ts";
import type { Place } from "../turn/turn.ts";

/**
 * Ends the membership of every group whose living places all lie where the person is no more: in the team, for an
 * ordinary channel, else in this one place. Of a group that meets elsewhere as well nobody here knows who is there,
 * so its membership stays. Nothing else of the person changes. How many memberships ended.
 */
export async function endMemberships(
  tx: Tx,
  place: Place,
  people: readonly DepartedPerson[],
): Promise<number> {
  const { tenantId, conversationId, teamId, apart } = place;
  const scope = teamId && !apart ? [{ teamId }, { id: conversationId }] : [{ id: conversationId }];
  const inside = { tenantId, kind: { not: "personal" as const }, OR: scope };
  const meetHere = await tx.conversation.findMany({
    where: { ...inside, groupId: { not: null } },
    select: { id: true, groupId: true },
  });
  const here = meetHere.map(({ id }) => id);
  const groups: string[] = [];
  for (const groupId of new Set(meetHere.flatMap((one) => one.groupId ?? [])))
    if ((await tx.conversation.count({ where: { groupId, dead: false, id: { notIn: here } } })) === 0)
      groups.push(groupId);
  if (groups.length === 0) return 0;
  const who = people.flatMap(({ aadObjectId, teamsUserId }) => [
    ...(aadObjectId ? [{ aadObjectId }] : []),
    ...(teamsUserId ? [{ teamsUserId }] : []),
  ]);
  const members = await tx.member.findMany({ where: { tenantId, OR: who }, select: { id: true } });
  const where = { groupId: { in: groups }, memberId: { in: members.map(({ id }) => id) } };
  return (await tx.groupMember.deleteMany({ where })).count;
}
