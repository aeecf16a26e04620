/** What the coordinator is shown before a date is planned: a quarter and dates in it. Pure. */
import { type CalendarDate, daysBetween, isWithin, yearOf } from "../../calendar/dates.ts";
import { type Quarter, rangeOf } from "../../calendar/quarters.ts";
import { dateOf } from "../../calendar/zones.ts";
import { quarterAfter, quarterOf } from "../agenda.ts";
import { type CalendarFacts, doubtAbout, type TableDoubt } from "../holidays/holidays.ts";
import type { Meeting } from "../meeting.ts";
import { anchorOf, type ProposalInput, proposeDates, type Weighed, weigh } from "../proposals.ts";

/** Quarters that can be chosen: the present one and those after it. */
const QUARTERS = 7;

export type Proposal = {
  readonly date: CalendarDate;
  /** Days after the anchor of the quarter; negative before it. */
  readonly fromAnchor: number;
  /** Days from today. */
  readonly notice: number;
};

export type QuarterPlan = {
  readonly quarter: Quarter;
  readonly anchor: CalendarDate;
  /** Best first. */
  readonly proposals: readonly Proposal[];
  /** Why there are not more. */
  readonly weighed: Weighed;
  /** What the table of school holidays may be wrong about in this quarter. */
  readonly doubts: readonly TableDoubt[];
  /** Dates that stand in this quarter. */
  readonly planned: readonly Meeting[];
};

/** The quarter as the form carries it: 2026-2. */
export const quarterKey = ({ year, quarter }: Quarter): string => `${year}-${quarter}`;

export const quartersFrom = (today: CalendarDate): readonly Quarter[] => {
  const all = [quarterOf(today)];
  for (let last = all[0]; last && all.length < QUARTERS; last = all.at(-1)) all.push(quarterAfter(last));
  return all;
};

/** Dates of a quarter that are not cancelled. */
export const plannedIn = (quarter: Quarter, meetings: readonly Meeting[]): readonly Meeting[] =>
  meetings.filter(
    ({ startsAt, cancelledAt }) => cancelledAt === null && isWithin(dateOf(startsAt), rangeOf(quarter)),
  );

const inputFor = (quarter: Quarter, today: CalendarDate, calendar: CalendarFacts): ProposalInput => ({
  quarter,
  today,
  schoolHolidays: calendar.holidays,
  blocked: calendar.blocked.map(({ day }) => day),
});

/** First and last day of the quarter stand for it: holidays beyond the table are unknown from its end on. */
function doubtsIn(quarter: Quarter, calendar: CalendarFacts): readonly TableDoubt[] {
  const { from, to } = rangeOf(quarter);
  const found = [doubtAbout(from, calendar), doubtAbout(to, calendar)].filter((one) => one !== null);
  return [...new Set(found)];
}

/** A quarter with up to three proposals, and all that has to be known about it. */
export function planQuarter(
  quarter: Quarter,
  today: CalendarDate,
  calendar: CalendarFacts,
  meetings: readonly Meeting[],
): QuarterPlan {
  const input = inputFor(quarter, today, calendar);
  const anchor = anchorOf(quarter);
  return {
    quarter,
    anchor,
    proposals: proposeDates(input).map((date) => ({
      date,
      fromAnchor: daysBetween(anchor, date),
      notice: daysBetween(today, date),
    })),
    weighed: weigh(input),
    doubts: doubtsIn(quarter, calendar),
    planned: plannedIn(quarter, meetings),
  };
}

export type Chosen = {
  readonly plan: QuarterPlan;
  /** Quarters before it that have no Forum, and for which no date is left. */
  readonly passedOver: readonly Quarter[];
};

/**
 * The next quarter without a Forum for which there is a proposal; with none, the next without a Forum; where
 * every quarter has one, the last. `planOf` is asked for no more quarters than needed.
 */
export function chooseQuarter(
  quarters: readonly Quarter[],
  meetings: readonly Meeting[],
  planOf: (quarter: Quarter) => QuarterPlan,
): Chosen | null {
  const without = quarters.filter((quarter) => plannedIn(quarter, meetings).length === 0);
  for (const [at, quarter] of without.entries()) {
    const plan = planOf(quarter);
    if (plan.proposals.length > 0) return { plan, passedOver: without.slice(0, at) };
  }
  const quarter = without[0] ?? quarters.at(-1);
  return quarter ? { plan: planOf(quarter), passedOver: [] } : null;
}

/** Last year that has to be known to say which of these quarters have a date. */
export const lastYear = (quarters: readonly Quarter[], today: CalendarDate): number =>
  quarters.at(-1)?.year ?? yearOf(today);
