import { describe, expect, it } from "vitest";
import {
  candidatesOf,
  meaningOf,
  order,
  type Posting,
  pointsOf,
  tokensOf,
  worthReading,
} from "../../src/exchange/find.ts";
import { createVocabulary } from "../../src/search/vocabulary.ts";
import { content, organisationName } from "./records.ts";
import { RECORDS } from "./register.ts";

const postings: Posting[] = RECORDS.flatMap((one) =>
  [...tokensOf(one, organisationName(one.organisation))].map(([token, weight]) => ({
    id: one.id,
    token,
    weight,
  })),
);
const vocabulary = createVocabulary(postings.map(({ token }) => token));
const corpus = {
  count: RECORDS.length,
  averageLength: 0,
  frequency: (token: string) => postings.filter((one) => one.token === token).length,
};

/** Ids of what is found among the records of the test, best first. */
function find(words: string): readonly string[] {
  const meaning = meaningOf(words, vocabulary);
  const tokens = worthReading(meaning, corpus);
  const points = pointsOf(
    postings.filter(({ token }) => tokens.includes(token)),
    meaning,
    corpus,
  );
  const chosen = candidatesOf(points);
  return order(
    words,
    points,
    RECORDS.filter(({ id }) => chosen.includes(id)),
  ).map(({ id }) => id);
}

describe("a search finds first", () => {
  it.each([
    ["the word itself", "Hundesteuer", "hund"],
    ["any case and umlaut spelling", "STRASSENSCHAEDEN", "strassen"],
    ["a product", "TerminPlus", "termin"],
    ["an inflected word", "digitaler Bauantrag", "bau"],
    ["a plural", "Grundschulen", "schule"],
    ["another inflection", "Friedhöfe", "friedhof"],
    ["a missing letter", "Hundesteur", "hund"],
    ["a wrong letter at the beginning", "Qinterdienst", "winter"],
    ["two letters swapped", "Mägnelmelder", "mangel"],
    ["a wrong letter in a foreign word", "Pishing", "phishing"],
    ["a compound that nobody wrote", "Fahrbahnkamera", "strassen"],
    ["a part of a compound", "Kindergarten", "kita"],
    ["the end of a compound", "Rechnung", "rechnung"],
    ["a whole sentence", "Wer hat Erfahrung mit der Vergabe von Terminen im Bürgerbüro", "termin"],
    ["one word of several", "Telearbeit Quantenphysik", "tele"],
  ])("%s: %s", (_, words, id) => expect(find(words)[0]).toBe(id));
});

describe("the order", () => {
  it("finds nothing rather than anything for words without a meaning here", () => {
    for (const words of ["", "und die der", "Quantenphysik", "!?"]) expect(find(words)).toEqual([]);
  });

  it("prefers the title to the text", () => {
    const inTitle = tokensOf(content({ title: "Winterdienst", text: "Eins zwei drei vier" }), "");
    const inText = tokensOf(content({ title: "Eins zwei", text: "drei vier Winterdienst" }), "");
    const [token] = [...meaningOf("Winterdienst", vocabulary).keys()];
    expect(inTitle.get(token ?? "")).toBeGreaterThan(inText.get(token ?? "") ?? 0);
  });

  it("finds records by the organisation too", () => {
    expect(find("Schopfheim Hundesteuer")[0]).toBe("hund");
    expect(find("Schopfheim").length).toBeGreaterThan(5);
  });

  it("puts the newer of two equal records first, and is the same whatever order they come in", () => {
    const [first] = RECORDS;
    if (!first) throw new Error("no records");
    const twins = [first, { ...first, id: "later", recordedAt: first.recordedAt + 1 }, { ...first, id: "a" }];
    const points = new Map(twins.map(({ id }) => [id, 1]));
    const ids = (list: typeof twins) => order("Bauantrag", points, list).map(({ id }) => id);
    expect(ids(twins)).toEqual(["later", "a", "bau"]);
    expect(ids([...twins].reverse())).toEqual(["later", "a", "bau"]);
  });

  it("reads common words only when there is nothing rarer", () => {
    const many = {
      count: 1000,
      averageLength: 0,
      frequency: (token: string) => (token === "haufig" ? 900 : 3),
    };
    const meaning = new Map([
      ["haufig", 1],
      ["selten", 1],
    ]);
    expect(worthReading(meaning, many)).toEqual(["selten"]);
    expect(worthReading(new Map([["haufig", 1]]), many)).toEqual(["haufig"]);
  });
});
