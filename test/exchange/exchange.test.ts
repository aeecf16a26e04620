import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check, cut, tidy } from "../../src/exchange/draft.ts";
import { draftOf, EMPTY_DRAFT, LIMITS } from "../../src/exchange/exchange.ts";
import { refusals } from "../../src/exchange/texts.ts";
import { content } from "./records.ts";

const draft = draftOf(content());

describe("a draft", () => {
  it("becomes a record's content, and that content the same draft", () => {
    expect(check(draft)).toEqual({ ok: true, value: content() });
  });

  it("names everything that is wrong, in the order of the form", () => {
    const wrong = { ...EMPTY_DRAFT, product: "x".repeat(LIMITS.product + 1), offer: "gift" };
    const problems = [
      "kindMissing",
      "titleMissing",
      "textMissing",
      "stageMissing",
      "productTooLong",
      "offerUnknown",
    ];
    expect(check(wrong)).toEqual({ ok: false, problems });
  });

  it.each([
    ["title", "titleTooLong"],
    ["text", "textTooLong"],
    ["product", "productTooLong"],
  ] as const)("takes a %s of exactly the limit and not one character more", (field, problem) => {
    expect(check({ ...draft, [field]: "ä".repeat(LIMITS[field]) }).ok).toBe(true);
    expect(check({ ...draft, [field]: "ä".repeat(LIMITS[field] + 1) })).toEqual({
      ok: false,
      problems: [problem],
    });
  });

  it("needs the name of a product, unless somebody is looking for one", () => {
    const product = { ...draft, kind: "product", product: "" };
    expect(check(product)).toEqual({ ok: false, problems: ["productMissing"] });
    expect(check({ ...product, offer: "offers" })).toEqual({ ok: false, problems: ["productMissing"] });
    expect(check({ ...product, offer: "seeks" }).ok).toBe(true);
    expect(check({ ...product, product: "AktoDoc" }).ok).toBe(true);
  });

  it.each([
    ["Bau, e-Akte ; bau\n#Scan", ["bau", "e-Akte", "Scan"], undefined],
    ["x".repeat(LIMITS.tag + 1), undefined, "tagTooLong"],
    [Array.from({ length: LIMITS.tags + 1 }, (_, at) => `t${at}`).join(","), undefined, "tooManyTags"],
  ])("reads the tags %j", (tags, expected, problem) => {
    const done = check({ ...draft, tags });
    expect(done).toMatchObject(problem ? { problems: [problem] } : { value: { tags: expected } });
  });

  it.each([
    "http://beispiel.de",
    "javascript:alert(1)",
    "https://name:geheim@beispiel.de",
    "https://localhost/x",
    "data:text/html,x",
    "beispiel.de",
    `https://beispiel.de/${"x".repeat(LIMITS.link)}`,
  ])("takes no %s for a link", (links) => {
    expect(check({ ...draft, links })).toEqual({ ok: false, problems: ["linkInvalid"] });
  });

  it("takes links once each, as many as allowed", () => {
    const all = Array.from({ length: LIMITS.links }, (_, at) => `https://beispiel.de/${at}`);
    expect(check({ ...draft, links: [...all, ...all].join(" \n ") })).toMatchObject({
      value: { links: all },
    });
    const many = [...all, "https://beispiel.de/x"].join("\n");
    expect(check({ ...draft, links: many })).toEqual({ ok: false, problems: ["tooManyLinks"] });
  });

  it("does not take white space or unseen signs for a title", () => {
    expect(check({ ...draft, title: " \u202e\u0000\t\n\ufeff " })).toEqual({
      ok: false,
      problems: ["titleMissing"],
    });
  });

  it("does not take the name of an inherited property for a kind", () => {
    expect(check({ ...draft, kind: "constructor" })).toEqual({ ok: false, problems: ["kindMissing"] });
  });

  it("keeps the lines of a text, but not control characters, signs that turn writing, or halves of characters", () => {
    const said = "Zeile 1\r\n\r\n\r\n\r\nZeile\u0000 2\u202e  \nZeile 3\ud83d";
    expect(tidy({ ...draft, text: said }).text).toBe("Zeile 1\n\nZeile 2\nZeile 3");
  });

  it("is tidied once and for all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (title, text) => {
        const once = tidy({ ...draft, title, text });
        expect(tidy(once)).toEqual(once);
      }),
    );
  });

  it("is cut between characters", () => {
    expect(cut("a😀b", 2)).toBe("a");
    expect(cut("a😀b", 3)).toBe("a😀");
    expect(cut("ab", 5)).toBe("ab");
  });

  it("is refused with sentences that differ and say what to do", () => {
    const sentences = Object.values(refusals);
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZÄÖÜ].+[.!]$/);
  });
});
