import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsOf } from "../../../src/rulebook/lexicon.ts";
import { indexTerms, type Phrase, placesOf, type Terms } from "../../../src/rulebook/terms.ts";
import { words } from "../../../src/search/words.ts";

const termsOf = (concepts: Readonly<Record<string, string>>, fillers = ""): Terms =>
  indexTerms(
    Object.entries(concepts).map(([concept, list]) => [concept, rowsOf(list)] as const),
    new Set(words(fillers)),
  );
const phrasesOf = (terms: Terms): Phrase[] => [...terms.phrases.values()].flat();
const phraseOf = (idiom: string, fillers = ""): Phrase | undefined =>
  phrasesOf(termsOf({ it: idiom }, fillers))[0];

describe("the concepts of a word", () => {
  const conceptsOf = (concepts: Readonly<Record<string, string>>, word: string, fillers = ""): string[] => [
    ...termsOf(concepts, fillers).conceptsOf(word),
  ];
  it.each([
    ["a word as it stands", { meeting: "Treffen" }, "treffen", ["meeting"]],
    ["an inflected word", { meeting: "Sitzung" }, "sitzungen", ["meeting"]],
    ["a word nobody listed", { meeting: "Sitzung" }, "kuchen", []],
    [
      "a word of two concepts",
      { council: "Gremium", steering: "Gremium" },
      "gremium",
      ["council", "steering"],
    ],
    ["a word listed twice", { meeting: "Sitzung, Sitzung" }, "sitzung", ["meeting"]],
    ["other forms listed elsewhere", { chair: "Leiter", role: "Leitern" }, "leiter", ["chair", "role"]],
    ["a word of an idiom", { operative: "operative Ebene" }, "ebene", []],
  ])("knows %s", (_, concepts, word, found) => {
    expect(conceptsOf(concepts, word)).toEqual(found);
  });
  it("of a filler are only those that name exactly this form", () => {
    const concepts = { cost: "Kosten, Teile", share: "teilen" };
    expect(conceptsOf(concepts, "teilen", "teilen teils")).toEqual(["share"]);
    expect(conceptsOf(concepts, "teilen")).toEqual(["cost", "share"]);
    expect(conceptsOf({ cost: "Teile" }, "teilen", "teilen")).toEqual([]);
  });
  it("of a word listed for something absent are not those of its stem", () => {
    expect(conceptsOf({ fees: "Kosten", price: "koste" }, "kosten")).toEqual(["fees"]);
    const both = { fees: "Kosten", effort: "Kosten", price: "koste" };
    expect(conceptsOf(both, "kosten")).toEqual(["fees", "effort"]);
  });
  it("of a word listed for something that stands in a document are not the absent ones of its stem", () => {
    expect(conceptsOf({ price: "Kosten", fees: "koste" }, "kosten")).toEqual(["price"]);
    expect(conceptsOf({ price: "Wahl", election: "Wahlen" }, "wahl")).toEqual(["price", "election"]);
  });
  it("of a form nobody listed are those of the stem, absent or not", () => {
    expect(conceptsOf({ price: "Beitrag", fees: "Beitrage" }, "beitragen")).toEqual(["price", "fees"]);
  });
  it("are shared, not mixed up: a second concept of a stem leaves the first word alone", () => {
    const terms = termsOf({ council: "Gremium, Kreistag", steering: "Gremium" });
    expect([...terms.conceptsOf("kreistag")]).toEqual(["council"]);
  });
});

describe("what the terms know", () => {
  const places = { oneTown: "Bad Bellingen", elsewhere: "Hessen" };
  const known = (): Terms => termsOf({ meeting: "Sitzung, , operative Ebene", ...places });
  it("is the stem of each single word, not those of idioms", () => {
    expect(["sitz", "hess", "eben", "sitzung"].map(known().hasStem)).toEqual([true, true, false, false]);
  });
  it("is every word as written but the names of places", () => {
    expect([...known().surfaces]).toEqual(["sitzung", "operative", "ebene"]);
  });
  it("passes over a term without words", () => {
    expect(indexTerms([["meeting", [[], ["sitzung"]]]], new Set()).surfaces).toEqual(new Set(["sitzung"]));
  });
  it("finds idioms by their first stem", () => {
    const { phrases } = termsOf({ level: "operative Ebene, operative Runde", fees: "Beitrag zahlen" });
    expect([...phrases.keys()]).toEqual(["operativ", "beitrag"]);
    expect(phrases.get("operativ")?.map((one) => one.stems)).toEqual([
      ["operativ", "eben"],
      ["operativ", "rund"],
    ]);
    expect(phrases.get("beitrag")?.[0]).toEqual({
      concept: "fees",
      stems: ["beitrag", "zahl"],
      how: "anywhere",
    });
  });
});

