/** What of a meeting's reminders is to be sent now, also after hours or days in which nothing ran. Pure. */
import { quietUntil } from "../calendar/quiet-hours.ts";
import type { Instant } from "../system/clock.ts";
import type { Planned, Stage } from "./ladder.ts";

/** So late a stage still counts as sent in time; it then leaves in the quiet hours too. ms. */
const PUNCTUAL_MS = 5 * 60_000;

export type Due = {
  /** The one stage to send, and when: now, or at the end of the quiet hours. */
  readonly send: { readonly stage: Stage; readonly at: Instant } | null;
  /** Stages that are never sent any more. */
  readonly skip: readonly Stage[];
};

export type DueInput = {
  readonly planned: readonly Planned[];
  /** Instant at which the meeting starts. */
  readonly startsAt: Instant;
  readonly now: Instant;
  readonly sent: readonly Stage[];
};

const names = (stages: readonly Planned[]): readonly Stage[] => stages.map(({ stage }) => stage);

/** When the live stage leaves; null when that would be too late or something newer comes first. */
function leavesAt(
  live: Planned,
  unsent: readonly Planned[],
  startsAt: Instant,
  now: Instant,
): Instant | null {
  const late = live.dayBased && now - live.at > PUNCTUAL_MS;
  const held = late ? quietUntil(now) : null;
  if (held === null) return now;
  const overtaken = unsent.some(({ at }) => now < at && at <= held);
  return held >= startsAt || overtaken ? null : held;
}

/**
 * At most one stage is sent: the latest that is due. Those before it are skipped, for it says the same; once
 * the meeting has begun everything is. Of stages at the same instant the later one of the ladder is the live one.
 */
export function due({ planned, startsAt, now, sent }: DueInput): Due {
  const unsent = planned.filter(({ stage }) => !sent.includes(stage));
  if (now >= startsAt) return { send: null, skip: names(unsent) };
  const inTime = unsent.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
  const live = inTime.at(-1);
  if (!live) return { send: null, skip: [] };
  const at = leavesAt(live, unsent, startsAt, now);
  if (at === null) return { send: null, skip: names(inTime) };
  return { send: { stage: live.stage, at }, skip: names(inTime.slice(0, -1)) };
}
