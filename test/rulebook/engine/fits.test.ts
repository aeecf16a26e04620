import { describe, expect, it } from "vitest";
import { fits } from "../../../src/rulebook/match.ts";
import type { Question } from "../../../src/rulebook/question.ts";
import type { Token } from "../../../src/rulebook/tokens.ts";
import { profile, questionOf } from "./small.ts";
import { word } from "./words.ts";

type Card = Parameters<typeof profile>[0];
type Asks = Question["asks"];

const frequency: Asks = [["frequency"]];

describe("whether a card tells the kind of thing asked for", () => {
  const target = word.gemeinde;
  it.each<[string, Card, Partial<Question>, boolean]>([
    ["nothing in particular", {}, {}, true],
    ["how often", {}, { asks: frequency }, true],
    ["how long", {}, { asks: [["duration"]] }, false],
    ["until when, of a duration", { attribute: "duration" }, { asks: [["date", "duration"]] }, true],
    ["how often and how long", {}, { asks: [["frequency"], ["duration"]] }, false],
    ["both, and it tells both", { also: ["duration"] }, { asks: [["frequency"], ["duration"]] }, true],
    ["who is not among them", {}, { excluded: true }, false],
    ["which, where it only mentions them", { silent: ["forum", "election"] }, { target: word.wahl }, false],
    ["which, where it tells it", { silent: ["forum"] }, { target: word.wahl }, true],
    ["which municipalities", { silent: [] }, { target }, false],
    ["which municipalities, where it names some", { affirms: ["municipalities"] }, { target }, true],
  ])("asked for: %s", (_, card, question, expected) =>
    expect(fits(profile(card), questionOf(question))).toBe(expected),
  );

  it.each<[string, string[], Asks, Token | undefined, boolean]>([
    ["its topic", [], [["count"]], word.treffen, true],
    ["another thing", [], [["count"]], word.wahl, false],
    ["what it counts", ["county", "election"], [["count"]], word.wahl, true],
    ["its topic, where it counts another thing", ["election"], [["count"]], word.treffen, false],
    ["another thing, and when", [], [["date"], ["count"]], word.wahl, false],
    ["another thing, or rather when", [], [["date", "count"]], word.wahl, true],
    ["nothing named", [], [["count"]], undefined, true],
  ])("asked for how many of %s", (_, counts, asks, counted, expected) => {
    const card = profile({ attribute: "count", also: ["date"], counts });
    expect(fits(card, questionOf({ asks, target: counted }))).toBe(expected);
  });
});
