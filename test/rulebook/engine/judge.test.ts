import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createJudge, type Judged } from "../../../src/rulebook/judge.ts";
import type { Profile } from "../../../src/rulebook/profile.ts";
import type { Question } from "../../../src/rulebook/question.ts";
import { createSpoken } from "../../../src/rulebook/spoken.ts";
import { createPlainReader, type Token } from "../../../src/rulebook/tokens.ts";
import type { Ranked } from "../../../src/rulebook/trained/rank.ts";
import { stem } from "../../../src/search/stem.ts";
import { lexicon, profile, questionOf, tokenOf } from "./small.ts";

type Part = Partial<Question>;
type Heard = { readonly [card: string]: readonly string[] };
type Learnt = { readonly cards?: readonly Ranked[]; readonly none?: number; readonly gone?: boolean };

const word = (one: string, ...concepts: string[]) => tokenOf(one, { stem: stem(one), concepts });
const filler = (one: string, ...concepts: string[]) => ({ ...word(one, ...concepts), filler: true });
const spokenOf = (heard: Heard) =>
  createSpoken(
    Object.entries({ "pe-x": ["Stern"], ...heard }).map(([card, lines]) => ({ card, lines, misses: [] })),
    createPlainReader(lexicon),
  );
const likelies = (likely: Readonly<Record<string, number>>): Ranked[] =>
  Object.entries(likely).map(([label, one]) => ({ label, likely: one }));

/** What is thought of some cards for a question. */
function judged(
  profiles: readonly Profile[],
  { cards = [], none = 0, gone = false }: Learnt,
  part: Part = {},
  { chosen = [], heard = {} }: { readonly chosen?: readonly string[]; readonly heard?: Heard } = {},
): readonly Judged[] {
  const rank = () => ({ cards, none, gone });
  return createJudge(profiles, lexicon, spokenOf(heard), rank, () => 1)(questionOf(part), chosen);
}
const idsOf = (all: readonly Judged[]) => all.map((one) => one.match.profile.card.id);

const meeting = profile();
const chair = profile({ id: "pe-vorsitz", topic: "chair", attribute: "role" });
const notice = profile({ id: "pe-frist", topic: "termination", attribute: "duration" });
const both = [meeting, chair];

describe("which cards are judged", () => {
  it("none, if the likeliest is no longer there", () => {
    expect(judged(both, { cards: likelies({ "pe-treffen": 0.4 }), gone: true })).toEqual([]);
  });
  it("the likely ones and the chosen ones, each once, as far as they are known", () => {
    const cards = likelies({ "pe-treffen": 0.5, "pe-weg": 0.3, "pe-vorsitz": 0.2 });
    const all = judged([...both, notice], { cards }, {}, { chosen: ["pe-treffen", "pe-frist", "pe-fort"] });
    expect(idsOf(all)).toEqual(["pe-treffen", "pe-vorsitz", "pe-frist"]);
    expect(all.map(({ likely }) => likely)).toEqual([0.5, 0.2, 0.0001]);
  });
  it("by the text of the question, and with what the concepts find", () => {
    const asked: string[] = [];
    const rank = (text: string) => {
      asked.push(text);
      return { cards: likelies({ "pe-treffen": 1 }), none: 0, gone: false };
    };
    const tokens = [word("treffen", "meeting"), word("mond")];
    const judge = createJudge(both, lexicon, spokenOf({}), rank, () => 1);
    const [one] = judge(questionOf({ text: "Wann ist das Treffen?", tokens }), []);
    expect(asked).toEqual(["Wann ist das Treffen?"]);
    expect(one?.match).toMatchObject({ profile: meeting, topicMet: true, open: [{ word: "mond" }] });
    expect(one).not.toHaveProperty("traits");
  });
});

