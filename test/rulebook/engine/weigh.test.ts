import { describe, expect, it } from "vitest";
import { linesOf, type Note } from "../../../src/rulebook/explain.ts";
import type { Judged } from "../../../src/rulebook/judge.ts";
import type { Match } from "../../../src/rulebook/match.ts";
import type { Question } from "../../../src/rulebook/question.ts";
import type { Found, Missed } from "../../../src/rulebook/shelf.ts";
import { createSpoken } from "../../../src/rulebook/spoken.ts";
import { createPlainReader } from "../../../src/rulebook/tokens.ts";
import { createWeighing } from "../../../src/rulebook/weigh.ts";
import { lexicon, matchOf, profile, questionOf, tokenOf } from "./small.ts";

type Part = Partial<Question>;
const spoken = createSpoken(
  [{ card: "pe-a", lines: ["Wie oft ist Sitzung?", "Wann ist das Treffen?"], misses: [] }],
  createPlainReader(lexicon),
);
const noun = (word: string, ...concepts: string[]) => tokenOf(word, { concepts });
const cardMatch = (id: string, part: Partial<Match> = {}) => matchOf({ profile: profile({ id }), ...part });
const [a, b, c, d] = [cardMatch("pe-a"), cardMatch("pe-b"), cardMatch("pe-c"), cardMatch("pe-d")];
const thought = (match: Match, part: Partial<Judged> = {}): Judged => ({
  ...{ match, likely: 0.5, rank: 0, belief: 1, stopped: false, unruled: false },
  ...part,
});
const foundOf = (...chosen: (readonly Match[])[]): Found => ({ chosen, certain: true, score: 7 });
const unknown: Missed = { reason: "unknown" };
const bearing = [noun("treffen", "meeting"), noun("ort"), noun("mai")];

/** What becomes of what was found, when this is thought of each question. */
function weighed(
  found: Found | Missed,
  thoughts: readonly (readonly Judged[])[],
  parts: readonly Part[] = [{}],
) {
  const asked: (readonly string[])[] = [];
  const path: Note[] = [];
  const judge = (_: Question, chosen: readonly string[]) => {
    asked.push(chosen);
    return thoughts[asked.length - 1] ?? [];
  };
  const questions = parts.map((part) => questionOf({ tokens: bearing, ...part }));
  const result = createWeighing(judge, spoken)(found, { text: "", questions }, path);
  return { result, asked, lines: linesOf(path) };
}
/** The cards of the one question that is asked, or why there are none. */
function pick(first: readonly Match[], all: readonly Judged[], part: Part = {}) {
  const { result } = weighed(first.length > 0 ? foundOf(first) : unknown, [all], [part]);
  return "chosen" in result ? result.chosen[0]?.map((one) => one.profile.card.id) : result.reason;
}

describe("what is settled by the words alone", () => {
  it.each(["empty", "tooLong", "instruction", "private", "secret", "money", "elsewhere", "names"] as const)(
    "stays: %s",
    (reason) => {
      const found: Missed = { reason, near: b };
      const { result, asked, lines } = weighed(found, [[thought(a)]]);
      expect(result).toBe(found);
      expect([asked, lines]).toEqual([[], []]);
    },
  );
  it.each(["unknown", "majority", "fees", "placeOfMeeting"] as const)("not: %s", (reason) =>
    expect(weighed({ reason }, [[thought(a)]]).result).toEqual({ chosen: [[a]], certain: false, score: 0 }),
  );
});

