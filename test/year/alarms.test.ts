import { beforeEach, describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import type { Db } from "../../src/db/store.ts";
import { engines, freshDb, freshUrl, openTestDb } from "../support/database.ts";
import { CARER, processOn, settled } from "./parties.ts";

const DAY = 86_400_000;

describe.each(engines)("alarms of the year on %s", (engine) => {
  let db: Db;
  let bot: ReturnType<typeof processOn>;
  beforeEach(async () => {
    db = await freshDb(engine);
    await settled(db);
    bot = processOn(db);
    // Somebody is in the chair, and the program runs since the end of 2025.
    await bot.elects("w-1", "2025-12-01", "2026-12-01");
    await runAt("2025-12-30T12:00");
  });

  const runAt = (wallClock: string) => bot.run(instantOf(wallClock));
  const alarm = (check: string, who = CARER) => `year|quarter|2026-01-01|${check}|${who}`;

  it("says nothing about what lay before its first run", async () => {
    expect(await bot.keys()).toEqual([]);
  });

  it("alarms the coordinator, and the chair as well in the third month, each once", async () => {
    await runAt("2026-01-15T08:59");
    const before = await bot.keys();
    expect(before.filter((key) => key.includes("quarter"))).toEqual([]);
    await runAt("2026-01-15T09:00");
    await runAt("2026-01-15T09:01");
    const quarter = async () => (await bot.keys()).filter((key) => key.includes("quarter|2026-01-01"));
    expect(await quarter()).toEqual([alarm("alarm")]);
    await runAt("2026-03-02T09:00");
    expect(await quarter()).toEqual([alarm("alarm"), alarm("escalation", "m-kandern"), alarm("escalation")]);
    expect(await bot.reads(alarm("escalation"), instantOf("2026-03-02T09:00"))).toContain("Termin planen");
    const chair = await bot.reads(alarm("escalation", "m-kandern"), instantOf("2026-03-02T09:00"));
    expect(chair).toContain("Den Termin plant die Koordination");
    expect(chair).not.toContain("meeting.propose");
  });

  it("keeps quiet while a Forum is planned, and alarms when it is cancelled", async () => {
    await bot.plans({ id: "f", startsAt: "2026-02-18T09:00" });
    await runAt("2026-01-15T09:00");
    await runAt("2026-02-01T12:00");
    expect((await bot.keys()).filter((key) => key.includes("quarter|2026-01-01"))).toEqual([]);
    await bot.cancels("f", instantOf("2026-02-10T14:00"));
    await runAt("2026-02-10T14:00");
    expect(await bot.keys()).toContain(alarm("alarm"));
    // Planned again before it is read: nothing is said.
    await bot.plans({ id: "f-2", startsAt: "2026-03-25T09:00" });
    expect(await bot.reads(alarm("alarm"), instantOf("2026-02-10T14:01"))).toBe("superseded");
    await runAt("2026-03-02T09:00");
    expect(await bot.keys()).not.toContain(alarm("escalation"));
    await runAt("2026-04-01T00:00");
    expect(await bot.notes()).toMatchObject({
      "quarter|2026-01-01|alarm": true,
      "quarter|2026-01-01|escalation": false,
    });
  });

  it("alarms again when the date that was planned after an alarm is cancelled, once for each", async () => {
    await runAt("2026-01-15T09:00");
    const quarter = async () => (await bot.keys()).filter((key) => key.includes("quarter|2026-01-01"));
    expect(await quarter()).toEqual([alarm("alarm")]);
    await bot.plans({ id: "f", startsAt: "2026-02-18T09:00" });
    await bot.plans({ id: "g", startsAt: "2026-02-19T09:00" });
    await runAt("2026-01-20T10:00");
    await bot.cancels("f", instantOf("2026-01-21T10:00"));
    await runAt("2026-01-21T10:01");
    expect(await quarter()).toHaveLength(1);
    await bot.cancels("g", instantOf("2026-01-22T10:00"));
    await runAt("2026-01-22T10:01");
    await runAt("2026-01-22T10:02");
    const again = (id: string, check = "alarm") => alarm(`${check}|again|${id}`);
    expect(await quarter()).toEqual([alarm("alarm"), again("g")]);
    const told = (await bot.told()).find(({ key }) => key === again("g"));
    expect(told).toMatchObject({
      dueAt: instantOf("2026-01-22T10:01"),
      expiresAt: instantOf("2026-03-02T09:00"),
    });
    expect(await bot.reads(again("g"), instantOf("2026-01-22T10:02"))).toContain("Termin planen");
    // Planned and cancelled once more: the next alarm. In the third month the chair hears of it as well.
    await bot.plans({ id: "h", startsAt: "2026-03-25T09:00" });
    await bot.cancels("h", instantOf("2026-01-23T10:00"));
    await runAt("2026-01-23T10:01");
    expect(await quarter()).toContain(again("h"));
    await runAt("2026-03-02T09:00");
    await runAt("2026-03-03T09:00");
    expect((await quarter()).filter((key) => key.includes("escalation"))).toHaveLength(2);
    await bot.plans({ id: "i", startsAt: "2026-03-26T09:00" });
    expect(await bot.reads(again("h"), instantOf("2026-01-23T10:02"))).toBe("superseded");
    await bot.cancels("i", instantOf("2026-03-04T10:00"));
    await runAt("2026-03-04T10:01");
    await runAt("2026-04-01T00:00");
    expect((await quarter()).filter((key) => key.includes("again|i"))).toEqual([
      alarm("escalation|again|i", "m-kandern"),
      again("i", "escalation"),
    ]);
  });

  it("in the quiet hours waits for the morning", async () => {
    await bot.plans({ id: "f", startsAt: "2026-02-18T09:00" });
    await bot.cancels("f", instantOf("2026-02-10T22:00"));
    await runAt("2026-02-10T22:00");
    const told = (await bot.told()).find(({ key }) => key === alarm("alarm"));
    expect(told).toMatchObject({
      dueAt: instantOf("2026-02-11T07:00"),
      expiresAt: instantOf("2026-03-02T09:00"),
    });
  });

  it("after a downtime tells only the newest of each kind, and writes the others off", async () => {
    await runAt("2026-09-20T12:00");
    const keys = await bot.keys();
    expect(keys.filter((key) => key.includes("quarter"))).toEqual([
      "year|quarter|2026-07-01|escalation|m-kandern",
      `year|quarter|2026-07-01|escalation|${CARER}`,
      `year|quarter|2026-10-01|info|${CARER}`,
    ]);
    expect(keys.filter((key) => key.includes("digest"))).toHaveLength(4);
    expect(keys.filter((key) => key.includes("digest")).every((key) => key.includes("2026-04-01"))).toBe(
      true,
    );
    expect(await bot.notes()).toMatchObject({
      "quarter|2026-07-01|info": false,
      "quarter|2026-07-01|alarm": false,
      "quarter|2026-07-01|escalation": true,
      "digest|2026-01-01": false,
      "digest|2026-04-01": true,
    });
  });

  it("repeats nothing when the clock is put back, or runs backwards and forwards", async () => {
    await runAt("2026-04-01T09:00");
    const told = await bot.told();
    const notes = await bot.notes();
    for (const time of ["2026-04-01T08:59", "2026-03-20T09:00", "2026-04-01T09:00", "2026-04-01T10:00"])
      await runAt(time);
    expect(await bot.told()).toEqual(told);
    expect(await bot.notes()).toEqual(notes);
    // Also when it was ahead at the first run.
    await runAt("2025-12-01T12:00");
    expect(await bot.told()).toEqual(told);
  });

  it("of two processes at once is told once", async () => {
    const url = await freshUrl(engine);
    const both = [processOn(await openTestDb(url)), processOn(await openTestDb(url))] as const;
    await settled(await openTestDb(url));
    const times = ["2025-12-30T12:00", "2026-01-02T09:00", "2026-01-15T09:00", "2026-10-01T09:00"];
    for (const time of times) {
      const now = instantOf(time);
      await Promise.all([...both, ...both].map((one, at) => one.run(now + (at % 2) * 2000)));
    }
    const keys = await both[0].keys();
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => key.startsWith("year|renewal"))).toEqual([
      `year|renewal|2025|effective|${CARER}`,
      `year|renewal|2026|october|${CARER}`,
    ]);
    expect(keys.filter((key) => key.startsWith("year|digest|2025"))).toHaveLength(4);
  });

  it("waits while nobody coordinates", async () => {
    bot.state.coordinators = [];
    await runAt("2026-01-15T09:00");
    expect(await bot.notes()).not.toHaveProperty("quarter|2026-01-01|alarm");
    bot.state.coordinators = [CARER];
    await runAt("2026-01-15T10:00");
    expect(await bot.keys()).toContain(alarm("alarm"));
  });

  it("alarms nobody who does not coordinate any more", async () => {
    await runAt("2026-01-15T09:00");
    bot.state.coordinators = [];
    expect(await bot.reads(alarm("alarm"), instantOf("2026-01-15T09:00") + DAY)).toBe("notEntitled");
  });
});
