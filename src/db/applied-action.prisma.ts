/** Idempotency of acts: the same form or message, delivered twice, changes the store once. */
import type { Instant } from "../system/clock.ts";
import { insertAppliedAction } from "./dialect/insert-once.ts";
import type { Db, Reader, Tx } from "./store.ts";

export type Applied = {
  /** Id of what the act made or changed, the first time. */
  readonly subject: string;
  /** True when the act had been applied before; nothing was done this time. */
  readonly again: boolean;
};

/**
 * Where an act is kept whose key was used for an act of another kind: somebody sent the id of one form with another
 * button. The subject of the one is no subject of the other.
 */
const apart = (key: string, kind: string): string => `${key}|${kind}`;

/** The subject of an act that has been applied, or null. For deciding; `applyOnce` is what guards. */
export async function findApplied(door: Reader | Tx, key: string, kind: string): Promise<string | null> {
  const rows = await door.appliedAction.findMany({
    where: { key: { in: [key, apart(key, kind)] }, kind },
    select: { subject: true },
  });
  return rows[0]?.subject ?? null;
}

/**
 * Runs `body` unless the act `key` of this kind was applied before, and keeps its subject, all in the transaction
 * `tx`. A second call at the same time waits for the first one's transaction: it gets the first one's
 * subject when that commits, and runs `body` itself when that rolls back.
 */
export async function applyOnce(
  tx: Tx,
  key: string,
  kind: string,
  now: Instant,
  body: () => Promise<string>,
): Promise<Applied> {
  if (!(await insertAppliedAction(tx, key, kind, now))) {
    const found = await tx.appliedAction.findUniqueOrThrow({ where: { key } });
    if (found.kind !== kind) return applyOnce(tx, apart(key, kind), kind, now, body);
    return { subject: found.subject, again: true };
  }
  const subject = await body();
  await tx.appliedAction.update({ where: { key }, data: { subject } });
  return { subject, again: false };
}

/** Forgets acts applied before `before`; returns how many. A form that old is answered as a new act. */
export const pruneAppliedActions = (db: Db, before: Instant): Promise<number> =>
  db.write(
    async (tx) => (await tx.appliedAction.deleteMany({ where: { at: { lt: new Date(before) } } })).count,
  );
