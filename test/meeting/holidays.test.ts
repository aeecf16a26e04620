import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { addDays } from "../../src/calendar/dates.ts";
import { KNOWN_SCHOOL_HOLIDAYS } from "../../src/calendar/school-holidays.ts";
import type { Db } from "../../src/db/store.ts";
import {
  checkBlocked,
  checkHoliday,
  doubtAbout,
  readDays,
  SHIPPED_HOLIDAYS,
  schoolYearOf,
} from "../../src/meeting/holidays/holidays.ts";
import { type HolidayDeps, holidayService } from "../../src/meeting/holidays/service.ts";
import { engines, freshDb, freshUrl, openTestDb } from "../support/database.ts";
import { coordination, type Forum, forumOn, turnOf } from "./forum.ts";

const reason = (done: object) => ("reason" in done ? done.reason : done);

describe("days to block", () => {
  it.each<[string, string[]]>([
    ["24.06.2026", ["2026-06-24"]],
    ["1.7.2026; 2026-06-24\n24.06.2026", ["2026-06-24", "2026-07-01"]],
    ["24.06.2026 und 25.06.2026", ["2026-06-24", "2026-06-25"]],
    ["06.07.2026 bis 08.07.2026", ["2026-07-06", "2026-07-07", "2026-07-08"]],
    ["06.07.2026 - 07.07.2026, 06.07.2026–06.07.2026", ["2026-07-06", "2026-07-07"]],
  ])("%j are %j", (written, expected) => {
    expect(readDays(written)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ["", "daysMissing"],
    [" , ;", "daysMissing"],
    ["31.06.2026", "dayUnknown"],
    ["morgen", "dayUnknown"],
    ["01.07.2026 bis", "dayUnknown"],
    ["01.07.2026 bis 02.07.2026 bis 03.07.2026", "dayUnknown"],
    ["08.07.2026 bis 06.07.2026", "endsBefore"],
    ["01.01.2026 bis 31.12.2026", "tooManyDays"],
  ])("%j are refused: %s", (written, expected) => {
    expect(reason(readDays(written))).toBe(expected);
  });

  it("come back however they are written, and nothing written makes a fault", () => {
    const day = fc.nat({ max: 900 }).map((days) => addDays("2026-01-01", days));
    const german = (date: string) => date.split("-").reverse().join(".");
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 20 }), (days) => {
        expect(readDays(days.map(german).join(", "))).toEqual({ ok: true, value: days.toSorted() });
      }),
    );
    fc.assert(fc.property(fc.string(), (written) => typeof readDays(written).ok === "boolean"));
  });

  it("need a reason", () => {
    expect(reason(checkBlocked({ days: "24.06.2026", why: " " }))).toBe("whyMissing");
    expect(reason(checkBlocked({ days: "24.06.2026", why: "x".repeat(81) }))).toBe("whyTooLong");
    expect(checkBlocked({ days: "24.06.2026", why: " Kreis\u202etag " })).toEqual({
      ok: true,
      value: [{ day: "2026-06-24", why: "Kreistag" }],
    });
  });
});

describe("the table", () => {
  it("names what the project brings, and knows school years from 1 August on", () => {
    expect(SHIPPED_HOLIDAYS).toHaveLength(KNOWN_SCHOOL_HOLIDAYS.length);
    const names = (year: number) =>
      SHIPPED_HOLIDAYS.filter(({ from }) => schoolYearOf(from) === year).map(({ name }) => name);
    const usual = ["Herbstferien", "Weihnachtsferien", "Osterferien", "Pfingstferien", "Sommerferien"];
    for (const year of [2025, 2026, 2027, 2028, 2029]) expect([...new Set(names(year))]).toEqual(usual);
    expect([schoolYearOf("2026-07-31"), schoolYearOf("2026-08-01")]).toEqual([2025, 2026]);
  });

  it("is doubted after its end, and where nobody has confirmed the school year", () => {
    const table = { holidays: SHIPPED_HOLIDAYS, confirmed: [2025] };
    expect(doubtAbout("2026-07-31", table)).toBeNull();
    expect(doubtAbout("2026-08-01", table)).toBe("schoolYearOpen");
    expect(doubtAbout("2031-01-01", { ...table, confirmed: [2030] })).toBe("unknownSchoolHolidays");
  });

  it.each([
    [{ name: " ", from: "2027-02-09", to: "" }, "nameMissing"],
    [{ name: "x".repeat(61), from: "2027-02-09", to: "" }, "nameTooLong"],
    [{ name: "F", from: "", to: "2027-02-09" }, "dayUnknown"],
    [{ name: "F", from: "2027-02-09", to: "2027-02-30" }, "dayUnknown"],
    [{ name: "F", from: "2027-02-09", to: "2027-02-08" }, "endsBefore"],
    [{ name: "F", from: "2027-02-09", to: "2028-02-08" }, "tooLong"],
  ])("%j is refused: %s", (draft, expected) => {
    expect(reason(checkHoliday(draft))).toBe(expected);
  });
});