describe("“das Gremium” of several", () => {
  const body = noun("gremium", "steering", "council");
  const tagt = noun("tagt", "meeting");
  const small = tokenOf("das", { filler: true });
  const vague = (part: Part) => weighed(foundOf([a]), [[thought(a)]], [{ asks: [["date"]], ...part }]).result;
  it.each<[string, Part]>([
    ["nothing else", { tokens: [body] }],
    ["when it meets", { tokens: [small, tagt, small, body] }],
    ["another word for any of them", { tokens: [noun("rat", "council", "assembly"), body] }],
    ["the groups or the assembly", { tokens: [noun("kreis", "workgroups", "assembly")] }],
  ])("nobody knows which is meant: %s", (_, part) => expect(vague(part)).toEqual(unknown));
  it.each<[string, Part]>([
    ["a yes or no is asked", { asks: [], tokens: [tagt, body] }],
    ["more is said", { tokens: [tagt, body, noun("mai")] }],
    ["one is named", { tokens: [body, noun("kreistag", "council")] }],
    ["only one can be meant", { tokens: [noun("kreistag", "council")] }],
    ["none is named", { tokens: [tagt] }],
  ])("but here: %s", (_, part) => expect(vague(part)).toEqual(foundOf([a])));
});

describe("where the concepts have found a card", () => {
  it.each<[string, Match, Part, number]>([
    ["much unless it is unlikely", a, {}, -2],
    ["less in a yes-or-no question", a, { closed: true }, -0.5],
    ["least with a word unexplained", cardMatch("pe-a", { open: [noun("mond")] }), {}, 0.5],
    ["the same in both", cardMatch("pe-a", { open: [noun("mond")] }), { closed: true }, -0.5],
  ])("it stands, %s", (_, first, part, least) => {
    expect(pick([first], [thought(first, { belief: least })], part)).toEqual(["pe-a"]);
    expect(pick([first], [thought(first, { belief: least - 0.01 })], part)).toBe("unknown");
  });
  it("it stands where nothing is thought of it", () => {
    const rival = thought(b, { belief: 0.39 });
    expect(pick([a], [rival])).toEqual(["pe-a"]);
    expect(pick([a], [rival], { closed: true })).toEqual(["pe-a"]);
  });
  it("all of them stand by the best of them", () => {
    expect(pick([a, b], [thought(b, { belief: 0 }), thought(a, { belief: -3 })])).toEqual(["pe-a", "pe-b"]);
    expect(pick([a, b], [thought(c, { belief: 0 }), thought(a, { belief: -3 })])).toBe("unknown");
  });
  it("it does not stand where nothing is thought of any card", () => expect(pick([a], [])).toBe("unknown"));

  const unlikely = (part: Partial<Match>) => {
    const first = cardMatch("pe-a", part);
    return pick([first], [thought(first, { belief: -5 })]);
  };
  it.each<[string, Partial<Match>, boolean]>([
    ["affirms it", { affirmed: true }, true],
    ["denies it", { denied: true }, true],
    ["says both", { affirmed: true, denied: true }, false],
    ["says neither", {}, false],
    ["leaves a word unexplained", { affirmed: true, open: [noun("mond")] }, false],
  ])("however unlikely, if its author %s", (_, part, stands) =>
    expect(unlikely(part)).toEqual(stands ? ["pe-a"] : "unknown"),
  );

  const own = thought(a, { belief: 0 });
  it.each<[string, Partial<Judged>, readonly string[]]>([
    ["that is sure", { belief: 0.4 }, ["pe-b"]],
    ["that is not sure enough", { belief: 0.39 }, ["pe-a"]],
    ["that must not answer", { belief: 3, stopped: true }, ["pe-a"]],
  ])("it gives way to one %s", (_, part, ids) =>
    expect(pick([a], [thought(b, part), { ...own, rank: -9 }])).toEqual(ids),
  );
  it("it gives way even if its author has said yes", () => {
    const first = cardMatch("pe-a", { affirmed: true });
    expect(pick([first], [thought(b), thought(first, { rank: -9 })])).toEqual(["pe-b"]);
  });
  it("nothing stands if it is asked what must be, and the card rules nothing", () => {
    const unruled = thought(a, { unruled: true, stopped: true });
    expect(pick([a], [unruled])).toBe("unknown");
    expect(pick([a], [thought(b), unruled])).toBe("unknown");
    expect(pick([a], [thought(a), thought(b, { unruled: true })])).toEqual(["pe-a"]);
  });
});

