import { describe, expect, it } from "vitest";
import { HandbookError } from "../../../src/rulebook/checked-yaml.ts";
import { type Lexicon, parseLexicon, rowsOf } from "../../../src/rulebook/lexicon.ts";
import { LEXICON } from "./small.ts";

const small = { name: "small.yaml", yaml: LEXICON };
const base = (): Lexicon => parseLexicon(small);
const withRegions = (regions: string): typeof small => ({
  ...small,
  yaml: LEXICON.replace("elsewhere: Hessen, Freiburg", `elsewhere: ${regions}`),
});
const further = (yaml: string): typeof small => ({ name: "further.yaml", yaml });
const conceptsOf = ({ terms }: Lexicon, ...words: string[]): string[][] =>
  words.map((word) => [...terms.conceptsOf(word)]);
const errorOf = (...given: Parameters<typeof parseLexicon>): string => {
  try {
    parseLexicon(...given);
  } catch (error) {
    expect(error).toBeInstanceOf(HandbookError);
    return (error as HandbookError).message;
  }
  throw new Error("no error");
};

describe("a list of terms", () => {
  it.each([
    ["Treffen", [["treffen"]]],
    ["Treffen, tagen", [["treffen"], ["tagen"]]],
    ["operative Ebene,Bürgermeister", [["operative", "ebene"], ["burgermeister"]]],
    ["Covid-19", [["covid", "19"]]],
    [" , Treffen,, tagen, ", [["treffen"], ["tagen"]]],
    ["", []],
    [",", []],
  ])("“%s” is read as folded words", (list, rows) => {
    expect(rowsOf(list)).toEqual(rows);
  });
});

describe("the concepts of the lexicon", () => {
  it("come from every part of it", () => {
    expect(conceptsOf(base(), "forum", "vorsitz", "stichwahl", "termin", "hessen", "kuchen")).toEqual([
      ["forum"],
      ["chair"],
      ["majority"],
      ["?date"],
      ["elsewhere"],
      [],
    ]);
  });
  it("are those of the setting and the subjects; cards bring none along by name", () => {
    const read = parseLexicon(small, further("subjects: { schools: Schule }"), { "card-1": "Pausenhof" });
    const names = ["forum", "chair", "schools", "card-1", "majority", "?date", "elsewhere", "kuchen"];
    expect(names.map(read.isConcept)).toEqual([true, true, true, false, false, false, false, false]);
    expect(base().isConcept("schools")).toBe(false);
  });
  it("of the setting are named apart", () => {
    expect([...base().ambient]).toEqual(["forum", "cooperation", "municipalities", "county"]);
  });
  it("that stand in no document are listed with their idioms", () => {
    const { absent } = base();
    expect(absent).toEqual(expect.arrayContaining([["beitrag", "zahlen"], ["stichwahl"]]));
    expect(absent).not.toContainEqual(["treffen"]);
    expect(absent).toHaveLength(20);
  });
});

describe("question words", () => {
  const asking = (text: string): readonly string[] | undefined =>
    base().asks.find(({ row }) => row.join(" ") === text)?.asked;
  it.each([
    ["wann", ["date"]],
    ["wie oft", ["frequency"]],
    ["bis wann", ["date", "duration"]],
    ["wofur steht", ["definition"]],
    ["wozu", ["purpose"]],
  ])("%s asks for %s", (text, asked) => {
    expect(asking(text)).toEqual(asked);
  });
  it("are listed longest first, otherwise in the order of what they ask for", () => {
    expect(base().asks.map(({ row }) => row.join(" "))).toEqual([
      ...["bis wann", "wie oft", "wie lange", "wie viele", "welche person", "wofur steht"],
      ...["wann", "wieviele", "wer", "wem", "wo", "warum", "wozu"],
    ]);
  });
  it("come with their stems", () => {
    expect(base().asks.find(({ row }) => row[1] === "lange")?.stems).toEqual(["wie", "lang"]);
  });
  it("are no concepts", () => {
    expect(conceptsOf(base(), "wann", "warum")).toEqual([[], []]);
  });
});

describe("what other papers and cards add", () => {
  const more = further("fillers: hierzulande darf\nsubjects:\n  schools: Schule\n  chair: Sprecherin");
  const all = (): Lexicon => parseLexicon(small, more, { "card-1": "Pausenhof, große Pause" });
  it("are further subjects, also for concepts known already", () => {
    expect(conceptsOf(all(), "schule", "sprecherin", "vorsitz")).toEqual([["schools"], ["chair"], ["chair"]]);
    expect(conceptsOf(base(), "schule", "sprecherin")).toEqual([[], []]);
  });
  it("are the words of a card by its name", () => {
    expect(conceptsOf(all(), "pausenhof")).toEqual([["card-1"]]);
    expect(all().terms.phrases.get("gross")?.[0]?.concept).toBe("card-1");
  });
  it("are more fillers, which keep those of the lexicon", () => {
    expect([...all().fillers]).toEqual([...base().fillers, "hierzulande", "darf"]);
  });
  it("may bring no fillers at all", () => {
    expect(parseLexicon(small, further("subjects: {}")).fillers).toEqual(base().fillers);
  });
  it("take a region out of what lies elsewhere", () => {
    const regions = withRegions("Hessen, Bad Bellingen, Badbellingen, Freiburg");
    const paper = further("subjects: { center: 'Hessen, Bad Bellingen' }");
    const { terms } = parseLexicon(regions, paper);
    expect([...terms.conceptsOf("hessen")]).toEqual(["center"]);
    expect(terms.phrases.get("bad")?.map((one) => one.concept)).toEqual(["center"]);
    expect([...terms.conceptsOf("badbellingen")]).toEqual(["elsewhere"]);
    expect([...terms.conceptsOf("freiburg")]).toEqual(["elsewhere"]);
  });
  it("take a region out of it by a card of their own, too", () => {
    const { terms } = parseLexicon(withRegions("Hessen, Freiburg"), undefined, { "card-1": "Freiburg" });
    expect([...terms.conceptsOf("freiburg")]).toEqual(["card-1"]);
    expect([...terms.conceptsOf("hessen")]).toEqual(["elsewhere"]);
  });
});

describe("a lexicon with errors", () => {
  it.each([
    ["a word that is no list", LEXICON.replace("council: Kreistag, Gremium", "council: 7"), "council"],
    ["a question for nothing", LEXICON.replace("  place: {", "  colour: {"), "attributes"],
    ["something absent nobody knows", LEXICON.replace("  fees:", "  fines:"), "absent"],
    ["a heading nobody knows", `${LEXICON}\nmore: Wort\n`, "more"],
    ["no fillers", LEXICON.replace("fillers:", "elsewhere2:"), "fillers"],
  ])("tells file, line and %s", (_, yaml, about) => {
    const told = errorOf({ name: "small.yaml", yaml });
    expect(told).toMatch(/^small\.yaml:\d+: /);
    expect(told).toContain(about);
  });
  it("names the line", () => {
    const at = LEXICON.split("\n").findIndex((line) => line.includes("council:"));
    const yaml = LEXICON.replace("council: Kreistag, Gremium", "council: 7");
    expect(errorOf({ name: "small.yaml", yaml })).toMatch(`small.yaml:${at + 1}: subjects.council: `);
  });
  it.each(["subjects: { schools: 7 }", "fillers: hier", "subjects: {}\nambient: {}"])(
    "names the further file: %s",
    (yaml) => {
      expect(errorOf(small, further(yaml))).toMatch(/^further\.yaml:\d+: /);
    },
  );
});
