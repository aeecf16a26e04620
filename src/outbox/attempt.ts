/** One try to deliver one message: whereto, with which words, and what became of it. */
import type { Chance } from "../system/chance.ts";
import type { Clock, Instant } from "../system/clock.ts";
import type { Log } from "../system/log.ts";
import { afterTry, isLate, type Tried } from "./delivery.ts";
import { type Address, destinationOf, type Render, type Send } from "./notice.ts";
import type { Pace } from "./pace.ts";
import type { Claimed, Settlement, Whereto } from "./repository.ts";

/** `Send` ends within 10 s, and the clocks of two processes differ: no try begins with less of the lease left. ms. */
const SEND_LIMIT_MS = 13_000;

export type AttemptDeps = {
  /** By kind of notice. */
  readonly renderers: Readonly<Record<string, Render>>;
  readonly send: Send;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
};

export type Step = Omit<Settlement, "id" | "by" | "traceless"> & {
  /** Where it was to go; the pace of that place is what the next one waits for. */
  readonly destination?: string;
};
type Arrived = Extract<Tried, { ok: true }>;

/** Where it is now; nothing is kept of a message that must leave no trace. */
function arrival({ notice }: Claimed, to: Address, { opened, messageId }: Arrived): Partial<Step> {
  const conversationId = opened ?? ("conversationId" in to ? to.conversationId : undefined);
  return {
    ...(conversationId === undefined ? {} : { sent: { conversationId, messageId: messageId ?? null } }),
    ...(opened !== undefined && "member" in notice.to ? { opened: { memberId: notice.to.member, to } } : {}),
  };
}

/** The function tries a claimed message; `until` is the end of its lease. Never rejects. */
export function createAttempt(
  deps: AttemptDeps,
): (item: Claimed, to: Whereto, until: Instant) => Promise<Step> {
  const { pace, clock, log } = deps;

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

  function stepAfter(item: Claimed, to: Address, tried: Tried): Step {
    const message = { attempts: item.attempts, expiresAt: item.notice.expiresAt };
    const fate = afterTry(message, tried, clock(), deps.chance);
    const destination = destinationOf(to);
    // What is wrong with the way there is wrong for the next messages as well.
    if (fate.state === "pending" && fate.failure !== "faulty") pace.hold(destination, fate.retryAt);
    if (tried.ok) return { fate, ...arrival(item, to, tried), destination };
    const gone = fate.state === "undeliverable" && fate.failure === "gone";
    // That a message to be replaced is gone says nothing about its conversation: somebody has deleted it.
    const isOver = gone && "conversationId" in to && to.messageId === undefined;
    return { fate, destination, ...(isOver ? { deadConversation: to.conversationId } : {}) };
  }

  return async (item, to, until) => {
    if (isLate(item.notice.expiresAt, clock())) return { fate: { state: "expired" } };
    if (to === "superseded") return { fate: { state: "dropped", failure: to } };
    if (!to) return { fate: { state: "undeliverable", failure: "noConversation" } };
    const now = clock();
    const destination = destinationOf(to);
    const freeAt = pace.freeAt(destination, now);
    if (freeAt > now || until - now < SEND_LIMIT_MS)
      return { fate: { state: "pending", retryAt: freeAt, failure: "paced" }, untried: true, destination };
    const rendered = await render(item);
    if (!rendered) return stepAfter(item, to, { ok: false, failure: "faulty" });
    if ("drop" in rendered) return { fate: { state: "dropped", failure: rendered.drop } };
    if (rendered.send.kind === "silence") return { fate: { state: "dropped", failure: "superseded" } };
    return stepAfter(item, to, await send(to, rendered.send, item.notice.kind));
  };
}
