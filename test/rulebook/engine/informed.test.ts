import { describe, expect, it } from "vitest";
import type { Abstained, Answer, Answered, Citation } from "../../../src/rulebook/answer.ts";
import type { Decision } from "../../../src/rulebook/decide.ts";
import { createInformed, type Information } from "../../../src/rulebook/informed.ts";
import { createSpoken } from "../../../src/rulebook/spoken.ts";
import { createPlainReader, createReader } from "../../../src/rulebook/tokens.ts";
import { lexicon } from "./small.ts";

const plain = createPlainReader(lexicon);
const guess = createReader(lexicon, new Set());
const unknown: Abstained = { kind: "abstained", reason: "unknown" };

const infoOf = (id: string, questions: readonly string[], part: Partial<Information> = {}): Information => ({
  ...{ id, corrects: null, questions, answer: `Auskunft ${id}.`, basis: null, givenOn: "2026-03-01" },
  ...part,
});
const citationOf = (...cards: string[]): Citation => ({
  ...{ document: "Probeerklärung", section: "Absatz 6", date: "2021-10-15", kind: "rule" },
  cards,
});
const answeredBy = (...cards: string[]): Answered => ({
  ...{ kind: "answered", sentences: cards.map((card) => `Satz ${card}.`), cards },
  citations: [citationOf(...cards)],
});

/** What becomes of a text that the handbook answers so, when coordinators have answered the list. */
function told(
  list: readonly Information[],
  text: string,
  answer: Answer = unknown,
  heard: Readonly<Record<string, readonly string[]>> = {},
): Decision {
  const examples = Object.entries({ "pe-x": ["Mond"], ...heard });
  const spoken = createSpoken(
    examples.map(([card, lines]) => ({ card, lines, misses: [] })),
    plain,
  );
  const decision: Decision = { answer, follows: true, path: ["before"] };
  return createInformed({ decide: () => decision, lexicon, read: plain, guess, spoken }, list)(text);
}
const near = (list: readonly Information[], text: string, answer?: Answer) =>
  told(list, text, answer).path.at(-1);

const place = infoOf("i-ort", ["Wo ist das Treffen der Runde?"], { answer: "Im Rathaus am Markt." });

describe("what coordinators have answered", () => {
  it("changes nothing where there is none", () => {
    const decide = () => ({ answer: unknown, follows: false, path: [] });
    const informing = { decide, lexicon, read: plain, guess, spoken: createSpoken([], plain) };
    expect(createInformed(informing, [])).toBe(decide);
  });
  it("asks the handbook with the question before", () => {
    const asked: unknown[] = [];
    const decide = (...given: unknown[]): Decision => {
      asked.push(given);
      return { answer: unknown, follows: false, path: [] };
    };
    const informing = { decide, lexicon, read: plain, guess, spoken: createSpoken([], plain) };
    createInformed(informing, [place])("Und wo?", "Wann ist Treffen?");
    expect(asked).toEqual([["Und wo?", "Wann ist Treffen?"]]);
  });
  it("answers the very question, cited with its heading and its day", () => {
    expect(told([place], "Wo ist das Treffen der Runde?").answer).toEqual({
      kind: "answered",
      sentences: ["Im Rathaus am Markt."],
      citations: [
        {
          ...{ document: "Auskunft der Koordination", date: "2026-03-01", kind: "information" },
          ...{ section: "Zur Frage „Wo ist das Treffen der Runde?“", cards: ["i-ort"] },
        },
      ],
      cards: ["i-ort"],
    });
  });
  it("goes on from no question before", () => {
    expect(told([place], "Wo ist das Treffen der Runde?").follows).toBe(false);
    expect(told([place], "Wer leitet?").follows).toBe(true);
  });
  it("is told on the way, after the way of the handbook", () => {
    expect(told([place], "Wo ist das Treffen der Runde?").path).toEqual([
      "before",
      "information: 1.00 i-ort",
    ]);
    expect(told([place], "Wer leitet?").path).toEqual(["before", "information: none"]);
  });
  it.each(["empty", "tooLong", "instruction", "private", "secret"] as const)(
    "leaves refused: %s",
    (reason) => {
      const { answer, follows, path } = told([place], "Wo ist das Treffen der Runde?", {
        ...unknown,
        reason,
      });
      expect(answer).toEqual({ ...unknown, reason });
      expect([follows, path]).toEqual([true, ["before"]]);
    },
  );
  it.each(["money", "elsewhere", "names", "unknown"] as const)("answers what was refused: %s", (reason) =>
    expect(near([place], "Wo ist das Treffen der Runde?", { ...unknown, reason })).toBe(
      "information: 1.00 i-ort",
    ),
  );
});

