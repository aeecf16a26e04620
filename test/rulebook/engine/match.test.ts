import { describe, expect, it } from "vitest";
import { match } from "../../../src/rulebook/match.ts";
import type { Question } from "../../../src/rulebook/question.ts";
import type { Token } from "../../../src/rulebook/tokens.ts";
import { lexicon, profile, questionOf, tokenOf } from "./small.ts";
import { said, word } from "./words.ts";

type Card = Parameters<typeof profile>[0];
type Asks = Question["asks"];

const frequency: Asks = [["frequency"]];
const asking = (tokens: readonly Token[], part: Partial<Question> = {}) => questionOf({ tokens, ...part });

/** How one card meets the words; each concept tells as much as `weight` says. */
const meet = (
  tokens: readonly Token[],
  card: Card = { attribute: "rule" },
  part: Partial<Question> = {},
  weight: (concept: string) => number = () => 1,
) => match(profile(card), asking(tokens, part), lexicon, weight);
const score = (...given: Parameters<typeof meet>): number => meet(...given).score;
const open = (...given: Parameters<typeof meet>): string[] => meet(...given).open.map((one) => one.word);

describe("words that nobody explains", () => {
  it.each<[string, Token[], string[]]>([
    ["the topic is explained", [word.treffen], []],
    ["an unknown thing is not", [word.treffen, word.auto], ["auto"]],
    ["another subject is not", [word.wahl], ["wahl"]],
    ["fillers need no explanation", [word.ist, tokenOf("was", { filler: true, concepts: ["offer"] })], []],
    ["the setting needs none", [word.forum, said("stadt", "oneTown", "county")], []],
    ["a gap does, also as a filler", [tokenOf("kostet", { concepts: ["fees"], filler: true })], ["kostet"]],
    ["a gap that may be the setting", [said("beitrag", "forum", "fees")], ["beitrag"]],
    ["a word of the card's own section", [tokenOf("absatz")], []],
    ["the same word with another meaning", [said("absatz", "offer")], []],
    ["or where it means a gap", [said("absatz", "offer", "fees")], ["absatz"]],
    ["or where it means a region", [said("absatz", "offer", "elsewhere")], ["absatz"]],
    ["the kind of thing that the card does not tell", [word.termin], ["termin"]],
  ])("%s", (_, tokens, expected) => expect(open(tokens)).toEqual(expected));

  it("are counted against it also in the setting, where they are what „welche“ asks for", () => {
    const named = tokenOf("welcher", { filler: true });
    expect(open([word.gemeinde], {}, { target: word.gemeinde })).toEqual(["gemeinde"]);
    expect(open([word.gemeinde], {}, { target: word.forum })).toEqual([]);
    expect(open([named], {}, { target: named })).toEqual([]);
  });
  it("are not the date of a document that is named", () => {
    const dated = [tokenOf("oktober", { stem: "oktob" }), tokenOf("2021"), tokenOf("2022")];
    expect(open([word.papier, ...dated])).toEqual(["papier", "2022"]);
    expect(open(dated)).toEqual(["oktober", "2021", "2022"]);
  });
});

