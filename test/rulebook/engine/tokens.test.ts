import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPlainReader, createReader, type Reader, type Word } from "../../../src/rulebook/tokens.ts";
import { stem } from "../../../src/search/stem.ts";
import { concepts, readerOf, understood } from "./readers.ts";
import { lexicon } from "./small.ts";

const read: Reader = (text) => createReader(lexicon, new Set(["protokoll"]))(text);

const marked = (text: string, mark: "filler" | "small" | "before" | "lower"): string =>
  read(text)
    .filter((one) => one[mark])
    .map((one) => one.word)
    .join(" ");

describe("a word of a question", () => {
  it("is kept as asked, with its stem and what it stands for", () => {
    expect(read("Sitzungen")).toEqual([
      {
        ...{ word: "sitzungen", stem: "sitz", concepts: new Set(["meeting"]), filler: false, known: true },
        ...{ small: false, before: false, lower: true },
      },
    ]);
  });
  it.each([
    ["stands for a concept", "Vorsitz", "vorsitz"],
    ["is a filler", "zu", "zu"],
    ["is a question word", "wofür", "wofur"],
    ["belongs to an idiom", "Ebene", "eben"],
    ["is an inflected form of a concept's word", "Gemeinden", "gemeind"],
    ["is spoken by a card", "Protokolle", "protokoll"],
    ["is nothing we know", "Kuchen", "?kuchen"],
    ["is a number", "2021", "?2021"],
    ["is the name of a region", "Hessen", "hess"],
    ["is nearly the name of a region, which nobody guesses", "Hessem", "?hessem"],
  ])("%s: %s", (_, text, as) => {
    expect(understood(read(text))).toBe(as);
  });
  it("is a filler if it is listed or an adverb of manner or time", () => {
    const text = "Bitte möglicherweise gleichermaßen frühestens niemals allerdings anstandshalber das Forum";
    const adverbs = "moglicherweise gleichermassen fruhestens niemals allerdings anstandshalber";
    expect(marked(text, "filler")).toBe(`bitte ${adverbs} das`);
    expect(marked("Weise mals Damalsen Pfalz", "filler")).toBe("");
  });
  it("is read word by word, however they are divided", () => {
    expect(read("Wer\tleitet  das\nForum?").map((one) => one.word)).toEqual([
      "wer",
      "leitet",
      "das",
      "forum",
    ]);
    expect(read(" ?! ")).toEqual([]);
  });
});

describe("capital letters", () => {
  it.each([
    ["Wer leitet die Runde im Kreis?", "leitet die im", "die im", ""],
    ["wer leitet die runde", "", "", "wer leitet die runde"],
    ["Wer leitet die runde", "", "", "wer leitet die runde"],
    ["Operative Ebene", "", "operative", ""],
    ["operative Ebene", "", "operative", ""],
    ["Im jahr 2021 die „Runde“", "jahr die", "die", ""],
    ["Die Stadt Rheinfelden (Baden)", "", "die stadt rheinfelden", ""],
    ["WER LEITET", "", "wer", ""],
  ])("%s: small “%s”, before a noun “%s”, in a text without “%s”", (text, small, before, lower) => {
    expect(marked(text, "small")).toBe(small);
    expect(marked(text, "before")).toBe(before);
    expect(marked(text, "lower")).toBe(lower);
  });
  it("at the beginning of a joined word are not those of its other parts", () => {
    expect(marked("die Kreis-interne Runde", "small")).toBe("interne");
    expect(marked("die Kreis-interne Runde", "before")).toBe("die interne");
    expect(marked("die Kreis-interne", "lower")).toBe("");
  });
});

