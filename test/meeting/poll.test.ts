import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../src/calendar/dates.ts";
import { isWorkingDay } from "../../src/calendar/working-days.ts";
import { berlinDate, instantOf, wallClockAt } from "../../src/calendar/zones.ts";
import {
  checkPoll,
  missingOf,
  type PartyAnswers,
  type PollDraft,
  pollDue,
  ranked,
  remindsAt,
  SUITS,
  stateOf,
  tallies,
  usualDeadline,
} from "../../src/meeting/poll/poll.ts";
import { NOON } from "./forum.ts";

const DAYS = ["2026-04-22", "2026-05-06", "2026-05-20"];
const draft = (part: Partial<PollDraft> = {}): PollDraft => ({
  ...{ days: DAYS, startsAt: "09:00", minutes: "120", place: "", link: "" },
  closesOn: "2026-03-09",
  ...part,
});
const problemsOf = (part: Partial<PollDraft>) => {
  const done = checkPoll(draft(part), NOON);
  return done.ok ? [] : done.problems;
};

describe("a poll as it is entered", () => {
  it("takes 2 to 5 different days, in order, and may leave the place open", () => {
    const done = checkPoll(draft({ days: ["", ...DAYS.toReversed(), "2026-04-22"] }), NOON);
    expect(done).toEqual({
      ok: true,
      value: {
        ...{ minutes: 120, place: "", link: null, closesAt: instantOf("2026-03-09T09:00") },
        options: DAYS.map((day) => `${day}T09:00`),
      },
    });
  });

  it.each<[string, Partial<PollDraft>, string[]]>([
    ["one day", { days: ["2026-04-22", "2026-04-22"] }, ["tooFewOptions"]],
    ["six days", { days: [1, 2, 3, 4, 5, 6].map((n) => addDays("2026-04-20", n)) }, ["tooFewOptions"]],
    ["a day that is past", { days: ["2026-03-01", "2026-04-22"] }, ["past"]],
    ["a day that does not exist", { days: ["2026-04-31", "2026-04-22"] }, ["dateUnknown"]],
    ["no time", { startsAt: "" }, ["timeMissing"]],
    ["a deadline today", { closesOn: "2026-03-02" }, ["closesTooSoon"]],
    ["no deadline", { closesOn: "" }, ["closesUnknown"]],
    ["a deadline far away", { closesOn: "2026-06-01" }, ["closesTooLate"]],
    ["a deadline after the first day", { closesOn: "2026-04-22" }, ["closesAfterOption"]],
    ["a bad link", { link: "http://x" }, ["linkWrong"]],
  ])("%s is refused", (_, part, expected) => {
    expect(problemsOf(part)).toEqual(expected);
  });

  it("may end tomorrow; on a weekend it ends on the next working day", () => {
    expect(problemsOf({ closesOn: "2026-03-03" })).toEqual([]);
    const done = checkPoll(draft({ closesOn: "2026-03-07" }), NOON);
    expect(done.ok && wallClockAt(done.value.closesAt)).toBe("2026-03-09T09:00");
  });

  it("usually ends after a week, on a working day", () => {
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), (days) => {
        const today = addDays("2024-01-01", days);
        expect(usualDeadline(today) >= addDays(today, 7)).toBe(true);
        expect(isWorkingDay(usualDeadline(today))).toBe(true);
      }),
    );
  });
});

describe("the ranking", () => {
  const options = DAYS.map((day) => `${day}T09:00`);
  const parties = ["a", "b", "c", "d"];
  const answer = fc.record({
    party: fc.constantFrom(...parties, "left"),
    suits: fc
      .tuple(...options.map(() => fc.constantFrom(...SUITS)))
      .map((all) => Object.fromEntries(options.map((option, at) => [option, all[at] ?? "no"]))),
  });
  const answers: fc.Arbitrary<PartyAnswers[]> = fc.uniqueArray(answer, { selector: (one) => one.party });

  it("goes by most that fit, then fewest that do not, then the earlier one, whatever the order of answers", () => {
    fc.assert(
      fc.property(answers, fc.nat(), (given, turn) => {
        const order = ranked(tallies(options, given, parties));
        expect(order.map(({ startsAt }) => startsAt).toSorted()).toEqual(options);
        order.slice(1).forEach((worse, at) => {
          const better = order[at] ?? worse;
          const weight = (one: typeof worse) => [-one.suits, one.no, one.startsAt] as const;
          const [x, y] = [weight(better), weight(worse)];
          const first = x.findIndex((value, index) => value !== y[index]);
          expect((x[first] ?? 0) < (y[first] ?? 0)).toBe(true);
        });
        const turned = [...given.slice(turn % 4), ...given.slice(0, turn % 4)];
        expect(ranked(tallies(options.toReversed(), turned, parties))).toEqual(order);
      }),
    );
  });

  it("counts parties with a seat only, each once", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const counted = given.filter(({ party }) => party !== "left").length;
        for (const one of tallies(options, given, parties))
          expect(one.suits + one.ifNeedBe + one.no).toBe(counted);
        expect(missingOf(given, parties)).toHaveLength(parties.length - counted);
      }),
    );
  });
});

describe("the life of a poll", () => {
  const closesAt = instantOf("2026-03-09T09:00");
  const made = checkPoll(draft(), NOON);
  if (!made.ok) throw new Error("not a poll");
  const poll = {
    ...made.value,
    ...{ id: "p", createdAt: NOON, createdById: "m", settledAt: null, meetingId: null },
  };

  it("reminds at nine on the working day before, once, and closes at its deadline", () => {
    expect(wallClockAt(remindsAt(poll))).toBe("2026-03-06T09:00");
    expect(pollDue(poll, remindsAt(poll) - 1, false)).toBe("nothing");
    expect(pollDue(poll, remindsAt(poll), false)).toBe("remind");
    expect(pollDue(poll, remindsAt(poll), true)).toBe("nothing");
    expect(pollDue(poll, closesAt - 1, true)).toBe("nothing");
    expect(pollDue(poll, closesAt, false)).toBe("close");
    expect(pollDue({ ...poll, settledAt: closesAt }, closesAt + 1, false)).toBe("nothing");
  });

  it("does not remind of a poll that began after the time of its reminder", () => {
    const late = { ...poll, createdAt: remindsAt(poll) };
    expect(pollDue(late, closesAt - 1, false)).toBe("nothing");
  });

  it("is given up when it was settled before its deadline", () => {
    expect(stateOf(poll, closesAt - 1)).toBe("open");
    expect(stateOf(poll, closesAt)).toBe("closed");
    expect(stateOf({ ...poll, settledAt: closesAt - 1 }, closesAt + 1)).toBe("givenUp");
    expect(stateOf({ ...poll, settledAt: closesAt + 9 }, closesAt + 9)).toBe("closed");
  });

  it("always reminds at nine on a working day before the day of the deadline", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (days) => {
        const done = checkPoll(draft({ closesOn: addDays("2026-03-02", days) }), NOON);
        if (!done.ok) throw new Error("refused");
        const at = remindsAt(done.value);
        expect(wallClockAt(at)).toMatch(/T09:00$/);
        expect(isWorkingDay(berlinDate(at))).toBe(true);
        expect(berlinDate(at) < berlinDate(done.value.closesAt)).toBe(true);
      }),
    );
  });
});
