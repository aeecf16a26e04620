/** A party that ends its part in the declaration: until when it takes part, and when it loses its seat. Pure. */
import { addDays, type CalendarDate, calendarDate, yearOf } from "../../calendar/dates.ts";
import { berlinDate, instantOn } from "../../calendar/zones.ts";
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";

export type Leave = {
  /** Key of the party. */
  readonly party: string;
  /** The last day on which it takes part. */
  readonly lastDay: CalendarDate;
  readonly recordedAt: Instant;
};

/** Somebody of the party who has a part in an election that runs. `name` as it is shown there. */
export type InElection = {
  readonly part: "candidate" | "officer" | "scrutineer";
  readonly name: string;
};

/** What is wrong with a form. */
export type LeaveProblem =
  | "partyMissing"
  | "partyUnknown"
  | "already"
  | "dayMissing"
  | "dayOver"
  | "dayTooFar";
export type LeaveRefusal = "notCoordinator" | "gone" | "tooLate";
export type LeaveWarning = "notYearEnd" | "nextYear";

/** Years ahead for which a last day can be entered. */
const FARTHEST_YEARS = 2;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** 31 December: the day to which a termination takes effect, as long as nothing else was agreed. */
export const usualLastDay = (now: Instant): CalendarDate => calendarDate(yearOf(berlinDate(now)), 12, 31);

/** 00:00 in Berlin after the last day: from then on the party has no seat. */
export const endsAt = ({ lastDay }: Pick<Leave, "lastDay">): Instant =>
  instantOn(addDays(lastDay, 1), "00:00");

const isDay = (typed: string): boolean => {
  const [year = 0, month = 0, day = 0] = typed.split("-").map(Number);
  try {
    return DAY.test(typed) && calendarDate(year, month, day) === typed;
  } catch {
    return false;
  }
};

function dayProblem(lastDay: string, now: Instant): LeaveProblem | null {
  if (!isDay(lastDay)) return "dayMissing";
  const today = berlinDate(now);
  if (lastDay < today) return "dayOver";
  return lastDay > calendarDate(yearOf(today) + FARTHEST_YEARS, 12, 31) ? "dayTooFar" : null;
}

export type LeaveDraft = { readonly party: string; readonly lastDay: string };

/** `parties` are those in force; `leaving` those that are to leave already. */
export function checkLeave(
  { party, lastDay }: LeaveDraft,
  parties: readonly string[],
  leaving: readonly string[],
  now: Instant,
): Outcome<LeaveDraft, LeaveProblem> {
  if (party === "") return refused("partyMissing");
  if (!parties.includes(party)) return refused("partyUnknown");
  if (leaving.includes(party)) return refused("already");
  const problem = dayProblem(lastDay, now);
  return problem === null ? ok({ party, lastDay }) : refused(problem);
}

/** What should be looked at again before it is recorded. */
export function warningsOf(lastDay: CalendarDate, now: Instant): readonly LeaveWarning[] {
  const warnings: readonly (LeaveWarning | false)[] = [
    !lastDay.endsWith("-12-31") && "notYearEnd",
    yearOf(lastDay) > yearOf(berlinDate(now)) && "nextYear",
  ];
  return warnings.filter((warning) => warning !== false);
}
