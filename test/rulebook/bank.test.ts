import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Answer } from "../../src/rulebook/answer.ts";
import { parseAsked } from "../../src/rulebook/asked.ts";
import { HandbookError } from "../../src/rulebook/checked-yaml.ts";
import { type Bank, createDecide, type Decide } from "../../src/rulebook/decide.ts";
import type { FactCard } from "../../src/rulebook/handbook.ts";
import { loadRulebook } from "../../src/rulebook/load.ts";
import { loadWeights } from "../../src/rulebook/trained/load.ts";

// Hundreds of questions each: seconds on a quiet machine.
vi.setConfig({ testTimeout: 60_000 });

const folder = new URL("../../src/rulebook/", import.meta.url).pathname;
const handbook = loadRulebook(folder);
const { cards, lexicon, decide } = handbook;
const bank: Bank = { examples: handbook.examples, weights: loadWeights(folder) };
const ask = (question: string, by: Decide = decide): Answer => by(question).answer;
const ids = (answer: Answer): readonly string[] => (answer.kind === "answered" ? answer.cards : []);
/** One question of the bank for every fifth card. */
const lines = handbook.examples.flatMap(({ card, lines: [line] }, at) =>
  line !== undefined && at % 5 === 0 ? [{ card, line }] : [],
);

describe("reading the bank", () => {
  const file = (text: string) => [{ name: "asked/a.txt", text }];
  const faultsOf = (text: string): string => {
    try {
      parseAsked(file(text), (id) => id === "bs-eins" || id === "bs-zwei");
    } catch (error) {
      if (error instanceof HandbookError) return error.message;
      throw error;
    }
    return "";
  };
  it("reads questions and misses of a card, without comments and empty lines", () => {
    expect(parseAsked(file("# Kopf\n\n[bs-eins]\nWer?\n! Wo?\r\n"), () => true)).toEqual([
      { card: "bs-eins", lines: ["Wer?"], misses: ["Wo?"] },
    ]);
  });
  it.each([
    ["a card that does not exist", "[bs-drei]\nWer?", "asked/a.txt:1: no such card: bs-drei"],
    ["a card with two places", "[bs-eins]\nWer?\n[bs-eins]\nWann?", /^asked\/a\.txt:3: .*elsewhere already/],
    ["a question before any card", "Wer?\n[bs-eins]", /^asked\/a\.txt:1: a question before/],
    [
      "the same line twice",
      "[bs-eins]\nWer?\n[bs-zwei]\nwer?",
      /^asked\/a\.txt:4: .*already in asked\/a\.txt:2/,
    ],
    ["a sign without a question", "[bs-eins]\n!", /^asked\/a\.txt:2: no question/],
  ])("names file and line of %s", (_, text, expected) => expect(faultsOf(text)).toMatch(expected));
  it("has questions for every card", () => {
    const asked = new Set(
      handbook.examples.flatMap(({ card, lines: all }) => (all.length > 9 ? [card] : [])),
    );
    expect(cards.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
  });
});

describe("the bank decides with", () => {
  it("answers most of its own questions with their cards", () => {
    const right = lines.filter(({ card, line }) => ids(ask(line)).includes(card));
    expect(right.length / lines.length).toBeGreaterThan(0.75);
  });
  it("changes exactly the answers of 20 cards when their texts are replaced", () => {
    const chosen = new Set(cards.filter((_, at) => at % 13 === 5).map(({ id }) => id));
    expect(chosen.size).toBeGreaterThanOrEqual(20);
    const replaced = cards.map((card) =>
      chosen.has(card.id) ? { ...card, answer: `Ersatz ${card.id}.` } : card,
    );
    const other = createDecide(replaced, lexicon, bank);
    for (const { line } of lines) {
      const before = ask(line);
      const after = ask(line, other);
      if (before.kind !== "answered") continue;
      const changed = before.sentences.map((sentence, at) =>
        chosen.has(before.cards[at] ?? "") ? `Ersatz ${before.cards[at]}.` : sentence,
      );
      expect(after).toEqual({ ...before, sentences: changed });
    }
  });
  it("abstains where a card was taken out, but for a few questions that another answers as well", () => {
    const gone = new Set(cards.filter((_, at) => at % 5 === 0).map(({ id }) => id));
    const without = createDecide(
      cards.filter(({ id }) => !gone.has(id)),
      lexicon,
      bank,
    );
    const lost = lines.filter(({ card }) => gone.has(card));
    const answers = lost.map(({ line }) => ids(ask(line, without)));
    expect(answers.flat().filter((id) => gone.has(id))).toEqual([]);
    expect(answers.filter((found) => found.length > 0).length / lost.length).toBeLessThan(0.1);
  });
  it("tells in its path which question was nearest", () => {
    expect(decide("Wie oft kommen die Chefs zusammen?").path.join("\n")).toMatch(
      /asked like wb-rhythmus.*nearest/,
    );
  });
  it.each([
    "Welche KI nutzt das Landratsamt?",
    "Hat das Forum eine eigene IT-Abteilung?",
    "Muss das Forum die Zukunftsstrategie beachten?",
    "Wann tagt das Gremium?",
  ])("has no answer to: %s", (question) => expect(ask(question).kind).toBe("abstained"));
});

describe("a question that goes on from the one before", () => {
  it.each<[string, string, string]>([
    ["Wer leitet das Forum?", "Und wie lange?", "wb-vorsitz-dauer"],
    ["Wer leitet das Forum?", "und wer wählt ihn?", "wb-vorsitz-wahl"],
    ["Wie lange gilt die Willensbekundung?", "Und wer kann sie kündigen?", "wb-kuendigung"],
    ["Was ist das Rechenzentrum?", "Wem gehört das?", "wb-rz-traeger"],
    ["Was ist das Kompetenzcenter?", "Und wie viele machen mit?", "nk-anzahl"],
  ])("%s %s", (before, question, expected) => {
    expect(ids(decide(question, before).answer)).toContain(expected);
  });
  it("is not needed by a complete question", () => {
    const question = "Wie lange gilt die Willensbekundung?";
    expect(decide(question, "Wie oft trifft sich das Forum?").answer).toEqual(ask(question));
  });
  it("lends nothing to another subject, nor past a gate", () => {
    expect(decide("Wie ist das Wetter?", "Wie oft trifft sich das Forum?").answer.kind).toBe("abstained");
    expect(decide("Und seine Telefonnummer?", "Wer leitet das Forum?").answer).toEqual({
      kind: "abstained",
      reason: "private",
    });
  });
});

describe("any text", () => {
  const sentences = new Set(cards.map(({ answer }: FactCard) => answer));
  const word = fc.constantFrom(...lines.flatMap(({ line }) => line.split(" ")));
  const salad = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));
  const text = fc.oneof(fc.string({ unit: "binary" }), salad);
  it("never throws and never says what no card says, also after another", () => {
    fc.assert(
      fc.property(text, fc.option(text, { nil: undefined }), (question, before) => {
        const { answer, path } = decide(question, before);
        const said = answer.kind === "answered" ? answer.sentences : [answer.nearest?.answer ?? ""];
        return path.length > 0 && said.every((sentence) => sentence === "" || sentences.has(sentence));
      }),
      { numRuns: 200 },
    );
  });
});
