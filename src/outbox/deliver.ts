/** Delivers what is due: claim, try, mark. Safe beside other processes and after a crash, and in order. */
import type { Instant } from "../system/clock.ts";
import type { NewId } from "../system/ids.ts";
import { type AttemptDeps, createAttempt, type Step } from "./attempt.ts";
import type { Fate } from "./delivery.ts";
import { destinationOf } from "./notice.ts";
import type { Claimed, OutboxRepository, Whereto } from "./repository.ts";
import { createSettler } from "./settler.ts";
import { createUnderWay, type UnderWay } from "./under-way.ts";

/** How long a claim lasts. After a crash the message, and what is behind it, leaves so much later. */
export const LEASE_MS = 30_000;
const BATCH = 50;
const ROUNDS = 20;
/** Sooner than this it is not asked again, so that several that become free together leave together. */
const SOONEST_MS = 20;
/** What others have sent is read again so far back: a commit may end late, and clocks differ. */
const OVERLAP_MS = 10_000;

export type DeliveryDeps = AttemptDeps & {
  readonly repository: OutboxRepository;
  readonly newId: NewId;
  readonly underWay?: UnderWay;
};

/** How many messages ended how; `pending` are those that failed or had to wait. */
type DeliveryCounts = Record<Fate["state"], number>;
export type Delivered = DeliveryCounts & {
  /** Something is due but may not leave yet: ask again after so many ms. */
  readonly againInMs?: number;
};

const recipientOf = ({ notice: { to } }: Claimed): string => ("member" in to ? to.member : to.conversation);

type Addressed = { readonly item: Claimed; readonly to: Whereto };

