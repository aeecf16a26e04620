/** Use cases around failed messages: look, try again, tell the coordinators. */
import { berlinDate } from "../../calendar/zones.ts";
import type { Tx } from "../../db/store.ts";
import { may, rolesOf } from "../../member/rights.ts";
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import type { Acting } from "../../turn/acting.ts";
import type { Turn } from "../../turn/turn.ts";
import { type Cause, type FailedGroup, groupsOf, isNews, mayRetry } from "./failed.ts";
import { unreachedNotices } from "./notices.ts";
import type { FailedRepository } from "./repository.ts";

export type FailedRefusal = "notCoordinator" | "notPersonal" | "nothingThere" | "tooLate";

export type FailedDeps = Acting & {
  readonly repository: FailedRepository;
  /** Member ids of all who coordinate. */
  readonly coordinators: (tx?: Tx) => Promise<readonly string[]>;
};

export type Retried = { readonly retried: number; readonly late: number };
export type FailedService = ReturnType<typeof failedService>;

const TOLD = "|";

export function failedService(deps: FailedDeps) {
  const { repository } = deps;
  const isCoordinator = (turn: Turn): boolean => may(rolesOf(turn), "delivery.manage");

  async function retryIn(
    tx: Tx,
    { to, cause, now }: { readonly to: string; readonly cause: Cause; readonly now: Instant },
    refuse: (reason: FailedRefusal) => never,
  ): Promise<string> {
    const failed = (await repository.all(tx)).filter((one) => one.to.id === to && one.cause === cause);
    const again = failed.filter((one) => mayRetry(one, now));
    const retried = await repository.retry(tx, again);
    const late = failed.length - again.length;
    if (retried === 0) return refuse(late > 0 ? "tooLate" : "nothingThere");
    return [retried, late].join(TOLD);
  }

  return {
    /** All groups; names are in them, so a place that others read gets the number only. */
    async list(turn: Turn): Promise<Outcome<readonly FailedGroup[], FailedRefusal>> {
      if (!isCoordinator(turn)) return refused("notCoordinator");
      return ok(groupsOf(await repository.all(), turn.now));
    },

    /** Makes the messages of a group pending again, those that are not too late. The same form once. */
    async retry(turn: Turn, key: string, to: string, cause: Cause): Promise<Outcome<Retried, FailedRefusal>> {
      if (!isCoordinator(turn)) return refused("notCoordinator");
      if (turn.place.kind !== "personal") return refused("notPersonal");
      const { now } = turn;
      const done = await orRefuse<FailedRefusal, { readonly subject: string }>((refuse) =>
        deps.write((tx) =>
          deps.applyOnce(tx, key, "delivery.retry", now, () => retryIn(tx, { to, cause, now }, refuse)),
        ),
      );
      if (!done.ok) return done;
      const [retried = 0, late = 0] = done.value.subject.split(TOLD).map(Number);
      return ok({ retried, late });
    },

    /** How many addressees there are whom nothing could be delivered. */
    unreached: async (): Promise<number> => new Set((await repository.failures()).map(({ to }) => to)).size,

    /** Tells the coordinators when there is somebody new out of reach; at most once a day. */
    async tell(now: Instant): Promise<void> {
      const failures = await repository.failures();
      // Nearly always; asking when somebody was told last reads through all that was sent.
      if (failures.length === 0) return;
      const toldAt = await repository.toldAt();
      if (toldAt !== null && berlinDate(toldAt) >= berlinDate(now)) return;
      if (!isNews(failures, toldAt)) return;
      await deps.write(async (tx) => {
        await deps.enqueue(tx, unreachedNotices(await deps.coordinators(tx), now));
      });
    },

    /** Whether somebody still coordinates. */
    coordinates: async (memberId: string): Promise<boolean> => (await deps.coordinators()).includes(memberId),
  };
}
