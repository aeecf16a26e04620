/** Whenever the program happens to run, and whatever its clock does: each note at most once, and in its time. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { berlinDate, instantOf } from "../../src/calendar/zones.ts";
import type { Instant } from "../../src/system/clock.ts";
import { notesAround } from "../../src/year/notes.ts";
import { freshDb } from "../support/database.ts";
import { processOn, settled } from "./parties.ts";

const DAY = 86_400_000;
const BEGIN = instantOf("2026-12-15T12:00");

/** From minutes to months ahead, and now and then back. */
const jump = fc.oneof(
  fc.integer({ min: 60_000, max: DAY }),
  fc.integer({ min: DAY, max: 20 * DAY }),
  fc.integer({ min: 20 * DAY, max: 120 * DAY }),
  fc.integer({ min: -3 * DAY, max: -1 }),
);

type Bot = ReturnType<typeof processOn>;

/** Runs after each jump; gives the last instant, and when each note was settled as told. */
async function runs(bot: Bot, jumps: readonly number[]) {
  await bot.run(BEGIN);
  let now: Instant = BEGIN;
  const toldAt = new Map<string, Instant>();
  for (const step of jumps) {
    now = Math.max(BEGIN, now + step);
    await bot.run(now);
    const told = Object.entries(await bot.notes()).filter(([, sent]) => sent);
    for (const [key] of told) if (!toldAt.has(key)) toldAt.set(key, now);
  }
  return { now, toldAt };
}

function expectInTime(key: string, at: Instant): void {
  const note = notesAround(berlinDate(at), null).find((one) => one.key === key);
  if (!note) throw new Error(`${key} is no note of these days`);
  expect(at).toBeGreaterThanOrEqual(note.at);
  expect(at).toBeLessThan(note.until);
}

it("tells a note only while it counts, and none a second time", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(jump, { minLength: 4, maxLength: 14 }), async (jumps) => {
      const db = await freshDb("sqlite");
      await settled(db);
      const bot = processOn(db);
      const { now, toldAt } = await runs(bot, jumps);
      for (const [key, at] of toldAt) expectInTime(key, at);
      for (const { dueAt, expiresAt } of await bot.told()) expect(dueAt).toBeLessThan(expiresAt ?? 0);
      // Looking again from the same moment, or from an earlier one, adds nothing.
      const told = await bot.keys();
      await bot.run(now);
      await bot.run(now - 1);
      expect(await bot.keys()).toEqual(told);
    }),
    { numRuns: 12, seed: 20260401 },
  );
}, 120_000);
