/** Original wording: always a literal part of a passage, and what a new version has left behind is flagged. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Paper, titleKey } from "../../../src/rulebook/originals/paper.ts";
import { passagesOf } from "../../../src/rulebook/originals/passage.ts";
import { plainPieces } from "../../../src/rulebook/originals/plain-text.ts";
import { hasSection, MAX_QUOTE, quoteIn, quotesOf } from "../../../src/rulebook/originals/quotes.ts";

const paper = (text: string, part: Partial<Paper> = {}): Paper => {
  const title = part.title ?? "Satzung des Forums";
  return {
    id: `d${part.version ?? 1}`,
    number: 1,
    title,
    titleKey: titleKey(title),
    version: 1,
    kind: "rule",
    scope: "alle",
    date: null,
    fileName: "s.txt",
    format: "txt",
    sha256: "",
    importedAt: 0,
    removedAt: null,
    passages: passagesOf(plainPieces(text)),
    ...part,
  };
};
const card = (original: string, section = "Absatz 1") => ({
  id: "sf-eins",
  section,
  original,
  document: { title: "Satzung des Forums" },
});

describe("the wording between first and last words", () => {
  it("is found whatever the punctuation, and given as it stands", () => {
    const text = "Vorher. Im *„Forum“* kommen die Spitzen – einmal im Quartal – zusammen. Danach.";
    expect(quoteIn(text, "Im „Forum“ kommen … im Quartal zusammen.")).toBe(
      "Im *„Forum“* kommen die Spitzen – einmal im Quartal – zusammen.",
    );
    expect(quoteIn(text, "Die Spitzen … zusammen")).toBeUndefined();
    expect(quoteIn(text, "einmal im Quartal")).toBe("einmal im Quartal");
  });

  it("begins and ends at whole words", () => {
    expect(quoteIn("Die Digitalisierung des Forums", "Digital … Forum")).toBeUndefined();
    expect(quoteIn("Vorhaben haben wir", "haben … wir")).toBe("haben wir");
    expect(quoteIn("wir haben uns und wir", "wir haben uns … wir")).toBe("wir haben uns und wir");
    expect(quoteIn("wir haben und haben wir uns", "wir haben … haben wir")).toBe("wir haben und haben wir");
  });

  it("takes the nearest end, and the place where it is short enough", () => {
    const text = `Das Forum ${"x ".repeat(250)} tagt. Das Forum berät und tagt. Es tagt.`;
    expect(quoteIn(text, "Das Forum … tagt")).toBe("Das Forum berät und tagt.");
  });

  it("is cut at a word where it is too long everywhere", () => {
    const quote = quoteIn(`Anfang ${"Wort ".repeat(120)}Ende.`, "Anfang … Ende") ?? "";
    expect(quote.length).toBeLessThanOrEqual(MAX_QUOTE);
    expect(quote).toMatch(/^Anfang .*Wort$/);
    const exactly = (length: number): string => `Anfang ${"x".repeat(length - 12)} Ende`;
    expect(quoteIn(exactly(MAX_QUOTE), "Anfang … Ende")).toBe(exactly(MAX_QUOTE));
    expect(quoteIn(exactly(MAX_QUOTE + 1), "Anfang … Ende")).toBe(
      exactly(MAX_QUOTE + 1).slice(0, -" Ende".length),
    );
    expect(quoteIn(`${"y".repeat(MAX_QUOTE)} Ende`, `${"y".repeat(MAX_QUOTE)} … Ende`)).toHaveLength(
      MAX_QUOTE,
    );
    const single = "z".repeat(MAX_QUOTE + 5);
    expect(quoteIn(single, single)).toHaveLength(MAX_QUOTE - 1);
  });

  it.each(["", " … ", "…", "– … !"])("is none for the anchor „%s“", (anchor) => {
    expect(quoteIn("Irgendein Text.", anchor)).toBeUndefined();
  });

  it("is always a literal part of the text, of at most the length allowed", () => {
    const word = fc.constantFrom(
      "Forum",
      "und",
      "„Ziel“",
      "*x*",
      "Ä-ö",
      "12.",
      "𝒳y",
      "ß",
      "–",
      "(alle)",
      "\u0301",
    );
    const text = fc.array(word, { minLength: 1, maxLength: 150 }).map((all) => all.join(" "));
    const anchor = fc.tuple(fc.array(word, { maxLength: 3 }), fc.array(word, { maxLength: 3 }));
    fc.assert(
      fc.property(text, anchor, (within, [first, last]) => {
        const quote = quoteIn(within, `${first.join(" ")} … ${last.join(" ")}`);
        if (quote === undefined) return true;
        return quote !== "" && within.includes(quote) && quote.length <= MAX_QUOTE;
      }),
      { numRuns: 500 },
    );
  });
});

describe("the original of a card", () => {
  const one =
    "Präambel\n\nDas Forum tagt einmal im Quartal und berät über alles.\n\nZiele\n\nEs spart Geld und Zeit für alle.";

  it("names paper, version, passage and page", () => {
    const { originals, flags } = quotesOf([card("Das Forum … im Quartal")], [paper(one)]);
    expect(originals.get("sf-eins")).toEqual({
      documentId: "d1",
      position: 1,
      version: 1,
      page: null,
      quote: "Das Forum tagt einmal im Quartal",
    });
    expect(flags).toEqual([]);
  });

  it("follows the newest version, and flags what that has lost", () => {
    const two = paper("Das Forum tagt zweimal im Jahr.", { version: 2 });
    const { originals, flags } = quotesOf([card("Das Forum … im Quartal")], [paper(one), two]);
    expect(originals.size).toBe(0);
    expect(flags).toMatchObject([{ cardId: "sf-eins", version: 2, vanished: true }]);
    expect(quotesOf([card("Nie … gesagt")], [paper(one)]).flags).toMatchObject([{ vanished: false }]);
  });

  it("without an anchor has no quotation, and is flagged only where its heading has gone", () => {
    const section = card("", "Begründung, Ziele");
    expect(quotesOf([section], [paper(one)])).toMatchObject({ flags: [], originals: new Map() });
    const two = paper("Präambel\n\nDas Forum tagt einmal im Quartal und berät über alles.", { version: 2 });
    expect(quotesOf([section], [paper(one), two]).flags).toMatchObject([{ section: "Begründung, Ziele" }]);
    expect(quotesOf([section], [paper(one), two]).flags).toMatchObject([{ vanished: true }]);
    expect(quotesOf([card("", "Absatz 5 (Zweckverband)")], [two]).flags).toEqual([]);
    expect(quotesOf([card("", "Zweckverband")], [paper(one), two]).flags).toEqual([]);
  });

  it("has vanished only from an earlier version of the same paper", () => {
    const anchor = card("Das Forum … im Quartal");
    const vanished = (...papers: Paper[]) => quotesOf([anchor], papers).flags.map((flag) => flag.vanished);
    const now = paper("Das Forum tagt zweimal im Jahr.", { version: 3 });
    expect(vanished(now, paper("Ganz anders.", { version: 1 }))).toEqual([false]);
    expect(vanished(now, paper("Ganz anders.", { version: 1 }), paper(one, { version: 2 }))).toEqual([true]);
    expect(vanished(now, paper(one, { title: "Andere Satzung", version: 1 }))).toEqual([false]);
    expect(vanished(now, paper(one, { version: 4, removedAt: 1 }))).toEqual([false]);
  });

  it("needs a paper of its title", () => {
    const other = paper(one, { title: "Satzung eines anderen" });
    expect(quotesOf([card("Das Forum … im Quartal")], [other])).toMatchObject({
      originals: new Map(),
      flags: [],
    });
  });

  it("of any paper is a literal part of the passage it names", () => {
    const words = fc.constantFrom(
      "Das",
      "Forum",
      "tagt",
      "oft",
      "(„immer“)",
      "–",
      "2021.",
      "Komm.One",
      "*ja*",
    );
    const sentence = fc.array(words, { minLength: 3, maxLength: 12 }).map((all) => all.join(" "));
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), (all, at, to) => {
        const given = paper(all.join("\n\n"));
        const chosen = (all[at % all.length] ?? "").split(" ");
        const anchor = `${chosen.slice(0, 2).join(" ")} … ${chosen.slice(-1 - (to % 2)).join(" ")}`;
        const original = quotesOf([card(anchor)], [given]).originals.get("sf-eins");
        const passage = given.passages.find((each) => each.position === original?.position);
        return original === undefined || (passage?.text.includes(original.quote) ?? false);
      }),
    );
  });
});

describe("papers and titles", () => {
  it("are the same whatever their spelling", () => {
    expect(titleKey("Geschäfts-Ordnung,  Teil 2")).toBe(titleKey("geschaefts ordnung teil 2"));
  });

  it("knows which sections are headings", () => {
    const { passages } = paper(
      "Kapitel 5 – Moderne Verwaltung\n\nDas ist ein langer Text über die moderne Verwaltung.",
    );
    expect(hasSection(passages, "Kapitel 5, Moderne Verwaltung")).toBe(true);
    expect(hasSection(passages, "Vernetzte Wirtschaft")).toBe(false);
    expect(hasSection(passages, "Absatz 5")).toBeNull();
  });
});
