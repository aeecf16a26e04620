import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HandbookError } from "../../src/rulebook/checked-yaml.ts";
import { handbookFaults, parseHandbook } from "../../src/rulebook/handbook.ts";
import { parseLexicon } from "../../src/rulebook/lexicon.ts";
import { loadRulebook } from "../../src/rulebook/load.ts";

const { cards, lexicon } = loadRulebook();
const good = `title: Beispiel
date: "2024-01-31"
kind: rule
scope: Beispielkreis
concept: declaration
cards:
  - id: bs-eins
    topic: chair
    attribute: role
    section: Absatz 1
    answer: Der Vorsitz wird von den Mitgliedern gewählt.
`;
const faultsOf = (yaml: string): string => {
  try {
    parseHandbook("beispiel.yaml", yaml);
  } catch (error) {
    if (error instanceof HandbookError) return error.message;
    throw error;
  }
  return "";
};

describe("reading a handbook", () => {
  it("reads a card with the head of its document", () => {
    const [card] = parseHandbook("beispiel.yaml", good);
    expect(card).toMatchObject({
      id: "bs-eins",
      keywords: [],
      document: { title: "Beispiel", kind: "rule" },
    });
  });
  it.each([
    [
      "an unknown attribute",
      good.replace("attribute: role", "attribute: rolle"),
      /^beispiel\.yaml:9: cards\.0\.attribute/,
    ],
    ["a missing answer", good.replace(/ {4}answer.*\n/, ""), /^beispiel\.yaml:7: cards\.0\.answer/],
    [
      "a field nobody knows",
      good.replace("topic: chair", "topic: chair\n    thema: x"),
      /^beispiel\.yaml:7: cards\.0/,
    ],
    ["a date that does not exist", good.replace("2024-01-31", "2024-02-31"), /^beispiel\.yaml:2: date/],
    ["an unknown kind", good.replace("kind: rule", "kind: law"), /^beispiel\.yaml:3: kind/],
    ["no YAML", good.replace("cards:", "cards: ["), /^beispiel\.yaml:\d+: /],
  ])("names file and line of %s", (_, yaml, expected) => expect(faultsOf(yaml)).toMatch(expected));
  it("names every error at once", () => {
    expect(
      faultsOf(good.replace("kind: rule", "kind: law").replace("role", "rolle")).split("\n"),
    ).toHaveLength(2);
  });
  it("finds an id used twice and a concept the lexicon does not know", () => {
    const [card] = parseHandbook("beispiel.yaml", good.replace("topic: chair", "topic: stuhl"));
    if (!card) throw new Error("no card");
    expect(handbookFaults([card, card], lexicon.isConcept)).toEqual([
      "bs-eins: no such concept in the lexicon: stuhl",
      "bs-eins: this id is used twice",
      "bs-eins: no such concept in the lexicon: stuhl",
    ]);
  });
  it("names file and line of a card whose concept is not in the lexicon", () => {
    const copy = mkdtempSync(join(tmpdir(), "rulebook-"));
    cpSync(new URL("../../src/rulebook/", import.meta.url), copy, { recursive: true });
    const path = join(copy, "handbook", "kreistagsvorlage.yaml");
    writeFileSync(path, readFileSync(path, "utf8").replace("topic: number", "topic: stuhl"));
    expect(() => loadRulebook(copy)).toThrow(/^handbook\/kreistagsvorlage\.yaml:\d+: kv-nummer: .*stuhl$/m);
  });
  it("names what is wrong in a lexicon", () => {
    expect(() => parseLexicon({ name: "lexicon.yaml", yaml: "ambient: {}" })).toThrow(
      /^lexicon\.yaml:1: subjects/,
    );
    expect(() => parseLexicon({ name: "lexicon.yaml", yaml: "ambient: [" })).toThrow(/^lexicon\.yaml:\d+: /);
  });
});

describe("words of a card", () => {
  const own = good.replace("topic: chair", "words: Wackelstuhl");
  it("take the place of a topic", () => {
    const [card] = parseHandbook("beispiel.yaml", own);
    expect(card).toMatchObject({ topic: "bs-eins", words: "Wackelstuhl" });
    expect(card && handbookFaults([card], lexicon.isConcept)).toEqual([]);
  });
  it("are missed where there is no topic either", () => {
    expect(faultsOf(good.replace("    topic: chair\n", ""))).toMatch(
      /^beispiel\.yaml:7: cards\.0: needs a topic/,
    );
  });
});

describe("the shipped handbook", () => {
  it("holds at least 250 cards of distinct texts", () => {
    expect(cards.length).toBeGreaterThanOrEqual(250);
    expect(new Set(cards.map(({ answer }) => answer)).size).toBe(cards.length);
  });
  it("holds no telephone number, address, mail address or name of a person", () => {
    const patterns = [
      /\b0\d{3,5}[ /-]\d{3}/,
      /\d{3}-\d{4}/,
      /\w@\w+\.\p{L}/u,
      /\b\d{5} \p{Lu}/u,
      /(straße|str\.|platz) \d/i,
      /\b(Herrn?|Frau|Dr\.) \p{Lu}/u,
      /(Landrätin|Bürgermeister(?:in)?|Referent(?:in)?) \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u,
    ];
    const bad = cards.filter(({ answer, section }) =>
      patterns.some((one) => one.test(`${answer} ${section}`)),
    );
    expect(bad).toEqual([]);
  });
  it("holds all five documents, each with its kind", () => {
    const kinds = new Map(cards.map(({ document }) => [document.title, document.kind]));
    expect([...kinds.values()].sort()).toEqual(["foreign", "motion", "report", "rule", "strategy"]);
  });
  it("speaks in one or two sentences, each complete", () => {
    for (const { answer } of cards) expect(answer).toMatch(/^[\p{Lu}].*\.$/su);
  });
});