describe("a question is near to another", () => {
  it.each<[string, string]>([
    ["Wo ist das Treffen der Runde?", "1.00 i-ort"],
    ["Wo wird die Runde Treffen haben?", "1.00 i-ort"],
    ["Treffen der Runde", "1.00 i-ort"],
    ["Wo ist die Sitzung der Runde?", "0.90 i-ort"],
    ["Wo ist die Sizzung der Runde?", "0.90 i-ort"],
    ["Wo ist die Sitzung im Forum?", "0.80 i-ort"],
    ["Wo ist das Treffen der Runde am Markt?", "0.80 i-ort"],
    ["Wo ist das Treffen?", "0.67 i-ort"],
    ["Wo ist die Sitzung?", "none"],
    ["Wo ist das Treffen der Runde am Bach?", "none"],
    ["Wann ist das Treffen der Runde?", "none"],
    ["Wo und wann ist das Treffen der Runde?", "none"],
    ["Wo ist das?", "none"],
    ["Wo ist die Wahl?", "none"],
    ["", "none"],
  ])("“%s”: %s", (text, found) => expect(near([place], text)).toBe(`information: ${found}`));
  it("if three fifths of the words are shared", () => {
    const long = infoOf("i-lang", ["Treffen, Runde, Mai, Juni, Juli, Bach und Markt"]);
    const spoken = { ...createSpoken([], plain), rarity: () => 1 };
    const decide = () => ({ answer: unknown, follows: false, path: [] });
    const ask = createInformed({ decide, lexicon, read: plain, guess, spoken }, [long]);
    expect(ask("Treffen der Runde im Mai").path).toEqual(["information: 0.60 i-lang"]);
    expect(near([long], "Treffen der Runde")).toBe("information: none");
  });
  it("if it asks for nothing in particular, to one of any kind", () => {
    const named = infoOf("i-ort", ["Treffen der Runde"]);
    expect(near([named], "Wo ist das Treffen der Runde?")).toBe("information: 1.00 i-ort");
    expect(near([infoOf("i-leer", ["Wo ist das?"])], "Wo ist das Treffen?")).toBe("information: none");
  });
  it("by the nearest of the questions, each word known from any of them", () => {
    const many = infoOf("i-ort", ["Wo ist die Wahl?", "Wo ist das Treffen der Runde?", "Ort am Bach"]);
    expect(near([many], "Wo ist das Treffen der Runde?")).toBe("information: 1.00 i-ort");
    expect(near([many], "Wo ist das Treffen der Runde am Bach?")).toBe("information: 0.80 i-ort");
  });
  it("is answered by the nearest of all", () => {
    const wide = infoOf("i-wahl", ["Wo ist das Treffen der Runde zur Wahl?"]);
    const text = "Wo ist das Treffen der Runde?";
    expect(near([wide], text)).toBe("information: 0.67 i-wahl");
    for (const list of [
      [wide, place],
      [place, wide],
    ])
      expect(near(list, text)).toBe("information: 1.00 i-ort");
  });
  it("by the rarer words rather than by those that everybody says", () => {
    const asked = (rare: string) =>
      told([infoOf("i-bach", ["Treffen am Bach"])], "Bach", unknown, { "pe-y": Array(8).fill(rare) }).path.at(
        -1,
      );
    expect(asked("Treffen")).toMatch(/^information: 0\.8\d i-bach$/);
    expect(asked("Bach")).toBe("information: none");
  });
});

