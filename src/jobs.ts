/** Composition of what runs by the clock: delivery of messages, and forgetting. */
import { pruneAppliedActions } from "./db/applied-action.prisma.ts";
import type { Db } from "./db/store.ts";
import { createDelivery } from "./outbox/deliver.ts";
import type { Render, Send } from "./outbox/notice.ts";
import { createPace } from "./outbox/pace.ts";
import { createOutboxRepository } from "./outbox/repository.prisma.ts";
import type { OutboxRepository } from "./outbox/repository.ts";
import { msOf, type Periods } from "./privacy/periods.ts";
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
  /** Nothing is sent to people and places of another tenant. */
  readonly isServed: (tenantId: string) => boolean;
  /** Deletes links of pages that ended before an instant. */
  readonly pages: (before: number) => Promise<number>;
  /** How long what is kept, in days. */
  readonly periods: Periods;
};

export type Jobs = { readonly outbox: Job; readonly retention: Job };

/** A turn that has enqueued something wakes the outbox; this is the rhythm for all other messages. */
const OUTBOX_EVERY_MS = 2000;

/** Without the addresses of tenants that are not served any more: what was for them counts as undeliverable. */
const within = (outbox: OutboxRepository, isServed: JobDeps["isServed"]): OutboxRepository => ({
  ...outbox,
  addressesOf: async (notices) =>
    (await outbox.addressesOf(notices)).map((to) =>
      to === null || to === "superseded" || isServed(to.tenantId) ? to : null,
    ),
});

export function createJobs({ db, metrics, log, pages, periods, isServed, ...deps }: JobDeps): Jobs {
  const repository = within(createOutboxRepository(db), isServed);
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
  const kept = {
    actions: { prune: actions, ms: msOf(periods.action) },
    messages: { prune: repository.prune, ms: msOf(periods.message) },
    pages: { prune: pages, ms: msOf(periods.message) },
  };
  return { outbox, retention: retentionJob(kept, log) };
}
