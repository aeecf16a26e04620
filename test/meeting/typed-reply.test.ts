/** The words that answer an invitation, and the date they are about. */
import { describe, expect, it } from "vitest";
import { nextOf, parseReply } from "../../src/meeting/typed-reply.ts";

describe("a typed reply", () => {
  it.each([
    ["zusage", { reply: "zusage" }],
    ["  Zusagen! ", { reply: "zusage" }],
    ["ABSAGE", { reply: "absage" }],
    ["Vertretung: Hauptamt Kandern", { reply: "vertretung", deputy: "Hauptamt Kandern" }],
  ])("%j is understood", (typed, reply) => {
    expect(parseReply(typed)).toEqual(reply);
  });

  it.each([
    "vertretung",
    "vertretung:",
    "zusage zum Termin",
    "vertretung im Forum",
    "wer macht die Vertretung",
    "constructor",
    "",
  ])("%j is left to others", (typed) => {
    expect(parseReply(typed)).toBeUndefined();
  });
});

describe("the next date", () => {
  const date = (startsAt: string) => ({ startsAt }) as Parameters<typeof nextOf>[0][number];

  it("is the first that has not begun", () => {
    const dates = ["2026-07-01T09:00", "2026-04-22T09:00", "2026-01-21T09:00"].map(date);
    expect(nextOf(dates, Date.parse("2026-03-01T00:00:00Z"))?.startsAt).toBe("2026-04-22T09:00");
    expect(nextOf(dates, Date.parse("2026-04-22T06:59:59Z"))?.startsAt).toBe("2026-04-22T09:00");
    expect(nextOf(dates, Date.parse("2026-04-22T07:00:00Z"))?.startsAt).toBe("2026-07-01T09:00");
    expect(nextOf(dates, Date.parse("2026-08-01T00:00:00Z"))).toBeNull();
    expect(nextOf([], 0)).toBeNull();
  });
});
