/** A delivery that can be watched: what it sends goes into a list, and answers as the test says. */
import type { Db } from "../../src/db/store.ts";
import { createDelivery } from "../../src/outbox/deliver.ts";
import type { Address, Notice, Render, Sent } from "../../src/outbox/notice.ts";
import { createPace, NO_LIMITS, type Pace } from "../../src/outbox/pace.ts";
import { createEnqueue, createOutboxRepository } from "../../src/outbox/repository.prisma.ts";
import { systemIds } from "../../src/system/ids.ts";
import type { Log } from "../../src/system/log.ts";
import { type Reply, text } from "../../src/turn/reply.ts";

export const enqueue = createEnqueue(systemIds);

export const notice = (key: string, more: Partial<Notice> = {}): Notice => ({
  ...{
    key,
    kind: "test.told",
    subject: "subject",
    to: { conversation: "c1" },
    dueAt: 1_000,
    expiresAt: null,
  },
  ...more,
});

/** A claim of at most `limit` messages that looks at nobody else. */
export const claiming = (by: string, now: number, until: number, limit: number) => ({
  ...{ by, now, until, except: [], since: null, room: () => limit },
});

/** A conversation to write to; the member's own where one is named. */
export const conversation = (id: string, memberId: string | null = null) => ({
  data: {
    ...{ id, memberId, kind: memberId === null ? ("group" as const) : ("personal" as const) },
    ...{ tenantId: "tenant", serviceUrl: "https://example.org/", botId: "bot" },
  },
});

export async function member(db: Db, id: string): Promise<void> {
  const at = new Date(0);
  await db.write(async (tx) => {
    const data = { key: id, name: "Gemeinde", kind: "Gemeinde", party: true, validFrom: "2021-10-15" };
    await tx.organisation.create({ data });
    await tx.member.create({
      data: {
        ...{ id, tenantId: "tenant", aadObjectId: id, teamsUserId: `29:${id}`, name: "Hauptamt" },
        ...{ organisationKey: id, createdAt: at, updatedAt: at },
      },
    });
  });
}

export type Watched = {
  now: number;
  /** What the platform answers to the n-th message, counted from 1. */
  answer: (sent: number) => Promise<Sent>;
  render: Render;
  readonly sent: { readonly to: Address; readonly text: string }[];
  readonly logged: string[];
  readonly deliver: () => ReturnType<ReturnType<typeof createDelivery>["deliverDue"]>;
};

const textOf = (reply: Reply): string => (reply.kind === "text" ? reply.text : reply.kind);

/** One process that delivers. Several on one database are replicas. */
export function watchedDelivery(db: Db, pace: Pace = createPace(NO_LIMITS)): Watched {
  const sent: { to: Address; text: string }[] = [];
  const logged: string[] = [];
  const log: Log = {
    info: (event) => logged.push(event),
    warn: (event, fields) => logged.push(`${event} ${JSON.stringify(fields)}`),
    fault: (event, _error, fields) => logged.push(`${event} ${JSON.stringify(fields)}`),
  };
  const watched: Omit<Watched, "deliver"> = {
    now: 1_000,
    answer: async () => ({ ok: true }),
    render: async ({ key }) => ({ send: text(key) }),
    sent,
    logged,
  };
  const delivery = createDelivery({
    repository: createOutboxRepository(db),
    renderers: { "test.told": (item, now) => watched.render(item, now) },
    send: async (to, reply) => {
      sent.push({ to, text: textOf(reply) });
      return watched.answer(sent.length);
    },
    ...{ pace, log, clock: () => watched.now, chance: () => 0.5, newId: systemIds },
  });
  return Object.assign(watched, { deliver: () => delivery.deliverDue(watched.now) });
}
