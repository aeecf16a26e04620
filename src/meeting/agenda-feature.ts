/** Puts together what has to do with the year, agendas, papers and calendars of dates. */
import type { Page } from "../pages/service.ts";
import type { Instant } from "../system/clock.ts";
import { besideOf } from "./agenda-beside.ts";
import { yearRoutes } from "./agenda-year.routes.ts";
import { calendarRoutes } from "./calendar/routes.ts";
import { type CalendarDeps, calendarPages } from "./calendar/service.ts";
import { linesOf } from "./items/cards.ts";
import { agendaJob } from "./items/job.ts";
import { itemRoutes } from "./items/routes.ts";
import type { ItemDeps } from "./items/service.ts";
import { paperRoutes } from "./papers/routes.ts";
import type { PaperDeps } from "./papers/service.ts";
import type { MeetingRepository } from "./repository.ts";

export type AgendaFeatureDeps = Omit<ItemDeps, "hold"> &
  Omit<PaperDeps, "repository"> &
  Omit<CalendarDeps, "repository"> & { readonly repository: MeetingRepository };

export function agendaFeature(given: AgendaFeatureDeps) {
  const { repository, items, partyName } = given;
  const itemised = itemRoutes({ ...given, hold: (tx, id) => repository.hold(tx, id) });
  const papered = paperRoutes(given);

  async function itemCounts(ids: readonly string[], now: Instant): Promise<ReadonlyMap<string, number>> {
    const [counts, next, waiting] = await Promise.all([
      items.counts(ids),
      items.nextDate(now),
      items.waiting(),
    ]);
    if (next === null || !ids.includes(next.id)) return counts;
    return new Map([...counts, [next.id, (counts.get(next.id) ?? 0) + waiting.length]]);
  }

  /** The agenda of a date in one line an item, as text: in a card it goes through `plain`. */
  const agendaLines = async (meetingId: string, now: Instant): Promise<readonly string[]> =>
    linesOf(await itemised.service.itemsOf(meetingId, now), { partyName });

  const year = {
    repository,
    seats: () => given.seats(),
    partyName,
    itemCounts,
    papersOf: papered.service.ofDates,
  };
  const papersOf = async (id: string) => (await papered.service.ofDates([id])).get(id) ?? [];
  return {
    routes: [yearRoutes(year), itemised, papered, calendarRoutes(given)],
    jobs: { agenda: agendaJob(itemised.service) },
    pages: calendarPages(given) satisfies Readonly<Record<string, Page>>,
    agendaLines,
    /** What belongs on every card about one date. */
    beside: besideOf({ agendaLines, papersOf }),
  };
}
