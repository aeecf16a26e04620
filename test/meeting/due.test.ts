import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../src/calendar/dates.ts";
import { isWorkingDay } from "../../src/calendar/working-days.ts";
import { berlinDate, instantOf, instantOn, wallClockAt } from "../../src/calendar/zones.ts";
import { due } from "../../src/meeting/due.ts";
import { DEFAULT_LADDER, type LadderConfig, type Planned, planLadder } from "../../src/meeting/ladder.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const pad = (number: number) => String(number).padStart(2, "0");
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 59))
  .map(([hour, minute]) => `${pad(hour)}:${pad(minute)}`);
const date = fc.integer({ min: 0, max: 7300 }).map((days) => addDays("2024-01-01", days));
const start = fc.tuple(date, time).map(([day, at]) => `${day}T${at}`);
const steps = fc.uniqueArray(
  fc.oneof(
    fc.record({ stage: fc.constantFrom("a", "b", "c"), days: fc.integer({ min: 0, max: 21 }), time }),
    fc.record({ stage: fc.constantFrom("d", "e"), minutes: fc.integer({ min: 0, max: 3000 }) }),
  ),
  { selector: ({ stage }) => stage, maxLength: 5 },
);
const shift = fc.constantFrom("previousWorkingDay" as const, "none" as const);
const config: fc.Arbitrary<LadderConfig> = fc.oneof(
  fc.constant(DEFAULT_LADDER),
  fc.record({ ladder: steps, shift }),
);
/** A meeting, and a moment around its reminders or its start. */
const moment = fc.record({
  start,
  config,
  minutesBefore: fc.integer({ min: -600, max: 22 * 24 * 60 }),
  sent: fc.subarray(["einladung", "rsvp", "vortag", "start", "a", "b", "c", "d", "e"], { maxLength: 4 }),
});
type Moment = typeof moment extends fc.Arbitrary<infer M> ? M : never;

function meetingAt({ start: starts, config: settings, minutesBefore, sent }: Moment) {
  const startsAt = instantOf(starts);
  return { planned: planLadder(starts, settings), startsAt, now: startsAt - minutesBefore * MINUTE, sent };
}

const overdue = (planned: readonly Planned[], now: number, sent: readonly string[]) =>
  planned.filter(({ stage, at }) => at <= now && !sent.includes(stage));

describe("the ladder", () => {
  it("by default never has a stage at or after the start, and no day stage on a day without work", () => {
    fc.assert(
      fc.property(start, (starts) => {
        for (const { at, dayBased } of planLadder(starts)) {
          expect(at).toBeLessThan(instantOf(starts));
          if (!dayBased) continue;
          expect(isWorkingDay(berlinDate(at))).toBe(true);
          expect(wallClockAt(at)).toMatch(/T09:00$/);
        }
      }),
    );
  });

  it("shifted is never later than unshifted, and only days move", () => {
    fc.assert(
      fc.property(start, steps, (starts, ladder) => {
        const still = planLadder(starts, { ladder, shift: "none" });
        for (const [index, moved] of planLadder(starts, { ladder, shift: "previousWorkingDay" }).entries()) {
          const unmoved = still[index]?.at ?? Number.NaN;
          expect(moved.at).toBeLessThanOrEqual(unmoved);
          if (!moved.dayBased) expect(moved.at).toBe(unmoved);
        }
      }),
    );
  });
});

describe("what is due", () => {
  it("is sent before the start and not in the past, and everything overdue is sent or skipped", () => {
    fc.assert(
      fc.property(moment, (given) => {
        const input = meetingAt(given);
        const { planned, startsAt, now, sent } = input;
        const { send, skip } = due(input);
        const settled = [...skip, ...(send ? [send.stage] : [])];
        expect(new Set(settled).size).toBe(settled.length);
        expect(settled.some((stage) => sent.includes(stage))).toBe(false);
        const expected =
          now >= startsAt ? overdue(planned, Number.POSITIVE_INFINITY, sent) : overdue(planned, now, sent);
        expect([...settled].sort()).toEqual(expected.map(({ stage }) => stage).sort());
        if (!send) return;
        expect(send.at).toBeGreaterThanOrEqual(now);
        expect(send.at).toBeLessThan(startsAt);
        const live = planned.find(({ stage }) => stage === send.stage);
        expect(overdue(planned, now, sent).every(({ at }) => at <= (live?.at ?? 0))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("is nothing once it is marked", () => {
    fc.assert(
      fc.property(moment, (given) => {
        const input = meetingAt(given);
        const { send, skip } = due(input);
        const sent = [...input.sent, ...skip, ...(send ? [send.stage] : [])];
        expect(due({ ...input, sent })).toEqual({ send: null, skip: [] });
      }),
      { numRuns: 300 },
    );
  });

  it("wakes nobody at night with a day stage that is late", () => {
    fc.assert(
      fc.property(moment, (given) => {
        const input = meetingAt(given);
        const { send } = due(input);
        const live = input.planned.find(({ stage }) => stage === send?.stage);
        if (!send || !live?.dayBased || send.at - live.at <= 5 * MINUTE) return;
        const hour = wallClockAt(send.at).slice(11);
        expect(hour >= "07:00" && hour < "20:00").toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("comes back at the end of the quiet hours if it was held and not marked", () => {
    const planned = planLadder("2026-06-10T09:00");
    const startsAt = instantOf("2026-06-10T09:00");
    const evening = due({ planned, startsAt, now: instantOf("2026-06-03T21:00"), sent: ["einladung"] });
    const morning = instantOn("2026-06-04", "07:00");
    expect(evening.send).toEqual({ stage: "rsvp", at: morning });
    expect(due({ planned, startsAt, now: morning, sent: ["einladung"] }).send).toEqual({
      stage: "rsvp",
      at: morning,
    });
  });

  /** A scheduler that looks every ten minutes from `from` on, and marks what it sends and skips. */
  function run(starts: string, from: number, awake: (now: number) => boolean) {
    const planned = planLadder(starts);
    const startsAt = instantOf(starts);
    const settled: string[] = [];
    const sent: string[] = [];
    for (let now = from; now <= startsAt + DAY; now += 10 * MINUTE) {
      if (!awake(now)) continue;
      const { send, skip } = due({ planned, startsAt, now, sent: settled });
      settled.push(...skip, ...(send ? [send.stage] : []));
      if (send) sent.push(`${send.stage} ${wallClockAt(send.at)}`);
    }
    return { settled, sent };
  }

  it.each([
    ["2026-03-29T10:00", "2026-03-27T09:00", "2026-03-29T09:00"],
    ["2026-10-25T10:00", "2026-10-23T09:00", "2026-10-25T09:00"],
  ])(
    "runs through the night before %s, when the clock changes, with each stage once",
    (starts, eve, last) => {
      const { settled, sent } = run(starts, instantOf(starts) - 15 * DAY, () => true);
      expect(sent).toHaveLength(4);
      expect(sent.slice(2)).toEqual([`vortag ${eve}`, `start ${last}`]);
      expect(settled).toEqual(["einladung", "rsvp", "vortag", "start"]);
    },
  );

  it("after days of downtime that end at night sends one stage in the morning and loses none", () => {
    const down = (now: number) => now < instantOf("2026-06-03T23:00");
    const { settled, sent } = run("2026-06-10T09:00", instantOf("2026-05-20T00:00"), (now) => !down(now));
    expect(sent).toEqual(["rsvp 2026-06-04T07:00", "vortag 2026-06-09T09:00", "start 2026-06-10T08:00"]);
    expect(settled).toEqual(["einladung", "rsvp", "vortag", "start"]);
  });
});