/** What goes to one place, however it is addressed. */
function byPlace(all: readonly Addressed[]): readonly (readonly Addressed[])[] {
  const groups = new Map<string, Addressed[]>();
  for (const one of all) {
    const key = one.to !== null && one.to !== "superseded" ? destinationOf(one.to) : recipientOf(one.item);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** After it, others to the same recipient go elsewhere than it was thought. */
const changesTheWay = ({ opened, deadConversation }: Step): boolean =>
  opened !== undefined || deadConversation !== undefined;

const BEHIND: Step = { fate: { state: "pending", retryAt: 0, failure: "paced" }, untried: true };

/** Nothing passes one that has to wait, not even when its time has come while that was written down. */
const holdsUp = ({ fate }: Step): boolean => fate.state === "pending" && fate.failure !== "faulty";

const noCounts = (): DeliveryCounts => ({
  ...{ pending: 0, delivered: 0, expired: 0, undeliverable: 0, dropped: 0 },
});

/** The delivery of one process. */
export function createDelivery(deps: DeliveryDeps): {
  /**
   * Delivers everything due at `now` that may leave, and says what ended since it was asked before. What gets no
   * answer for long goes on beside the next call. Rejects only when the store does not answer.
   */
  readonly deliverDue: (now: Instant) => Promise<Delivered>;
  /** Resolves when nothing is under way any more. */
  readonly over: () => Promise<void>;
} {
  const { repository, pace, clock, log } = deps;
  const by = deps.newId();
  const settle = createSettler(repository, clock);
  const attempt = createAttempt(deps);
  const underWay = deps.underWay ?? createUnderWay();
  let counts = noCounts();
  /** Where the messages to a recipient go. Only of those who were written to lately. */
  const destinations = new Map<string, string>();
  let learnedAt = Number.NEGATIVE_INFINITY;

  /** Recipients that get nothing yet because of the pace, with the instant from which on they may. */
  function waitingAt(now: Instant): ReadonlyMap<string, Instant> {
    const waiting = new Map<string, Instant>();
    for (const [recipient, destination] of destinations) {
      const freeAt = pace.freeAt(destination, now);
      if (freeAt > now) waiting.set(recipient, freeAt);
      else destinations.delete(recipient);
    }
    return waiting;
  }

  /** Keeps what became of a message, and tells the operator what failed. */
  async function conclude({ id, notice }: Claimed, { destination: _, ...done }: Step): Promise<void> {
    const { kind } = notice;
    const traceless = notice.traceless === true;
    const { fate } = done;
    // Whether somebody was told or needed no telling must not be seen in the figures either.
    counts[traceless && fate.state !== "pending" ? "delivered" : fate.state] += 1;
    if (!(await settle({ id, by, traceless, ...done }))) log.warn("outbox.leaseLost", { kind });
    if (traceless) return;
    if (fate.state === "undeliverable") log.warn("outbox.undeliverable", { kind, failure: fate.failure });
    if (fate.state === "expired") log.warn("outbox.expired", { kind });
  }

  const nowAt = async ({ notice }: Claimed): Promise<Whereto> =>
    (await repository.addressesOf([notice]))[0] ?? null;

  /** One after the other, so that what is told to somebody arrives in order. */
  async function deliverGroup(group: readonly Addressed[], until: Instant): Promise<void> {
    let isStale = false;
    for (const [at, { item, to: found }] of group.entries()) {
      // One that takes the place of another may do so of one that has just left.
      const again = isStale || item.notice.replaces !== undefined;
      const done = await attempt(item, again ? await nowAt(item) : found, until);
      isStale ||= changesTheWay(done);
      if (done.destination !== undefined) destinations.set(recipientOf(item), done.destination);
      await conclude(item, done);
      if (!holdsUp(done)) continue;
      await Promise.all(group.slice(at + 1).map((one) => conclude(one.item, BEHIND)));
      return;
    }
  }

  function claim(now: Instant, until: Instant, except: readonly string[]): Promise<readonly Claimed[]> {
    const back = Math.min(learnedAt - OVERLAP_MS, now - OVERLAP_MS);
    const since = pace.looksBackMs > 0 ? Math.max(back, now - pace.looksBackMs) : null;
    learnedAt = now;
    return repository.claimDue({
      ...{ by, now, until, except, since },
      room: (sent) => {
        pace.learn(sent, now);
        return Math.min(BATCH, pace.room(now).count - underWay.messages());
      },
    });
  }

  async function deliverRound(now: Instant, except: readonly string[]): Promise<number> {
    const until = now + LEASE_MS;
    const claimed = await claim(now, until, except);
    if (claimed.length === 0) return 0;
    const addresses = await repository.addressesOf(claimed.map(({ notice }) => notice));
    const addressed = claimed.map((item, at) => ({ item, to: addresses[at] ?? null }));
    const groups = byPlace(addressed);
    await underWay.wait(
      groups.map((group) => ({ messages: group.length, work: deliverGroup(group, until) })),
    );
    return claimed.length;
  }

  /** When it is worth asking again though nothing could be taken now; undefined: in the usual rhythm. */
  function again(now: Instant, waiting: ReadonlyMap<string, Instant>): { readonly againInMs?: number } {
    const { count, nextAt } = pace.room(now);
    const instants = count === 0 ? [nextAt] : [...waiting.values()];
    return instants.length === 0 ? {} : { againInMs: Math.max(SOONEST_MS, Math.min(...instants) - now) };
  }

  async function deliverAll(asked: Instant): Promise<{ readonly againInMs?: number }> {
    for (let rounds = 0; rounds < ROUNDS; rounds++) {
      const now = Math.max(asked, clock());
      if (!(await repository.hasDue(now))) return {};
      const waiting = waitingAt(now);
      if (pace.room(now).count === 0) return again(now, waiting);
      if ((await deliverRound(now, [...waiting.keys()])) === 0) return again(now, waiting);
    }
    return { againInMs: 0 };
  }

  return {
    deliverDue: async (asked) => {
      const { againInMs } = await deliverAll(asked);
      const ended = counts;
      counts = noCounts();
      return { ...ended, ...(againInMs === undefined ? {} : { againInMs }) };
    },
    over: underWay.over,
  };
}
