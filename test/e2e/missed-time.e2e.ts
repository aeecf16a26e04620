/**
 * Two real processes on one PostgreSQL database whose clocks differ by 2 s, jump forward by a week, a day and a
 * month, and back: every reminder of a date comes once, none after the date.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, nextWeekday, WEEKDAYS } from "../../src/calendar/dates.ts";
import { berlinDate, instantOn } from "../../src/calendar/zones.ts";
import { openDb } from "../../src/db/open.ts";
import { trialPeople } from "../../src/member/trial.ts";
import { type Replicas, startReplicas, TENANT } from "../support/replicas.ts";

const SKEW_MS = 2_000;
/** Twice the rhythm in which dates are looked at. */
const LOOKED_MS = 65_000;
const started = await startReplicas(2);
if ("reason" in started) console.log(`Übersprungen: verpasste Zeit mit zwei Prozessen. ${started.reason}`);

describe.skipIf("reason" in started)("two processes and missed time", { timeout: 3 * LOOKED_MS }, () => {
  const { replicas, towns, databaseUrl, stop } = started as Replicas;
  const people = trialPeople(TENANT, "few").flatMap(({ actor }) =>
    towns
      .slice(0, 1)
      .map((town) => town.person(actor.name, { aadObjectId: actor.aadObjectId, userId: actor.teamsUserId })),
  );
  /** A Wednesday: none of its reminders falls on a weekend, and holidays would only move them together. */
  const date = nextWeekday(addDays(berlinDate(Date.now()), 30), WEEKDAYS.wednesday);
  /** Months later the year has messages of its own; only those of the date count. */
  const ABOUT = /Bitte um Rückmeldung: Forum|: Forum um |Uhr: Forum|beginnt das Forum|Einladung: Forum/;
  const told = () => people.map((person) => person.sees().filter(({ text }) => ABOUT.test(text)).length);

  /** Both clocks jump; that of the second one is ahead. */
  async function jumpsTo(day: string, time: string): Promise<void> {
    const offset = instantOn(day, time) - Date.now();
    for (const [number, replica] of replicas.entries()) await replica.setsClock(offset + number * SKEW_MS);
  }
  async function everybodyHas(count: number): Promise<void> {
    await expect.poll(told, { timeout: LOOKED_MS, interval: 500 }).toEqual(people.map(() => count));
  }

  beforeAll(async () => {
    for (const person of people) await person.types("hilfe");
    const db = await openDb(databaseUrl, { onFatal: () => undefined });
    const at = { startsAt: `${date}T10:00`, minutes: 120, place: "Landratsamt", plannedAt: new Date() };
    await db.write((tx) => tx.meeting.create({ data: { id: "missed", ...at } }));
    await db.close();
  });
  afterAll(stop);

  it("remind once after a week in which nobody looked", async () => {
    const before = told()[0] ?? 0;
    await jumpsTo(addDays(date, -7), "09:01");
    await everybodyHas(before + 1);
  });

  it("say nothing again when the clocks go back by a day, and go on where they were", async () => {
    const before = told()[0] ?? 0;
    await jumpsTo(addDays(date, -8), "09:01");
    await new Promise((resolve) => setTimeout(resolve, LOOKED_MS / 2));
    expect(told()).toEqual(people.map(() => before));
    await jumpsTo(addDays(date, -1), "10:01");
    await everybodyHas(before + 1);
  });

  it("say nothing of a date that is a month past", async () => {
    const before = told()[0] ?? 0;
    await jumpsTo(addDays(date, 31), "10:00");
    await new Promise((resolve) => setTimeout(resolve, LOOKED_MS / 2));
    expect(told()).toEqual(people.map(() => before));
    expect(replicas.map((replica) => replica.log())).toEqual(["", ""]);
  });
});
