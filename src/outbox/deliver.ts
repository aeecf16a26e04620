/** Delivers what is due: claim, find the words, send, mark. Safe beside other processes and after a crash. */
import type { Chance } from "../system/chance.ts";
import type { Clock, Instant } from "../system/clock.ts";
import type { NewId } from "../system/ids.ts";
import type { Log } from "../system/log.ts";
import { afterTry, type Fate, isLate, type Tried } from "./delivery.ts";
import { type Address, destinationOf, type Render, type Send } from "./notice.ts";
import type { Pace } from "./pace.ts";
import type { Claimed, OutboxRepository, Settlement } from "./repository.ts";
import { createSettler } from "./settler.ts";

/** How long a claim lasts. After a crash the message leaves so much later. */
export const LEASE_MS = 60_000;
/** `Send` must have ended within this time; no try begins with less of the lease left. */
const SEND_LIMIT_MS = 20_000;
const BATCH = 50;
const ROUNDS = 20;
/** Distance of messages that wait for one conversation: the rate Teams allows for long. */
const SPACING_MS = 500;

export type DeliveryDeps = {
  readonly repository: OutboxRepository;
  /** By kind of notice. */
  readonly renderers: Readonly<Record<string, Render>>;
  readonly send: Send;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly newId: NewId;
  readonly log: Log;
};

/** How many messages ended how; `pending` are those that failed or had to wait. */
type DeliveryCounts = Record<Fate["state"], number>;
export type Delivered = DeliveryCounts & {
  /** Something is due but may not leave yet: ask again after so many ms. */
  readonly againInMs?: number;
};

type Step = Omit<Settlement, "id" | "by" | "traceless">;
type Arrived = Extract<Tried, { ok: true }>;
/** A round of deliveries: what is known while it lasts. */
type Round = { readonly until: Instant; readonly waiting: Map<string, number> };

const recipientOf = ({ notice: { to } }: Claimed): string =>
  "member" in to ? `member ${to.member}` : `conversation ${to.conversation}`;

