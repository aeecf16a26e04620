/** Use case before planning: which quarter, which dates, and why these. */
import { calendarDate } from "../../calendar/dates.ts";
import { firstOfMonth, type Quarter } from "../../calendar/quarters.ts";
import { berlinDate } from "../../calendar/zones.ts";
import { type Outcome, ok } from "../../system/outcome.ts";
import type { Turn } from "../../turn/turn.ts";
import { quarterOf } from "../agenda.ts";
import type { CalendarFacts } from "../holidays/holidays.ts";
import type { MeetingRepository } from "../repository.ts";
import type { PlanRefusal } from "../service.ts";
import {
  chooseQuarter,
  lastYear,
  plannedIn,
  planQuarter,
  type QuarterPlan,
  quarterKey,
  quartersFrom,
} from "./plan.ts";

export type PlanningDeps = {
  readonly repository: Pick<MeetingRepository, "within">;
  readonly calendar: () => Promise<CalendarFacts>;
  /** Whether this person can plan now. */
  readonly begin: (turn: Turn) => Promise<Outcome<true, PlanRefusal>>;
};

export type PlanningView = {
  readonly plan: QuarterPlan;
  readonly passedOver: readonly Quarter[];
  /** All that can be chosen, with whether a date stands in it. */
  readonly quarters: readonly { readonly quarter: Quarter; readonly isPlanned: boolean }[];
};

export function planningService({ repository, calendar, begin }: PlanningDeps) {
  return {
    /** Proposals for a quarter named by its key; for the one that needs a date most where none is named. */
    async propose(turn: Turn, wanted?: string): Promise<Outcome<PlanningView, PlanRefusal>> {
      const begun = await begin(turn);
      if (!begun.ok) return begun;
      const today = berlinDate(turn.now);
      const quarters = quartersFrom(today);
      const range = {
        from: firstOfMonth(quarterOf(today), 1),
        to: calendarDate(lastYear(quarters, today), 12, 31),
      };
      const [facts, meetings] = await Promise.all([calendar(), repository.within(range)]);
      const planOf = (quarter: Quarter) => planQuarter(quarter, today, facts, meetings);
      const named = quarters.find((quarter) => quarterKey(quarter) === wanted);
      const chosen = named
        ? { plan: planOf(named), passedOver: [] }
        : chooseQuarter(quarters, meetings, planOf);
      if (!chosen) throw new Error("there is always a quarter");
      const listed = quarters.map((quarter) => ({
        quarter,
        isPlanned: plannedIn(quarter, meetings).length > 0,
      }));
      return ok({ ...chosen, quarters: listed });
    },
  };
}
