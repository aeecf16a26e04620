/** Composition of what runs by the clock: delivery of messages, and forgetting. */
import { pruneAppliedActions } from "./db/applied-action.prisma.ts";
import type { Db } from "./db/store.ts";
import { createDelivery } from "./outbox/deliver.ts";
import type { Render, Send } from "./outbox/notice.ts";
import { createPace } from "./outbox/pace.ts";
import { createOutboxRepository } from "./outbox/repository.prisma.ts";
import { retentionJob } from "./schedule/retention.ts";
import type { Job } from "./schedule/ticker.ts";
import type { Chance } from "./system/chance.ts";
import type { Clock } from "./system/clock.ts";
import type { NewId } from "./system/ids.ts";
import type { Log } from "./system/log.ts";
import type { Metrics } from "./system/metrics.ts";

export type JobDeps = {
  readonly db: Db;
  readonly renderers: Readonly<Record<string, Render>>;
  readonly send: Send;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly newId: NewId;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Deletes links of pages that ended before an instant. */
  readonly pages: (before: number) => Promise<number>;
};

export type Jobs = { readonly outbox: Job; readonly retention: Job };

/** A turn that has enqueued something wakes the outbox; this is the rhythm for all other messages. */
const OUTBOX_EVERY_MS = 2000;

export function createJobs({ db, metrics, log, pages, ...deps }: JobDeps): Jobs {
  const repository = createOutboxRepository(db);
  const delivery = createDelivery({ ...deps, repository, pace: createPace(), log });
  const outbox: Job = {
    name: "outbox",
    everyMs: OUTBOX_EVERY_MS,
    over: delivery.over,
    run: async (now) => {
      const { againInMs, ...counts } = await delivery.deliverDue(now);
      for (const [state, by] of Object.entries(counts))
        if (by > 0) metrics.count("messages_total", { state }, by);
      return againInMs === undefined ? undefined : { againInMs };
    },
  };
  const actions = (before: number) => pruneAppliedActions(db, before);
  return { outbox, retention: retentionJob({ actions, messages: repository.prune, pages }, log) };
}
