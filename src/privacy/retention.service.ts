/** What runs by the clock: people who asked to be erased or left long ago, and all else that has served its purpose. */
import type { Tx } from "../db/store.ts";
import type { Job } from "../schedule/ticker.ts";
import type { Instant } from "../system/clock.ts";
import type { Log } from "../system/log.ts";
import type { Erase } from "./erase.service.ts";
import { msOf, type Periods } from "./periods.ts";
import type { RetentionRepository } from "./retention.repository.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Whoever asks to be erased is erased within a week, whatever is still open. */
export const LATEST_MS = 7 * DAY_MS;

export type RetentionDeps = {
  readonly repository: RetentionRepository;
  readonly erase: Erase;
  readonly write: <T>(body: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly periods: Periods;
  readonly log: Log;
};

export function retentionService({ repository, erase, write, periods, log }: RetentionDeps) {
  const before = (now: Instant, period: keyof Periods): Instant => now - msOf(periods[period]);

  /** Erases those who wait for it as soon as no open round names them, at the latest after a week. */
  async function pending(now: Instant): Promise<number> {
    let gone = 0;
    for (const { memberId, askedAt, own, left } of await repository.pending()) {
      const evenNow = now - askedAt >= LATEST_MS;
      const done = await write(async (tx) => {
        if (left) return erase(tx, memberId, now, { own, evenNow });
        await repository.stay(tx, memberId);
        return null;
      });
      if (done?.gone) gone += 1;
    }
    return gone;
  }

  async function profiles(now: Instant): Promise<number> {
    const ids = await repository.leftBefore(before(now, "profile"));
    for (const id of ids) await write((tx) => erase(tx, id, now, { evenNow: true }));
    return ids.length;
  }

  const steps: Readonly<Record<string, (now: Instant) => Promise<number>>> = {
    profiles,
    registers: (now) => repository.forgetRegisters(before(now, "register")),
    nominations: () => repository.forgetNominations(),
    groups: (now) => repository.forgetGroups(before(now, "group"), now),
    changes: (now) => repository.forgetChanges(before(now, "change")),
    requests: (now) => repository.forgetRequests(before(now, "request")),
  };

  /** All of it, by nothing but the present instant; one that fails does not keep the others from it. */
  async function forget(now: Instant): Promise<undefined> {
    const faults: unknown[] = [];
    for (const [what, step] of Object.entries(steps)) {
      const rows = await step(now).catch((error) => faults.push(error) * 0);
      if (rows > 0) log.info("retention.pruned", { what, rows });
    }
    if (faults.length > 0) throw faults[0];
    return undefined;
  }

  const jobs: Readonly<Record<"privacyRetention" | "privacyPending", Job>> = {
    privacyRetention: { name: "privacyRetention", everyMs: DAY_MS, run: forget },
    privacyPending: {
      name: "privacyPending",
      everyMs: HOUR_MS,
      run: async (now) => {
        const rows = await pending(now);
        if (rows > 0) log.info("retention.pruned", { what: "erased", rows });
        return undefined;
      },
    },
  };
  return { jobs };
}