describe("idioms", () => {
  const level = { level: "Ebene", work: "operative", operative: "operative Ebene" };
  it.each([
    ["one after the other, they mean nothing else", level, "operative Ebene", "operative operative"],
    ["in other order, too", level, "Ebene, operative", "operative operative"],
    ["further on, too", level, "die operative Ebene", " operative operative"],
    ["apart, they only add", level, "operative neue Ebene", "work+operative  level+operative"],
    ["not complete, they add nothing", level, "die Ebene", " level"],
    [
      "of a single card, they only add",
      { level: "Ebene", "card-1": "operative Ebene" },
      "operative Ebene",
      "card-1 level+card-1",
    ],
    [
      "of what stands in no document, they overrule",
      { cost: "Beitrag", fees: "Beitrag zahlen" },
      "Beitrag später zahlen",
      "fees  fees",
    ],
    [
      "with other idioms, all count",
      { a: "große Runde", b: "große Ebene", c: "Runde, Ebene" },
      "große Runde Ebene",
      "a+b a c+b",
    ],
    [
      "of three words, all three",
      { level: "Ebene", all: "alte operative Ebene" },
      "operative alte Ebene",
      "all all all",
    ],
    [
      "of three words with one between",
      { all: "alte operative Ebene" },
      "alte operative neue Ebene",
      "all all  all",
    ],
  ])("%s", (_, known, text, found) => {
    expect(concepts(readerOf(known)(text)).join(" ")).toBe(found);
  });
  it("held together by a filler only add to what their words mean", () => {
    const known = { joining: "macht mit", duty: "zu tun", work: "tun, macht" };
    const reader = readerOf(known, { fillers: "mit zu tun" });
    expect(concepts(reader("Wer macht da mit"))).toEqual(["", "work+joining", "", "joining"]);
    expect(concepts(reader("Wer macht mit"))).toEqual(["", "work+joining", "joining"]);
    expect(concepts(reader("Was ist zu tun"))).toEqual(["", "", "duty", "work+duty"]);
    expect(concepts(reader("Was tun, zu"))).toEqual(["", "work", ""]);
  });
  it("make their words known", () => {
    const reader = readerOf({ duty: "in Sack und Tüten" }, { fillers: "und" });
    expect(understood(reader("in Sack und Tüten sein"))).toBe("in sack und tut ?sein");
  });
});

describe("reading without guessing", () => {
  const plain = (text: string): readonly Word[] => createPlainReader(lexicon)(text);
  const bare = ({ word, stem, concepts, filler }: Word): Word => ({ word, stem, concepts, filler });
  it("keeps word, stem, concepts and whether it is a filler", () => {
    expect(plain("Bitte Sitzungen")).toEqual([
      { word: "bitte", stem: stem("bitte"), concepts: new Set(), filler: true },
      { word: "sitzungen", stem: "sitz", concepts: new Set(["meeting"]), filler: false },
    ]);
  });
  it("guesses at no mistakes and no compounds, but knows idioms", () => {
    expect(concepts(plain("Krestag Kreistagssitzung"))).toEqual(["", ""]);
    expect(concepts(plain("operative Ebene"))).toEqual(["operative", "operative"]);
  });
  it("keeps what it has read", () => {
    const reader = createPlainReader(lexicon);
    expect(reader("Forum")[0]).toBe(reader("das FORUM")[1]);
  });
  it("keeps no more words than a bank of questions has", () => {
    const reader = createPlainReader(lexicon);
    reader(Array.from({ length: 29_999 }, (_, at) => at).join(" "));
    expect(reader("Forum")[0]).toBe(reader("Forum")[0]);
    expect(reader("Runde")[0]).not.toBe(reader("Runde")[0]);
    expect(reader("Runde")[0]).toEqual(reader("Runde")[0]);
  });
  it("tells the same of known words as reading with guessing", () => {
    const reader = createPlainReader(lexicon);
    const guessing = createReader(lexicon, new Set());
    const known = fc.constantFrom(
      "Forum",
      "Vorsitz",
      "operative",
      "Ebene",
      "Beitrag",
      "zahlen",
      "bitte",
      "2021",
    );
    fc.assert(
      fc.property(fc.array(known, { maxLength: 6 }), (row) => {
        const text = row.join(" ");
        expect(reader(text).map(bare)).toEqual(guessing(text).map(bare));
      }),
    );
  });
});
