/** How fast messages may leave: below what Teams allows, per conversation and in all. */
import type { Instant } from "../system/clock.ts";

/** At most `count` messages in any `ms` milliseconds. */
export type Limit = { readonly count: number; readonly ms: number };
export type Limits = { readonly conversation: readonly Limit[]; readonly all: readonly Limit[] };

/** Teams' own: one bot in one conversation, and one bot in all (per tenant). */
export const TEAMS_LIMITS: Limits = {
  conversation: [
    { count: 7, ms: 1_000 },
    { count: 8, ms: 2_000 },
    { count: 60, ms: 30_000 },
    { count: 1_800, ms: 3_600_000 },
  ],
  all: [{ count: 50, ms: 1_000 }],
};

export const NO_LIMITS: Limits = { conversation: [], all: [] };

export type Pace = {
  /** From when on a message may be sent there; `now` when at once. */
  readonly freeAt: (conversationId: string, now: Instant) => Instant;
  /** How many may leave now in all, and from when on the next one may. */
  readonly room: (now: Instant) => { readonly count: number; readonly nextAt: Instant };
  /**
   * Counts a message, also one of a turn, when its sending has ended: it arrived at some time before, so
   * the next ones are never closer to it, over there, than they are here.
   */
  readonly spend: (conversationId: string, now: Instant) => void;
  /** Lets nothing through to a conversation before `until`: it has asked for a pause. */
  readonly hold: (conversationId: string, until: Instant) => void;
};

/** First instant, not before `now`, at which one more message fits under every limit. */
export function nextFree(sent: readonly Instant[], limits: readonly Limit[], now: Instant): Instant {
  return limits.reduce((free, { count, ms }) => {
    const blocking = sent[sent.length - count];
    return blocking === undefined ? free : Math.max(free, blocking + ms);
  }, now);
}

const longest = (limits: readonly Limit[]): number => Math.max(0, ...limits.map((limit) => limit.ms));

/** Drops what no limit looks at any more. */
function forget(sent: Instant[], limits: readonly Limit[], now: Instant): void {
  const horizon = now - longest(limits);
  let old = 0;
  while (old < sent.length && (sent[old] ?? now) <= horizon) old += 1;
  if (old > 0) sent.splice(0, old);
}

/** Keeps the instants of the last messages; conversations that fell silent are forgotten. */
export function createPace(limits: Limits = TEAMS_LIMITS): Pace {
  const byConversation = new Map<string, Instant[]>();
  const heldUntil = new Map<string, Instant>();
  const all: Instant[] = [];
  let sweepAt = 0;

  function sweep(now: Instant): void {
    if (now < sweepAt) return;
    sweepAt = now + longest(limits.conversation);
    for (const [id, until] of heldUntil) if (until <= now) heldUntil.delete(id);
    for (const [id, sent] of byConversation) {
      forget(sent, limits.conversation, now);
      if (sent.length === 0) byConversation.delete(id);
    }
  }

  return {
    freeAt: (conversationId, now) =>
      Math.max(
        heldUntil.get(conversationId) ?? now,
        nextFree(byConversation.get(conversationId) ?? [], limits.conversation, now),
        nextFree(all, limits.all, now),
      ),
    room: (now) => {
      const counts = limits.all.map(({ count, ms }) => count - all.filter((at) => at > now - ms).length);
      return { count: Math.max(0, Math.min(...counts)), nextAt: nextFree(all, limits.all, now) };
    },
    spend: (conversationId, now) => {
      forget(all, limits.all, now);
      if (limits.all.length > 0) all.push(now);
      sweep(now);
      if (limits.conversation.length === 0) return;
      const sent = byConversation.get(conversationId) ?? [];
      forget(sent, limits.conversation, now);
      sent.push(now);
      byConversation.set(conversationId, sent);
    },
    hold: (conversationId, until) => {
      heldUntil.set(conversationId, until);
    },
  };
}
