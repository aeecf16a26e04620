/** Moving a meeting to another start. Pure. */
import type { Instant } from "../system/clock.ts";
import type { Planned, Stage } from "./ladder.ts";

/** Stages that say what the notice of the move has just said. */
const SAID_BY_NOTICE: readonly Stage[] = ["einladung", "rsvp"];
/** So long after the notice they would only repeat it. Elapsed time, ms. */
const REPEATS_MS = 24 * 3_600_000;

export type Rescheduled = {
  /** When everybody gets the notice. */
  readonly notice: Instant;
  /** Stages of the new start that will be sent, in the order of the ladder. */
  readonly pending: readonly Planned[];
  /** Stages of the new start that are never sent, in the order of the ladder. */
  readonly superseded: readonly Stage[];
  readonly sequence: number;
};

/**
 * What follows from a move at `now`; `planned` is the ladder of the new start. What was sent for the old start
 * and every reply to it no longer count: the caller forgets both.
 */
export function reschedule(planned: readonly Planned[], now: Instant, sequence: number): Rescheduled {
  const isSuperseded = ({ stage, at }: Planned): boolean =>
    at <= now || (SAID_BY_NOTICE.includes(stage) && at <= now + REPEATS_MS);
  return {
    notice: now,
    pending: planned.filter((one) => !isSuperseded(one)),
    superseded: planned.filter(isSuperseded).map(({ stage }) => stage),
    sequence: sequence + 1,
  };
}
