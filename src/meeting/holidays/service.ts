/** Use cases of the coordinator's calendar: school holidays, school years, blocked days. */
import type { CalendarDate } from "../../calendar/dates.ts";
import { may, rolesOf } from "../../member/rights.ts";
import type { NewId } from "../../system/ids.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import type { Acting } from "../../turn/acting.ts";
import type { Turn } from "../../turn/turn.ts";
import { isDate } from "../meeting.ts";
import {
  type BlockedDay,
  type BlockedDraft,
  type BlockedProblem,
  type CalendarFacts,
  checkBlocked,
  checkHoliday,
  type HolidayDraft,
  type HolidayProblem,
  type SchoolHoliday,
  schoolYearOf,
} from "./holidays.ts";
import type { HolidayRepository } from "./repository.ts";

export type HolidayDeps = Pick<Acting, "write" | "applyOnce"> & {
  readonly holidays: HolidayRepository;
  readonly newId: NewId;
};

export type CalendarRefusal =
  | "notCoordinator"
  | "entryGone"
  | "lastEntry"
  | "nothingChosen"
  | "yearWithoutEntry";

type Added<T, P extends string> = Outcome<T, P | "notCoordinator">;

export function holidayService({ holidays, newId, write, applyOnce }: HolidayDeps) {
  const mayEdit = (turn: Turn): boolean => may(rolesOf(turn), "meeting.calendar");

  async function removeIn(
    tx: Parameters<HolidayRepository["remove"]>[0],
    id: string,
    refuse: (reason: CalendarRefusal) => never,
  ): Promise<string> {
    const done = await holidays.remove(tx, id);
    if (done === "gone") refuse("entryGone");
    if (done === "last") refuse("lastEntry");
    return id;
  }

  return {
    async show(turn: Turn): Promise<Outcome<CalendarFacts, "notCoordinator">> {
      return mayEdit(turn) ? ok(await holidays.facts()) : refused("notCoordinator");
    },

    /** Keeps an entry once per form. */
    async add(turn: Turn, key: string, draft: HolidayDraft): Promise<Added<SchoolHoliday, HolidayProblem>> {
      if (!mayEdit(turn)) return refused("notCoordinator");
      const checked = checkHoliday(draft);
      if (!checked.ok) return checked;
      const entry = { ...checked.value, id: newId() };
      await write((tx) =>
        applyOnce(tx, key, "meeting.holiday", turn.now, async () => {
          await holidays.add(tx, entry);
          return entry.id;
        }),
      );
      return ok(entry);
    },

    /** Removes an entry; the table never gets empty. */
    async remove(turn: Turn, id: string): Promise<Outcome<string, CalendarRefusal>> {
      if (!mayEdit(turn)) return refused("notCoordinator");
      if (id === "") return refused("nothingChosen");
      return orRefuse<CalendarRefusal, string>((refuse) => write((tx) => removeIn(tx, id, refuse)));
    },

    /** Keeps that somebody has checked the table of a school year; a year without an entry is not checked. */
    async confirm(turn: Turn, year: number): Promise<Outcome<number, CalendarRefusal>> {
      if (!mayEdit(turn)) return refused("notCoordinator");
      const { holidays: table } = await holidays.facts();
      if (!table.some(({ from }) => schoolYearOf(from) === year)) return refused("yearWithoutEntry");
      await write((tx) => holidays.confirm(tx, year, turn.member?.id ?? null, turn.now));
      return ok(year);
    },

    /** Blocks one or several days with one reason; doing it again changes nothing. */
    async block(turn: Turn, draft: BlockedDraft): Promise<Added<readonly BlockedDay[], BlockedProblem>> {
      if (!mayEdit(turn)) return refused("notCoordinator");
      const checked = checkBlocked(draft);
      if (!checked.ok) return checked;
      await write((tx) => holidays.block(tx, checked.value, turn.now));
      return checked;
    },

    async unblock(turn: Turn, days: readonly CalendarDate[]): Promise<Outcome<number, CalendarRefusal>> {
      if (!mayEdit(turn)) return refused("notCoordinator");
      const known = days.filter(isDate);
      if (known.length === 0) return refused("nothingChosen");
      return ok(await write((tx) => holidays.unblock(tx, known)));
    },
  };
}
