import { describe, expect, it } from "vitest";
import { continued } from "../../../src/rulebook/follow.ts";
import { type Question, questionsOf } from "../../../src/rulebook/question.ts";
import { createReader } from "../../../src/rulebook/tokens.ts";
import { phrases } from "./phrases.ts";
import { lexicon, questionOf, tokenOf } from "./small.ts";

const read = createReader(lexicon, new Set());
const BEFORE = "Wann ist die Wahl?";
const following = (text: string, before = BEFORE): readonly Question[] | undefined =>
  continued(questionsOf(text, lexicon, read), before, lexicon, read);
const words = (question: Question | undefined): string[] => (question?.tokens ?? []).map(({ word }) => word);
const bearing = (question: Question | undefined): string[] =>
  (question?.tokens ?? []).flatMap(({ word, filler }) => (filler ? [] : [word]));

describe("a question that goes on from the one before", () => {
  const [subject, more, most] = ["wahl", "vorsitz", "pflicht"].map((word) => tokenOf(word));
  const needs = (text: string, ...tokens: (ReturnType<typeof tokenOf> | undefined)[]): boolean =>
    continued([questionOf({ text, tokens: tokens.flatMap((one) => one ?? []) })], BEFORE, lexicon, read) !==
    undefined;

  it.each(
    phrases(`
    Und wie lange? | und die Wahl? |   Und wer? | Aber wer wählt? | Auch in der Gemeinde?
    Oder der Landkreis? | And the chair? | But who votes? | What about the chair? | How about the chair?
    Was ist mit dem Vorsitz? | Wie ist es mit der Wahl? | Wie sieht es dort aus?
  `),
  )("says so by its beginning: %s", (text) => {
    expect(needs(text, subject, more, most)).toBe(true);
  });

  it.each(
    phrases(`
    Unding? | Wo und wann? | Auchan? | Was ist die Wahl? | Wie ist die Wahl? | What is the chair?
    Wo tagt auch der Kreistag? | Odernach? | Was ist mitten im Kreis?
  `),
  )("does not only hold such words: %s", (text) => {
    expect(needs(text, subject)).toBe(false);
  });

  it.each(
    phrases(`
    Leitet er? | Wer wählt ihn? | Wer hilft ihm? | Wer leitet sie? | Wer hilft ihnen? | Gilt dies?
    Gilt diese Pflicht? | Gilt dieser Vorsitz? | Wer hilft diesem? | Wer wählt diesen? | Gilt dieses?
    Ist dessen Vorsitz neu? | Ist deren Vorsitz neu? | Wer tagt dort? | Gilt dafür nichts?
    Wer leitet dabei? | Was folgt davon? | Wer tagt dazu? | Wer spricht darüber? | Liegt es daran?
    Was geschieht damit? | Wer ist dagegen? | Is it new? | Do they vote? | Who leads them?
    Is this new? | Are those new? | Wer leitet das? | Gilt das monatlich? | Gilt das nur?
  `),
  )("stands on a word for something said before: %s", (text) => {
    expect(needs(text, subject, more)).toBe(true);
  });

  it.each(
    phrases(`
    Wer leitet Sie? | Leitet dier? | Ergibt die Wahl? | Wer tagt dortig? | Wer dasselbe? | Is italic?
    Wer leitet das Treffen? | Wer leitet das gemeinsame Treffen? | Gelten die gleichen Pflichten?
    Wer kennt das kommunalen Forum? | Wer leitet das  Treffen?
  `),
  )("is not mistaken for one that stands alone: %s", (text) => {
    expect(needs(text, subject)).toBe(false);
  });

  it.each([
    { title: "none", own: [], open: true },
    { title: "two", own: [subject, more], open: true },
    { title: "three", own: [subject, more, most], open: false },
  ])("has at most two words of its own beside a pronoun: $title", ({ own, open }) => {
    expect(needs("Gilt das?", ...own)).toBe(open);
  });

  it("needs no pronoun when it has no word of its own, and one as soon as it has", () => {
    const filler = tokenOf("bitte", { filler: true, stem: "bitt" });
    expect(needs("Bitte?", filler)).toBe(true);
    expect(needs("Bitte, Wahl?", filler, subject)).toBe(false);
  });

  it("has a word of its own where one only looks like a filler mistyped", () => {
    expect(needs("Bittel?", tokenOf("bittel", { filler: true, stem: "bitt" }))).toBe(false);
  });
});

describe("what it borrows", () => {
  it("is the subject of the question before, behind its own words", () => {
    const [one, ...more] = following("Wer leitet sie?") ?? [];
    expect(more).toEqual([]);
    expect(words(one)).toEqual(["leitet", "sie", "wahl"]);
    expect(one).toMatchObject({ text: "Wer leitet sie? wahl", asks: [["role"]] });
  });

  it("is the subject of all that was asked before", () => {
    const [one] = following("Und wo?", "Wann ist die Wahl und wer leitet das Treffen?") ?? [];
    expect(bearing(one)).toEqual(["wahl", "leitet", "treffen"]);
    expect(one?.text).toMatch(/ wahl leitet treffen$/);
    expect(one?.asks).toEqual([["place"]]);
  });

  it("is no word that it says itself", () => {
    expect(words(following("Was ist mit der Wahl?")?.[0])).toEqual(["was", "ist", "mit", "der", "wahl"]);
  });

  it("is a filler too, where it has a meaning", () => {
    const [one] = continued([questionOf({ text: "Und?" })], "egal", lexicon, () => [
      tokenOf("oben", { filler: true, concepts: ["heads"] }),
      tokenOf("bitte", { filler: true }),
      tokenOf("wahl"),
    ]) ?? [undefined];
    expect(words(one)).toEqual(["oben", "wahl"]);
  });

  it.each([
    {
      title: "what was asked for, where it asks for nothing",
      text: "Was ist mit der Sitzung?",
      asks: [["date"]],
    },
    {
      title: "not what was asked for, where it asks for something",
      text: "Und wie lange?",
      asks: [["duration"]],
    },
    { title: "not what was asked for, where it asks for yes or no", text: "Ist sie gültig?", asks: [] },
  ])("is $title", ({ text, asks }) => {
    expect(following(text)?.[0]?.asks).toEqual(asks);
  });

  it("is what was asked for first", () => {
    const [one] = following("Was ist mit der Sitzung?", "Wer leitet die Wahl und wann ist die Wahl?") ?? [];
    expect(one?.asks).toEqual([["role"]]);
  });

  it("goes only to those of several questions that need it", () => {
    const [first, second] = following("Wer leitet sie? Wie oft ist die Sitzung im Kreistag?") ?? [];
    expect(bearing(first)).toEqual(["leitet", "wahl"]);
    expect(second).toEqual(questionsOf("Wie oft ist die Sitzung im Kreistag?", lexicon, read)[0]);
  });

  it.each([
    { title: "the question before has no subject", before: "Wann?" },
    { title: "there was nothing but fillers before", before: "Bitte die der das." },
    { title: "the question before is empty", before: "" },
  ])("is nothing where $title", ({ before }) => {
    expect(following("Und wie lange?", before)).toBeUndefined();
  });
});