describe("which card is best", () => {
  const order = (likely: Readonly<Record<string, number>>, part: Part = {}, chosen: string[] = []) =>
    idsOf(judged(both, { cards: likelies(likely) }, part, { chosen }));

  it("the likelier one, however they are listed", () => {
    expect(order({ "pe-treffen": 0.2, "pe-vorsitz": 0.6 })).toEqual(["pe-vorsitz", "pe-treffen"]);
    expect(order({ "pe-vorsitz": 0.6, "pe-treffen": 0.2 })).toEqual(["pe-vorsitz", "pe-treffen"]);
  });
  const nearly = { "pe-vorsitz": 0.4, "pe-treffen": 0.3 };
  it.each<[string, Part, string[]]>([
    ["tells the kind of thing that is asked", { asks: [["frequency"]] }, []],
    ["explains the words", { tokens: [word("treffen", "meeting")] }, []],
    ["is chosen by the concepts", {}, ["pe-treffen"]],
  ])("of two that are nearly as likely, the one that %s", (_, part, chosen) => {
    expect(order(nearly)[0]).toBe("pe-vorsitz");
    expect(order(nearly, part, chosen)[0]).toBe("pe-treffen");
  });
  it("is given by the logarithm of its likelihood, its fit and what it explains", () => {
    const [one] = judged([meeting], { cards: likelies({ "pe-treffen": 0.25 }) });
    expect(one?.rank).toBeCloseTo(Math.log(0.25) + 0.8, 4);
    const [other] = judged([meeting], { cards: likelies({ "pe-treffen": 0 }) }, { excluded: true });
    expect(other?.rank).toBeCloseTo(Math.log(1e-6), 4);
  });
});

/** How much of the words a card explains: all that is left of the rank of a certain card that does not fit. */
const shareOf = (tokens: readonly Token[], heard: Heard = {}, card: Profile = meeting) =>
  judged([card], { cards: likelies({ "pe-treffen": 1 }) }, { tokens, excluded: true }, { heard })[0]?.rank;

describe("how much a card explains", () => {
  const named = profile({ keywords: ["monthly"], mentions: ["council"], section: "Absatz zum Haushalt" });
  it.each<[string, Token, number]>([
    ["what it is about", word("sitzung", "meeting"), 1],
    ["a keyword", word("monatlich", "monthly"), 1],
    ["what it mentions", word("kreistag", "steering", "council"), 1],
    ["a word of its section", word("haushalt"), 1],
    ["nothing", word("mond"), 0],
    ["another concept", word("vorsitz", "chair"), 0],
  ])("%s", (_, token, share) => expect(shareOf([token], {}, named)).toBeCloseTo(share, 4));

  const heard: Heard = {
    "pe-treffen": ["Ist der Vorsitz da?", "Kosten in Hessen", "kostet Rheinfelden"],
    "pe-x": ["Mond"],
  };
  it.each<[string, Token, number]>([
    ["a word people use", word("vorsitz"), 1],
    ["a word they use for another card", word("mond"), 0],
    ["a concept of what they say", word("leitet", "chair"), 0.5],
    ["a concept among others", word("leitet", "heads", "chair"), 0.5],
    ["a known gap of which they speak twice", word("beitrag", "fees"), 1],
    ["another region", word("freiburg", "elsewhere"), 0],
    ["another town", word("lorrach", "oneTown"), 0],
  ])("%s", (_, token, share) => expect(shareOf([token], heard)).toBeCloseTo(share, 4));
  it("not a known gap of which they speak once", () => {
    expect(shareOf([word("beitrag", "fees")], { "pe-treffen": ["Was sind die Kosten?"] })).toBeCloseTo(0, 4);
  });

  it("counts only what bears meaning", () => {
    const explained = word("treffen", "meeting");
    expect(shareOf([])).toBeCloseTo(0, 4);
    expect(shareOf([explained, filler("wird")])).toBeCloseTo(1, 4);
    expect(shareOf([explained, filler("gemeinsam", "chair")])).toBeCloseTo(1, 4);
    expect(shareOf([explained, filler("zahlen", "chair", "fees")])).toBeCloseTo(0.5, 4);
    expect(shareOf([explained, word("mond")])).toBeCloseTo(0.5, 4);
  });
  it("the rarer the weightier", () => {
    const lines = ["Mond", "Mond", "Mond", "Stern"];
    const share = (stem: string) => shareOf([word("treffen", "meeting"), word(stem)], { "pe-x": lines }) ?? 0;
    expect(share("mond")).toBeGreaterThan(share("stern"));
    expect(share("mond")).toBeLessThan(1);
  });
});

