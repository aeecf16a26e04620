/** Quotes found in their passage, and what words rest on them. */
import { describe, expect, it } from "vitest";
import { foundIn } from "../../../src/rulebook/model/quote.ts";
import { contentOf, shared, supportOf, unproven } from "../../../src/rulebook/model/wording.ts";
import { passage } from "./passages.ts";

const TEXT = "Erstens gilt das. Zweitens tagt das Forum (alle\n36 Orte) am 15.10.2021! Drittens endet es.";
const found = (quote: string, text = TEXT) => foundIn(passage("p1", text), quote);

describe("a quote", () => {
  it("is given as it stands, with its sentence, its figures and its words", () => {
    const quote = found("  das Forum (alle 36 Orte) am ");
    expect(quote).toMatchObject({
      text: "das Forum (alle\n36 Orte) am",
      sentence: "Zweitens tagt das Forum (alle\n36 Orte) am 15.10.2021!",
      passage: { id: "p1" },
    });
    expect([...(quote?.figures ?? [])]).toEqual(["36"]);
    expect(quote?.support.words).toContain("oktober");
    expect(quote?.support.words).not.toContain("drittens");
  });

  it("over several sentences has them all", () => {
    expect(found("gilt das. Zweitens tagt")?.sentence).toBe(TEXT.slice(0, TEXT.indexOf(" Drittens")));
    expect(found("2021! Drittens")?.sentence).toBe(TEXT.slice(TEXT.indexOf("Zweitens")));
    expect(found("Erstens gilt das.")?.sentence).toBe("Erstens gilt das.");
    expect(found("Drittens endet es.")?.sentence).toBe("Drittens endet es.");
  });

  it.each([
    ["too short", "das Forum"],
    ["cut before", "rittens endet es"],
    ["cut after", "Drittens ende"],
    ["with another mark", "Drittens endet es!"],
    ["with a sign of a pattern", "Drittens .ndet es"],
    ["with other words", "Viertens endet es"],
    ["of white space", " ".repeat(20)],
  ])("is not found when it is %s", (_name, quote) => expect(found(quote)).toBeUndefined());

  it("may be ten characters long, and 800, no more", () => {
    expect(found("endet es.")).toBeUndefined();
    expect(found(" as Forum ")).toBeUndefined();
    expect(found("Orte) am 1")).toBeUndefined();
    expect(found("das. Zweitens")?.text).toBe("das. Zweitens");
    expect(found("tagt das F", "Hier tagt das F")?.text).toBe("tagt das F");
    const long = "wort ".repeat(160).trim();
    expect(found(`x${long}`, `x${long}`)?.text).toBe(`x${long}`);
    expect(found(`xy${long}`, `xy${long}`)).toBeUndefined();
  });

  it("stands for itself where its sentence is endless", () => {
    const text = `${"wort ".repeat(237)}das Ende hier.`;
    expect(text.length).toBe(1_199);
    expect(found("das Ende hier", `x${text}`)?.sentence).toBe(`x${text}`);
    expect(found("das Ende hier", `xy${text}`)?.sentence).toBe("das Ende hier");
  });

  it("may hold every sign", () => {
    for (const sign of ".*+?^{$}()|[]\\")
      expect(found(`a${sign}b Forum ${sign}`, `Ein a${sign}b Forum ${sign} da`)?.text).toBe(
        `a${sign}b Forum ${sign}`,
      );
  });
});

describe("words with a meaning", () => {
  it("are no fillers, numbers or words of law talk", () => {
    expect(contentOf("Laut Beschluss tagen jeweils drei Gemeinden, beziehungsweise sie")).toEqual([
      "beschluss",
      "tagen",
      "gemeinden",
    ]);
  });

  it("are shared in the same or another form, or as part of a longer word", () => {
    const support = supportOf(["Die Verwaltungsspitzen tagten im Rathaus.", "Rathaus Forum"]);
    expect(support.words).toEqual(["die", "verwaltungsspitzen", "tagten", "im", "rathaus", "forum"]);
    expect(shared("Verwaltung tagt", support)).toBe(2);
    expect(shared("Rathaus Rathauses Rathausplatz", support)).toBe(2);
    expect(shared("Rathauschef", support)).toBe(1);
    expect(shared("Foru Haus Amt", support)).toBe(0);
    expect(shared("Spitzen", support)).toBe(1);
  });
});

describe("a sentence rests on its proof", () => {
  const support = supportOf(["Die Gemeinden wählen den Vorsitz im Oktober."]);
  it.each<[string, string | undefined]>([
    ["Die Gemeinden wählen den Vorsitz.", undefined],
    ["Laut Dokument wählen die Gemeinden im Oktober.", undefined],
    ["Gemäß Absatz drei wählen die Gemeinden.", undefined],
    ["Die Gemeinden wählen Musterstadt.", "name"],
    ["Die Gemeinden wählen die eBox.", "name"],
    ["wählen schnell leise gern", "uncovered"],
    ["wählen vorsitz oktober schnell leise", undefined],
    ["wählen vorsitz schnell leise", "uncovered"],
    ["sie und er", undefined],
    ["", undefined],
  ])("%j: %s", (sentence, expected) => expect(unproven(sentence, support)).toBe(expected));
});
