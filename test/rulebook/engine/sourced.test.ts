import { describe, expect, it } from "vitest";
import type { Abstained, Answered, Citation, Original } from "../../../src/rulebook/answer.ts";
import { type Papers, withOriginals } from "../../../src/rulebook/sourced.ts";

const originalOf = (quote: string): Original => ({
  ...{ documentId: "papier-1", position: 3, version: 2, page: 4 },
  quote,
});
const citationOf = (part: Partial<Citation> = {}): Citation => ({
  ...{
    document: "Probeerklärung",
    section: "Absatz 6",
    date: "2021-10-15",
    kind: "rule",
    cards: ["pe-treffen"],
  },
  ...part,
});
const answeredBy = (...citations: Citation[]): Answered => ({
  ...{ kind: "answered", sentences: ["Das Forum trifft sich einmal im Quartal."], cards: ["pe-treffen"] },
  citations,
});
const refusal: Abstained = { kind: "abstained", reason: "unknown" };

/** Papers that hold the wording of these cards and have these versions in force. */
const papersOf = (
  quotes: Record<string, string> = {},
  dates: Record<string, string | null> = {},
): Papers => ({
  originalOf: (card) => (quotes[card] === undefined ? undefined : originalOf(quotes[card])),
  documentNamed: (title) => (dates[title] === undefined ? undefined : { date: dates[title] }),
});
const MEETS = "Das Forum tritt vierteljährlich zusammen.";
const CHAIRS = "Den Vorsitz führt die Gemeinde.";

/** The only source of the answer with these papers. */
const sourceWith = (papers: Papers, part: Partial<Citation> = {}): Citation | undefined => {
  const answer = withOriginals(answeredBy(citationOf(part)), papers);
  return answer.kind === "answered" ? answer.citations[0] : undefined;
};

describe("a source of an answer", () => {
  it("stays as it is where no paper has been imported", () => {
    expect(sourceWith(papersOf())).toStrictEqual(citationOf());
  });

  it("gets the wording on which its card rests", () => {
    expect(sourceWith(papersOf({ "pe-treffen": MEETS }))).toStrictEqual(
      citationOf({ original: originalOf(MEETS) }),
    );
  });

  it.each([
    { title: "the first of two", quotes: { "pe-treffen": MEETS, "pe-vorsitz": CHAIRS }, quote: MEETS },
    { title: "the second, where the first card has none", quotes: { "pe-vorsitz": CHAIRS }, quote: CHAIRS },
  ])("of two cards gets one wording: $title", ({ quotes, quote }) => {
    const source = sourceWith(papersOf(quotes), { cards: ["pe-treffen", "pe-vorsitz"] });
    expect(source?.original).toEqual(originalOf(quote));
  });

  it("keeps the wording it has", () => {
    const source = sourceWith(papersOf({ "pe-treffen": CHAIRS }), { original: originalOf(MEETS) });
    expect(source?.original).toEqual(originalOf(MEETS));
  });

  it.each([
    { title: "of the version in force", dates: { Probeerklärung: "2024-03-01" }, date: "2024-03-01" },
    { title: "it had, where that version bears none", dates: { Probeerklärung: null }, date: "2021-10-15" },
    {
      title: "it had, where only another paper is there",
      dates: { Geschäftsordnung: "2024-03-01" },
      date: "2021-10-15",
    },
  ])("bears the date $title", ({ dates, date }) => {
    expect(sourceWith(papersOf({}, dates))?.date).toBe(date);
  });
});

describe("an answer with wordings", () => {
  const papers = papersOf({ "pe-treffen": MEETS, "pe-vorsitz": CHAIRS });

  it("has them at each of its sources, and is the same otherwise", () => {
    const [meeting, chair] = [citationOf(), citationOf({ section: "Absatz 2", cards: ["pe-vorsitz"] })];
    const answer: Answered = { ...answeredBy(meeting, chair), verdict: "yes" };
    expect(withOriginals(answer, papers)).toStrictEqual({
      ...answer,
      citations: [
        { ...meeting, original: originalOf(MEETS) },
        { ...chair, original: originalOf(CHAIRS) },
      ],
    });
  });

  it("is the same refusal where nothing was near", () => {
    expect(withOriginals(refusal, papers)).toBe(refusal);
  });

  it("has them at what a refusal names as nearest", () => {
    const nearest = { topic: "Treffen", answer: "Einmal im Quartal.", citation: citationOf() };
    expect(withOriginals({ ...refusal, nearest }, papers)).toStrictEqual({
      ...refusal,
      nearest: { ...nearest, citation: citationOf({ original: originalOf(MEETS) }) },
    });
  });
});
