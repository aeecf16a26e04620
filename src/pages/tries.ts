/** Whoever tries links that open nothing, one after the other, is slowed down. Pure: the caller brings the time. */
import { createBuckets, rateOf } from "../system/buckets.ts";
import type { Instant } from "../system/clock.ts";
import { type PageAnswer, tooManyTries } from "./answer.ts";

/** Wrong links a minute; an office behind one address, whose calendars ask for an ended link, stays far below. */
const WRONG_PER_MINUTE = 60;

type Open = (secret: string, now: Instant) => Promise<PageAnswer>;

/** Opens a link unless its caller has had too many wrong ones. A link that opens costs nothing. */
export function withTries(open: Open): (secret: string, now: Instant, caller: string) => Promise<PageAnswer> {
  const wrong = createBuckets(rateOf(WRONG_PER_MINUTE));
  return async (secret, now, caller) => {
    // Taken before it is known, so that many at once are no way around it.
    if (!wrong.take(caller, now)) return tooManyTries;
    const answer = await open(secret, now);
    if (answer.status !== 404) wrong.give(caller);
    return answer;
  };
}