describe.each(engines)("the coordinator's calendar on %s", (engine) => {
  let db: Db;
  let forum: Forum;
  const serviceOf = ({ deps, holidays }: Forum) => holidayService({ ...deps, holidays } as HolidayDeps);
  beforeEach(async () => {
    db = await freshDb(engine);
    forum = forumOn(db);
  });
  const fasnacht = { name: "Fasnacht", from: "2027-02-08", to: "2027-02-12" };

  it("is the table of the project until the first change, then what is kept", async () => {
    const service = serviceOf(forum);
    expect((await forum.holidays.facts()).holidays).toBe(SHIPPED_HOLIDAYS);
    const add = () => service.add(coordination(), "form|1", fasnacht);
    await Promise.all([add(), add()]);
    const { holidays } = await forum.holidays.facts();
    expect(holidays).toHaveLength(SHIPPED_HOLIDAYS.length + 1);
    expect(holidays.map(({ from }) => from)).toEqual(holidays.map(({ from }) => from).toSorted());
    const id = holidays.find(({ name }) => name === "Fasnacht")?.id ?? "";
    expect(await service.remove(coordination(), id)).toMatchObject({ ok: true });
    expect(reason(await service.remove(coordination(), id))).toBe("entryGone");
    expect(await service.remove(coordination(), "shipped-2026-05-26")).toMatchObject({ ok: true });
    expect((await forum.holidays.facts()).holidays).toHaveLength(SHIPPED_HOLIDAYS.length - 1);
  });

  it("keeps its last entry, so that the table of the project does not come back", async () => {
    const service = serviceOf(forum);
    for (const { id } of SHIPPED_HOLIDAYS.slice(1)) await service.remove(coordination(), id);
    expect(reason(await service.remove(coordination(), SHIPPED_HOLIDAYS[0]?.id ?? ""))).toBe("lastEntry");
    expect((await forum.holidays.facts()).holidays).toHaveLength(1);
  });

  it("of two first changes at once by two processes keeps both", async () => {
    const url = await freshUrl(engine);
    const [one, two] = [forumOn(await openTestDb(url)), forumOn(await openTestDb(url))];
    await Promise.all([
      serviceOf(one).add(coordination(), "a", fasnacht),
      serviceOf(two).add(coordination(), "b", { ...fasnacht, name: "Brückentag" }),
    ]);
    expect((await one.holidays.facts()).holidays).toHaveLength(SHIPPED_HOLIDAYS.length + 2);
  });

  it("is confirmed year by year, where something is entered", async () => {
    const service = serviceOf(forum);
    await Promise.all([service.confirm(coordination(), 2026), service.confirm(coordination(), 2026)]);
    expect(await service.confirm(coordination(), 2025)).toMatchObject({ ok: true });
    expect(reason(await service.confirm(coordination(), 2040))).toBe("yearWithoutEntry");
    expect((await forum.holidays.facts()).confirmed).toEqual([2025, 2026]);
  });

  it("blocks days with the last reason, and frees them", async () => {
    const service = serviceOf(forum);
    await service.block(coordination(), { days: "24.06.2026, 25.06.2026", why: "Kreistag" });
    await service.block(coordination(), { days: "25.06.2026", why: "Verbandsversammlung" });
    expect((await forum.holidays.facts()).blocked).toEqual([
      { day: "2026-06-24", why: "Kreistag" },
      { day: "2026-06-25", why: "Verbandsversammlung" },
    ]);
    expect(await service.unblock(coordination(), ["2026-06-24", "2026-07-01"])).toMatchObject({ value: 1 });
    expect(reason(await service.unblock(coordination(), []))).toBe("nothingChosen");
  });

  it("is for the coordinator alone", async () => {
    const service = serviceOf(forum);
    const kandern = turnOf("kandern");
    const all = [
      service.show(kandern),
      service.add(kandern, "x", fasnacht),
      service.remove(kandern, "shipped-2026-05-26"),
      service.confirm(kandern, 2026),
      service.block(kandern, { days: "24.06.2026", why: "Kreistag" }),
      service.unblock(kandern, ["2026-06-24"]),
    ];
    expect((await Promise.all(all)).map(reason)).toEqual(all.map(() => "notCoordinator"));
    expect([await db.read.schoolHoliday.count(), await db.read.blockedDay.count()]).toEqual([0, 0]);
  });
});
