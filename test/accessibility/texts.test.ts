/** Every sentence a person reads: short, formal, neutral, without unexplained abbreviations. */
import { describe, expect, it } from "vitest";
import { AVERAGE_WORDS, faultsIn, MOST_WORDS, sentencesOf, wordsOf } from "../support/german.ts";
import { textFiles, textsIn } from "../support/texts-in-source.ts";

const files = textFiles();
/** Commands and settings have names in capitals; their readers run the server. */
const FOR_OPERATORS = /^cli\/|^(?:db\/)?texts\.ts$/;
const average = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);

describe("the texts of the program", () => {
  it("are found: strings, and templates with a word for each gap", () => {
    expect(files.length).toBeGreaterThan(60);
    const all = files.flatMap(textsIn).map(({ text }) => text);
    expect(all.length).toBeGreaterThan(2_000);
    expect(all).toContain("Die gewählte Person muss die Wahl noch annehmen.");
    expect(all).toContain("Die Frage Nr. Wert ist geschlossen. Wer gefragt hat, erfährt den Grund.");
  });

  it.each(files)("%s: short, formal and neutral", (file) => {
    const faults = textsIn(file)
      .flatMap(({ text }) => faultsIn(text))
      .filter(({ rule }) => !FOR_OPERATORS.test(file) || rule !== "abbreviation");
    expect(faults).toEqual([]);
  });

  it("have sentences that are short on average, in every file", () => {
    const long = files.filter((file) => {
      const sentences = textsIn(file).flatMap(({ text }) => sentencesOf(text));
      return average(sentences.map(wordsOf)) > AVERAGE_WORDS;
    });
    expect(long).toEqual([]);
  });
});

const words = (count: number): string => `Sie ${"lesen ".repeat(count - 2)}das.`;

describe("the rules for sentences", () => {
  it.each([
    ["too long", words(MOST_WORDS + 1), `${MOST_WORDS + 1} words`],
    ["too long behind a short one", `Gut. ${words(MOST_WORDS + 1)}`, `${MOST_WORDS + 1} words`],
    ["familiar", "Bitte prüfe deine Angaben.", "familiar"],
    ["familiar in the plural", "Wir danken Euch.", "familiar"],
    ["a short form", "Nehmen Sie z. B. den Mittwoch.", "short form"],
    ["a short form of the law", "Das steht in Abs. 3.", "short form"],
    ["a masculine form for all", "Alle Teilnehmer sind eingeladen.", "masculine"],
    ["a masculine office", "Der Bürgermeister stimmt ab.", "masculine"],
    ["a masculine form with an ending", "Fragen Sie den Kollegen.", "masculine"],
    ["a picture", "Gespeichert 🎉", "picture"],
    ["an abbreviation", "Die DSFA liegt vor.", "abbreviation"],
  ])("find what is %s", (_, text, rule) => {
    expect(faultsIn(text).map((one) => one.rule)).toContain(rule);
  });

  it.each([
    words(MOST_WORDS),
    `${words(MOST_WORDS)} ${words(MOST_WORDS)}`,
    "Zwei Zeuginnen oder Zeugen bestätigen es.",
    "Die Delegierten wählen die Wahlleitung.",
    "Die Bürgermeisterversammlung tagt am 3.2.2026 um 9:00 Uhr.",
    "Frage Nr. 12 an die AG Bauen (PDF)",
    "Der Hersteller des Produkts ist bekannt.",
  ])("let pass: %s", (text) => {
    expect(faultsIn(text)).toEqual([]);
  });
});
