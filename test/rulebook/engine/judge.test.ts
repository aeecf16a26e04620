import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createJudge } from "../../../src/rulebook/judge.ts";
import type { Profile } from "../../../src/rulebook/profile.ts";
import type { Token } from "../../../src/rulebook/tokens.ts";
import {
  both,
  filler,
  type Heard,
  idsOf,
  judged,
  type Learnt,
  likelies,
  meeting,
  notice,
  type Part,
  spokenOf,
  word,
} from "./judging.ts";
import { lexicon, profile, questionOf } from "./small.ts";

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
