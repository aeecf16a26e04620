/** How much is due and not delivered, for the figures. */
import type { Db } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";

export async function waitingMessages(
  db: Db,
  now: Instant,
): Promise<{ readonly count: number; readonly dueAt: Instant | null }> {
  const found = await db.read.outboxItem.aggregate({
    where: { state: "pending", dueAt: { lte: new Date(now) } },
    _count: { _all: true },
    _min: { dueAt: true },
  });
  // One that waits for its next try keeps its first instant.
  return { count: found._count._all, dueAt: found._min.dueAt?.getTime() ?? null };
}
