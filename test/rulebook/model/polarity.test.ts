/** Denials, verdicts and places of answers that rest on several quotes. */
import { describe, expect, it } from "vitest";
import { verify } from "../../../src/rulebook/model/verify.ts";
import { claim, passage } from "./passages.ts";

const reason = (answer: string, texts: readonly string[], known?: "yes" | "no"): string => {
  const passages = texts.map((text, at) => passage(`p${at + 1}`, text));
  const checked = verify(
    claim(answer, ...texts.map((text, at) => [`p${at + 1}`, text] as const)),
    passages,
    known,
  );
  return checked.ok ? "verified" : checked.reason;
};

describe("an answer denies as its quotes do", () => {
  const TOWNS = "Die Erklärung gilt, aber nicht für Städte.";
  it("in the whole where it repeats a whole sentence without the clause that denies", () => {
    expect(reason("Die Erklärung gilt für Städte.", [TOWNS])).toBe("polarity");
    expect(reason("Die Erklärung gilt, aber nicht für Städte.", [TOWNS])).toBe("verified");
    expect(reason("Die Erklärung gilt.", [TOWNS])).toBe("verified");
  });

  it("and four words of five are the whole", () => {
    const five = "Gemeinden wählen Vorsitz, Ausschüsse aber niemals Vertreter.";
    expect(reason("Gemeinden wählen Vorsitz, Ausschüsse.", [five])).toBe("polarity");
    expect(reason("Gemeinden wählen Vorsitz.", [five])).toBe("verified");
  });

  it("in each of its clauses", () => {
    const two = "Das Forum tagt im Rathaus; Gäste zahlen keinen Eintritt.";
    expect(reason("Das Forum tagt im Rathaus; Gäste zahlen keinen Eintritt.", [two])).toBe("verified");
    expect(reason("Das Forum tagt nicht im Rathaus; Gäste zahlen keinen Eintritt.", [two])).toBe("polarity");
    expect(reason("Das Forum tagt im Rathaus; Gäste zahlen Eintritt.", [two])).toBe("polarity");
  });

  it("and a clause that has nothing in common with any quote may deny nothing", () => {
    expect(reason("Das Forum tagt, sie auch.", ["Nicht alle fehlen, das Forum tagt."])).toBe("verified");
    expect(reason("Das Forum tagt, nicht ohne sie.", ["Das Forum tagt im Rathaus."])).toBe("polarity");
  });
});

describe("a verdict", () => {
  const DENIES = "Die Erklärung ist keine bindende Vereinbarung.";
  const MEETS = "Das Forum tagt im Rathaus.";
  it("of no needs one quote that denies", () => {
    expect(
      reason("Nein, die Erklärung ist keine bindende Vereinbarung. Das Forum tagt im Rathaus.", [
        DENIES,
        MEETS,
      ]),
    ).toBe("verified");
    expect(reason("Nein, das Forum tagt im Rathaus.", [MEETS])).toBe("polarity");
  });

  it("of yes is never taken from a denial", () => {
    expect(reason("Ja, die Erklärung ist keine bindende Vereinbarung.", [DENIES])).toBe("polarity");
  });

  it("is seen whatever stands around it", () => {
    const json = claim("  nein: die Erklärung ist keine bindende Vereinbarung. ", ["p1", DENIES]);
    expect(verify(json, [passage("p1", DENIES)])).toMatchObject({
      verdict: "no",
      sentences: ["Die Erklärung ist keine bindende Vereinbarung."],
    });
    expect(reason("Janus tagt im Rathaus.", ["Janus tagt im Rathaus."])).toBe("verified");
  });
});

describe("a number", () => {
  it("is proven of the thing that comes next, within two words", () => {
    const text = "Drei Ausschüsse beraten im Frühjahr über Anträge.";
    expect(reason("Drei Ausschüsse beraten.", [text])).toBe("verified");
    const two = ["Drei Ausschüsse beraten.", "Vier Gremien wählen Vertreter."];
    expect(reason("Vier Ausschüsse beraten.", two)).toBe("number");
    expect(reason("Vier Ausschüsse beraten, Gremien wählen.", two)).toBe("number");
    expect(reason("Gremien wählen Vertreter, Ausschüsse beraten drei.", two)).toBe("verified");
  });
});

describe("the places of an answer", () => {
  const told = (...bent: Parameters<typeof passage>[2][]) => {
    const texts = ["Das Forum tagt im Rathaus.", "Gäste sind willkommen."];
    const passages = texts.map((text, at) => passage(`p${at + 1}`, text, bent[at]));
    const checked = verify(claim(texts.join(" "), ["p1", texts[0] ?? ""], ["p2", texts[1] ?? ""]), passages);
    return checked.ok
      ? checked.citations.map(({ document, section, date, cards }) => [document, section, date, ...cards])
      : [];
  };

  it("are cited each once, by document, section and date", () => {
    const same = { document: "Erklärung", section: "Absatz 1", date: "2021-10-15" };
    const head = ["Erklärung", "Absatz 1", "2021-10-15"];
    expect(told({ ...same, cards: ["a", "b"] }, { ...same, cards: ["b", "c"] })).toEqual([
      [...head, "a", "b", "c"],
    ]);
    expect(told({ ...same, cards: [] }, { ...same, section: "Absatz 2", cards: [] })).toHaveLength(2);
    expect(told({ ...same, cards: [] }, { ...same, document: "Vorlage", cards: [] })).toHaveLength(2);
    expect(told({ ...same, cards: [] }, { ...same, date: "2022-10-15", cards: [] })).toHaveLength(2);
  });
});
