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

/** The subject of an act that has been applied, or null. For deciding; `applyOnce` is what guards. */
export async function findApplied(door: Reader | Tx, key: string): Promise<string | null> {
  const row = await door.appliedAction.findUnique({ where: { key }, select: { subject: true } });
  return row?.subject ?? null;
}

/**
 * Runs `body` unless the act `key` was applied before, and keeps its subject, all in the transaction
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
    const { subject } = await tx.appliedAction.findUniqueOrThrow({ where: { key } });
    return { subject, again: true };
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