function byRecipient(claimed: readonly Claimed[]): readonly (readonly Claimed[])[] {
  const groups = new Map<string, Claimed[]>();
  for (const item of claimed) {
    const key = recipientOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

/** The delivery of one process. */
export function createDelivery(deps: DeliveryDeps): {
  /** Delivers everything due at `now` that may leave. Rejects only when the store does not answer. */
  readonly deliverDue: (now: Instant) => Promise<Delivered>;
} {
  const { repository, pace, clock, log } = deps;
  const by = deps.newId();
  const settle = createSettler(repository, clock);

  /** Puts a message back without a try, behind those that wait for the same conversation already. */
  function postpone(round: Round, conversation: string, freeAt: Instant): Step {
    const ahead = round.waiting.get(conversation) ?? 0;
    round.waiting.set(conversation, ahead + 1);
    const dueAt = freeAt + ahead * SPACING_MS;
    return { fate: { state: "pending", dueAt, failure: "paced" }, untried: true };
  }

  async function render({ notice, attempts }: Claimed) {
    try {
      const find = deps.renderers[notice.kind];
      if (!find) throw new Error("no renderer for this kind of notice");
      return await find(notice, clock());
    } catch (error) {
      log.fault("outbox.render", error, { kind: notice.kind, attempts });
      return null;
    }
  }

  async function send(to: Address, reply: Parameters<Send>[1], kind: string): Promise<Tried> {
    try {
      return await deps.send(to, reply);
    } catch (error) {
      log.fault("outbox.send", error, { kind });
      return { ok: false, failure: "unavailable" };
    } finally {
      pace.spend(destinationOf(to), clock());
    }
  }

  /** Where it is now; nothing is kept of a message that must leave no trace. */
  function arrival({ notice }: Claimed, to: Address, { opened, messageId }: Arrived): Partial<Step> {
    const conversationId = opened ?? ("conversationId" in to ? to.conversationId : undefined);
    return {
      ...(conversationId === undefined ? {} : { sent: { conversationId, messageId: messageId ?? null } }),
      ...(opened !== undefined && "member" in notice.to
        ? { opened: { memberId: notice.to.member, to } }
        : {}),
    };
  }

  function stepAfter(item: Claimed, to: Address, tried: Tried): Step {
    const message = { attempts: item.attempts, expiresAt: item.notice.expiresAt };
    const fate = afterTry(message, tried, clock(), deps.chance);
    // What is wrong with the way there is wrong for the next messages as well.
    if (fate.state === "pending" && fate.failure !== "faulty") pace.hold(destinationOf(to), fate.dueAt);
    if (tried.ok) return { fate, ...arrival(item, to, tried) };
    const gone = fate.state === "undeliverable" && fate.failure === "gone";
    // That a message to be replaced is gone says nothing about its conversation: somebody has deleted it.
    const isOver = gone && "conversationId" in to && to.messageId === undefined;
    return isOver ? { fate, deadConversation: to.conversationId } : { fate };
  }

  async function step(item: Claimed, round: Round): Promise<Step> {
    if (isLate(item.notice.expiresAt, clock())) return { fate: { state: "expired" } };
    const to = await repository.addressOf(item.notice);
    if (to === "superseded") return { fate: { state: "dropped", failure: to } };
    if (!to) return { fate: { state: "undeliverable", failure: "noConversation" } };
    const now = clock();
    const there = destinationOf(to);
    const freeAt = pace.freeAt(there, now);
    if (freeAt > now || round.until - now < SEND_LIMIT_MS) return postpone(round, there, freeAt);
    const rendered = await render(item);
    if (!rendered) return stepAfter(item, to, { ok: false, failure: "faulty" });
    if ("drop" in rendered) return { fate: { state: "dropped", failure: rendered.drop } };
    if (rendered.send.kind === "silence") return { fate: { state: "dropped", failure: "superseded" } };
    return stepAfter(item, to, await send(to, rendered.send, item.notice.kind));
  }

  /** Keeps what became of a message, and tells the operator what failed. */
  async function conclude({ id, notice }: Claimed, done: Step): Promise<void> {
    const { kind } = notice;
    const traceless = notice.traceless === true;
    const { fate } = done;
    if (!(await settle({ id, by, traceless, ...done }))) log.warn("outbox.leaseLost", { kind });
    if (traceless) return;
    if (fate.state === "undeliverable") log.warn("outbox.undeliverable", { kind, failure: fate.failure });
    if (fate.state === "expired") log.warn("outbox.expired", { kind });
  }

  /** One after the other, so that what is told to somebody arrives in order. */
  async function deliverGroup(
    group: readonly Claimed[],
    round: Round,
    counts: DeliveryCounts,
  ): Promise<void> {
    for (const item of group) {
      const done = await step(item, round);
      const { state } = done.fate;
      // Whether somebody was told or needed no telling must not be seen in the figures either.
      counts[item.notice.traceless && state !== "pending" ? "delivered" : state] += 1;
      await conclude(item, done);
    }
  }

  async function deliverRound(now: Instant, room: number, counts: DeliveryCounts): Promise<number> {
    const until = now + LEASE_MS;
    const claimed = await repository.claimDue({ by, now, until, limit: Math.min(BATCH, room) });
    const round = { until, waiting: new Map<string, number>() };
    const ended = await Promise.allSettled(
      byRecipient(claimed).map((group) => deliverGroup(group, round, counts)),
    );
    for (const one of ended) if (one.status === "rejected") throw one.reason;
    return claimed.length;
  }

  return {
    deliverDue: async (asked) => {
      const counts: DeliveryCounts = { pending: 0, delivered: 0, expired: 0, undeliverable: 0, dropped: 0 };
      for (let rounds = 0; rounds < ROUNDS; rounds++) {
        const now = Math.max(asked, clock());
        if (!(await repository.hasDue(now))) return counts;
        const room = pace.room(now);
        if (room.count === 0) return { ...counts, againInMs: room.nextAt - now };
        if ((await deliverRound(now, room.count, counts)) === 0) return counts;
      }
      return { ...counts, againInMs: 0 };
    },
  };
}
