/** The hours in which nobody is disturbed by something that is late anyway: 20:00 to 06:59 in Berlin. */
import type { Instant } from "../system/clock.ts";
import { addDays } from "./dates.ts";
import { type ClockTime, dateOf, instantOn, wallClockAt } from "./zones.ts";

const BEGIN: ClockTime = "20:00";
const END: ClockTime = "07:00";

/** The instant at which the quiet hours around `now` end; null when it is not quiet. */
export function quietUntil(now: Instant): Instant | null {
  const clock = wallClockAt(now);
  const date = dateOf(clock);
  const time = clock.slice(-5);
  if (time < END) return instantOn(date, END);
  return time >= BEGIN ? instantOn(addDays(date, 1), END) : null;
}
