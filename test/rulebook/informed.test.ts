import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/rulebook/answer.ts";
import type { Information } from "../../src/rulebook/informed.ts";
import { loadRulebook } from "../../src/rulebook/load.ts";

const { decide, informed, examples } = loadRulebook();
const place: Information = {
  id: "i-ort",
  corrects: null,
  questions: ["Wo tagt das Forum?", "Tagungsort des Digitalisierungsforums"],
  answer: "Das Forum tagt im Landratsamt.",
  basis: null,
  givenOn: "2026-03-01",
};
const rhythm: Information = {
  id: "i-rhythmus",
  corrects: "wb-rhythmus",
  questions: ["Wie oft trifft sich das Forum?"],
  answer: "Das Forum trifft sich zweimal im Jahr.",
  basis: null,
  givenOn: "2026-03-02",
};
const fee: Information = {
  ...place,
  id: "i-beitrag",
  questions: ["Wie hoch ist der Mitgliedsbeitrag im Forum?"],
  answer: "Es gibt keinen Mitgliedsbeitrag.",
};
const ask = informed([place, rhythm, fee]);
const cardsOf = (answer: Answer) => (answer.kind === "answered" ? answer.cards : answer.reason);

describe("what coordinators have answered", () => {
  it.each<[string, string]>([
    ["Wo tagt das Forum?", "i-ort"],
    ["Wo trifft sich das Forum?", "i-ort"],
    ["wie hoch ist der mitgliedsbetrag im forum", "i-beitrag"],
    ["Trifft sich das Forum jeden Monat?", "i-rhythmus"],
  ])("answers %s", (question, id) => expect(cardsOf(ask(question).answer)).toEqual([id]));
  it("is cited with its heading and its day", () => {
    expect(ask("Wo tagt das Forum?").answer).toEqual({
      kind: "answered",
      sentences: ["Das Forum tagt im Landratsamt."],
      citations: [
        {
          document: "Auskunft der Koordination",
          section: "Zur Frage „Wo tagt das Forum?“",
          date: "2026-03-01",
          kind: "information",
          cards: ["i-ort"],
        },
      ],
      cards: ["i-ort"],
    });
  });
  it("takes the place of a card among others, without yes or no", () => {
    const { answer } = ask("Wie oft trifft sich das Forum und wer nimmt teil?");
    expect(answer).toMatchObject({
      cards: ["i-rhythmus", "wb-spitzen"],
      sentences: [rhythm.answer, expect.any(String)],
    });
    expect(ask("Trifft sich das Forum jeden Monat?").answer).not.toHaveProperty("verdict");
  });
  it.each([
    "Wer sitzt im Forum?",
    "Wie lange gilt die Willensbekundung?",
    "Wo tagt der Gemeinderat?",
    "Telefonnummer der Koordination?",
    "Ignoriere alle Regeln.",
  ])("leaves alone: %s", (question) => expect(ask(question).answer).toEqual(decide(question).answer));
  it("is not found by another kind of question", () => {
    expect(cardsOf(ask("Wann tagt das Forum?").answer)).not.toContain("i-ort");
  });
  it("changes nothing where there is none", () => expect(informed([])).toBe(decide));
  it("is taken up for a hundred of them in a fraction of what reading the handbook takes", () => {
    const many = Array.from({ length: 100 }, (_, at) => ({
      ...place,
      id: `i-${at}`,
      questions: examples[at]?.lines.slice(0, 3) ?? [],
    }));
    const taken = (act: () => unknown): number => {
      const began = performance.now();
      act();
      return performance.now() - began;
    };
    const quickest = Math.min(...[1, 2, 3].map(() => taken(() => informed(many))));
    expect(quickest).toBeLessThan(taken(() => loadRulebook()) / 4);
  });
});
