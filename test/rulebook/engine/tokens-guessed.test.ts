import { describe, expect, it } from "vitest";
import { createReader, type Reader } from "../../../src/rulebook/tokens.ts";
import { stem } from "../../../src/search/stem.ts";
import { words } from "../../../src/search/words.ts";
import { concepts, readerOf, understood } from "./readers.ts";
import { lexicon } from "./small.ts";

const read: Reader = (text) => createReader(lexicon, new Set())(text);

describe("forms of a verb", () => {
  const verbs = "austauschen tauschen anrufen verwalten kommen wählen leiten sammeln";
  const meant = (word: string): string => understood(readerOf({}, { spoken: verbs })(word));
  it.each([
    ["ausgetauscht", "austausch"],
    ["ausgetauschte", "austausch"],
    ["ausgetauschten", "austausch"],
    ["ausgetauschtem", "austausch"],
    ["ausgetauschter", "austausch"],
    ["ausgetauschtes", "austausch"],
    ["auszutauschen", "austausch"],
    ["anzurufen", "anruf"],
    ["angerufen", "anruf"],
    ["getauscht", "tausch"],
    ["tauschte", "tausch"],
    ["tauschten", "tausch"],
    ["tauscht", "tausch"],
    ["verwaltete", stem("verwalten")],
    ["verwalteten", stem("verwalten")],
    ["gesammelt", "sammeln"],
    ["sammelte", "sammeln"],
    ["leitete", "leit"],
    ["geleitet", "leit"],
    ["gekommen", "komm"],
    ["gewählt", "wahl"],
  ])("%s comes from a verb we know", (word, as) => {
    expect(meant(word)).toBe(as);
  });
  it.each([
    "ausgetauschung",
    "ausgetauschtsein",
    "tauschteam",
    "gebacken",
    "2020getauscht",
    "2020tauschte",
    "ausbetauscht",
    "aufgetauscht",
  ])("%s does not", (word) => {
    expect(meant(word)).toBe(`?${word}`);
  });
  it("is understood by the words of the lexicon, too", () => {
    expect(understood(readerOf({ exchange: "austauschen" })("ausgetauschtes"))).toBe("austausch");
  });
  it("is not undone where the form itself is known", () => {
    expect(understood(readerOf({ exchange: "Austausch, ausgetauschte Ware" })("ausgetauschte"))).toBe(
      stem("ausgetauschte"),
    );
  });
});

describe("spelling", () => {
  it.each([
    ["Wal", "Wahl", "h only lengthens"],
    ["Ahmt", "Amt", "h only lengthens"],
    ["vil", "viel", "e only lengthens"],
    ["Dier", "dir", "e only lengthens"],
    ["fier", "vier", "v sounds like f"],
    ["Graf", "Graph", "ph sounds like f"],
    ["Rath", "Rat", "th sounds like t"],
    ["Radt", "Rat", "dt sounds like t"],
    ["sint", "sind", "a last d sounds like t"],
    ["Zwek", "Zweck", "k is doubled by c"],
    ["Saz", "Satz", "z is doubled by t"],
    ["Amtt", "Amt", "a letter is doubled"],
    ["Ammmt", "Amt", "a letter is tripled"],
  ])("%s may mean %s: %s", (word, known) => {
    expect(understood(readerOf({ it: known })(word))).toBe(stem(words(known)[0] ?? ""));
  });
  it.each([
    ["sehe", "See", "h before a vowel is spoken"],
    ["neh", "nie", "other vowels"],
    ["nu", "neu", "e after another letter is spoken"],
    ["Dagg", "Tag", "d at the beginning is no t"],
    ["echt", "ekt", "h after a consonant is spoken"],
    ["Maus", "Laus", "another word"],
  ])("%s cannot mean %s: %s", (word, known) => {
    expect(understood(readerOf({ it: known })(word))).toBe(`?${words(word)}`);
  });
  it("takes the word with the fewest wrong letters", () => {
    expect(understood(readerOf({ it: "Wal, Wahl" })("wahll"))).toBe("wahl");
    expect(understood(readerOf({ it: "Wahl, Waal" })("waall"))).toBe("waal");
  });
  it("rather takes a common word, but not against the letters", () => {
    const dens = readerOf({ it: "Denn" }, { fillers: "den" });
    expect(["dehn", "denhn"].map((word) => understood(dens(word)))).toEqual(["den", "denn"]);
  });
  it("does not guess words of two letters", () => {
    const asking = readerOf({}, { asks: "wo", fillers: "das zu" });
    expect(["woo", "dass", "zuu", "wo"].map((word) => understood(asking(word)))).toEqual([
      "?woo",
      "das",
      "?zuu",
      "?wo",
    ]);
  });
});

describe("typing mistakes", () => {
  it.each([
    ["a missing letter", "Keistag", "kreistag"],
    ["a wrong letter", "Kleistag", "kreistag"],
    ["a wrong letter in a word of five", "Tagem", "tag"],
    ["two swapped letters", "Gemiende", "gemeind"],
    ["a question word", "warumm", "warum"],
    ["two mistakes in a long word", "Zusammmenarbiet", "zusammenarbeit"],
    ["two mistakes that sound alike", "Vurzitz", "vorsitz"],
    ["two mistakes that sound alike, of three consonants", "Togon", "tag"],
  ])("%s: %s", (_, word, as) => {
    expect(understood(read(word))).toBe(as);
  });
  it.each([
    ["a wrong letter in a word of four", "Wahk"],
    ["a wrong first letter", "Temeinde"],
    ["a wrong first letter that sounds alike", "Zitzunk"],
    ["a digit", "Gem3inde"],
    ["three that sound alike", "Gomaande"],
    ["two that sound otherwise", "Kleestag"],
    ["nothing like it", "Kuchenblech"],
  ])("with %s nothing is guessed: %s", (_, word) => {
    expect(understood(read(word))).toBe(`?${words(word)}`);
  });
  it.each([
    ["Stuuram", "Sturm", "sturm"],
    ["Tuurem", "Turm", "?turem"],
    ["Boien", "Bauen", "?boien"],
    ["Zurkul", "Zirkel", "zirkel"],
    ["Surkul", "Zirkel", "?surkul"],
  ])("%s sounds like %s, but only words long enough are taken by their sound", (word, known, as) => {
    expect(understood(readerOf({ it: known })(word))).toBe(as.replace("turem", words(word)[0] ?? ""));
  });
});

describe("compounds", () => {
  it.each([
    ["Kreistagssitzung", "kreistag sitz"],
    ["Arbeitsgruppentreffen", "arbeitsgrupp treff"],
    ["imKreistag", "kreistag"],
    ["umdenKreistag", "?umdenkreistag"],
    ["Kreistagsgebäude", "?kreistagsgebaude"],
    ["Kuchensitzung", "?kuchensitzung"],
  ])("%s is read as %s, by what nearly all its letters say", (word, as) => {
    expect(understood(read(word))).toBe(as);
  });
  it("are several words at one place", () => {
    const tokens = read("die Kreistagssitzung der Gemeinde");
    expect(tokens.map((one) => one.word)).toEqual(
      words("die Kreistagssitzung Kreistagssitzung der Gemeinde"),
    );
    expect(concepts(tokens)).toEqual(["", "council", "meeting", "", "municipalities"]);
  });
});