describe("where the concepts have found nothing", () => {
  it.each<[string, Partial<Judged>, boolean]>([
    ["sure enough", { belief: 0.2 }, true],
    ["not sure", { belief: 0.19 }, false],
    ["not to answer", { stopped: true }, false],
  ])("the best card is %s", (_, part, answers) =>
    expect(pick([], [thought(a, part)])).toEqual(answers ? ["pe-a"] : "unknown"),
  );
  it("there is none", () => expect(pick([], [])).toBe("unknown"));
  it.each<[string, Partial<Judged>, readonly string[]]>([
    ["near", { rank: 1.5 }, ["pe-a", "pe-b"]],
    ["far", { rank: 1.3 }, ["pe-a"]],
    ["near, but not to answer", { rank: 2.9, stopped: true }, ["pe-a"]],
    ["near and doubtful", { rank: 2.9, belief: -1 }, ["pe-a", "pe-b"]],
  ])("a second one joins it that is %s", (_, part, ids) =>
    expect(pick([], [thought(a, { rank: 3 }), thought(b, part)])).toEqual(ids),
  );
  it("a second one joins it at just the distance", () =>
    expect(pick([], [thought(a, { rank: 1.6 }), thought(b)])).toEqual(["pe-a", "pe-b"]));
  it("at most two answer", () =>
    expect(
      pick(
        [],
        [a, b, c].map((one) => thought(one)),
      ),
    ).toHaveLength(2));
});

describe("several questions", () => {
  const two = [{}, {}];
  it("each is judged with the cards found for it", () => {
    const { result, asked } = weighed(foundOf([a, b], [c]), [[thought(a)], [thought(d)]], two);
    expect(asked).toEqual([["pe-a", "pe-b"], ["pe-c"]]);
    expect(result).toEqual(foundOf([a, b], [d]));
  });
  it("what is found for none is judged with none", () => {
    const { result, asked } = weighed(unknown, [[thought(a)], [thought(b)]], two);
    expect(asked).toEqual([[], []]);
    expect(result).toEqual({ chosen: [[a], [b]], certain: false, score: 0 });
    expect(weighed(foundOf([a]), [[thought(a)], [thought(b)]], two).asked).toEqual([["pe-a"], []]);
  });
  it("one without an answer leaves all without, beside the card of the first", () => {
    const { result } = weighed({ reason: "fees", near: d }, [[thought(a)], [thought(b, { belief: 0 })]], two);
    expect(result).toEqual({ reason: "fees", near: a });
  });
});

describe("beside a refusal stands what is nearest", () => {
  const doubted = [thought(b, { belief: 0 })];
  it.each<[string, Found | Missed, readonly Judged[], Missed]>([
    ["what the concepts were near to", { reason: "fees", near: c }, doubted, { reason: "fees", near: c }],
    ["what is thought best", { reason: "fees" }, doubted, { reason: "fees", near: b }],
    ["nothing", { reason: "fees" }, [], { reason: "fees" }],
    [
      "the best where a card did not stand",
      foundOf([a]),
      [thought(a, { belief: -3 })],
      { ...unknown, near: a },
    ],
  ])("%s", (_, found, all, expected) => expect(weighed(found, [all]).result).toStrictEqual(expected));
});

describe("the way is told", () => {
  it("by the first three cards, each with the nearest example", () => {
    const all = [
      thought(a, { likely: 0.876, rank: 1.25, belief: 1.44 }),
      thought(b, { likely: 0.1, rank: -1, belief: -2, stopped: true }),
      thought(c),
      thought(d),
    ];
    const tokens = [tokenOf("sitzung", { stem: "sitz", concepts: ["meeting"] })];
    expect(weighed(unknown, [all], [{ tokens }]).lines).toEqual([
      "  asked like pe-a: 1.3 (likely 0.88, belief 1.4); nearest 1.00 „Wie oft ist Sitzung?“",
      "  asked like pe-b: -1.0 (likely 0.10, belief -2.0, stopped); nearest 0.00 „“",
      "  asked like pe-c: 0.0 (likely 0.50, belief 1.0); nearest 0.00 „“",
    ]);
  });
});