describe("the handbook is nearer", () => {
  const text = "Wo ist das Treffen der Runde?";
  const wide = infoOf("i-wahl", ["Wo ist das Treffen der Runde und die Wahl?"]);
  const byHandbook = (example: string, list = [wide]) =>
    told(list, text, answeredBy("pe-vorsitz", "pe-ort"), { "pe-ort": [example] });

  it("if people ask for its card in words at least as near", () => {
    const { answer, follows, path } = byHandbook("Wo ist das Treffen der Runde?");
    expect(answer).toEqual(answeredBy("pe-vorsitz", "pe-ort"));
    expect(follows).toBe(true);
    expect(path.at(-1)).toMatch(/^information: 0\.\d\d i-wahl, the handbook is nearer$/);
    expect(byHandbook(text, [place]).path.at(-1)).toBe("information: 1.00 i-ort, the handbook is nearer");
  });
  it.each<[string, string]>([
    ["of other words", "Wo ist die Wahl?"],
    ["of another kind", "Wann ist das Treffen der Runde?"],
    ["of words not so near", "Wo ist das Treffen, die Wahl und die Kündigung der Arbeitsgruppe?"],
  ])("not by an example %s", (_, example) =>
    expect(byHandbook(example).path.at(-1)).toMatch(/^information: [\d.]+ i-wahl$/),
  );
  it("not where it has no answer", () =>
    expect(near([place], text, unknown)).toBe("information: 1.00 i-ort"));
});

describe("a correction", () => {
  const rhythm = infoOf("i-takt", ["Rhythmus seit Mai", "Takt"], { corrects: "pe-b", givenOn: "2026-05-02" });
  const cited: Citation = {
    ...{
      document: "Auskunft der Koordination",
      section: "Zur Frage „Rhythmus seit Mai“",
      date: "2026-05-02",
    },
    ...{ kind: "information", cards: ["i-takt"] },
  };
  const corrected = (answer: Answer, list = [place, rhythm]) => told(list, "Wer leitet?", answer);

  it("takes the place of its card", () => {
    expect(corrected(answeredBy("pe-b")).answer).toEqual({
      ...{ kind: "answered", sentences: ["Auskunft i-takt."], citations: [cited], cards: ["i-takt"] },
    });
  });
  it("takes it among others, whose source stays", () => {
    const other = { ...citationOf("pe-c"), section: "Absatz 7" };
    const answer = answeredBy("pe-a", "pe-b", "pe-c");
    const citations = [citationOf("pe-a", "pe-b"), citationOf("pe-b"), other];
    expect(corrected({ ...answer, citations }).answer).toEqual({
      kind: "answered",
      sentences: ["Satz pe-a.", "Auskunft i-takt.", "Satz pe-c."],
      citations: [cited, citationOf("pe-a"), other],
      cards: ["pe-a", "i-takt", "pe-c"],
    });
  });
  it("leaves out the yes or no that was said of the old words", () => {
    expect(corrected({ ...answeredBy("pe-b"), verdict: "yes" }).answer).not.toHaveProperty("verdict");
    expect(corrected({ ...answeredBy("pe-a"), verdict: "yes" }).answer).toHaveProperty("verdict", "yes");
  });
  it("leaves alone what it does not correct, and follows as before", () => {
    const answer = answeredBy("pe-a", "pe-c");
    const { answer: left, follows, path } = corrected(answer);
    expect(left).toBe(answer);
    expect([follows, path]).toEqual([true, ["before", "information: none"]]);
    expect(corrected(unknown).answer).toBe(unknown);
  });
  it("stands beside a refusal in the place of its card", () => {
    const nearest = (...cards: string[]) => ({
      topic: "Takt",
      answer: "Alt.",
      citation: citationOf(...cards),
    });
    const refused = (...cards: string[]): Abstained => ({ ...unknown, nearest: nearest(...cards) });
    const replaced = { ...unknown, nearest: { topic: "Takt", answer: "Auskunft i-takt.", citation: cited } };
    expect(corrected(refused("pe-b")).answer).toEqual(replaced);
    expect(corrected(refused("pe-a", "pe-b")).answer).toEqual(replaced);
    const other = refused("pe-a");
    expect(corrected(other).answer).toBe(other);
  });
  it("of which there is none, but another information, changes nothing", () => {
    const answer = answeredBy("pe-b");
    expect(corrected(answer, [place]).answer).toBe(answer);
  });
  it("without a question is cited without one", () => {
    const { answer } = corrected(answeredBy("pe-b"), [{ ...rhythm, questions: [] }]);
    expect(answer).toMatchObject({ citations: [{ section: "Zur Frage „“" }] });
  });
});
