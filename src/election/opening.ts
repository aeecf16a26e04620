/** The opening of a round: its deadline, its reminders, its register. Pure. */
import { instantOn, wallClockAt } from "../calendar/zones.ts";
import type { Instant } from "../system/clock.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";

export type DeadlineRefusal = "deadline-missing" | "deadline-too-soon" | "deadline-too-late";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
export const SHORTEST_MS = 10 * MINUTE;
export const LONGEST_MS = 60 * DAY;

/** The instant of a date and a time on a clock in Berlin; null when there is no such time. */
function instantAt(date: string, time: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return null;
  try {
    const instant = instantOn(date, time);
    // A time that is left out in spring would silently become another one.
    return wallClockAt(instant) === `${date}T${time}` ? instant : null;
  } catch {
    return null;
  }
}

/** When the round closes: the first instant that is too late. */
export function checkDeadline(date: string, time: string, now: Instant): Outcome<Instant, DeadlineRefusal> {
  const closesAt = instantAt(date, time);
  if (closesAt === null) return refused("deadline-missing");
  if (closesAt < now + SHORTEST_MS) return refused("deadline-too-soon");
  return closesAt > now + LONGEST_MS ? refused("deadline-too-late") : ok(closesAt);
}

export const REMINDERS = ["hours", "day", "half"] as const;
export type Reminder = (typeof REMINDERS)[number];

/**
 * When people are reminded: 2 h and 24 h before the close and at half-time, where that is more than an hour
 * after the opening. Of two within an hour the one nearer to the close stays.
 */
export function remindersOf(
  opensAt: Instant,
  closesAt: Instant,
): readonly { readonly reminder: Reminder; readonly at: Instant }[] {
  const times = { hours: closesAt - 2 * HOUR, day: closesAt - DAY, half: (opensAt + closesAt) / 2 };
  const kept: { reminder: Reminder; at: Instant }[] = [];
  for (const reminder of REMINDERS) {
    const at = Math.round(times[reminder]);
    const clear = kept.every((one) => Math.abs(one.at - at) >= HOUR);
    if (clear && at > opensAt + HOUR && at < closesAt) kept.push({ reminder, at });
  }
  return kept.sort((a, b) => a.at - b.at);
}
