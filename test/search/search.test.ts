import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "../../src/search/analyse.ts";
import { corpusOf, prepare, rank } from "../../src/search/bm25.ts";
import { mistakes } from "../../src/search/distance.ts";
import { fold } from "../../src/search/fold.ts";
import { likeness, ngrams } from "../../src/search/ngrams.ts";
import { phonetic } from "../../src/search/phonetic.ts";
import { stem } from "../../src/search/stem.ts";
import { createVocabulary } from "../../src/search/vocabulary.ts";
import { words } from "../../src/search/words.ts";

const stems = (text: string): string[] => words(text).map(stem);

describe("fold", () => {
  it("folds a long run of e without delay", () => {
    const before = performance.now();
    expect(fold(`a${"e".repeat(100_000)}`)).toBe("a");
    expect(fold("ue".repeat(50_000))).toBe("u".repeat(50_000));
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it("joins the ways of writing an umlaut and ß, composed or not", () => {
    for (const text of ["Bürger", "buerger", "BURGER", "Bu\u0308rger", "Bür\u00adger"]) {
      expect(fold(text)).toBe("burger");
    }
    expect(fold("Größe")).toBe(fold("GROESSE"));
    expect(fold("Schönau  im\u00a0Schwarzwald ")).toBe("schonau im schwarzwald");
  });
  it("leaves ue alone where it is no umlaut", () => {
    expect(fold("Bauer Steuer Quelle")).toBe("bauer steuer quelle");
  });
  it("is stable on any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => fold(fold(text)) === fold(text)));
  });
});

describe("words and stems", () => {
  it("drops the endings of inclusive writing", () => {
    expect(words("Bürger*innen, Vorsitzende/r und Kolleg:innen")).toEqual([
      "burger",
      "vorsitzende",
      "und",
      "kolleg",
    ]);
  });
  it.each([
    ["Termine", "Termin"],
    ["Gemeinden", "Gemeinde"],
    ["Arbeitsgruppen", "Arbeitsgruppe"],
    ["Vorsitzender", "Vorsitz"],
    ["Workshops", "Workshop"],
    ["Städte", "Stadt"],
    ["Häuser", "Haus"],
    ["Beschaffungen", "beschaffen"],
    ["Rechenzentrums", "Rechenzentrum"],
  ])("joins %s and %s", (a, b) => expect(stems(a)).toEqual(stems(b)));
  it("keeps numbers and short words", () => {
    expect(stems("2021 IKZ")).toEqual(["2021", "ikz"]);
  });
  it("counts stems without stop words", () => {
    expect(analyse("Die Termine und der Termin")).toEqual(new Map([["termin", 2]]));
  });
});

describe("n-grams and mistakes", () => {
  it("marks the ends of a word", () => {
    expect(ngrams("abc", 3, 3)).toEqual(new Set(["^ab", "abc", "bc$"]));
  });
  it("calls nothing alike to nothing", () => {
    expect(likeness(ngrams("forum"), ngrams("forum"))).toBe(1);
    expect(likeness(ngrams("forum"), new Set())).toBe(0);
  });
  it("counts missing, extra, wrong and swapped letters as one", () => {
    expect(["frum", "forrum", "farum", "fourm"].map((word) => mistakes("forum", word, 2))).toEqual([
      1, 1, 1, 1,
    ]);
    expect(mistakes("forum", "arbeit", 2)).toBe(3);
  });
});

describe("vocabulary", () => {
  const vocabulary = createVocabulary(["friedhof", "software", "rechenzentrum", "quartal", "hundesteuer"]);
  it("finds the word behind a typing mistake", () => {
    expect(vocabulary.widen("rechenzentrumm")[0]).toMatchObject({ word: "rechenzentrum", how: "typo" });
    expect(vocabulary.widen("quatral")[0]?.word).toBe("quartal");
  });
  it("takes a compound apart and skips what it does not know", () => {
    expect(vocabulary.parts("friedhofsverwaltungssoftware")).toEqual(["friedhof", "software"]);
  });
  it("finds the compound that holds the asked word", () => {
    expect(vocabulary.widen("steuer")).toContainEqual({ word: "hundesteuer", how: "whole", weight: 0.545 });
  });
  it("gives a known word only itself and an alien one nothing", () => {
    expect(vocabulary.widen("quartal")).toEqual([{ word: "quartal", how: "typo", weight: 1 }]);
    expect(vocabulary.widen("xyz")).toEqual([]);
    expect(vocabulary.widen("")).toEqual([]);
  });
  it("answers every word", () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (word) => vocabulary.widen(word).length <= 8));
  });
});

describe("BM25", () => {
  const entries = [
    prepare("title", [[analyse("Hundesteuer"), 3] as const, [analyse("Online erledigt"), 1] as const]),
    prepare("text", [[analyse("Fachverfahren"), 3] as const, [analyse("auch Hundesteuer"), 1] as const]),
    prepare("none", [[analyse("Friedhof"), 3] as const]),
  ];
  const corpus = corpusOf(entries);
  it("puts the word in the title first and leaves out what does not meet", () => {
    expect(rank(analyse("Hundesteuern"), entries, corpus).map((hit) => hit.key)).toEqual(["title", "text"]);
  });
  it("lets a rare word weigh more than a frequent one", () => {
    expect(rank(analyse("Hundesteuer Friedhof"), entries, corpus)[0]?.key).toBe("none");
  });
  it("has no order for an empty corpus", () => {
    expect(rank(analyse("x"), [], corpusOf([]))).toEqual([]);
  });
});

describe("sound", () => {
  it("gives words that are spelt as they are heard the code of the right spelling", () => {
    for (const [heard, right] of [
      ["fertick", "fertig"],
      ["fohrsitz", "vorsitz"],
    ] as const) {
      expect(phonetic(heard)).toBe(phonetic(right));
    }
    expect(phonetic("forum")).not.toBe(phonetic("termin"));
    expect(phonetic("")).toBe("");
  });
});
