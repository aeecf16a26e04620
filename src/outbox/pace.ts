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

/** By so much the clocks of two processes may differ: what another one has sent as lately as that counts as of now. */
const SKEW_MS = 3_000;
const LONGEST_HOLD_MS = 2 * 3_600_000;

export const NO_LIMITS: Limits = { conversation: [], all: [] };

/** A message that another process has sent. */
export type Elsewhere = { readonly id: string; readonly conversationId: string; readonly at: Instant };

export type Pace = {
  /** From when on a message may be sent there, as far as that conversation is concerned; `now` when at once. */
  readonly freeAt: (conversationId: string, now: Instant) => Instant;
  /** How many may leave now in all, and from when on the next one may. */
  readonly room: (now: Instant) => { readonly count: number; readonly nextAt: Instant };
  /**
   * Counts a message when its sending has ended: it arrived at some time before, so the next ones are never
   * closer to it, over there, than they are here.
   */
  readonly spend: (conversationId: string, now: Instant) => void;
  /** Counts what other processes have sent; each message once, however often it is told. */
  readonly learn: (sent: readonly Elsewhere[], now: Instant) => void;
  /** How far back a message still counts, ms; 0 without limits. */
  readonly looksBackMs: number;
  /** Lets nothing through to a conversation before `until`: it has asked for a pause. */
  readonly hold: (conversationId: string, until: Instant) => void;
};

/** First instant, not before `now`, at which one more message fits under every limit. */
export function nextFree(sent: readonly Instant[], limits: readonly Limit[], now: Instant): Instant {
  return limits.reduce((free, { count, ms }) => {
    const blocking = sent[sent.length - count];
    // What lies ahead was noted before the clock went back, or by a clock that is ahead: it counts as of now.
    return blocking === undefined ? free : Math.max(free, Math.min(blocking, now) + ms);
  }, now);
}

const longest = (limits: readonly Limit[]): number => Math.max(0, ...limits.map((limit) => limit.ms));

/** Drops what no limit looks at any more; what lies ahead is taken for now, so that it ends. */
function forget(sent: Instant[], limits: readonly Limit[], now: Instant): void {
  const horizon = now - longest(limits);
  let old = 0;
  while (old < sent.length && (sent[old] ?? now) <= horizon) old += 1;
  if (old > 0) sent.splice(0, old);
  for (let at = sent.length - 1; at >= 0 && (sent[at] ?? now) > now; at--) sent[at] = now;
}

/** Puts `at` where it belongs; nearly always that is the end. */
function note(sent: Instant[], at: Instant): void {
  let position = sent.length;
  while (position > 0 && (sent[position - 1] ?? at) > at) position -= 1;
  sent.splice(position, 0, at);
}

/** Keeps the instants of the last messages; conversations that fell silent are forgotten. */
export function createPace(limits: Limits = TEAMS_LIMITS): Pace {
  const byConversation = new Map<string, Instant[]>();
  const heldUntil = new Map<string, Instant>();
  const learned = new Map<string, Instant>();
  const all: Instant[] = [];
  const looksBackMs = Math.max(longest(limits.conversation), longest(limits.all));
  let sweepAt = 0;

  function dropOld(instants: Map<string, Instant>, upTo: Instant): void {
    for (const [id, at] of instants) if (at <= upTo) instants.delete(id);
  }

  function sweep(now: Instant): void {
    if (now < sweepAt && sweepAt <= now + looksBackMs) return;
    sweepAt = now + looksBackMs;
    dropOld(heldUntil, now);
    dropOld(learned, now - looksBackMs);
    for (const [id, sent] of byConversation) {
      forget(sent, limits.conversation, now);
      if (sent.length === 0) byConversation.delete(id);
    }
  }

  function count(conversationId: string, at: Instant, now: Instant): void {
    const sent = byConversation.get(conversationId) ?? [];
    for (const [list, some] of [
      [all, limits.all],
      [sent, limits.conversation],
    ] as const) {
      forget(list, some, now);
      if (some.length > 0) note(list, Math.min(at, now));
    }
    if (sent.length > 0) byConversation.set(conversationId, sent);
  }

  return {
    looksBackMs,
    freeAt: (conversationId, now) =>
      Math.max(
        // A pause is never longer; one that reaches farther was noted before the clock went back.
        Math.min(heldUntil.get(conversationId) ?? now, now + LONGEST_HOLD_MS),
        nextFree(byConversation.get(conversationId) ?? [], limits.conversation, now),
      ),
    room: (now) => {
      forget(all, limits.all, now);
      const counts = limits.all.map((limit) => limit.count - all.filter((at) => at > now - limit.ms).length);
      return { count: Math.max(0, Math.min(...counts)), nextAt: nextFree(all, limits.all, now) };
    },
    spend: (conversationId, now) => {
      sweep(now);
      count(conversationId, now, now);
    },
    learn: (sent, now) => {
      for (const { id, conversationId, at } of sent) {
        if (learned.has(id)) continue;
        learned.set(id, at);
        count(conversationId, at < now - SKEW_MS ? at : now, now);
      }
    },
    hold: (conversationId, until) => {
      heldUntil.set(conversationId, until);
    },
  };
}
