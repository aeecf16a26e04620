import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Examples } from "../../../src/rulebook/asked.ts";
import { createSpoken, type Spoken } from "../../../src/rulebook/spoken.ts";
import { createPlainReader } from "../../../src/rulebook/tokens.ts";
import { lexicon } from "./small.ts";

const read = createPlainReader(lexicon);
const askedFor = (card: string, ...lines: string[]): Examples => ({ card, lines, misses: [] });
const often = askedFor(
  "pe-treffen",
  "Wie oft trifft sich das Forum?",
  "Wann tagt die Runde, tagt das Forum?",
  "Gibt es Treffen der Runde?",
);
const chair = askedFor("pe-vorsitz", "Wer leitet das Forum?", "Wer hat den Vorsitz?");
const bank = (): Spoken => createSpoken([often, chair], read);

describe("how often a word is asked with", () => {
  it.each([
    ["a stem", "pe-treffen", "=rund", 2],
    ["a stem twice in one question", "pe-treffen", "=tagt", 1],
    ["a concept behind different words", "pe-treffen", "forum", 3],
    ["a concept of the other card", "pe-vorsitz", "chair", 2],
    ["a filler", "pe-vorsitz", "=wer", 2],
    ["a stem of the other card", "pe-vorsitz", "=rund", 0],
    ["a stem that is no key", "pe-treffen", "rund", 0],
    ["a card without questions", "pe-wahl", "forum", 0],
  ])("counts questions with %s", (_, card, key, times) => {
    expect(bank().times(card, key)).toBe(times);
  });
  it("does not count questions that only sound alike", () => {
    const misses = createSpoken([{ card: "pe-wahl", lines: [], misses: ["Wer zahlt?"] }], read);
    expect(misses.times("pe-wahl", "=wer")).toBe(0);
  });
});

describe("how telling a word is", () => {
  it("depends on the questions of all cards that hold it", () => {
    expect(bank().rarity("forum")).toBeCloseTo(Math.log(1 + 5 / 3));
    expect(bank().rarity("rund")).toBeCloseTo(Math.log(1 + 5 / 2));
    expect(bank().rarity("vorsitz")).toBeCloseTo(Math.log(1 + 5 / 1));
  });
  it("is highest for a word nobody has used", () => {
    expect(bank().rarity("kuchen")).toBeCloseTo(Math.log(1 + 5 / 0.5));
  });
  it("is nothing as long as nobody has asked anything", () => {
    expect(createSpoken([], read).rarity("forum")).toBe(0);
  });
  it("does not mix up a concept with a word of the same name", () => {
    expect(createSpoken([askedFor("pe-vorsitz", "Vorsitz")], read).rarity("chair")).toBeCloseTo(Math.log(3));
  });
});

describe("the nearest question of the bank", () => {
  const nearest = (card: string, question: string): { text: string; like: number } =>
    bank().nearest(card, read(question));
  it.each([
    ["Wie oft trifft sich das Forum?", "Wie oft trifft sich das Forum?", 1],
    ["trifft das FORUM sich oft", "Wie oft trifft sich das Forum?", 1],
    ["Treffen der Runde", "Gibt es Treffen der Runde?", 0.6],
    ["Trifft es sich?", "Wie oft trifft sich das Forum?", 0.6],
  ])("%s is near to: %s", (question, text, least) => {
    const found = nearest("pe-treffen", question);
    expect(found.text).toBe(text);
    expect(found.like).toBeGreaterThanOrEqual(least);
    expect(found.like).toBeLessThanOrEqual(1);
  });
  it("is as near as the weight they share of all their weight, fillers apart", () => {
    const { rarity } = bank();
    const all = rarity("forum") + rarity("leitet") + rarity("rund");
    expect(nearest("pe-vorsitz", "Wer ist die Runde, das Forum?")).toEqual({
      text: "Wer leitet das Forum?",
      like: expect.closeTo(rarity("forum") / all),
    });
  });
  it("shares nothing with a question of other words, and is then the first", () => {
    expect(nearest("pe-treffen", "Kuchen?")).toEqual({ text: "Wie oft trifft sich das Forum?", like: 0 });
  });
  it("is none for a card without questions", () => {
    expect(nearest("pe-wahl", "Wer leitet das Forum?")).toEqual({ text: "", like: 0 });
    expect(createSpoken([askedFor("pe-wahl")], read).nearest("pe-wahl", read("Forum"))).toEqual({
      text: "",
      like: 0,
    });
  });
  it("is not alike where both sides hold nothing but fillers", () => {
    const fillers = createSpoken([askedFor("pe-wahl", "Wer ist es?")], read);
    expect(fillers.nearest("pe-wahl", read("Was ist es?"))).toEqual({ text: "Wer ist es?", like: 0 });
  });
  it("likeness goes from 0 to 1 and is 1 for the question itself", () => {
    const row = fc.array(fc.constantFrom("Forum", "Runde", "Vorsitz", "Kuchen", "bitte"), { maxLength: 5 });
    fc.assert(
      fc.property(row, row, (one, other) => {
        const some = createSpoken([askedFor("pe", one.join(" ")), askedFor("pf", "Wer leitet?")], read);
        const { like } = some.nearest("pe", read(other.join(" ")));
        expect(like).toBeGreaterThanOrEqual(0);
        expect(like).toBeLessThanOrEqual(1 + 1e-9);
        const bearing = one.some((word) => word !== "bitte");
        expect(some.nearest("pe", read(one.join(" "))).like).toBeCloseTo(bearing ? 1 : 0);
      }),
    );
  });
});
