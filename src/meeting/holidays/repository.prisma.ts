/** The tables of school holidays, confirmed school years and blocked days. */
import type { Db, Tx } from "../../db/store.ts";
import { type SchoolHoliday, SHIPPED_HOLIDAYS } from "./holidays.ts";
import type { HolidayRepository } from "./repository.ts";

const toRow = ({ id, name, from, to }: SchoolHoliday) => ({ id, name, fromDay: from, toDay: to });

/**
 * Takes the table of the project into the store before its first change. Two first changes at once break on
 * the ids of its entries: the later one runs again and finds them.
 */
async function adoptShipped(tx: Tx): Promise<void> {
  if ((await tx.schoolHoliday.count()) > 0) return;
  await tx.schoolHoliday.createMany({ data: SHIPPED_HOLIDAYS.map(toRow) });
}

export function holidayRepository(db: Db): HolidayRepository {
  return {
    facts: async (tx) => {
      const door = tx ?? db.read;
      const rows = await door.schoolHoliday.findMany({ orderBy: [{ fromDay: "asc" }, { id: "asc" }] });
      const checks = await door.schoolYearCheck.findMany({ orderBy: { year: "asc" } });
      const blocked = await door.blockedDay.findMany({ orderBy: { day: "asc" } });
      const kept = rows.map(({ id, name, fromDay, toDay }) => ({ id, name, from: fromDay, to: toDay }));
      return {
        holidays: kept.length === 0 ? SHIPPED_HOLIDAYS : kept,
        confirmed: checks.map(({ year }) => year),
        blocked: blocked.map(({ day, why }) => ({ day, why })),
      };
    },
    add: async (tx, entry) => {
      await adoptShipped(tx);
      await tx.schoolHoliday.create({ data: toRow(entry) });
    },
    remove: async (tx, id) => {
      await adoptShipped(tx);
      if ((await tx.schoolHoliday.count({ where: { id: { not: id } } })) === 0) return "last";
      return (await tx.schoolHoliday.deleteMany({ where: { id } })).count === 1 ? "removed" : "gone";
    },
    confirm: async (tx, year, confirmedBy, now) => {
      const data = { confirmedBy, confirmedAt: new Date(now) };
      await tx.schoolYearCheck.upsert({ where: { year }, create: { year, ...data }, update: {} });
    },
    block: async (tx, days, now) => {
      for (const { day, why } of days) {
        const data = { why, addedAt: new Date(now) };
        await tx.blockedDay.upsert({ where: { day }, create: { day, ...data }, update: data });
      }
    },
    unblock: async (tx, days) =>
      (await tx.blockedDay.deleteMany({ where: { day: { in: [...days] } } })).count,
  };
}
