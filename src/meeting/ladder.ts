/** The reminders planned for a meeting: which stage is due when. Pure. */
import { addDays } from "../calendar/dates.ts";
import { workingDayUpTo } from "../calendar/working-days.ts";
import { type ClockTime, dateOf, instantOf, instantOn, type WallClock } from "../calendar/zones.ts";
import type { Instant } from "../system/clock.ts";

/** Name of a stage as it is stored and shown in the log; the coordinator may set others than the usual four. */
export type Stage = string;

/** So many calendar days before the date of the meeting, at a time of that day. */
type DayStep = { readonly stage: Stage; readonly days: number; readonly time: ClockTime };
/** So many minutes of elapsed time before the start. */
type MinuteStep = { readonly stage: Stage; readonly minutes: number };
export type Step = DayStep | MinuteStep;

export type LadderConfig = {
  readonly ladder: readonly Step[];
  /** A stage on a day that is no working day moves back to the one before, or stays. Minutes never move. */
  readonly shift: "previousWorkingDay" | "none";
};

export const DEFAULT_LADDER: LadderConfig = {
  ladder: [
    { stage: "einladung", days: 14, time: "09:00" },
    { stage: "rsvp", days: 7, time: "09:00" },
    { stage: "vortag", days: 1, time: "09:00" },
    { stage: "start", minutes: 60 },
  ],
  shift: "previousWorkingDay",
};

export type Planned = { readonly stage: Stage; readonly at: Instant; readonly dayBased: boolean };

/** Every stage of a meeting with its instant, in the order of the ladder (not of time). */
export function planLadder(start: WallClock, config: LadderConfig = DEFAULT_LADDER): readonly Planned[] {
  const shifted = config.shift === "none" ? (date: string) => date : workingDayUpTo;
  return config.ladder.map((step) => {
    const { stage } = step;
    if ("minutes" in step) {
      return { stage, at: instantOf(start) - step.minutes * 60_000, dayBased: false };
    }
    const date = shifted(addDays(dateOf(start), -step.days));
    return { stage, at: instantOn(date, step.time), dayBased: true };
  });
}
