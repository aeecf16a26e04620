/** Four hundred days, looked at several times a day: all that is sent, and when. */
import { describe, expect, it } from "vitest";
import { addDays, datesOf } from "../../src/calendar/dates.ts";
import { instantOn, wallClockAt } from "../../src/calendar/zones.ts";
import type { Instant } from "../../src/system/clock.ts";
import { engines, freshDb } from "../support/database.ts";
import { coordination, processOn, settled } from "./parties.ts";

const HOURS = ["00:00", "00:01", "07:00", "08:59", "09:00", "09:01", "20:30"];
const looks = (from: string, days: number): readonly Instant[] =>
  datesOf({ from, to: addDays(from, days - 1) }).flatMap((date) =>
    HOURS.map((time) => instantOn(date, time)),
  );

type Bot = ReturnType<typeof processOn>;

/** Walks, and does what people do at their time. */
async function walk(
  bot: Bot,
  from: string,
  days: number,
  deeds: Readonly<Record<string, () => Promise<unknown>>>,
) {
  for (const now of looks(from, days)) {
    await deeds[wallClockAt(now)]?.();
    await bot.run(now);
  }
}

/** One line for each message: when it is due, and to how many it goes. */
async function sent(bot: Bot): Promise<readonly string[]> {
  const lines = new Map<string, number>();
  for (const { dueAt, key } of await bot.told()) {
    const line = `${wallClockAt(dueAt)} ${key.split("|").slice(1, -1).join(" ")}`;
    lines.set(line, (lines.get(line) ?? 0) + 1);
  }
  return [...lines].map(([line, count]) => `${line}: ${count}`).sort();
}

describe.each(engines)("a year and more on %s", (engine) => {
  it("without any Forum and any chair brings each note once, on working days at nine", async () => {
    const db = await freshDb(engine);
    await settled(db);
    const bot = processOn(db);
    await walk(bot, "2027-12-01", 400, {});
    expect(await sent(bot)).toEqual([
      "2027-12-01T09:00 quarter 2027-10-01 escalation: 1",
      "2027-12-01T09:00 renewal 2027 december: 1",
      "2027-12-06T09:00 quarter 2028-01-01 info: 1",
      "2028-01-03T09:00 chair none 2028-01-01: 1",
      "2028-01-03T09:00 digest 2027-10-01: 4",
      "2028-01-03T09:00 renewal 2027 effective: 1",
      "2028-01-17T09:00 quarter 2028-01-01 alarm: 1",
      "2028-03-01T09:00 quarter 2028-01-01 escalation: 1",
      "2028-03-06T09:00 quarter 2028-04-01 info: 1",
      "2028-04-03T09:00 chair none 2028-04-01: 1",
      "2028-04-03T09:00 digest 2028-01-01: 4",
      "2028-04-18T09:00 quarter 2028-04-01 alarm: 1",
      "2028-06-01T09:00 quarter 2028-04-01 escalation: 1",
      "2028-06-06T09:00 quarter 2028-07-01 info: 1",
      "2028-07-03T09:00 chair none 2028-07-01: 1",
      "2028-07-03T09:00 digest 2028-04-01: 4",
      "2028-07-17T09:00 quarter 2028-07-01 alarm: 1",
      "2028-09-01T09:00 quarter 2028-07-01 escalation: 1",
      "2028-09-04T09:00 quarter 2028-10-01 info: 1",
      "2028-10-02T09:00 chair none 2028-10-01: 1",
      "2028-10-02T09:00 digest 2028-07-01: 4",
      "2028-10-02T09:00 renewal 2028 october: 1",
      "2028-10-16T09:00 quarter 2028-10-01 alarm: 1",
      "2028-12-01T09:00 quarter 2028-10-01 escalation: 1",
      "2028-12-01T09:00 renewal 2028 december: 1",
      "2028-12-04T09:00 quarter 2029-01-01 info: 1",
      "2029-01-02T09:00 chair none 2029-01-01: 1",
      "2029-01-02T09:00 digest 2028-10-01: 4",
      "2029-01-02T09:00 renewal 2028 effective: 1",
    ]);
    // In summer nine o'clock is an hour earlier in UTC.
    const at = (key: string) =>
      bot.told().then((all) => all.find((one) => one.key.includes(key))?.dueAt ?? 0);
    expect(new Date(await at("quarter|2028-04-01|alarm")).toISOString()).toBe("2028-04-18T07:00:00.000Z");
    expect(new Date(await at("quarter|2028-10-01|escalation")).toISOString()).toBe(
      "2028-12-01T08:00:00.000Z",
    );
  }, 120_000);

  it("with dates, a chair whose term ends on a leap day and a party that leaves brings what is left to say", async () => {
    const db = await freshDb(engine);
    await settled(db);
    const bot = processOn(db);
    await bot.elects("w-1", "2027-02-28", "2028-02-29", "m-schopfheim");
    await bot.plans({ id: "q1", startsAt: "2028-02-16T09:00" });
    await bot.plans({ id: "q2", startsAt: "2028-05-17T09:00" });
    const recordedAt = instantOn("2028-02-10", "09:00");
    const leave = { party: "kandern", lastDay: "2028-03-25" };
    await walk(bot, "2027-12-20", 200, {
      // A date is cancelled, another party leaves in the night in which the clocks go forward.
      "2028-05-02T09:01": () => bot.cancels("q2", instantOn("2028-05-02", "09:01")),
      "2028-02-10T09:00": async () => {
        expect(await bot.leaves.record(coordination(recordedAt), "k", leave)).toMatchObject({ ok: true });
      },
      "2028-05-20T09:00": () => bot.elects("w-2", "2028-05-20", "2029-05-20", "m-loerrach"),
    });
    expect(await sent(bot)).toEqual([
      "2028-01-03T09:00 digest 2027-10-01: 4",
      "2028-01-03T09:00 renewal 2027 effective: 1",
      `2028-02-10T09:00 kandern ${recordedAt}: 3`,
      "2028-03-01T09:00 chair expired w-1: 1",
      `2028-03-27T09:00 kandern ${recordedAt}: 3`,
      "2028-04-03T09:00 chair none 2028-04-01: 1",
      "2028-04-03T09:00 digest 2028-01-01: 3",
      "2028-05-02T09:01 quarter 2028-04-01 alarm: 1",
      "2028-06-01T09:00 quarter 2028-04-01 escalation: 2",
      "2028-06-06T09:00 quarter 2028-07-01 info: 1",
      "2028-07-03T09:00 digest 2028-04-01: 3",
    ]);
  }, 120_000);
});
