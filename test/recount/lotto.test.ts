import { describe, expect, it } from "vitest";
import { drawingsAfter } from "../../scripts/recount/lotto.mjs";

describe("the drawing that decides a lot", () => {
  it.each([
    ["a Monday evening", "2031-03-10T16:00:00Z", ["2031-03-12"]],
    ["a Wednesday evening", "2031-03-12T16:00:00Z", ["2031-03-15"]],
    [
      "a Tuesday, when the hour of Wednesday's drawing matters",
      "2031-03-11T16:00:00Z",
      ["2031-03-12", "2031-03-15"],
    ],
    [
      "a Thursday late in the evening, Friday in Berlin",
      "2031-03-13T23:30:00Z",
      ["2031-03-15", "2031-03-19"],
    ],
  ])("after %s", (_, closesAt, days) => {
    expect(drawingsAfter(Date.parse(closesAt))).toEqual(days);
  });
});
