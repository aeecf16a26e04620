/** What becomes of a message after a try, pure: delivered, later again, or given up for a stated reason. */
import type { Chance } from "../system/chance.ts";
import type { Instant } from "../system/clock.ts";
import type { Rendered, Sent } from "./notice.ts";

const SECOND = 1_000;
export const LONGEST_BACK_OFF_MS = 15 * 60 * SECOND;
/** A pause that the platform asks for is granted up to this; what asks for more is asked again after it. */
const LONGEST_GRANTED_MS = 60 * 60 * SECOND;

/** How a try ended. `faulty`: the words could not be found, because the renderer threw or is missing. */
export type Tried = Sent | { readonly ok: false; readonly failure: "faulty" };

export type Fate =
  | { readonly state: "delivered" }
  /** `failure`: how the last try ended, where there was one. */
  | { readonly state: "expired"; readonly failure?: string }
  | { readonly state: "undeliverable"; readonly failure: "gone" | "rejected" | "noConversation" }
  | { readonly state: "dropped"; readonly failure: Extract<Rendered, { drop: string }>["drop"] }
  /** Tried again at `retryAt`; until then nothing else is sent there. */
  | { readonly state: "pending"; readonly retryAt: Instant; readonly failure: string };

/**
 * Pause in ms before the next try: 1 s after the first, doubled each time, at most 15 min; the later
 * half of it is left to chance, so that what failed together does not come back together.
 */
export function backOff(attempts: number, chance: Chance): number {
  const full = Math.min(SECOND * 2 ** Math.min(Math.max(attempts - 1, 0), 30), LONGEST_BACK_OFF_MS);
  return Math.round(full / 2 + (full / 2) * chance());
}

/** Too late by its own rule. */
export const isLate = (expiresAt: Instant | null, now: Instant): boolean =>
  expiresAt !== null && now > expiresAt;

function pauseAfter(tried: Tried & { ok: false }, attempts: number, chance: Chance): number {
  if (tried.failure !== "throttled" || tried.retryAfterMs === null) return backOff(attempts, chance);
  // At least as long as asked for, and a little more for each in its own way.
  const granted = Math.min(Math.max(tried.retryAfterMs, 0), LONGEST_GRANTED_MS);
  return granted + Math.round(SECOND * chance());
}

/** What a message that has been tried for the `attempts`-th time becomes. */
export function afterTry(
  message: { readonly attempts: number; readonly expiresAt: Instant | null },
  tried: Tried,
  now: Instant,
  chance: Chance,
): Fate {
  if (tried.ok) return { state: "delivered" };
  if (tried.failure === "gone" || tried.failure === "rejected") {
    return { state: "undeliverable", failure: tried.failure };
  }
  const retryAt = now + pauseAfter(tried, message.attempts, chance);
  if (isLate(message.expiresAt, retryAt)) return { state: "expired", failure: tried.failure };
  return { state: "pending", retryAt, failure: tried.failure };
}
