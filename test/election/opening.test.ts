import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCandidates, namesIn } from "../../src/election/candidates.ts";
import { openingNotices, resultNotices, roundIn, subjectOf } from "../../src/election/notices.ts";
import { checkDeadline, LONGEST_MS, remindersOf, SHORTEST_MS } from "../../src/election/opening.ts";

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 2, 2, 11);

describe("the names on a ballot paper", () => {
  const check = (...names: string[]) => {
    const done = checkCandidates(names);
    return done.ok ? done.value : done.reason;
  };

  it("are tidied, brought into one spelling and sorted as in a German list", () => {
    expect(check("  Wieden ", "Süd".normalize("NFD"), "", "Ämter  und\tGemeinden", "Bin\u200bzen")).toEqual([
      "Ämter und Gemeinden",
      "Binzen",
      "Süd",
      "Wieden",
    ]);
    expect(namesIn("Eins\r\nZwei\nDrei")).toEqual(["Eins", "Zwei", "Drei"]);
  });

  it.each([
    [["", " "], "no-candidates"],
    [Array.from({ length: 21 }, (_, at) => `Name ${at}`), "too-many"],
    [["x".repeat(81)], "name-too-long"],
    [["Kandern", "KANDERN"], "name-twice"],
    [["Müller", "Mueller"], "name-twice"],
    [["Ja"], "name-reserved"],
    [["nein!"], "name-reserved"],
    [["Ent-Haltung"], "name-reserved"],
    [["Ungültig"], "name-reserved"],
    [["UNGUELTIG."], "name-reserved"],
    [["---"], "name-reserved"],
  ])("%j: %s", (names, reason) => {
    expect(check(...names)).toBe(reason);
  });

  it("take 20 names of 80 characters", () => {
    const names = Array.from({ length: 20 }, (_, at) => `${"ß".repeat(78)}${String(at).padStart(2, "0")}`);
    expect(check(...names)).toEqual(names);
  });
});

describe("the deadline", () => {
  const check = (date: string, time: string) => {
    const done = checkDeadline(date, time, NOON);
    return done.ok ? done.value : done.reason;
  };

  it("is read on a clock in Berlin, in winter and in summer", () => {
    expect(check("2026-03-02", "18:00")).toBe(Date.UTC(2026, 2, 2, 17));
    expect(check("2026-04-02", "18:00")).toBe(Date.UTC(2026, 3, 2, 16));
    expect(check("2026-03-02", "12:10")).toBe(NOON + SHORTEST_MS);
    expect(NOON + LONGEST_MS).toBeGreaterThan(Number(check("2026-05-01", "12:00")));
  });

  it.each([
    ["2026-03-02", "12:09", "deadline-too-soon"],
    ["2026-02-02", "12:00", "deadline-too-soon"],
    ["2026-05-01", "13:01", "deadline-too-late"],
    ["2026-02-30", "12:00", "deadline-missing"],
    ["2026-03-29", "02:30", "deadline-missing"],
    ["2026-03-03", "24:00", "deadline-missing"],
    ["2026-03-03", "", "deadline-missing"],
    ["", "12:00", "deadline-missing"],
    ["morgen", "früh", "deadline-missing"],
  ])("%s %s: %s", (date, time, reason) => {
    expect(check(date, time)).toBe(reason);
  });
});

describe("reminders", () => {
  const of = (hours: number) =>
    remindersOf(NOON, NOON + hours * HOUR).map(({ reminder, at }) => [reminder, (at - NOON) / HOUR]);

  it.each([
    [1, []],
    [3, [["half", 1.5]]],
    [4, [["hours", 2]]],
    [
      24,
      [
        ["half", 12],
        ["hours", 22],
      ],
    ],
    [
      48,
      [
        ["day", 24],
        ["hours", 46],
      ],
    ],
    [
      168,
      [
        ["half", 84],
        ["day", 144],
        ["hours", 166],
      ],
    ],
  ])("of a round of %d hours: %j", (hours, expected) => {
    expect(of(hours)).toEqual(expected);
  });

  it("are never close together, never in the first hour, never at or after the close", () => {
    fc.assert(
      fc.property(fc.integer({ min: SHORTEST_MS, max: LONGEST_MS }), (length) => {
        const times = remindersOf(NOON, NOON + length).map((one) => one.at);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        for (const [at, time] of times.entries()) {
          expect(time).toBeGreaterThan(NOON + HOUR);
          expect(time).toBeLessThan(NOON + length);
          expect(time - (times[at - 1] ?? 0)).toBeGreaterThanOrEqual(HOUR);
        }
      }),
    );
  });
});

describe("what is told", () => {
  const name = { electionId: "e", round: 1 };
  const register = [
    { party: "binzen", holderId: "b" },
    { party: "kandern", holderId: null },
    { party: "wieden", holderId: "w" },
  ].map((seat) => ({ ...seat, delegateId: seat.holderId, deputies: [] }));
  const closesAt = NOON + 168 * HOUR;
  const opening = openingNotices(
    { name, stage: "first", candidates: ["A"], quorum: 2, opensAt: NOON, closesAt, register },
    "channel",
  );

  it("goes to the channel and to everybody who holds a seat, with a paper and all reminders", () => {
    expect(opening).toHaveLength(1 + 2 + 2 * 3);
    expect(new Set(opening.map((one) => one.key)).size).toBe(opening.length);
    const reminders = opening.filter((one) => one.kind === "election.reminder");
    expect(reminders.every((one) => one.traceless === true && one.expiresAt === closesAt)).toBe(true);
    expect(opening.filter((one) => one.traceless)).toHaveLength(6);
  });

  it("after the close takes the place of exactly the papers that were sent", () => {
    const papers = opening.filter((one) => one.kind === "election.ballot").map((one) => one.key);
    const told = resultNotices(name, register, "channel", closesAt);
    expect(told.flatMap((one) => one.replaces ?? [])).toEqual(papers);
    expect(told.filter((one) => one.kind === "election.result")).toHaveLength(3);
    expect(resultNotices(name, register, null, closesAt)).toHaveLength(4);
  });

  it("names its round in a way that can be read again", () => {
    expect(roundIn(subjectOf(name))).toEqual(name);
  });
});
