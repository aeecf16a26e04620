/** Use cases of a party that comes back: who could, and recording it. */
import type { Tx } from "../../db/store.ts";
import { may, rolesOf } from "../../member/rights.ts";
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import type { Turn } from "../../turn/turn.ts";
import type { Leave } from "./leave.ts";
import { LEAVE, leaveNotices } from "./notices.ts";
import { checkReturn, type ReturnProblem, type ReturnRefusal } from "./return.ts";
import type { LeaveDeps } from "./service.ts";

/** After this the news helps nobody any more. */
const MONTH_MS = 31 * 86_400_000;

export type ReturnStop = ReturnRefusal | ReturnProblem;
export type ReturnService = ReturnType<typeof returnService>;

export function returnService(deps: LeaveDeps) {
  const { leaves, write, applyOnce, enqueue } = deps;
  const isEntitled = (turn: Turn): boolean => may(rolesOf(turn), "year.care");

  async function returnIn(tx: Tx, turn: Turn, leave: Leave, refuse: (why: ReturnStop) => never) {
    // Two coordinators at once: whoever takes the record first brings the party back.
    if (!(await leaves.comeBack(tx, leave, turn.now))) return refuse("gone");
    const all = [...(await leaves.people(leave.party, tx)), ...(await deps.coordinators(tx))];
    const told = all.filter((id) => id !== turn.member?.id);
    await enqueue(tx, leaveNotices(LEAVE.returned, leave, told, turn.now, turn.now + MONTH_MS));
    return leave.party;
  }

  return {
    /** Parties that have left and could come back; for the coordinator only. */
    async look(turn: Turn): Promise<Outcome<readonly Leave[], ReturnRefusal>> {
      return isEntitled(turn) ? ok(await leaves.left()) : refused("notCoordinator");
    },

    async review(turn: Turn, party: string): Promise<Outcome<Leave, ReturnStop>> {
      return isEntitled(turn) ? checkReturn(party, await leaves.left()) : refused("notCoordinator");
    },

    /**
     * From this instant on the party has a seat again, with nobody on it, and its people are told. Once per key;
     * `recordedAt` is that of the leave that was looked at. Open rounds go on without it.
     */
    async record(
      turn: Turn,
      key: string,
      party: string,
      recordedAt: Instant,
    ): Promise<Outcome<null, ReturnStop>> {
      if (!isEntitled(turn)) return refused("notCoordinator");
      const done = await orRefuse<ReturnStop, unknown>((refuse) =>
        write((tx) =>
          applyOnce(tx, key, "year.return", turn.now, async () => {
            const checked = checkReturn(party, await leaves.left(tx));
            if (!checked.ok || checked.value.recordedAt !== recordedAt) return refuse("gone");
            return returnIn(tx, turn, checked.value, refuse);
          }),
        ),
      );
      return done.ok ? ok(null) : done;
    },
  };
}
