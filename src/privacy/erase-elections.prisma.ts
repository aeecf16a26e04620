/**
 * A person in elections and decisions. What belongs to the minutes stays (Art. 17(3)(b), (d) DSGVO): names of
 * candidates, of the elected, of officers and scrutineers, and of those who confirmed something by four eyes. What
 * leads from such a name to the person here is taken away.
 */
import { randomUUID } from "node:crypto";
import { Prisma } from "../db/generated/sqlite/client.ts";
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import { FORMER, type Person, scrubbed } from "./person.ts";

async function eraseFromRegisters(tx: Tx, id: string): Promise<void> {
  await tx.registerEntry.updateMany({ where: { holderId: id }, data: { holderId: null } });
  await tx.registerEntry.updateMany({ where: { delegateId: id }, data: { delegateId: null } });
  const rows = await tx.registerEntry.findMany({
    where: { deputies: { not: Prisma.DbNull } },
    select: { electionId: true, number: true, party: true, deputies: true },
  });
  for (const { deputies, ...entry } of rows) {
    if (!Array.isArray(deputies) || !deputies.includes(id)) continue;
    const others = deputies.filter((one) => one !== id) as string[];
    const where = { electionId_number_party: entry };
    await tx.registerEntry.update({ where, data: { deputies: others } });
  }
}

/** One that is open and concerns the person leads nowhere any more: it is dropped. */
async function eraseFromProposals(tx: Tx, { memberId: id, name }: Person, now: Instant): Promise<void> {
  await tx.electionProposal.updateMany({ where: { proposedById: id }, data: { proposedById: FORMER } });
  const rows = await tx.electionProposal.findMany({ where: { kind: "delegateChange" } });
  for (const row of rows) {
    if (!JSON.stringify(row.payload).includes(id)) continue;
    const payload = scrubbed(row.payload as string, [id], name) as Prisma.InputJsonValue;
    const settledAt = row.settledAt ?? new Date(now);
    await tx.electionProposal.update({ where: { id: row.id }, data: { payload, settledAt } });
  }
}

export async function eraseFromElections(tx: Tx, person: Person, now: Instant): Promise<void> {
  const id = person.memberId;
  const where = { memberId: id };
  // These rows are told apart by it; it is nobody's, and stands nowhere else.
  const nobody = { memberId: `${FORMER}-${randomUUID()}` };
  await tx.candidacy.updateMany({ where, data: { memberId: null } });
  await tx.candidacy.updateMany({ where: { nominatedById: id }, data: { nominatedById: null } });
  await tx.electionRole.updateMany({ where, data: nobody });
  await tx.scrutiny.updateMany({ where, data: nobody });
  await tx.electionApproval.updateMany({ where, data: nobody });
  await tx.objection.updateMany({ where, data: { memberId: FORMER } });
  await eraseFromRegisters(tx, id);
  await eraseFromProposals(tx, person, now);
  await tx.electionRule.updateMany({ where: { savedById: id }, data: { savedById: FORMER } });
  await tx.decision.updateMany({ where: { createdById: id }, data: { createdById: FORMER } });
  await tx.decisionSeat.updateMany({ where: { holderId: id }, data: { holderId: null } });
}
