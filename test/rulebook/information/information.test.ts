import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkDraft,
  draftOf,
  type InformationDraft,
  LIMITS,
} from "../../../src/rulebook/information/information.ts";
import { createKnownCards } from "../../../src/rulebook/information/known-cards.ts";
import { pageOf } from "../../../src/rulebook/information/paging.ts";
import { parseKnow } from "../../../src/rulebook/information/typed.ts";
import { CARDS, draft } from "./known.ts";

const isCard = (id: string) => CARDS.some((one) => one.id === id);
const problemsOf = (part: Partial<InformationDraft>) => {
  const checked = checkDraft(draft(part), isCard);
  return checked.ok ? [] : checked.problems;
};

describe("a draft", () => {
  it("that is complete is an information; empty fields say nothing", () => {
    expect(checkDraft(draft({ heading: " Wer\u202e   zahlt? ", basis: "" }), isCard)).toEqual({
      ok: true,
      value: { questions: ["Wer zahlt?"], answer: "Der Landkreis zahlt sie.", basis: null, corrects: null },
    });
  });

  it("says everything that is wrong with it", () => {
    expect(problemsOf({ heading: " ?", answer: "\n", corrects: "nowhere" })).toEqual([
      "headingMissing",
      "answerMissing",
      "cardUnknown",
    ]);
    expect(
      problemsOf({
        heading: "x".repeat(LIMITS.heading + 1),
        wordings: Array.from({ length: 11 }, (_, at) => `${at} ${"y".repeat(LIMITS.wording)}`).join("\n"),
        answer: "x".repeat(LIMITS.answer + 1),
        basis: "x".repeat(LIMITS.basis + 1),
      }),
    ).toEqual(["headingTooLong", "wordingTooLong", "tooManyWordings", "answerTooLong", "basisTooLong"]);
  });

  it("may fill every field to its limit, and not one character more", () => {
    const full = {
      heading: "h".repeat(LIMITS.heading),
      wordings: Array.from({ length: LIMITS.wordings }, (_, at) => `${at}`.padEnd(LIMITS.wording, "w")).join(
        "\n",
      ),
      answer: "a".repeat(LIMITS.answer),
      basis: "b".repeat(LIMITS.basis),
    };
    expect(problemsOf(full)).toEqual([]);
    expect(problemsOf({ ...full, heading: `${full.heading}h` })).toEqual(["headingTooLong"]);
    expect(problemsOf({ ...full, wordings: `${full.wordings}w` })).toEqual(["wordingTooLong"]);
    expect(problemsOf({ ...full, wordings: `${full.wordings}\nx` })).toEqual(["tooManyWordings"]);
    expect(problemsOf({ ...full, answer: `${full.answer}a` })).toEqual(["answerTooLong"]);
    expect(problemsOf({ ...full, basis: `${full.basis}b` })).toEqual(["basisTooLong"]);
  });

  it("keeps its basis and the card it corrects, and each wording once, also beside the heading", () => {
    const wordings = "Wer zahlt die Geschäftsstelle??\n Wer  trägt sie?\n\nwer trägt sie\nWem gehört sie?";
    const checked = checkDraft(
      draft({ wordings, basis: " Beschluss  vom Mai ", corrects: "wb-chair" }),
      isCard,
    );
    expect(checked).toEqual({
      ok: true,
      value: {
        questions: ["Wer zahlt die Geschäftsstelle?", "Wer trägt sie?", "Wem gehört sie?"],
        answer: "Der Landkreis zahlt sie.",
        basis: "Beschluss vom Mai",
        corrects: "wb-chair",
      },
    });
    expect(checked.ok && draftOf(checked.value)).toEqual({
      heading: "Wer zahlt die Geschäftsstelle?",
      wordings: "Wer trägt sie?\nWem gehört sie?",
      answer: "Der Landkreis zahlt sie.",
      basis: "Beschluss vom Mai",
      corrects: "wb-chair",
    });
  });

  it("made again from its information gives the same information", () => {
    const words = fc.string({ unit: "grapheme", maxLength: 60 });
    const drafts = fc.record({
      heading: words,
      wordings: fc.array(words, { maxLength: 5 }).map((lines) => lines.join("\n")),
      answer: words,
      basis: words,
      corrects: fc.constantFrom("", "wb-chair"),
    });
    fc.assert(
      fc.property(drafts, (one) => {
        const checked = checkDraft(one, isCard);
        if (checked.ok) expect(checkDraft(draftOf(checked.value), isCard)).toEqual(checked);
      }),
    );
  });
});

describe("pages", () => {
  it("show every entry once and never miss", () => {
    const all = Array.from({ length: 11 }, (_, at) => at);
    expect([1, 2, 3].flatMap((page) => pageOf(all, page, 5).items)).toEqual(all);
    expect(pageOf(all, 9, 5)).toEqual({ items: [10], page: 3, pages: 3 });
    expect(pageOf([], 1, 5)).toEqual({ items: [], page: 1, pages: 1 });
  });
});

describe("the handbook", () => {
  const cards = createKnownCards(CARDS);
  it("is found by words of a card, or by an id", () => {
    expect(cards.find("Vorsitze").map(({ id }) => id)).toEqual(["wb-chair"]);
    expect(cards.find("kv-goal").map(({ id }) => id)).toEqual(["kv-goal"]);
    expect(cards.find("Winterdienst")).toEqual([]);
    expect(cards.find("")).toEqual([]);
    expect([cards.count(), cards.get("wb-chair")?.section, cards.get("x")]).toEqual([3, "Absatz 8", null]);
  });
});

describe("typed", () => {
  it.each([
    ["wissen", ""],
    [" Wissen. ", ""],
    ["WISSEN Vorsitz", "Vorsitz"],
    ["wissen: Dauer  des Vorsitzes", "Dauer des Vorsitzes"],
    ["wissen !", ""],
    ["wissen Punkt.Komma: a! b", "Punkt.Komma: a! b"],
    [`wissen ${"x".repeat(100)}`, "x".repeat(100)],
  ])("%j is the command", (typed, words) => {
    expect(parseKnow(typed)).toEqual({ words });
  });

  it.each([
    "Wissen Sie, wer den Vorsitz hat",
    "wissen wie oft das Forum tagt",
    "wissen möchte ich den Termin",
    "wissenswertes",
    "w­­­­­­­­issen",
    "Vorsitz",
    "Vorsitz: wissen",
    "wissen Kosten, Beiträge",
    `wissen ${"x".repeat(101)}`,
    "ich will wissen",
    "wissen die Gemeinden von der Frist für alles",
  ])("%j is talk", (typed) => {
    expect(parseKnow(typed)).toBeUndefined();
  });
});
