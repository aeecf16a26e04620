import { describe, expect, it } from "vitest";
import { choose, missing, nearest } from "../../../src/rulebook/choose.ts";
import type { Match } from "../../../src/rulebook/match.ts";
import type { Question } from "../../../src/rulebook/question.ts";
import type { Token } from "../../../src/rulebook/tokens.ts";
import { matchOf, profile, questionOf, tokenOf } from "./small.ts";

/** A card with its score; it leaves open what is given. */
const card = (id: string, score: number, open: Token[] = [], part: Partial<Match> = {}): Match =>
  matchOf({ profile: profile({ id }), score, open, ...part });
const telling = (attribute: "role" | "date" | "rule", also: ("role" | "date")[] = []): Partial<Match> => ({
  profile: profile({ id: "pe-andere", attribute, also }),
});
const ids = (chosen: readonly Match[]): string[] => chosen.map(({ profile }) => profile.card.id);

/** Words that bear meaning, the last of which are left open. */
const bearing = (count: number, ...open: Token[]): Token[] => [
  ...Array.from({ length: count }, (_, at) => tokenOf(`wort${"abcdef"[at]}`)),
  tokenOf("ist", { filler: true }),
  ...open,
];
const small = tokenOf("neue", { known: false, small: true, before: true });
const verb = tokenOf("moderiert", { known: false, small: true });
const noun = tokenOf("auto", { known: false });
const subject = tokenOf("wahl", { concepts: ["election"] });

describe("cards that explain everything", () => {
  const pick = (...all: Match[]) => ids(choose(questionOf(), all, false));
  it("answer, the best first", () => expect(pick(card("pe-a", 3), card("pe-b", 2))).toEqual(["pe-a"]));
  it("answer together where the second fits nearly as well", () => {
    expect(pick(card("pe-a", 100), card("pe-b", 93))).toEqual(["pe-a", "pe-b"]);
    expect(pick(card("pe-a", 100), card("pe-b", 92.9))).toEqual(["pe-a"]);
    expect(pick(card("pe-a", 100), card("pe-b", 99), card("pe-c", 98))).toEqual(["pe-a", "pe-b"]);
  });
  it("answer before one that fits better and leaves a word open", () =>
    expect(pick(card("pe-a", 9, [noun]), card("pe-b", 2))).toEqual(["pe-b"]));
  it("do not answer where only the setting is met, or another kind of thing is asked", () => {
    expect(pick(card("pe-a", 9, [], { evident: false }))).toEqual([]);
    expect(ids(choose(questionOf({ asks: [["duration"]] }), [card("pe-a", 9)], false))).toEqual([]);
  });
  it("are none where there are no cards", () => {
    expect(choose(questionOf({ closed: true, several: true }), [], true)).toEqual([]);
    expect(choose(questionOf(), [], false)).toEqual([]);
  });
});

describe("one small unknown word beside everything explained", () => {
  const pick = (one: Match, tokens: Token[], part: Partial<Question> = {}, forgiving = true) =>
    choose(questionOf({ tokens, ...part }), [one], forgiving).length > 0;
  const frequency: Partial<Question> = { asks: [["frequency"]] };

  it.each<[string, Token, number, Partial<Question>, boolean]>([
    ["two more words", small, 2, {}, true],
    ["one more word", small, 1, {}, false],
    ["a verb", verb, 2, {}, true],
    ["a verb, and something is asked for", verb, 2, frequency, false],
    ["an adjective, and something is asked for", small, 2, frequency, true],
    ["an adjective alone, and something is asked for", { ...small, before: false }, 2, frequency, false],
    ["a noun", noun, 2, {}, false],
    ["a word that is known", { ...small, known: true }, 2, {}, false],
  ])("%s", (_, token, count, question, expected) => {
    expect(pick(card("pe-a", 4, [token]), bearing(count, token), question)).toBe(expected);
    expect(pick(card("pe-a", 4, [token]), bearing(count, token), question, false)).toBe(false);
  });
  it("is forgiven once, and where the topic is met", () => {
    expect(pick(card("pe-a", 4, [small, small]), bearing(3, small, small))).toBe(false);
    expect(pick(card("pe-a", 4, [small], { topicMet: false }), bearing(3, small))).toBe(false);
  });
});

