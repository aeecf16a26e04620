/** When an election goes on: the instants its timers wait for. Pure; wall clock is Berlin's. */
import { addDays, nextWeekday, WEEKDAYS } from "../calendar/dates.ts";
import { workingDayFrom } from "../calendar/working-days.ts";
import { berlinDate, instantOn, wallClockAt } from "../calendar/zones.ts";
import type { Instant } from "../system/clock.ts";
import { SHORTEST_MS } from "./opening.ts";
import { isFinal, type State } from "./process.ts";
import type { Wahlordnung } from "./wahlordnung.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MORNING = "09:00";
const EVENING = "18:00";
/** A second time for nominations, where nobody stands (elections.md: extended once by seven days). */
const EXTENSION_DAYS = 7;

/** 09:00 on the first working day after the day of `now`. */
export const nextMorning = (now: Instant): Instant =>
  instantOn(workingDayFrom(addDays(berlinDate(now), 1)), MORNING);

/** 09:00 on the first working day that begins at least so many days after `from`. */
function morningAfter(from: Instant, days: number): Instant {
  const day = workingDayFrom(addDays(berlinDate(from), days));
  const at = instantOn(day, MORNING);
  return at >= from + days * DAY ? at : instantOn(workingDayFrom(addDays(day, 1)), MORNING);
}

/** 18:00, so many days after the day of `from`. */
export const eveningAfter = (from: Instant, days: number): Instant =>
  instantOn(addDays(berlinDate(from), days), EVENING);

/** The same time on the clock so many days later, also over the change of the clocks; seconds are cut off. */
function sameTimeAfter(from: Instant, days: number): Instant {
  const [date = "", time = ""] = wallClockAt(from).split("T");
  return instantOn(addDays(date, days), time);
}

/** The end of nominations that a rule proposes. */
export const nominationEnd = (now: Instant, rule: Wahlordnung): Instant =>
  eveningAfter(now, rule.nominationDays);

type Entry = {
  readonly state: State;
  readonly rule: Wahlordnung;
  /** When the state began. */
  readonly now: Instant;
  /** Close of the last round; null before the first. */
  readonly closedAt: Instant | null;
};

/**
 * The instant at which the timer of a state that has just begun is due; null where nothing is waited for.
 * The end of the first nominations is chosen at the announcement; this gives the one of the extension.
 */
export function dueIn({ state, rule, now, closedAt }: Entry): Instant | null {
  if (isFinal(state)) return null;
  switch (state) {
    case "nomination":
      return eveningAfter(now, EXTENSION_DAYS);
    case "ready":
    case "runoff_pending":
      return nextMorning(now);
    // At least one week after the first round (GemO BW § 37(7)).
    case "second_round_pending":
      return morningAfter(closedAt ?? now, rule.secondRoundMinDays);
    case "acceptance":
      return sameTimeAfter(now, rule.acceptanceDays);
    default:
      return null;
  }
}

/** The close of a round that opens at `opensAt`: as chosen for the first round, else by the rule. */
export function closeOf(
  stage: "first" | "runoff" | "second",
  opensAt: Instant,
  rule: Wahlordnung,
  chosen: Instant | null,
): Instant {
  if (stage === "first" && chosen !== null && chosen >= opensAt + SHORTEST_MS) return chosen;
  return eveningAfter(opensAt, stage === "runoff" ? rule.runoffDays : rule.votingDays);
}

/** When a person who has to answer is reminded: 48 and 24 hours before the end, where there is time left. */
export const acceptanceReminders = (now: Instant, dueAt: Instant): readonly Instant[] =>
  [dueAt - 2 * DAY, dueAt - DAY].filter((at) => at > now + HOUR);

export const objectionEnd = (now: Instant, rule: Wahlordnung): Instant =>
  sameTimeAfter(now, rule.objectionDays);

const DRAWS = [
  { weekday: WEEKDAYS.wednesday, time: "18:25" },
  { weekday: WEEKDAYS.saturday, time: "19:25" },
] as const;

/** The first drawing of Lotto 6aus49 (Wednesday and Saturday) at least 24 hours after the close. */
export function lottoAfter(closedAt: Instant): { readonly date: string; readonly at: Instant } {
  const earliest = closedAt + DAY;
  const day = berlinDate(earliest);
  const draws = DRAWS.flatMap(({ weekday, time }) =>
    [day, addDays(day, 1)].map((from) => {
      const date = nextWeekday(from, weekday);
      return { date, at: instantOn(date, time) };
    }),
  );
  const [first] = draws.filter(({ at }) => at >= earliest).sort((a, b) => a.at - b.at);
  if (!first) throw new Error("there is a drawing twice a week");
  return first;
}
