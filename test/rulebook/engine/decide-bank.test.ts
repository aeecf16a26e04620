import { describe, expect, it } from "vitest";
import { type Bank, createEngine } from "../../../src/rulebook/decide.ts";
import { asking, lexicon, rules, short } from "./probe.ts";

/** Has learnt from each label the one word by which people ask for it. */
const learnt = (words: Readonly<Record<string, string>>): Bank["weights"] => {
  const labels = Object.keys(words);
  return {
    ...{ stamp: "", labels, step: 0.1, bias: new Float32Array(labels.length) },
    rows: new Map(Object.values(words).map((word, row) => [`s${word}`, row])),
    rarity: Float32Array.from(labels, () => 1),
    starts: Uint32Array.from([...labels.keys(), labels.length]),
    columns: Uint16Array.from(labels.keys()),
    values: Int8Array.from(labels, () => 100),
  };
};

describe("with a bank of what people ask", () => {
  const weights = learnt({
    "-": "wetter",
    "pe-treffen": "plausch",
    "pe-vorsitz": "boss",
    "pe-weg": "klatsch",
  });
  const examples = [
    { card: "pe-treffen", lines: ["Wie oft ist Plausch?", "Plausch"], misses: [] },
    { card: "pe-vorsitz", lines: ["Wer ist der Boss?"], misses: [] },
  ];
  const gone = { card: "pe-weg", lines: ["Wie oft ist Klatsch?", "Plausch und Klatsch"], misses: [] };
  const withBank = (more: Bank["examples"] = []) =>
    createEngine(rules, lexicon, { examples: [...examples, ...more], weights });
  const { decide } = withBank([gone]);

  it.each([
    ["Wie oft ist Plausch?", "pe-treffen"],
    ["Wer ist der Boss?", "pe-vorsitz"],
    ["Wie oft tagt das Forum?", "pe-treffen"],
    ["Wie oft ist Wetter?", "unknown"],
    ["Wie oft ist Klatsch?", "unknown"],
  ])("%s %s", (text, expected) => {
    expect(short(decide(text).answer)).toBe(expected);
    expect(short(decide(text).answer)).toBe(expected);
  });
  it("the concepts alone do not know their words", () =>
    expect(asking(...rules)("Wie oft ist Plausch?")).toBe("unknown"));
  it("what people asked for a card that is gone changes nothing", () => {
    const text = "Wie oft ist Plausch und Wahl?";
    expect(decide(text).path).toEqual(withBank().decide(text).path);
    expect(decide(text).path.join()).toContain("asked like pe-treffen");
  });

  const place = {
    ...{ id: "i-ort", corrects: null, questions: ["Wo tagt das Forum?"], answer: "Im Landratsamt." },
    ...{ basis: null, givenOn: "2026-03-01" },
  };
  it("also answers with what coordinators have answered", () => {
    const { informed } = withBank();
    expect(short(informed([place])("Wo tagt das Forum?").answer)).toBe("i-ort");
    expect(short(informed([place])("Wie oft tagt das Forum?").answer)).toBe("pe-treffen");
  });
  it("or corrected, also without a bank", () => {
    const { decide, informed } = createEngine(rules, lexicon);
    const corrected = informed([{ ...place, corrects: "pe-treffen" }]);
    expect(short(corrected("Wie oft tagt das Forum?").answer)).toBe("i-ort");
    expect(informed([])).toBe(decide);
  });
});
