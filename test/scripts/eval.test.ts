import { describe, expect, test } from "vitest";
import { figures, mark, says } from "../../scripts/eval/score.mjs";

const question = {
  id: "q",
  question: "Wie oft?",
  style: "formal",
  answerable: true,
  facts: [["quartal", "vierteljähr"]],
  forbidden: ["monatlich"],
  source: ["Willensbekundung"],
};
const given = {
  text: "Einmal im Quartal.",
  abstained: false,
  documents: ["Willensbekundung Kommunales Digitalisierungsforum"],
};
const none = { text: "Dazu steht nichts.", abstained: true, documents: [] };

describe("what an answer says", () => {
  test.each<[string, string, boolean]>([
    ["Am 15.10.2021.", "15.10.2021", true],
    ["Am 15.10.2021.", "5.10.2021", false],
    ["Es sind 36 Kommunen.", "6", false],
    ["Ja, auch der Kreis.", "ja", true],
    ["Im Januar.", "ja", false],
    ["Die „Straße“ – gut", 'die "strasse" - gut', true],
  ])("%s | %s", (said, fact, expected) => expect(says(said, fact)).toBe(expected));
});

describe("the mark of an answer", () => {
  test("needs a fact, nothing forbidden, and not too many words", () => {
    expect(mark(question, given)).toMatchObject({ correct: true, cited: true });
    expect(mark(question, { ...given, text: "Nie." }).correct).toBe(false);
    expect(mark(question, { ...given, text: "Im Quartal, nicht monatlich." }).correct).toBe(false);
    expect(mark(question, { ...given, text: `Quartal ${"x".repeat(1000)}` }).correct).toBe(false);
    expect(mark(question, none).correct).toBe(false);
  });
  test("is cited by one of the first three documents", () => {
    const others = ["Digitale Agenda", "Digitale Agenda", "Digitale Agenda"];
    expect(mark(question, { ...given, documents: [...others, ...given.documents] }).cited).toBe(false);
  });
  test("is right without an answer where there is none", () => {
    expect(mark({ ...question, answerable: false }, none).correct).toBe(true);
    expect(mark({ ...question, answerable: false }, given).correct).toBe(false);
  });
});

test("the figures of several answers", () => {
  const other = { ...question, answerable: false };
  const marks = [mark(question, given), mark(question, none), mark(other, given), mark(other, none)];
  expect(figures(marks)).toEqual({
    ...{ questions: 4, answerable: 2, grounded: 0.5, answered: 0.5 },
    ...{ falseAnswers: 0.5, precision: 0.5, cited: 1 },
  });
});