describe("a card that fits clearly best", () => {
  const known = { ...small, known: true };
  const pick = (open: Token[], part: Partial<Question> = {}, best: Partial<Match> = {}, ...more: Match[]) => {
    const question = questionOf({ tokens: bearing(2, ...open), ...part });
    return ids(choose(question, [card("pe-a", 8, open, best), ...more], true));
  };
  const gap = (concept: string): Token => ({ ...known, concepts: new Set(["offer", concept]) });

  it.each<[string, Token[], number, boolean]>([
    ["a small word", [known], 5, true],
    ["a small word, fitting badly", [known], 4.9, false],
    ["two of them", [known, verb], 5, true],
    ["three of them", [known, verb, small], 9, false],
    ["a noun, fitting well", [noun], 8, true],
    ["a noun, not fitting so well", [noun], 7.9, false],
    ["a word with a meaning, fitting well", [{ ...subject, small: true }], 8, true],
    ["a word with a meaning, not fitting so well", [{ ...subject, small: true }], 7.9, false],
    ["a number", [tokenOf("12a", { small: true })], 9, false],
    ["a small word and a number", [known, tokenOf("a12")], 9, false],
    ["a known gap", [gap("fees")], 9, false],
    ["another region", [gap("elsewhere")], 9, false],
    ["a single town", [gap("oneTown")], 9, false],
    ["another body", [gap("otherBody")], 9, false],
  ])("may leave open: %s", (_, open, score, expected) =>
    expect(pick(open, {}, { score }).length > 0).toBe(expected),
  );

  it("answers only where a lax reading is wanted", () =>
    expect(choose(questionOf({ tokens: bearing(2, known) }), [card("pe-a", 9, [known])], false)).toEqual([]));
  it("meets the topic", () => expect(pick([known], {}, { topicMet: false })).toEqual([]));
  it("leaves the next one far behind", () => {
    expect(pick([known], {}, { score: 13 }, card("pe-b", 10, [known]))).toEqual(["pe-a"]);
    expect(pick([known], {}, { score: 12.9 }, card("pe-b", 10, [known]))).toEqual([]);
  });
  it("explains at least two words", () => expect(pick([known], { tokens: bearing(1, known) })).toEqual([]));
  it("explains what „welche“ asks for", () => expect(pick([known], { target: known })).toEqual([]));

  it.each<[string, Token, Question["asks"], boolean]>([
    ["an adjective", known, [["role"]], true],
    ["a verb", { ...verb, known: true }, [["role"]], false],
    ["a verb before a noun", { ...verb, before: true }, [["role"]], false],
    ["an adjective without its noun", { ...known, before: false }, [["role"]], false],
    ["a verb, asked for a date or people", { ...verb, known: true }, [["date", "role"]], true],
    ["a verb, asked for people and a date", { ...verb, known: true }, [["role"], ["date"]], false],
  ])("where people are asked for, may leave open: %s", (_, token, asks, expected) =>
    expect(pick([token], { asks }, telling("role", ["date"])).length > 0).toBe(expected),
  );
});

describe("another value in a yes-or-no question", () => {
  const closed = { closed: true };
  const pick = (open: Token[], best: Partial<Match>, part: Partial<Question> = closed, more: Match[] = []) =>
    choose(questionOf({ tokens: open, ...part }), [...more, card("pe-a", 1, open, best)], false).length > 0;
  const herbst = tokenOf("herbst");
  const kreistag = tokenOf("kreistag", { concepts: ["offer", "council"] });

  it.each<[string, Token[], Partial<Match>, boolean]>([
    ["„im Herbst?“, of a date", [herbst], telling("date"), true],
    ["„im Herbst?“, of a rule", [herbst], telling("rule"), false],
    ["„am 3. Mai?“", [tokenOf("3"), tokenOf("mai")], telling("date"), true],
    ["„am 3. Mai 2022?“", ["3", "mai", "2022"].map((word) => tokenOf(word)), telling("date"), false],
    ["„im Auto?“", [noun], telling("date"), false],
    ["„im Herbst im Auto?“", [herbst, noun], telling("date"), false],
    ["„im Spätherbst?“", [tokenOf("spatherbst")], telling("date"), false],
    ["„der Kreistag?“, of who does it", [kreistag], telling("role"), true],
    ["„der Kreistag?“, of a rule", [kreistag], telling("rule"), false],
    ["„der Kreistag?“, of a date", [kreistag], telling("date"), false],
    ["„die Wahl?“, of who does it", [subject], telling("role"), false],
    ["„im Herbst?“, of who does it", [herbst], telling("role"), false],
    ["„im Herbst?“, of another topic", [herbst], { ...telling("date"), topicMet: false }, false],
  ])("is corrected: %s", (_, open, best, expected) => expect(pick(open, best)).toBe(expected));
  it("is not where it is asked openly", () => expect(pick([herbst], telling("date"), {})).toBe(false));
  it("is also by a card that fits less well", () =>
    expect(pick([herbst], telling("date"), closed, [card("pe-b", 9, [noun])])).toBe(true));
});

