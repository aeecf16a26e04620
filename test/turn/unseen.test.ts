import { describe, expect, it } from "vitest";
import { seenOrNothing } from "../../src/turn/unseen.ts";

describe("a text of which nothing is seen", () => {
  it.each([
    ...["", " \n", "\u200b\u2060", "\u200d", "\u00ad", "\u3164", "\u2800", "\u115f", "\ufe0f", "\u180e"],
    ...["\u0000", "\ud800", "\u202e\u2066", "\u034f \u200b".repeat(2_000)],
  ])("is none: %j", (text) => expect(seenOrNothing(text)).toBe(""));

  it.each(["a", " a\u200b", "👩\u200d🚒", "(", "e\u0301", "أ", "0"])("is one: %j", (text) =>
    expect(seenOrNothing(text)).toBe(text),
  );
});
