/** Cancelling a meeting. Pure. */
import type { Instant } from "../system/clock.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";

export type CancelInput = {
  readonly startsAt: Instant;
  readonly now: Instant;
  readonly sequence: number;
  readonly alreadyCancelled: boolean;
};

export type Cancelled = {
  /** When everybody gets the notice; null when they have had it before. */
  readonly notice: Instant | null;
  readonly sequence: number;
};

export type CancelRefusal = "begun";

/**
 * Nothing stays pending after a cancellation, and it is never taken back. Doing it again changes nothing, at
 * any time; a meeting that has begun can no longer be cancelled.
 */
export function cancel({
  startsAt,
  now,
  sequence,
  alreadyCancelled,
}: CancelInput): Outcome<Cancelled, CancelRefusal> {
  if (alreadyCancelled) return ok({ notice: null, sequence });
  if (now >= startsAt) return refused("begun");
  return ok({ notice: now, sequence: sequence + 1 });
}