describe("several cards for one question", () => {
  const all = [card("pe-c", 9, [], telling("date")), card("pe-a", 8), card("pe-b", 7, [], telling("role"))];
  const pick = (asks: Question["asks"], some: Match[], part: Partial<Question> = {}) =>
    choose(questionOf({ asks, ...part }), some, false).map(({ profile }) => profile.card.attribute);

  it.each<[string, Question["asks"], string[]]>([
    ["how often and who", [["frequency"], ["role"]], ["frequency", "role"]],
    ["who and how often", [["role"], ["frequency"]], ["role", "frequency"]],
    ["who, when and how often", [["role"], ["date"], ["frequency"]], ["role", "date", "frequency"]],
    ["how often and how long", [["frequency"], ["duration"]], []],
    ["where", [["place"]], []],
  ])("each tell one of the things asked for: %s", (_, asks, expected) =>
    expect(pick(asks, all)).toEqual(expected),
  );
  it("each explain everything and meet more than the setting", () => {
    const asks: Question["asks"] = [["frequency"], ["role"]];
    expect(pick(asks, [card("pe-a", 9), card("pe-b", 8, [noun], telling("role"))])).toEqual([]);
    const dim = { ...telling("role"), evident: false };
    expect(pick(asks, [card("pe-a", 9), card("pe-b", 8, [], dim)])).toEqual([]);
  });

  const [x, y] = [tokenOf("x"), tokenOf("y")];
  const together = (...some: Match[]) => ids(choose(questionOf({ several: true }), some, false));
  it("explain together what none explains alone", () => {
    const [first, second, third] = [card("pe-a", 9, [x]), card("pe-b", 8, [y]), card("pe-c", 7, [x])];
    expect(together(first, second, third)).toEqual(["pe-a", "pe-b"]);
    expect(together(first, third, second)).toEqual(["pe-a", "pe-b"]);
    expect(together(first, third)).toEqual([]);
    expect(together(first, card("pe-d", 8, [x, y]), card("pe-e", 8, [y, x]))).toEqual([]);
    expect(ids(choose(questionOf(), [first, second], false))).toEqual([]);
  });
  it("are about what is asked, and among the best", () => {
    expect(together(card("pe-a", 9, [x]), card("pe-b", 8, [y], { topicMet: false }))).toEqual([]);
    const like = Array.from({ length: 7 }, () => card("pe-a", 9, [x]));
    expect(together(...like, card("pe-b", 8, [y]))).toEqual(["pe-a", "pe-b"]);
    expect(together(...like, card("pe-a", 9, [x]), card("pe-b", 8, [y]))).toEqual([]);
  });
  it("also where each thing asked for has no card of its own", () => {
    const asks: Question["asks"] = [["frequency"], ["role"]];
    const both = (id: string, open: Token[]) =>
      card(id, 9, open, { profile: profile({ id, also: ["role"] }) });
    const question = questionOf({ asks, several: true });
    expect(ids(choose(question, [both("pe-a", [x]), both("pe-b", [y])], false))).toEqual(["pe-a", "pe-b"]);
  });
});

describe("why nothing answers", () => {
  const fees = tokenOf("kosten", { concepts: ["offer", "fees"] });
  const quorum = tokenOf("quorum", { concepts: ["quorum"] });
  it.each<[string, Token[], Match[], string]>([
    ["nothing is known of it", [noun], [card("pe-a", 9, [noun])], "unknown"],
    ["no card is near", [noun], [], "unknown"],
    ["it stands in no document", [noun, fees], [], "fees"],
    ["what the best card leaves open comes first", [quorum, fees], [card("pe-a", 9, [fees])], "fees"],
    ["not of one that is not evident", [quorum], [card("pe-a", 9, [fees], { evident: false })], "quorum"],
    ["nor what the second leaves open", [quorum, fees], [card("pe-a", 9), card("pe-b", 8, [fees])], "quorum"],
  ])("%s", (_, tokens, all, expected) => expect(missing(questionOf({ tokens }), all)).toBe(expected));

  it("names the best card of the topic beside it", () => {
    const dim = card("pe-a", 9, [], { evident: false });
    const aside = card("pe-b", 8, [], { topicMet: false });
    const near = card("pe-c", 7);
    expect(nearest([dim, aside, near, card("pe-d", 6)])).toBe(near);
    expect(nearest([dim, aside])).toBeUndefined();
  });
});