describe("how the words of an idiom stand", () => {
  it.each([
    ["operative Ebene", "anywhere", "operativ eben"],
    ["am runden Tisch", "anywhere", "rund tisch"],
    ["zu tun", "row", "zu tun"],
    ["was ist", "row", "was ist"],
    ["macht mit", "apart", "macht mit"],
    ["nimmt an dem teil", "apart", "nimmt an dem teil"],
    ["macht da mit", "apart", "macht da mit"],
    ["macht mit was", "row", "macht mit was"],
    ["mit macht", "row", "mit macht"],
    ["muss nehmen", "apart", "muss nehm"],
    ["dürfen nehmen", "apart", "durf nehm"],
    ["must be", "apart", "must be"],
    ["nehmen muss", "row", "nehm muss"],
    ["musste nehmen", "row", "musst nehm"],
  ])("%s: %s", (idiom, how, stems) => {
    const fillers = `am an da dem zu was ist tun macht mit teil be nimmt muss musste durfen must`;
    expect(phraseOf(idiom, fillers)).toMatchObject({ how, stems: stems.split(" ") });
  });
});

describe("the places of an idiom", () => {
  const places = (how: Phrase["how"], idiom: string, text: string): number[] =>
    placesOf({ concept: "it", stems: idiom.split(" "), how }, text.split(" "));
  it.each<[Phrase["how"], string, string, number[]]>([
    ["row", "zu tun", "zu tun", [0, 1]],
    ["row", "zu tun", "was ist zu tun", [2, 3]],
    ["row", "zu tun", "zu viel zu tun", [2, 3]],
    ["row", "zu tun", "tun zu", []],
    ["row", "zu tun", "zu viel tun", []],
    ["row", "zu tun", "was ist zu", []],
    ["anywhere", "operativ eben", "eben der operativ", [2, 0]],
    ["anywhere", "operativ eben", "operativ eben", [0, 1]],
    ["anywhere", "operativ eben", "operativ", []],
    ["anywhere", "operativ eben", "eben", []],
    ["anywhere", "hand hand", "hand in hand", [0, 2]],
    ["anywhere", "hand hand", "hand", []],
    ["apart", "macht mit", "macht wer mit", [0, 2]],
    ["apart", "macht mit", "macht mit", [0, 1]],
    ["apart", "macht mit", "mit macht wer mit", [1, 3]],
    ["apart", "macht mit", "mit wem macht", []],
    ["apart", "macht mit", "wer macht", []],
    ["apart", "fall fall", "fall zu fall", [0, 2]],
    ["apart", "fall fall", "zu fall", []],
  ])("%s, “%s” in “%s”", (how, idiom, text, found) => {
    expect(places(how, idiom, text)).toEqual(found);
  });
  it("are as many as its words or none, each where its word stands", () => {
    const row = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(row, row, fc.constantFrom("anywhere", "row", "apart"), (stems, text, how) => {
        const found = placesOf({ concept: "it", stems, how }, text);
        const ordered = [...found].sort((a, b) => a - b);
        expect([0, stems.length]).toContain(found.length);
        expect(new Set(found).size).toBe(found.length);
        expect(found.map((at) => text[at])).toEqual(found.length === 0 ? [] : stems);
        if (how !== "anywhere") expect(found).toEqual(ordered);
        if (how === "row" && found.length > 0)
          expect((found.at(-1) ?? 0) - (found[0] ?? 0)).toBe(found.length - 1);
      }),
    );
  });
});
