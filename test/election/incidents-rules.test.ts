/** Votes that came twice or too late: numbers by round, handed out so seldom that they say no time. */
import { describe, expect, it } from "vitest";
import { createIncidents } from "../../src/election/incidents.ts";

const MINUTE = 60_000;
const first = { electionId: "e", round: 1 };
const second = { electionId: "e", round: 2 };
const other = { electionId: "f", round: 1 };

describe("votes that came twice or too late", () => {
  it("are counted by election and round", () => {
    const { note, take } = createIncidents();
    for (const [name, what] of [
      ...([
        [first, "late"],
        [second, "duplicates"],
        [other, "late"],
      ] as const),
      ...([
        [first, "late"],
        [first, "duplicates"],
      ] as const),
    ])
      note(name, what);
    expect(take(0)).toEqual([
      { name: first, duplicates: 1, late: 2 },
      { name: second, duplicates: 1, late: 0 },
      { name: other, duplicates: 0, late: 1 },
    ]);
  });

  it("are handed out once", () => {
    const { note, take } = createIncidents();
    note(first, "late");
    expect(take(0)).toHaveLength(1);
    expect(take(60 * MINUTE)).toEqual([]);
    note(first, "late");
    expect(take(60 * MINUTE)).toEqual([{ name: first, duplicates: 0, late: 1 }]);
  });

  it("wait until 15 minutes after the last time they were handed out", () => {
    const { note, take } = createIncidents();
    note(first, "late");
    expect(take(100)).toHaveLength(1);
    note(first, "late");
    expect(take(100 + 15 * MINUTE - 1)).toEqual([]);
    expect(take(100 + 15 * MINUTE)).toEqual([{ name: first, duplicates: 0, late: 1 }]);
  });

  it("do not wait for a time at which there was nothing to hand out", () => {
    const { note, take } = createIncidents();
    expect(take(0)).toEqual([]);
    note(first, "duplicates");
    expect(take(1)).toEqual([{ name: first, duplicates: 1, late: 0 }]);
  });
});
