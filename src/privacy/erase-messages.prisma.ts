/** A person in what is sent and in what was done once: recipients, keys, contents that wait. */
import { deleteKeptAlone } from "../db/dialect/outbox-kept.ts";
import { Prisma } from "../db/generated/sqlite/client.ts";
import type { Tx } from "../db/store.ts";
import { FORMER, hasMark, marksOf, type Person, scrubbed } from "./person.ts";

type Scrub = (payload: Prisma.JsonValue) => Prisma.InputJsonValue;

/** Messages to the person, or about nobody else, go; the memory that one was sent goes with them. */
async function deleteMessages(tx: Tx, id: string, marks: readonly string[], chats: readonly string[]) {
  const there = { in: [...chats] };
  await tx.outboxItem.deleteMany({
    where: { OR: [{ memberId: id }, { conversationId: there }, { sentTo: there }] },
  });
  const named = marks.flatMap((mark) => [
    { subject: { contains: mark } },
    { replaces: { contains: mark } },
    { key: { contains: mark }, state: { not: "pending" as const } },
  ]);
  await tx.outboxItem.deleteMany({ where: { OR: named } });
}

/** What waits for others stays, and says nothing of the person. */
async function scrubMessages(tx: Tx, marks: readonly string[], scrub: Scrub): Promise<void> {
  const rows = await tx.outboxItem.findMany({
    where: {
      OR: [{ payload: { not: Prisma.DbNull } }, ...marks.map((mark) => ({ key: { contains: mark } }))],
    },
    select: { id: true, key: true, payload: true },
  });
  for (const { id, key, payload } of rows) {
    const after = payload === null ? null : scrub(payload);
    const isNamed = hasMark(key, marks);
    if (!isNamed && JSON.stringify(after) === JSON.stringify(payload)) continue;
    // A key is unique: two people who were erased must not end up with the same one.
    const clean = marks.reduce((text, mark) => text.replaceAll(mark, `${FORMER}-${id}`), key);
    await tx.outboxItem.update({
      where: { id },
      data: { key: clean, ...(after === null ? {} : { payload: after }) },
    });
  }
}

async function scrubKept(tx: Tx, scrub: Scrub): Promise<void> {
  await deleteKeptAlone(tx);
  for (const { itemId, payload } of await tx.outboxKept.findMany()) {
    const after = scrub(payload);
    if (JSON.stringify(after) !== JSON.stringify(payload))
      await tx.outboxKept.update({ where: { itemId }, data: { payload: after } });
  }
}

export async function eraseFromMessages(tx: Tx, person: Person, chats: readonly string[]): Promise<void> {
  const marks = marksOf(person, chats);
  const scrub: Scrub = (payload) => scrubbed(payload as string, marks, person.name) as Prisma.InputJsonValue;
  await deleteMessages(tx, person.memberId, marks, chats);
  await scrubMessages(tx, marks, scrub);
  await scrubKept(tx, scrub);
  const acts = marks.flatMap((mark) => [{ key: { contains: mark } }, { subject: { contains: mark } }]);
  await tx.appliedAction.deleteMany({ where: { OR: acts } });
  await tx.calendarNote.deleteMany({ where: { OR: marks.map((mark) => ({ key: { contains: mark } })) } });
}
