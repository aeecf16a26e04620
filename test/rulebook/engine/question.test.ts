import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Lexicon, parseLexicon } from "../../../src/rulebook/lexicon.ts";
import { type Question, questionsOf, takeAsks } from "../../../src/rulebook/question.ts";
import { createReader, type Token } from "../../../src/rulebook/tokens.ts";
import { phrases } from "./phrases.ts";
import { LEXICON, lexicon, tokenOf } from "./small.ts";

const read = createReader(lexicon, new Set());
const asked = (text: string): readonly Question[] => questionsOf(text, lexicon, read);
const only = (text: string): Question | undefined => asked(text)[0];

describe("what a question asks for", () => {
  it.each([
    ["Wann ist die Wahl?", [["date"]]],
    ["Bis wann ist die Wahl?", [["date", "duration"]]],
    ["Wie oft ist das Treffen?", [["frequency"]]],
    ["Wie lange ist die Wahl?", [["duration"]]],
    ["Wer leitet wann?", [["date"], ["role"]]],
    ["Welche Person leitet?", [["role"]]],
    ["Ist die Wahl gültig?", []],
    ["Warum, wozu die Wahl?", [["reason"], ["purpose"]]],
  ])("%s", (text, asks) => {
    const found = only(text)?.asks ?? [];
    expect(found).toHaveLength(asks.length);
    expect(found).toEqual(expect.arrayContaining(asks));
  });

  it("is no longer among its words, all others are", () => {
    expect(only("Bis wann ist die Wahl?")?.tokens.map(({ word }) => word)).toEqual(["ist", "die", "wahl"]);
  });

  const one = (row: string): Lexicon => ({
    ...lexicon,
    asks: [{ row: row.split(" "), stems: row.split(" ").map((word) => word.slice(0, 6)), asked: ["role"] }],
  });
  const word = (text: string, stem = text): Token => tokenOf(text, { stem });

  it.each([
    { title: "as it stands", row: "person", tokens: [word("person", "anders")], taken: true },
    { title: "inflected", row: "person", tokens: [word("personen", "person")], taken: true },
    {
      title: "inflected by three letters",
      row: "person",
      tokens: [word("personxyz", "person")],
      taken: true,
    },
    { title: "not derived", row: "person", tokens: [word("personlich", "person")], taken: false },
    { title: "also when shorter", row: "personen", tokens: [word("perso", "person")], taken: true },
    { title: "not when much shorter", row: "personen", tokens: [word("pers", "person")], taken: false },
    { title: "not another word", row: "person", tokens: [word("kreis")], taken: false },
    { title: "of four letters inflected", row: "wann", tokens: [word("wanne", "wann")], taken: true },
    { title: "of three letters only as it stands", row: "wer", tokens: [word("were", "wer")], taken: false },
    { title: "of three letters", row: "wer", tokens: [word("wer", "anders")], taken: true },
    { title: "of two words", row: "wie oft", tokens: [word("wie"), word("oft")], taken: true },
    {
      title: "of two words apart",
      row: "wie oft",
      tokens: [word("wie"), word("so"), word("oft")],
      taken: false,
    },
    {
      title: "of two words, the second missing",
      row: "wie oft",
      tokens: [word("so"), word("wie")],
      taken: false,
    },
    { title: "of no words", row: "wie", tokens: [], taken: false },
  ])("is a question word $title: $taken", ({ row, tokens, taken }) => {
    expect(takeAsks(tokens, one(row))).toEqual(
      taken ? { asks: [["role"]], left: [] } : { asks: [], left: tokens },
    );
  });

  it("is found at its first place, with the words around it left", () => {
    const [before, who, after, again] = ["sag", "wer", "leitet", "wer"].map((text) => word(text));
    const tokens = [before, who, after, again].flatMap((token) => token ?? []);
    expect(takeAsks(tokens, one("wer"))).toEqual({ asks: [["role"]], left: [before, after, again] });
  });

  it("never loses another word", () => {
    const some = fc.array(fc.constantFrom("wer", "wie", "oft", "bis", "wann", "wahl", "person"));
    fc.assert(
      fc.property(some, (row) => {
        const tokens = row.map((text) => word(text));
        const { asks, left } = takeAsks(tokens, lexicon);
        expect(left.length).toBeLessThanOrEqual(tokens.length - asks.length);
        expect(left).toEqual(tokens.filter((token) => left.includes(token)));
        expect(left.filter((token) => token.word === "wahl")).toEqual(
          tokens.filter((token) => token.word === "wahl"),
        );
      }),
    );
  });
});

