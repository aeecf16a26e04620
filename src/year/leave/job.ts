/** Takes its seat from a party after its last day: once, also after a downtime and with several processes. */
import { workingDayFrom } from "../../calendar/working-days.ts";
import { berlinDate, instantOn, wallClockAt } from "../../calendar/zones.ts";
import type { Tx } from "../../db/store.ts";
import type { Job } from "../../schedule/ticker.ts";
import type { Instant } from "../../system/clock.ts";
import { endsAt, type Leave } from "./leave.ts";
import { LEAVE, leaveNotices } from "./notices.ts";
import type { LeaveDeps } from "./service.ts";

const EVERY_MS = 30_000;
/** After this the news helps nobody any more. */
const MONTH_MS = 31 * 86_400_000;

export function leaveJob(deps: LeaveDeps): Job {
  const { leaves } = deps;

  /** Nobody is woken by it: it was announced, and it is told on the next working day at nine. */
  function tellAt(now: Instant): Instant {
    return Math.max(now, instantOn(workingDayFrom(berlinDate(now)), "09:00"));
  }

  async function endIn(tx: Tx, leave: Leave, now: Instant): Promise<void> {
    if (!(await leaves.settle(tx, leave, now))) return;
    // The seat first, as everybody does it; then the open rounds, while it is still known whose it was.
    await deps.holdSeat(tx, leave.party);
    await deps.partyLeaves(tx, leave.party);
    const people = await leaves.people(leave.party, tx);
    await leaves.end(tx, leave, wallClockAt(now));
    const told = [...people, ...(await deps.coordinators(tx))];
    const dueAt = tellAt(now);
    await deps.enqueue(tx, leaveNotices(LEAVE.left, leave, told, dueAt, dueAt + MONTH_MS));
  }

  return {
    name: "partyLeave",
    everyMs: EVERY_MS,
    run: async (now) => {
      const faults: unknown[] = [];
      for (const leave of await leaves.pending()) {
        if (endsAt(leave) > now) continue;
        await deps.write((tx) => endIn(tx, leave, now)).catch((error) => faults.push(error));
      }
      if (faults.length > 0) throw faults[0];
      return undefined;
    },
  };
}
