/** A person in records and answers about the rules: contents stay with the organisation, the name goes. */
import type { Tx } from "../db/store.ts";
import type { OwnRecords } from "./erase.repository.ts";
import { authorKeyOf, FORMER, type Person } from "./person.ts";

/** Rows in one statement; SQLite takes 32,766 values. */
const BATCH = 400;

/** Records of the person to which nobody else has added a word, a mark or a change. */
export const ownAlone = (id: string) => ({
  recordedById: id,
  experiences: { none: { memberId: { not: id } } },
  marks: { none: { memberId: { not: id } } },
  revisions: { none: { changedById: { not: id } } },
  OR: [{ authorId: id }, { authorId: null, authorKey: null }],
});

/** Deletes records for good, with what names them without a key of the database. */
export async function deleteRecords(tx: Tx, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH) {
    const some = ids.slice(from, from + BATCH);
    await tx.exchange.deleteMany({ where: { id: { in: some } } });
    await tx.exchangeMatch.deleteMany({
      where: { OR: [{ needId: { in: some } }, { offerId: { in: some } }] },
    });
    await tx.procurementHint.deleteMany({ where: { subject: { in: some.map((id) => `exchange:${id}`) } } });
  }
}

async function eraseFromRules(tx: Tx, id: string, chats: readonly string[]): Promise<void> {
  const nowhere = { askedById: null, conversationId: "", threadId: null };
  const asked = {
    OR: [{ askedById: id, conversationId: { in: [...chats] } }, { conversationId: { in: [...chats] } }],
  };
  await tx.rulesTicket.updateMany({ where: asked, data: nowhere });
  // Asked where others read along: the answer still goes there.
  await tx.rulesTicket.updateMany({ where: { askedById: id }, data: { askedById: null } });
  await tx.rulesTicket.updateMany({ where: { takenById: id }, data: { takenById: null } });
  await tx.rulesFeedback.deleteMany({ where: { memberId: id } });
  await tx.rulesInformation.updateMany({ where: { givenById: id }, data: { givenById: null } });
  await tx.rulesInformation.updateMany({ where: { endedById: id }, data: { endedById: null } });
  await tx.rulesDocument.updateMany({ where: { importedById: id }, data: { importedById: null } });
}

/** A message of a personal chat that became a record: the way back to it names the chat. */
async function eraseSources(tx: Tx, chats: readonly string[]): Promise<void> {
  for (const chat of chats)
    await tx.exchange.updateMany({
      where: { sourceKey: { startsWith: `${chat}|` } },
      data: { sourceKey: null, sourceLink: null, objectedAt: null },
    });
}

export async function eraseFromRecords(
  tx: Tx,
  person: Person,
  chats: readonly string[],
  own: OwnRecords,
): Promise<void> {
  const id = person.memberId;
  // What the person had deleted already need not wait for the end of its thirty days.
  const binned = { ...ownAlone(id), deletedAt: { not: null } };
  const where = own === "delete" ? ownAlone(id) : binned;
  const rows = await tx.exchange.findMany({ where, select: { id: true } });
  await deleteRecords(
    tx,
    rows.map((row) => row.id),
  );
  await tx.exchangeExperience.deleteMany({ where: { memberId: id, deletedAt: { not: null } } });
  const former = { memberId: FORMER };
  await tx.exchange.updateMany({ where: { recordedById: id }, data: { recordedById: FORMER } });
  await tx.exchange.updateMany({ where: { authorId: id }, data: { authorId: null } });
  const authored = { authorKey: authorKeyOf(person) };
  await tx.exchange.updateMany({ where: authored, data: { authorKey: null } });
  await eraseSources(tx, chats);
  await tx.exchangeRevision.updateMany({ where: { changedById: id }, data: { changedById: FORMER } });
  await tx.exchangeExperience.updateMany({ where: { memberId: id }, data: former });
  await tx.exchangeMark.updateMany({ where: { memberId: id }, data: former });
  await tx.procurementHint.updateMany({ where: { doneById: id }, data: { doneById: null } });
  await eraseFromRules(tx, id, chats);
}
