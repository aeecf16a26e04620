/** What all that takes care of the rules asks of other tables. */
import type { Db, Tx } from "../../db/store.ts";

/**
 * One after the other: an update that changes nothing takes the row of the Forum until the transaction ends.
 * Numbers, equal questions and corrections of one card are judged by what the last one left.
 */
export async function takeTurns(tx: Tx): Promise<void> {
  await tx.forum.updateMany({ where: { id: 1 }, data: { id: { increment: 0 } } });
}

/** Names of members who are still there, by id. */
export async function namesOf(db: Db, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null))];
  if (asked.length === 0) return new Map();
  const query = { where: { id: { in: asked } }, select: { id: true, name: true } };
  const rows = await db.read.member.findMany(query);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
