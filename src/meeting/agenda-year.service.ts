/** The use case of looking at a year: its dates with what belongs to them, and its gaps. */
import { yearOf } from "../calendar/dates.ts";
import { berlinDate } from "../calendar/zones.ts";
import type { HeldSeat } from "../forum/seats.ts";
import type { Instant } from "../system/clock.ts";
import type { Turn } from "../turn/turn.ts";
import { overviewOf, rangeOfYear, type YearOverview } from "./agenda-year.ts";
import { type PartyReply, partyOf } from "./answering.ts";
import type { Paper } from "./papers/paper.ts";
import type { MeetingRepository } from "./repository.ts";

export type YearDeps = {
  readonly repository: Pick<MeetingRepository, "within" | "repliesOf">;
  readonly seats: () => Promise<readonly HeldSeat[]>;
  /** How many items stand on the agenda of each of these dates. */
  readonly itemCounts: (ids: readonly string[], now: Instant) => Promise<ReadonlyMap<string, number>>;
  readonly papersOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly Paper[]>>;
};

export type YearView = YearOverview & {
  /** In the personal chat: own reply by id of the date. */
  readonly own: ReadonlyMap<string, PartyReply>;
  /** Key of the party of the person who looks; null elsewhere than in the personal chat. */
  readonly party: string | null;
  readonly items: ReadonlyMap<string, number>;
  readonly papers: ReadonlyMap<string, readonly Paper[]>;
};

export function yearService({ repository, seats, itemCounts, papersOf }: YearDeps) {
  async function partyIn({ member, place }: Turn): Promise<string | null> {
    if (place.kind !== "personal" || !member) return null;
    const party = partyOf(member, await seats());
    return party.ok ? party.value : null;
  }

  return {
    /** A year of the calendar in Berlin; the present one unless another is named. */
    async year(turn: Turn, named?: number): Promise<YearView> {
      const year = named ?? yearOf(berlinDate(turn.now));
      const overview = overviewOf(await repository.within(rangeOfYear(year)), year, turn.now);
      const ids = [...overview.dates, ...overview.later].map(({ id }) => id);
      const party = await partyIn(turn);
      const [own, items, papers] = await Promise.all([
        party === null ? new Map<string, PartyReply>() : repository.repliesOf(party, ids),
        itemCounts(ids, turn.now),
        papersOf(ids),
      ]);
      return { ...overview, party, own, items, papers };
    },
  };
}
