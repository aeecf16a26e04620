import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../../src/rulebook/answer.ts";
import { parseHandbook } from "../../../src/rulebook/handbook.ts";
import { createModelContext } from "../../../src/rulebook/model/context.ts";
import { fitting } from "../../../src/rulebook/model/prompt.ts";
import { verify } from "../../../src/rulebook/model/verify.ts";
import { claim } from "./passages.ts";

const folder = join(import.meta.dirname, "../../../src/rulebook/handbook");
const cards = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .flatMap((name) => parseHandbook(name, readFileSync(join(folder, name), "utf8")));
const NOTHING: Answer = { kind: "abstained", reason: "unknown" };
const none = { contextFor: () => [], documents: () => [], passage: () => undefined };

const head = { id: "d-1", version: 2 } as never;
const papers = {
  contextFor: () => [
    {
      id: "d-1#7",
      document: "Erklärung zum Probeforum",
      section: "Ziele, Absatz 2",
      date: "2021-10-15",
      kind: "rule" as const,
      text: "Die Verwaltungsspitzen treffen sich\neinmal im Quartal.",
    },
  ],
  documents: () => [head],
  passage: () => ({ page: 3 }) as never,
};

describe("what a model reads for a question", () => {
  it("begins with the cards of the answer without a model, each with its place", () => {
    const card = cards.find(({ id }) => id === "da-anzahl");
    const baseline: Answer = { kind: "answered", sentences: [], citations: [], cards: ["da-anzahl"] };
    const [first] = createModelContext(cards, none)("Wie oft trifft sich das Forum?", baseline);
    expect(first).toMatchObject({ id: "p1", text: card?.answer, citation: { section: card?.section } });
    expect(first?.citation.cards).toEqual(["da-anzahl"]);
  });

  it("holds near cards where nothing was found, and fits into the prompt", () => {
    const excerpts = createModelContext(cards, none)("Treffen sich die Rathauschefs im Quartal?", NOTHING);
    expect(excerpts.flatMap(({ citation }) => citation.cards)).toContain("wb-rhythmus");
    expect(fitting(excerpts)).toEqual(excerpts);
    expect(new Set(excerpts.map(({ id }) => id)).size).toBe(excerpts.length);
  });

  it("holds the imported papers, and a quote of them is cited with its wording, version and page", () => {
    const excerpts = createModelContext([], papers)("Quartal?", NOTHING);
    const json = claim("Die Verwaltungsspitzen treffen sich einmal im Quartal.", [
      "p1",
      "Verwaltungsspitzen treffen sich einmal im Quartal",
    ]);
    const checked = verify(json, excerpts);
    expect(checked.ok && checked.citations).toEqual([
      {
        document: "Erklärung zum Probeforum",
        section: "Ziele, Absatz 2",
        date: "2021-10-15",
        kind: "rule",
        cards: [],
        original: {
          documentId: "d-1",
          position: 7,
          version: 2,
          page: 3,
          quote: "Die Verwaltungsspitzen treffen sich\neinmal im Quartal.",
        },
      },
    ]);
  });
});

describe("the verification on every card of the handbook", () => {
  const contextFor = createModelContext(cards, none);
  const verdictOn = (card: (typeof cards)[number], answer: string): boolean => {
    const baseline: Answer = { kind: "answered", sentences: [], citations: [], cards: [card.id] };
    return verify(claim(answer, ["p1", card.answer]), contextFor("", baseline)).ok;
  };
  /** Ids of the cards whose bent wording is still accepted. */
  const accepted = (bend: (answer: string) => string): string[] =>
    cards.flatMap((card) => {
      const bent = bend(card.answer);
      return bent !== card.answer && verdictOn(card, bent) ? [card.id] : [];
    });

  it("accepts its own wording almost always", () => {
    const refused = cards.filter((card) => !verdictOn(card, card.answer));
    expect(refused.map(({ id }) => id).length).toBeLessThan(cards.length / 50);
  });

  it.each<readonly [string, (answer: string) => string]>([
    ["another number", (answer) => answer.replace(/\d+/, (digits) => String(Number(digits) + 1))],
    ["another last number", (answer) => answer.replace(/(\d+)(?!.*\d)/s, (digits) => `${digits}7`)],
    ["a number more", (answer) => answer.replace(/\.$/, " und 17 weitere.")],
    ["a name more", (answer) => answer.replace(/\.$/, " mit Musterstadt.")],
    ["another name", (answer) => answer.replace(/(?<= )\p{Lu}\p{L}{6,}/u, "Musterstadt")],
    [
      "a denial more",
      (answer) =>
        /\b(?:nicht|kein|ohne|fehl)/i.test(answer)
          ? answer
          : answer.replace(/ (ist|sind|hat|haben|soll|sollen|wird|werden|gilt) /, " $1 nicht "),
    ],
    ["a denial less", (answer) => answer.replace(/ nicht(?! nur) /, " ").replace(/\bkeine?\b/, "eine")],
    [
      "a duty",
      (answer) =>
        /muss|müss|pflicht/i.test(answer) ? answer : answer.replace(/ (?:soll|kann|will) /, " muss "),
    ],
    ["another rhythm", (answer) => answer.replace(/im Quartal|jährlich|vierteljährlich/, "monatlich")],
  ])("refuses %s", (_name, bend) => expect(accepted(bend)).toEqual([]));
});
