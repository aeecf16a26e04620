import { describe, expect, it } from "vitest";
import { meetingCases } from "../../src/meeting/cases.ts";
import { DATE_CASES } from "./date-cases.ts";

describe("cases of dates", () => {
  it.each(DATE_CASES)("$type: $behaviour", ({ type, input, expected }) => {
    expect(meetingCases[type]?.(input)).toMatchObject(expected);
  });

  it("every type has a case here", () => {
    expect([...new Set(DATE_CASES.map(({ type }) => type))].sort()).toEqual(Object.keys(meetingCases).sort());
  });

  it.each([
    ["local-to-utc", { local: "2027-02-29T09:00" }],
    ["local-to-utc", { local: "2027-02-28T24:00" }],
    ["local-to-utc", { local: "2027-02-28T09:00Z" }],
    ["ladder", {}],
    ["due", { start: "2026-06-10T09:00", now: "2026-06-10T09:00", sent: [] }],
    ["propose", { year: 2026, quarter: 5, today: "2026-01-01", schoolHolidays: [] }],
    ["term", { accepted: "2027-02-29" }],
    ["ics", { ops: [{ op: "cancel" }] }],
    ["rsvp", { stage: "rsvp", replies: { wieden: "vielleicht" } }],
  ])("%s refuses %j as no case of its type", (type, input) => {
    expect(() => meetingCases[type]?.(input)).toThrow(expect.objectContaining({ name: "ZodError" }));
  });

  it("keys that belong to no rule do not matter", () => {
    const input = { id: "X", type: "ladder", why: "", start: "2026-06-10T09:00", config: { other: 1 } };
    expect(meetingCases.ladder?.(input)).toMatchObject({ start: "2026-06-10T06:00:00Z" });
  });
});
