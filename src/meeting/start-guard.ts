/** Keeps two dates from standing at the same start, also when two coordinators act at once. */
import type { WallClock } from "../calendar/zones.ts";
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { MeetingDeps } from "./service.ts";

/**
 * Takes a start for the date that this transaction plans or moves; false when another date stands there. Of two
 * at once both read the same number of changes, and the later one waits for the key of the first. The number is
 * read before the dates: what is stored between the two is seen by the second.
 */
export async function takeStart(
  { repository, applyOnce }: Pick<MeetingDeps, "repository" | "applyOnce">,
  tx: Tx,
  startsAt: WallClock,
  now: Instant,
): Promise<boolean> {
  const key = `meeting.start|${startsAt}|${await repository.changes(tx)}`;
  const { again } = await applyOnce(tx, key, "meeting.start", now, async () => startsAt);
  return !again && !(await repository.startsThen(tx, startsAt));
}
