/** What ends when a person leaves, in the tables. */
import type { Tx } from "../db/store.ts";
import type { LeaveRepository } from "./leave.repository.ts";
import type { ElectionPart } from "./leave.ts";

const ENDED = ["elected", "not_elected", "cancelled"] as const;
/** Of elections that are not over. */
const RUNNING = { election: { state: { notIn: [...ENDED] } } };

export async function electionParts(tx: Tx, memberId: string): Promise<readonly ElectionPart[]> {
  const stands = await tx.candidacy.count({ where: { memberId, withdrawnAt: null, ...RUNNING } });
  const roles = await tx.electionRole.findMany({
    where: { memberId, until: null, ...RUNNING },
    select: { role: true },
    distinct: ["role"],
    orderBy: { role: "asc" },
  });
  return [...(stands > 0 ? (["candidate"] as const) : []), ...roles.map(({ role }) => role)];
}

export const leaveRepository = (): LeaveRepository => ({
  mark: async (tx, id, now) => {
    const at = new Date(now);
    const where = { id, leftAt: null };
    return (await tx.member.updateMany({ where, data: { leftAt: at, updatedAt: at } })).count === 1;
  },
  note: async (tx, id, memberId, changedById, now) => {
    const data = { id, memberId, field: "left" as const, changedById, changedAt: new Date(now) };
    await tx.memberChange.create({ data });
  },
  electionParts,
  vacate: async (tx, party, delegateId) => {
    await tx.seat.updateMany({ where: { party, delegateId }, data: { delegateId: null, probeFor: null } });
  },
  dismiss: async (tx, memberId) => (await tx.coordinator.deleteMany({ where: { memberId } })).count > 0,
  detach: async (tx, memberId) => {
    await tx.groupMember.deleteMany({ where: { memberId } });
    // Kept until the person is erased: only by its id is found what else names the chat. Nothing is sent there.
    await tx.conversation.updateMany({ where: { memberId, kind: "personal" }, data: { dead: true } });
    await tx.outboxItem.deleteMany({ where: { memberId, state: "pending" } });
    await tx.rulesTicket.updateMany({
      where: { takenById: memberId, state: "taken" },
      data: { state: "open", takenById: null, takenAt: null },
    });
  },
});
