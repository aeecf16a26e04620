import { describe, expect, it } from "vitest";
import { type Question, questionsOf } from "../../../src/rulebook/question.ts";
import { createReader } from "../../../src/rulebook/tokens.ts";
import { lexicon } from "./small.ts";

const read = createReader(lexicon, new Set());
const asked = (text: string): readonly Question[] => questionsOf(text, lexicon, read);
const bearing = (question: Question | undefined): string[] =>
  (question?.tokens ?? []).flatMap(({ word, filler }) => (filler ? [] : [word]));

describe("several questions in a text", () => {
  const texts = (text: string): string[] => asked(text).map((one) => one.folded);

  it.each([
    ["Wann ist die Wahl? Wer leitet sie?", ["wann ist die wahl?", "wer leitet sie?"]],
    ["Guten Tag. Wann ist die Wahl?", ["wann ist die wahl?"]],
    ["Die Wahl. Der Vorsitz.", ["die wahl. der vorsitz."]],
    ["Wahl\nVorsitz", ["wahl vorsitz"]],
    ["", []],
    ["?", []],
    ["Wann ist Wahl und wer leitet?", ["wann ist wahl", "wer leitet?"]],
    ["Wann ist Wahl sowie wo?", ["wann ist wahl", "wo?"]],
    ["When is Wahl and who leads?", ["when is wahl", "who leads?"]],
    ["Wann ist Wahl, und wie lange?", ["wann ist wahl", "wie lange?"]],
    ["Wann ist Wahl und bis wann gilt sie?", ["wann ist wahl", "bis wann gilt sie?"]],
    ["Wer leitet und mit wem?", ["wer leitet", "mit wem?"]],
    ["Wer leitet und gilt das?", ["wer leitet", "gilt das?"]],
    ["Wer leitet und muss man wählen?", ["wer leitet", "muss man wahlen?"]],
    ["Wer leitet und gilt der Vorsitz?", ["wer leitet und gilt der vorsitz?"]],
    ["Wer leitet und wählt?", ["wer leitet und wahlt?"]],
    ["Wann ist Wahl und Treffen?", ["wann ist wahl und treffen?"]],
    ["Wann ist Wahl oder wo?", ["wann ist wahl oder wo?"]],
    ["Wer leitet Wahl und Werkstatt?", ["wer leitet wahl und werkstatt?"]],
    ["Wer leitet Wahl und ist sieben?", ["wer leitet wahl und ist sieben?"]],
  ])("%j", (text, parts) => {
    expect(texts(text)).toEqual(parts);
  });

  it.each([
    { text: "Nennen Sie die Termine: Wahl, Treffen und Kündigung", items: ["wahl", "treffen", "kundigung"] },
    { text: "Wann ist was: Wahl, und Treffen, and Kündigung?", items: ["wahl", "treffen", "kundigung?"] },
    { text: "Datum: Wahl, Treffen and Kündigung", items: ["wahl", "treffen", "kundigung"] },
  ])("are a list that asks the same of each: $text", ({ text, items }) => {
    expect(texts(text)).toEqual(items);
    for (const { asks } of asked(text)) expect(asks).toEqual([["date"]]);
  });

  it("are a list that asks by its head, rather than by a word for it", () => {
    expect(asked("Wer leitet am Datum: Wahl, Treffen").map(({ asks }) => asks)).toEqual([
      [["role"]],
      [["role"]],
    ]);
  });

  it("are a list that asks by the word for it, whatever else its head speaks of", () => {
    expect(asked("Nennen Sie vom Treffen das Datum: Wahl, Kündigung").map(({ asks }) => asks)).toEqual([
      [["date"]],
      [["date"]],
    ]);
  });

  it("are a list that asks for nothing when its head tells nothing", () => {
    expect(asked("Sagen Sie: Wahl, Treffen").map(({ asks }) => asks)).toEqual([[], []]);
  });

  it.each([
    { title: "one thing only", text: "Termine der Wahl: Treffen" },
    { title: "a head of three letters", text: "Wer: Wahl, Treffen" },
    { title: "a head of 91 letters", text: `${"Wort ".repeat(18)}x: Wahl, Treffen` },
    { title: "two colons", text: "Termine: Wahl, Treffen: Vorsitz" },
  ])("are no list with $title", ({ text }) => {
    expect(texts(text)).toHaveLength(1);
  });

  it("are a list with a head of 4 or 90 letters", () => {
    expect(texts("Ende: Wahl, Treffen")).toEqual(["wahl", "treffen"]);
    expect(texts(`${"Wort ".repeat(18)}: Wahl, Treffen`)).toEqual(["wahl", "treffen"]);
  });
});

describe("a question without a subject", () => {
  const read = (text: string): { readonly text: string; readonly bearing: readonly string[] }[] =>
    asked(text).map((one) => ({ text: one.text, bearing: bearing(one) }));

  it.each([
    {
      title: "that of the one before it",
      text: "Wann ist die Wahl? Und wo? Wer leitet das Treffen?",
      at: 1,
      lent: { text: "Und wo? Wann ist die Wahl?", bearing: ["wahl"] },
    },
    {
      title: "that of the one behind it, where it is the first",
      text: "Wo? Wann ist die Wahl?",
      at: 0,
      lent: { text: "Wo? Wann ist die Wahl?", bearing: ["wahl"] },
    },
    {
      title: "that of all that is said, where no question is near",
      text: "Die Wahl ist gültig. Wo? Der Vorsitz auch.",
      at: 0,
      lent: {
        text: "Wo? Die Wahl ist gültig. Der Vorsitz auch.",
        bearing: ["wahl", "gultig", "vorsitz", "auch"],
      },
    },
    {
      title: "that of what is said, where the question near has none either",
      text: "Der Vorsitz. Wo? Und wann?",
      at: 1,
      lent: { text: "Und wann? Der Vorsitz.", bearing: ["vorsitz"] },
    },
  ])("borrows $title", ({ text, at, lent }) => {
    expect(read(text)[at]).toEqual(lent);
  });

  it("borrows nothing where nothing is said", () => {
    expect(asked("Wo?").map(bearing)).toEqual([[]]);
    expect(asked("wo und wann").map(bearing)).toEqual([[], []]);
  });

  it("borrows from its next neighbours only, where nobody has put a question mark", () => {
    const all = asked("wo und wann und wie lange ist die Wahl");
    const wahl = ["ist", "die", "wahl"];
    expect(all.map(({ tokens }) => tokens.map(({ word }) => word))).toEqual([[], wahl, wahl]);
  });

  it("is none when it has a subject", () => {
    expect(read("Der Vorsitz. Wann ist die Wahl? Wo ist das Treffen?")).toEqual([
      { text: "Wann ist die Wahl?", bearing: ["wahl"] },
      { text: "Wo ist das Treffen?", bearing: ["treffen"] },
    ]);
  });
});