describe("what keeps a card from answering", () => {
  const verdict = (part: Part, heard: Heard = {}, card = meeting, more: readonly Profile[] = []) => {
    const [one] = judged([card, ...more], { cards: likelies({ [card.card.id]: 1 }) }, part, { heard });
    return { stopped: one?.stopped, unruled: one?.unruled };
  };
  const stopped = (...given: Parameters<typeof verdict>) => verdict(...given).stopped;

  it("nothing, if it answers", () =>
    expect(verdict({ tokens: [word("treffen", "meeting")] })).toEqual({ stopped: false, unruled: false }));

  it.each<[string, Token, boolean]>([
    ["a number", word("2030"), true],
    ["a number with letters", word("g20"), true],
    ["a known gap", word("beitrag", "fees"), true],
    ["a known gap in a small word", filler("zahlen", "fees"), true],
    ["another region", word("hessen", "elsewhere"), true],
    ["another town", word("rheinfelden", "meetingless", "oneTown"), true],
    ["an unknown word", word("mond"), false],
    ["another concept", word("leitet", "chair"), false],
    ["a small word with a number", filler("2te"), false],
  ])("unexplained: %s", (_, token, expected) => {
    expect(stopped({ tokens: [token] })).toBe(expected);
    expect(stopped({ tokens: [token, word("treffen", "meeting")] })).toBe(expected);
    expect(stopped({ tokens: [token] }, { "pe-treffen": [token.word] })).toBe(false);
  });

  it.each<[string, Part, boolean]>([
    ["how many", { asks: [["count"]] }, true],
    ["how long", { asks: [["duration"]] }, true],
    ["where", { asks: [["place"]] }, true],
    ["why and where", { asks: [["reason"], ["place"]] }, true],
    ["why", { asks: [["reason"]] }, false],
    ["why or where", { asks: [["reason", "place"]] }, false],
    ["nothing", { asks: [[]] }, false],
    ["how often", { asks: [["frequency"]] }, false],
    ["those of whom it does not hold", { excluded: true }, false],
    ["which meeting of those", { excluded: true, target: word("treffen", "meeting") }, true],
    ["which meeting", { target: word("treffen", "meeting") }, false],
  ])("it tells how often, asked is %s", (_, part, expected) => expect(stopped(part)).toBe(expected));
  it("how often is asked, and it tells who", () =>
    expect(stopped({ asks: [["frequency"]] }, {}, chair)).toBe(true));

  it("it does not suit: only a definition says what something is called", () =>
    expect(stopped({ folded: "wie heisst das papier" })).toBe(true));
  it("it is of another region than the rules", () => {
    const foreign = profile({ id: "mu-treffen" }, { kind: "foreign", scope: "Musterau" });
    const tokens = [word("probestadt", "meeting")];
    expect(stopped({ tokens }, {}, foreign, [meeting])).toBe(true);
    expect(stopped({ tokens }, {}, foreign)).toBe(false);
  });

  it("it does not speak of what “welche” asks for", () => {
    const target = word("note");
    expect(stopped({ target })).toBe(true);
    expect(stopped({ target }, { "pe-treffen": ["Gibt es eine Note?"] })).toBe(false);
    expect(stopped({ target: filler("viele") })).toBe(false);
    expect(stopped({ target: filler("zahlen", "fees") })).toBe(true);
  });

  const duty = { closed: true, tokens: [word("treffen", "meeting"), word("pflicht", "obligation")] };
  const once = { "pe-treffen": ["Ist das Treffen Pflicht?", "Wie oft ist Sitzung?"] };
  const twice = { "pe-treffen": ["Ist das Treffen Pflicht?", "Ist die Sitzung verpflichtend?"] };
  it("it is asked what must be, and the card rules nothing", () => {
    const unruled = { stopped: true, unruled: true };
    const ruled = { stopped: false, unruled: false };
    expect(verdict(duty)).toEqual(unruled);
    expect(verdict(duty, once)).toEqual(unruled);
    expect(verdict(duty, twice)).toEqual(ruled);
    expect(verdict(duty, {}, profile({ attribute: "rule" }))).toEqual(ruled);
    expect(verdict(duty, {}, profile({ also: ["rule"] }))).toEqual(ruled);
    expect(verdict({ ...duty, closed: false })).toEqual(ruled);
    expect(verdict({ ...duty, tokens: [word("treffen", "meeting")] })).toEqual(ruled);
  });
});