describe("how well a card fits", () => {
  const broad: Card = {
    attribute: "rule",
    keywords: ["election", "forum"],
    mentions: ["termination", "county"],
  };
  /** What the breadth of one card of three concepts adds, where one is met. */
  const one = 1 / 3;

  it.each<[string, Token[], number]>([
    ["its topic", [word.treffen], 1.4 + one],
    ["its topic twice counts once", [word.treffen, word.treffen], 1.4 + one],
    ["a keyword", [word.wahl], 1 + one],
    ["topic and keyword", [word.treffen, word.wahl], 2.4 + 2 * one],
    ["a word for both counts for the better", [said("tag", "election", "meeting")], 1.4 + 2 * one],
    ["in whatever order", [said("tag", "meeting", "election")], 1.4 + 2 * one],
    ["the setting counts less", [word.forum], 0.45 + one],
    ["what it only mentions", [word.kündigung], 0.5],
    ["a setting it only mentions", [word.landkreis], 0.225],
    ["a word of its own section", [tokenOf("absatz")], 0.4],
    ["a filler there", [tokenOf("absatz", { filler: true })], 0],
    ["nothing", [word.auto], 0],
  ])("by %s", (_, tokens, expected) => expect(score(tokens, broad)).toBeCloseTo(expected, 9));

  it("keeps the most a concept has gained", () => {
    const weight = (concept: string) => (concept === "election" ? 2 : 1);
    const both = said("tag", "meeting", "election");
    expect(score([word.treffen, both], broad, {}, weight)).toBeCloseTo(3.4 + 2 * one, 9);
    expect(score([both, word.treffen], broad, {}, weight)).toBeCloseTo(3.4 + 2 * one, 9);
  });
  it.each<[string, Token, number]>([
    ["meeting", word.treffen, 4.2 + one],
    ["forum", word.forum, 1.35 + one],
    ["termination", word.kündigung, 1.5],
    ["=absatz", tokenOf("absatz"), 1.2],
  ])("by the rarity of %s", (rare, token, expected) =>
    expect(score([token], broad, {}, (concept) => (concept === rare ? 3 : 1))).toBeCloseTo(expected, 9),
  );

  const both: Asks = [["frequency"], ["role"]];
  it.each<[string, Card, Token[], Partial<Question>, number]>([
    ["what is asked for", {}, [word.treffen], { asks: frequency }, 2.4 + 2.2],
    ["both things asked for", { also: ["role"] }, [word.treffen], { asks: both }, 2.4 + 2.2 * 1.85],
    ["what is asked for in a word", { attribute: "duration" }, [word.treffen, word.dauer], {}, 2.4 + 1.2],
    ["asked in a word, in between", { attribute: "duration" }, [word.dauer, word.treffen], {}, 2.4 + 1.2],
    ["a number nobody asks for", {}, [word.treffen], {}, 2.4 - 1.5],
    ["a number beside another question", {}, [word.treffen], { asks: [["role"]] }, 2.4],
    ["a number in a yes-or-no question", {}, [word.treffen], { closed: true }, 2.4],
    ["no number, nobody asking", { attribute: "rule" }, [word.treffen], {}, 2.4],
  ])("by %s", (_, card, tokens, question, expected) =>
    expect(score(tokens, card, question)).toBeCloseTo(expected, 9),
  );
  it.each(["date", "count", "duration", "frequency"] as const)("takes a bare %s for a value", (attribute) =>
    expect(score([word.treffen], { attribute })).toBeCloseTo(0.9, 9),
  );

  it("by the document, where another one is named", () => {
    const tokens = [word.treffen, word.agenda];
    expect(score(tokens)).toBeCloseTo(2.4 - 2.5, 9);
    expect(score(tokens, { attribute: "rule", keywords: ["agenda"] })).toBeCloseTo(2.4 + 1, 9);
  });
});

describe("whether the topic is met", () => {
  const own: Card = { id: "pe-eigen", words: "Fahrplan", keywords: ["election"] };
  it.each<[string, Token[], boolean]>([
    ["by its concept", [word.treffen], true],
    ["by words of the card's own", [said("fahrplan", "pe-eigen")], true],
    ["by a keyword", [word.wahl], false],
    ["by nothing", [], false],
  ])("%s", (_, tokens, expected) => expect(meet(tokens, own).topicMet).toBe(expected));

  it("counts the concepts the card was written for, without the setting", () => {
    const card = profile(
      { keywords: ["election", "forum", "termination"], mentions: ["offer"] },
      { setting: ["termination"] },
    );
    const tokens = [word.treffen, word.wahl, word.forum, word.kündigung];
    const offer = said("bieten", "offer");
    expect(match(card, asking([...tokens, offer]), lexicon, () => 1).pointed).toBe(2);
  });
});