describe("what is counted or told apart", () => {
  const target = (text: string): string | undefined => only(text)?.target?.word;

  it.each([
    ["Welche Gemeinden tagen?", "gemeinden"],
    ["Welcher Vorsitz gilt?", "vorsitz"],
    ["Welchen Vorsitz wählt man?", "vorsitz"],
    ["Welchem Vorsitz hilft man?", "vorsitz"],
    ["Welches Treffen gilt?", "treffen"],
    ["In which Gemeinde?", "gemeinde"],
    ["How many Treffen?", "treffen"],
    ["Wie viele Treffen gibt es?", "treffen"],
    ["Mit wie vielen Gemeinden tagt man?", "gemeinden"],
    ["Wieviele Treffen gibt es?", "treffen"],
    ["Wievielen Gemeinden hilft man?", "gemeinden"],
    ["Anzahl Treffen?", "treffen"],
    ["Zahl der Treffen?", "treffen"],
    ["Gibt es Treffen?", undefined],
    ["Welchermaßen tagen die Gemeinden?", undefined],
    ["Welche?", undefined],
    ["Wann und wie viele?", undefined],
  ])("%s %s", (text, word) => {
    expect(target(text)).toBe(word);
  });

  it.each([
    { title: "the noun behind an adjective", text: "Wie viele digitale Treffen gibt es?", word: "treffen" },
    { title: "the noun behind an article", text: "Wie viele der Treffen gibt es?", word: "treffen" },
    { title: "the noun behind articles", text: "Welche von den Treffen?", word: "treffen" },
    { title: "nothing behind three fillers", text: "Welche von den die Treffen?", word: undefined },
    { title: "an unknown noun", text: "Welche Xylofone gibt es?", word: "xylofone" },
    {
      title: "an unknown noun before a known one",
      text: "Welche Xylofone Treffen gibt es?",
      word: "xylofone",
    },
    { title: "what has a meaning itself", text: "Welche gemeinsamen Sorgen gibt es?", word: "gemeinsamen" },
    {
      title: "the noun behind what has a meaning itself",
      text: "Welche gültigen Treffen gibt es?",
      word: "treffen",
    },
    { title: "not what comes before", text: "Treffen und welche Gemeinden?", word: "gemeinden" },
    {
      title: "a small word where no noun follows",
      text: "Welche kaputten und neuen Treffen?",
      word: "kaputten",
    },
  ])("is $title: $text", ({ text, word }) => {
    expect(
      asked(text)
        .map((one) => one.target?.word)
        .at(-1),
    ).toBe(word);
  });

  it.each(
    phrases(`
      wie viele virtual treffen gibt es | wie viele virtuelle treffen gibt es | wie viele finanzielle treffen gibt es
      wie vielen virtuellen treffen | which massive treffen
      welche kritische treffen | welche kritischen treffen | welche kritischer treffen | welche witzige treffen
      welche witzigen treffen | welche witziger treffen
    `),
  )("is the noun behind what looks like an adjective, in small letters: %s", (text) => {
    expect(target(text)).toBe("treffen");
  });

  it.each(["wie viele xylofone treffen gibt es", "welche alliierten treffen", "which illness treffen"])(
    "is the next word, in small letters, where it looks like none: %s",
    (text) => {
      expect(target(text)).not.toBe("treffen");
    },
  );

  it("is a filler that has a meaning", () => {
    const yaml = LEXICON.replace("the is", "the is name");
    const worded = parseLexicon({ name: "small.yaml", yaml });
    const [question] = questionsOf("Welcher Name gilt?", worded, createReader(worded, new Set()));
    expect(question?.target).toMatchObject({ word: "name", filler: true });
  });

  it("is the next word where capitals show that it is a noun", () => {
    expect(target("Welche Kritische Treffen gibt es?")).toBe("kritische");
    expect(target("Welche Material Treffen gibt es?")).toBe("material");
  });
});
