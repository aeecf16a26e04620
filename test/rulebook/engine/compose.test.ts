import { describe, expect, it } from "vitest";
import { abstained, answered } from "../../../src/rulebook/compose.ts";
import type { Match } from "../../../src/rulebook/match.ts";
import type { Question } from "../../../src/rulebook/question.ts";
import { matchOf, profile, questionOf, tokenOf } from "./small.ts";

/** Found cards, told apart by their number. */
const found = (number: number, section = `Absatz ${number}`, title = "Probeerklärung"): Match =>
  matchOf({ profile: profile({ id: `pe-${number}`, answer: `Satz ${number}.`, section }, { title }) });
const affirming = matchOf({ affirmed: true });
const denying = matchOf({ denied: true });
const closed = questionOf({ closed: true });

describe("an answer", () => {
  it("says the cards' own sentences in the order found, and where they stand", () => {
    expect(answered([[found(2), found(1)]], [questionOf()])).toEqual({
      kind: "answered",
      sentences: ["Satz 2.", "Satz 1."],
      citations: [
        {
          document: "Probeerklärung",
          section: "Absatz 2",
          date: "2021-10-15",
          kind: "rule",
          cards: ["pe-2"],
        },
        {
          document: "Probeerklärung",
          section: "Absatz 1",
          date: "2021-10-15",
          kind: "rule",
          cards: ["pe-1"],
        },
      ],
      cards: ["pe-2", "pe-1"],
    });
  });
  it("cites a place once, for all cards that stand there", () => {
    const places = [found(1, "Absatz 6"), found(2, "Absatz 7"), found(3, "Absatz 6")];
    const { citations } = answered([places], [questionOf()]);
    expect(citations.map(({ section, cards }) => [section, cards])).toEqual([
      ["Absatz 6", ["pe-1", "pe-3"]],
      ["Absatz 7", ["pe-2"]],
    ]);
  });
  it("tells equally numbered sections of two papers apart", () => {
    const { citations } = answered([[found(1, "Absatz 6"), found(2, "Absatz 6", "Probebericht")]], []);
    expect(citations.map(({ document }) => document)).toEqual(["Probeerklärung", "Probebericht"]);
  });
  it("says a card once that answers two questions", () => {
    const one = found(1);
    const { sentences } = answered([[one, found(2)], [one]], [questionOf(), questionOf()]);
    expect(sentences).toEqual(["Satz 1.", "Satz 2."]);
  });
  it("holds four cards at most", () => {
    const { cards } = answered([[1, 2, 3].map((one) => found(one)), [found(4), found(5)]], []);
    expect(cards).toEqual(["pe-1", "pe-2", "pe-3", "pe-4"]);
  });
});

describe("yes and no", () => {
  const verdict = (one: Match, ...questions: Question[]) => answered([[one]], questions).verdict;

  it.each<[string, Match, Question, "yes" | "no" | undefined]>([
    ["the card affirms it", affirming, closed, "yes"],
    ["the card denies it", denying, closed, "no"],
    ["the card says neither", matchOf(), closed, undefined],
    ["the card says both", matchOf({ affirmed: true, denied: true }), closed, undefined],
    ["it is asked openly", affirming, questionOf(), undefined],
    ["it is denied, but asked openly", denying, questionOf(), undefined],
    ["it is asked with „nicht“", affirming, questionOf({ closed: true, negated: true }), undefined],
    ["it is denied and asked with „nicht“", denying, questionOf({ closed: true, negated: true }), undefined],
    ["it is asked with „nur“", affirming, questionOf({ closed: true, only: true }), undefined],
    ["it is denied and asked with „nur“", denying, questionOf({ closed: true, only: true }), "no"],
    ["a word stays unexplained", matchOf({ affirmed: true, open: [tokenOf("auto")] }), closed, undefined],
  ])("%s", (_, one, question, expected) => expect(verdict(one, question)).toBe(expected));

  it("are said to one question alone", () => {
    expect(verdict(affirming, closed, closed)).toBeUndefined();
    expect(verdict(affirming)).toBeUndefined();
    expect(answered([], [closed])).toEqual({ kind: "answered", sentences: [], citations: [], cards: [] });
    expect(answered([[]], [closed])).not.toHaveProperty("verdict");
  });
  it("are decided by the first card", () => {
    expect(answered([[matchOf(), affirming]], [closed])).not.toHaveProperty("verdict");
    expect(answered([[affirming, denying]], [closed]).verdict).toBe("yes");
  });
});

describe("a refusal", () => {
  it("gives its reason, and nothing else where nothing is near", () =>
    expect(abstained("fees")).toEqual({ kind: "abstained", reason: "fees" }));
  it("names the nearest card with its place", () =>
    expect(abstained("quorum", found(3))).toEqual({
      kind: "abstained",
      reason: "quorum",
      nearest: {
        topic: "meeting",
        answer: "Satz 3.",
        citation: {
          ...{ document: "Probeerklärung", section: "Absatz 3", date: "2021-10-15", kind: "rule" },
          cards: ["pe-3"],
        },
      },
    }));
});