describe("whether there is more in common than the setting", () => {
  const evident = (...given: Parameters<typeof meet>): boolean => meet(...given).evident;
  const about: Card = {
    topic: "forum",
    attribute: "purpose",
    keywords: ["election"],
    mentions: ["termination"],
  };
  const date: Card = { attribute: "date", terms: "15. Oktober", keywords: ["election"] };
  const oktober = tokenOf("oktober", { stem: "oktob" });

  it.each<[string, Card, Token[], Partial<Question>, boolean]>([
    ["the topic", {}, [word.treffen], {}, true],
    ["the topic, though it is the setting", about, [word.forum], {}, false],
    ["the same with a subject", about, [word.forum, word.wahl], {}, true],
    ["the same with what is only mentioned", about, [word.forum, word.kündigung], {}, false],
    ["the same with another question", about, [word.forum], { asks: [["purpose"]] }, true],
    ["the same, asked in a word", { ...about, attribute: "date" }, [word.forum, word.termin], {}, true],
    ["the same with a word of the section", about, [word.forum, tokenOf("absatz")], {}, false],
    ["what the forum is", { ...about, attribute: "definition" }, [word.ist, word.forum], {}, true],
    ["what else the forum is", { ...about, attribute: "definition" }, [word.forum, word.auto], {}, false],
    ["day and month", date, [tokenOf("15"), oktober], {}, true],
    ["the month alone", date, [oktober], {}, false],
    ["two words of the section", {}, [tokenOf("absatz"), tokenOf("probeerklarung")], {}, false],
  ])("by %s", (_, card, tokens, question, expected) =>
    expect(evident(tokens, card, question, () => 0.1)).toBe(expected),
  );

  it.each<[string, Token[], Asks, boolean]>([
    ["two words for it", [word.forum, word.gemeinsam], [["reason"]], true],
    ["two, asked for another thing first", [word.forum, word.gemeinsam], [["purpose", "reason"]], false],
    ["two, asked for two things", [word.forum, word.gemeinsam], [["purpose"], ["reason"]], true],
    ["two, asked for no reason", [word.forum, word.gemeinsam], [["purpose"]], false],
    ["one word for it", [word.forum], [["reason"]], false],
    ["one that it only mentions", [word.forum, word.landkreis], [["reason"]], false],
    ["one and a subject", [word.forum, word.wahl], [["reason"]], false],
  ])("by the setting, only where a reason is asked for: %s", (_, tokens, asks, expected) => {
    const card: Card = { keywords: ["forum", "cooperation", "election"], mentions: ["county"] };
    expect(evident(tokens, card, { asks }, () => 0.1)).toBe(expected);
  });

  it.each<[string, number, Token[], Asks, boolean]>([
    ["one that is rare enough", 2.6, [word.wahl], [], true],
    ["one that is not", 2.5, [word.wahl], [], false],
    ["two that are together", 1.3, [word.wahl, word.kündigung], [], true],
    ["one, and something is asked for", 1.8, [word.wahl], frequency, true],
    ["a common one, and something is asked for", 1.7, [word.wahl], frequency, false],
    ["one, and it is asked in a word", 1.8, [word.wahl, said("turnus", "?frequency")], [], true],
    ["a setting, however rare", 9, [word.forum], [], false],
  ])("by a subject beside the topic: %s", (_, weight, tokens, asks, expected) => {
    const card: Card = { keywords: ["election", "termination", "forum"] };
    expect(evident(tokens, card, { asks }, () => weight)).toBe(expected);
  });

  it.each<[string, number, Token[], boolean]>([
    ["two words", 2.5, [tokenOf("glasfas"), tokenOf("kabel")], true],
    ["two common ones", 2.4, [tokenOf("glasfas"), tokenOf("kabel")], false],
    ["one and a subject", 2.5, [tokenOf("glasfas"), word.wahl], true],
    ["one and what it mentions", 2.5, [tokenOf("glasfas"), word.kündigung], false],
    ["one and a word of the section", 2.5, [tokenOf("glasfas"), tokenOf("absatz")], false],
    ["one and the setting", 2.5, [tokenOf("glasfas"), word.gemeinde], false],
  ])("by what it says in passing: %s", (_, weight, tokens, expected) => {
    const card: Card = {
      says: "Glasfaser, Kabel, Gemeinde",
      keywords: ["election"],
      mentions: ["termination"],
    };
    expect(evident(tokens, card, {}, () => weight)).toBe(expected);
  });

  it("not without everything that the card needs", () => {
    const card: Card = { needs: ["election", "termination"] };
    expect(evident([word.treffen, word.wahl], card)).toBe(false);
    expect(evident([word.treffen, word.wahl, word.kündigung], card)).toBe(true);
  });
});

describe("what the card affirms or denies", () => {
  const card: Card = { affirms: ["election", "council"], denies: ["appointment", "council"] };
  const ernannt = said("ernannt", "appointment");
  const gremium = said("gremium", "council");
  const either = said("bestimmt", "election", "appointment");
  it.each<[string, Token[], boolean, boolean]>([
    ["„gewählt“", [word.wahl, word.treffen], true, false],
    ["„ernannt“", [ernannt, word.treffen], false, true],
    ["„gewählt oder ernannt“", [word.wahl, ernannt], true, true],
    ["a word for both", [either], false, false],
    ["a concept it affirms and denies", [gremium], false, false],
    ["neither", [word.treffen], false, false],
  ])("%s", (_, tokens, affirmed, denied) => expect(meet(tokens, card)).toMatchObject({ affirmed, denied }));
});
