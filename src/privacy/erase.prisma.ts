/** Taking a person out of every table. Each column that can hold a person is named in one of the three parts. */
import { lockElection, lockRound } from "../db/dialect/round.ts";
import type { Db, Tx } from "../db/store.ts";
import type { EraseRepository } from "./erase.repository.ts";
import { eraseFromElections } from "./erase-elections.prisma.ts";
import { eraseFromMessages } from "./erase-messages.prisma.ts";
import { eraseFromRecords } from "./erase-records.prisma.ts";
import { former } from "./former.prisma.ts";
import { authorKeyOf, FORMER, FORMER_NAME, type Person } from "./person.ts";

/** Rounds that are not closed and whose register names the person. */
export async function openRegisters(tx: Tx, memberId: string) {
  const entries = await tx.registerEntry.findMany({
    where: { round: { phase: { not: "closed" } } },
    select: { electionId: true, number: true, holderId: true, delegateId: true, deputies: true },
    orderBy: [{ electionId: "asc" }, { number: "asc" }],
  });
  return entries.filter(
    ({ holderId, delegateId, deputies }) =>
      holderId === memberId ||
      delegateId === memberId ||
      (Array.isArray(deputies) && deputies.includes(memberId)),
  );
}

/** Who cared for the Forum in this person's name: the deed stays, the name goes. */
async function eraseFromForum(tx: Tx, id: string): Promise<void> {
  await tx.seat.updateMany({ where: { standInId: id }, data: { standInId: null } });
  await tx.seat.updateMany({ where: { probeFor: id }, data: { probeFor: null } });
  await tx.coordinator.updateMany({ where: { appointedById: id }, data: { appointedById: null } });
  await tx.memberChange.updateMany({ where: { changedById: id }, data: { changedById: null } });
  await tx.privacyRequest.deleteMany({ where: { memberId: id } });
  await tx.privacyRequest.updateMany({ where: { settledById: id }, data: { settledById: null } });
  await tx.pageLink.deleteMany({ where: { OR: [{ memberId: id }, { subject: id }] } });
  await tx.agendaItem.updateMany({ where: { proposerId: id }, data: { proposerId: null } });
  await tx.meetingPaper.updateMany({ where: { addedById: id }, data: { addedById: FORMER } });
  await tx.datePoll.updateMany({ where: { createdById: id }, data: { createdById: FORMER } });
  await tx.partyLeave.updateMany({ where: { recordedById: id }, data: { recordedById: null } });
  await tx.schoolYearCheck.updateMany({ where: { confirmedBy: id }, data: { confirmedBy: null } });
}

/** A name that was typed for somebody who comes instead. */
async function eraseFromReplies(tx: Tx, { name }: Person): Promise<void> {
  if (name !== "")
    await tx.meetingReply.updateMany({
      where: { deputy: { contains: name } },
      data: { deputy: FORMER_NAME },
    });
}

async function chatsOf(tx: Tx, memberId: string): Promise<readonly string[]> {
  const rows = await tx.conversation.findMany({ where: { memberId }, select: { id: true } });
  return rows.map(({ id }) => id);
}

export const eraseRepository = ({ engine }: Pick<Db, "engine">): EraseRepository => ({
  take: async (tx, id, now) => {
    const where = { id, NOT: { tenantId: { in: [FORMER, "import"] } } };
    const held = await tx.member.updateMany({ where, data: { updatedAt: new Date(now) } });
    if (held.count === 0) return null;
    const row = await tx.member.findUniqueOrThrow({ where: { id } });
    const { tenantId, aadObjectId, teamsUserId, name } = row;
    return { memberId: id, tenantId, aadObjectId, teamsUserId, name, left: row.leftAt !== null };
  },
  inOpenRegister: async (tx, memberId) => (await openRegisters(tx, memberId)).length > 0,
  eraseAuthor: async (tx, who) => {
    const where = { authorKey: authorKeyOf(who) };
    const { count } = await tx.exchange.updateMany({ where, data: { authorKey: null } });
    const acts = await tx.appliedAction.deleteMany({ where: { key: { contains: who.aadObjectId } } });
    return count + acts.count;
  },
  erase: async (tx, person, own, now) => {
    const id = person.memberId;
    await former(tx, now);
    // As everybody does it: the election, its round, then the entries. A count reads and writes all of them.
    for (const { electionId, number } of await openRegisters(tx, id)) {
      await lockElection(engine, tx, electionId);
      await lockRound(engine, tx, electionId, number, "alone");
    }
    const chats = await chatsOf(tx, id);
    await eraseFromElections(tx, person, now);
    await eraseFromRecords(tx, person, chats, own);
    await eraseFromForum(tx, id);
    await eraseFromReplies(tx, person);
    await eraseFromMessages(tx, person, chats);
    // Seat, deputyship, groups, chats, switched-off messages and changes go with the row.
    await tx.member.delete({ where: { id } });
  },
});