describe("how sure it is that a card answers", () => {
  const beliefs = (learnt: Learnt, part: Part = {}, chosen: string[] = []) =>
    judged(both, learnt, part, { chosen }).map(({ belief }) => belief);
  const rivals = (one: number, other: number, none = 0.1) =>
    beliefs({ cards: likelies({ "pe-treffen": one, "pe-vorsitz": other }), none });
  const alone = (one: number, none = 0.1) => beliefs({ cards: likelies({ "pe-treffen": one }), none })[0];

  it("a likely one whose words are all explained is believed, an unlikely one is not", () => {
    const part: Part = { asks: [["frequency"]], tokens: [word("treffen", "meeting")] };
    expect(beliefs({ cards: likelies({ "pe-treffen": 0.9 }), none: 0.01 }, part)[0]).toBeGreaterThan(1);
    expect(beliefs({ cards: likelies({ "pe-treffen": 0.1 }), none: 0.8 }, part)[0]).toBeLessThan(0);
    expect(beliefs({ cards: likelies({ "pe-treffen": 0.9 }), none: 0.01 })[0]).toBeLessThan(1);
  });
  it("less, the nearer the next one", () => {
    expect(rivals(0.5, 0.4)[0]).toBeLessThan(rivals(0.5, 0.1)[0] ?? 0);
    expect(rivals(0.5, 0.1)[0]).toBeLessThan(rivals(0.5, 0.02)[0] ?? 0);
    expect(rivals(0.5, 1e-3)[0]).toBe(rivals(0.5, 1e-5)[0]);
    expect(alone(0.5)).toBe(rivals(0.5, 1e-5)[0]);
  });
  it("each but the first is measured by the first", () => {
    expect(rivals(0.6, 0.2)[1]).toBeLessThan(rivals(0.3, 0.2)[1] ?? 0);
    const [, second, third] = judged([...both, notice], {
      cards: likelies({ "pe-treffen": 0.6, "pe-vorsitz": 0.2, "pe-frist": 0.2 }),
    });
    expect(second?.belief).toBe(third?.belief);
  });
  it("less, the likelier it is that nothing answers", () => {
    expect(alone(0.3, 0.6)).toBeLessThan(alone(0.3, 0.1) ?? 0);
    expect(alone(0.9, 0)).toBe(alone(0.9, 1e-6));
    expect(alone(0.9, 0.001)).toBeLessThan(alone(0.9, 0) ?? 0);
  });
  it("stays a number, however likely anything is", () => {
    const likely = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(likely, likely, likely, (one, other, none) => {
        expect(rivals(one, other, none).every(Number.isFinite)).toBe(true);
      }),
    );
  });
  it("more, the more is said, up to eight words", () => {
    const said = (count: number, ...more: Token[]) =>
      beliefs(
        { cards: likelies({ "pe-treffen": 0.5 }) },
        {
          tokens: [...Array.from({ length: count }, () => word("treffen", "meeting")), ...more],
        },
      )[0];
    expect(said(7)).toBeGreaterThan(said(2) ?? 0);
    expect(said(8)).toBeGreaterThan(said(7) ?? 0);
    expect(said(9)).toBe(said(8));
    expect(said(2, filler("der"), filler("oft"))).toBe(said(2));
  });
  it("more if the concepts choose it, less if they choose another", () => {
    const cards = likelies({ "pe-treffen": 0.9, "pe-vorsitz": 1e-4 });
    const [chosen = 0] = beliefs({ cards }, {}, ["pe-treffen"]);
    const [none = 0] = beliefs({ cards });
    const [other = 0] = beliefs({ cards }, {}, ["pe-vorsitz"]);
    expect(chosen - none).toBeCloseTo(0.5, 6);
    expect(none - other).toBeCloseTo(0.29, 6);
    const [one] = beliefs({ cards }, {}, ["pe-vorsitz", "pe-treffen"]);
    expect(one).toBe(chosen);
  });
});
