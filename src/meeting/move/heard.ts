/** Of which date somebody has last heard, when a date is moved again before the first move was told. Pure. */
import type { WallClock } from "../../calendar/zones.ts";

/** A move that was written for somebody and had not arrived when the date was moved again. */
export type Untold = {
  /** Key of the message. */
  readonly key: string;
  /** The start before it. */
  readonly from: WallClock;
};

/**
 * The start to name as the earlier one: that before the first of the moves of which nothing arrived. `untold` is
 * in the order of the moves, `arrived` holds the keys of those that were delivered after all.
 */
export function lastHeard(
  from: WallClock,
  untold: readonly Untold[],
  arrived: ReadonlySet<string>,
): WallClock {
  const since = untold.findLastIndex(({ key }) => arrived.has(key));
  return untold[since + 1]?.from ?? from;
}
