/** From the parts of a file to its passages. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markdownPieces } from "../../../src/rulebook/originals/markdown.ts";
import { type Piece, passagesOf, tidy } from "../../../src/rulebook/originals/passage.ts";
import { plainPieces } from "../../../src/rulebook/originals/plain-text.ts";

const text = (said: string, page: number | null = null): Piece => ({ kind: "text", text: said, page });
const item = (said: string): Piece => ({ kind: "item", text: said, page: null });
const row = (said: string): Piece => ({ kind: "row", text: said, page: null });
const heading = (said: string, level?: number): Piece => ({
  ...{ kind: "heading", text: said, page: null },
  ...(level === undefined ? {} : { level }),
});
const texts = (...pieces: Piece[]): string[] => passagesOf(pieces).map((one) => one.text);
const headings = (...pieces: Piece[]): string[] => passagesOf(pieces).map((one) => one.heading);

describe("stored text", () => {
  it.each<[string, string]>([
    [" eins\t\n zwei\u00a0drei ", "eins zwei drei"],
    ["a\u0000b\u0008c\u000ed\u007fe\u200bf\u00adg\u2060h\ufeffi\uffff", "abcdefghi"],
    ["e\u0301", "\u00e9"],
    ["\ud800a\udc00", "\ufffda\ufffd"],
    ["\u{1f600}", "\u{1f600}"],
    ["Das Forum¹ tagt.² „Gut“³, sagt es.⁴⁵", "Das Forum tagt. „Gut“, sagt es."],
    ["m² und km³ und 10²", "m² und km³ und 10²"],
    ["Forum¹a", "Forum¹a"],
    ["(alle)¹: und", "(alle): und"],
  ])("of %j is %j", (written, stored) => expect(tidy(written)).toBe(stored));
});

describe("passages", () => {
  it("are counted through, and within their heading, with their page", () => {
    expect(passagesOf([text("Eins.", 1), heading("Ziele", 1), text("Zwei.", 2), text("Drei.", 2)])).toEqual([
      { position: 1, heading: "", paragraph: 1, page: 1, text: "Eins." },
      { position: 2, heading: "Ziele", paragraph: 1, page: 2, text: "Zwei." },
      { position: 3, heading: "Ziele", paragraph: 2, page: 2, text: "Drei." },
    ]);
  });

  it("stand below the headings that are still open", () => {
    const parts = [
      heading("A", 1),
      heading("B", 2),
      text("1"),
      heading("C", 2),
      text("2"),
      heading("D", 1),
      text("3"),
    ];
    expect(headings(...parts)).toEqual(["A › B", "A › C", "D"]);
    expect(headings(heading("A"), heading("B"), text("1"), heading("C", 2), text("2"))).toEqual([
      "B",
      "B › C",
    ]);
  });

  it("name at most six headings, each cut to 200 characters and not through a character", () => {
    const deep = Array.from({ length: 8 }, (_, at) => heading(String(at + 1), at + 1));
    expect(headings(...deep, text("Text"))).toEqual(["3 › 4 › 5 › 6 › 7 › 8"]);
    expect(headings(heading("x".repeat(201), 1), text("Text"))).toEqual(["x".repeat(200)]);
    expect(headings(heading(`${"x".repeat(199)}\u{1f600}`, 1), text("Text"))).toEqual(["x".repeat(199)]);
  });

  it("join a list with the beginning of its sentence, and its items with each other", () => {
    expect(texts(text("Ziele sind:"), item("Austausch"), item("Hilfe"))).toEqual([
      "Ziele sind: Austausch Hilfe",
    ]);
    expect(texts(text("Ziele,"), item("Austausch"))).toEqual(["Ziele, Austausch"]);
    expect(texts(text("Das Ziel."), item("Austausch"), item("Hilfe"))).toEqual([
      "Das Ziel.",
      "Austausch Hilfe",
    ]);
    expect(texts(text("Ziele:"), text("Austausch"))).toEqual(["Ziele:", "Austausch"]);
    expect(texts(text("Ziele:"), item("Austausch"), text("Danach"), item("Hilfe"))).toEqual([
      "Ziele: Austausch",
      "Danach",
      "Hilfe",
    ]);
    expect(texts(text("Ziele: eins"), item("Austausch"))).toHaveLength(2);
    expect(texts(text("Ziele:"), heading("Mehr", 1), item("Austausch"))).toEqual(["Ziele:", "Austausch"]);
  });

  it("join them only while they are short together", () => {
    expect(texts(text(`${"x".repeat(1_399)}:`), item("y".repeat(100)))).toHaveLength(1);
    expect(texts(text(`${"x".repeat(1_400)}:`), item("y".repeat(100)))).toHaveLength(2);
  });

  it("leave out what is empty, captions and notes, and those end a list", () => {
    const captions = [
      "Abbildung 1: Karte",
      "Tab. 2 – Zahlen",
      "Foto 3a. Haus",
      " Schaubild 4 -",
      "¹ Siehe dort",
      "²³Quelle",
    ];
    for (const caption of captions)
      expect(texts(text("Eins."), text(caption), text("Zwei."))).toEqual(["Eins.", "Zwei."]);
    expect(texts(text("Ziele:"), text("Abb. 1: Karte"), item("Austausch"))).toEqual(["Ziele:", "Austausch"]);
    expect(texts(text("Ziele:"), text(" \u200b "), item("Austausch"))).toEqual(["Ziele: Austausch"]);
    const kept = [
      "Abbildung eins: Karte",
      "Die Abbildung 1: Karte",
      "Abbildung 1 zeigt alles",
      "¹",
      `Abb. 1: ${"x".repeat(393)}`,
    ];
    for (const one of kept) expect(texts(text(one))).toHaveLength(1);
    expect(texts(text(`Abb. 1: ${"x".repeat(392)}`))).toEqual([]);
    expect(texts(row("Tabelle 1: Zahlen"))).toEqual(["Tabelle 1: Zahlen"]);
  });

  it("that are too long are cut after a sentence, else at a space, else anywhere but in a character", () => {
    const sentence = `${"x".repeat(2_000)}${"y".repeat(1_000)}`;
    for (const end of [".", "!", "?"]) {
      expect(texts(text(`${sentence}${end} zwei drei ${"z".repeat(1_500)}`))).toEqual([
        `${sentence}${end}`,
        `zwei drei ${"z".repeat(1_500)}`,
      ]);
    }
    expect(texts(text(`${sentence} ${"z".repeat(1_500)}`))).toEqual([sentence, "z".repeat(1_500)]);
    expect(texts(text("x".repeat(4_000)))).toEqual(["x".repeat(4_000)]);
    expect(texts(text("x".repeat(4_001)))).toEqual(["x".repeat(4_000), "x"]);
    expect(texts(text(`${"x".repeat(3_999)}\u{1f600}`))).toEqual(["x".repeat(3_999), "\u{1f600}"]);
    const [first, second] = passagesOf([heading("Ziele", 1), text("x".repeat(4_001), 3)]);
    expect([first?.paragraph, second?.paragraph, second?.page, second?.position]).toEqual([1, 2, 3, 2]);
  });

  it("hold all letters of what they are made of", () => {
    const said = fc.array(fc.string({ unit: fc.constantFrom(..."ab.!? "), maxLength: 9_000 }), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(said, (parts) => {
        const bare = (all: readonly string[]): string => all.join("").replace(/\s/g, "");
        const found = texts(...parts.map((one) => text(one)));
        return bare(found) === bare(parts) && found.every((one) => one.length <= 4_000 && one === one.trim());
      }),
      { numRuns: 50 },
    );
  });
});

const shown = (pieces: readonly Piece[]): string[] =>
  pieces.map(({ kind, level, text: said }) => `${kind}${level ?? ""}: ${said}`);

describe("a plain text", () => {
  it("is divided at empty lines, of any kind of line", () => {
    expect(shown(plainPieces("Eins ist\r\nhier.\r\n \t\r\nZwei.\rDrei.\n\n\fVier."))).toEqual([
      "text: Eins ist hier.",
      "text: Zwei. Drei.",
      "text: Vier.",
    ]);
  });

  it("has headings by number, and below them those by shape", () => {
    const body = "Die Verwaltungsspitzen treffen sich einmal im Quartal in einer der Gemeinden.";
    expect(shown(plainPieces(`2. Vorsitz\n\nWer ihn hat\n\n${body}\n\nSchluss`))).toEqual([
      "heading1: 2. Vorsitz",
      "heading3: Wer ihn hat",
      `text: ${body}`,
      "text: Schluss",
    ]);
    expect(shown(plainPieces("2. Vorsitz\nund mehr\n\nText"))).toEqual([
      "item: 2. Vorsitz und mehr",
      "text: Text",
    ]);
  });

  it("has lists, whose lines go on, and rows of tables, which do not", () => {
    expect(
      shown(plainPieces("Ziele:\n- Austausch\n  und mehr\n- Hilfe\nOrt\tTag\nnach der Tabelle\nweiter")),
    ).toEqual([
      "text: Ziele:",
      "item: - Austausch und mehr",
      "item: - Hilfe",
      "row: Ort\tTag",
      "text: nach der Tabelle weiter",
    ]);
    expect(shown(plainPieces("\tOrt\nTag\t"))).toEqual(["text: Ort Tag"]);
  });

  it("loses its table of contents", () => {
    expect(shown(plainPieces("Inhalt\nZiele 3\nAnlass 4\n\nText."))).toEqual(["text: Text."]);
  });
});

describe("a Markdown text", () => {
  it("is its words without its marks", () => {
    const written =
      "# Ziele\n\nDas *Forum*  \n`tagt`\n[hier](https://x.example)[^1] ![Bild](b.png)\n\n[^1]: Notiz\n\n- eins\n- zwei";
    expect(shown(markdownPieces(written))).toEqual([
      "heading1: Ziele",
      "text: Das Forum tagt hier ",
      "item: eins",
      "item: zwei",
    ]);
    expect(shown(markdownPieces("Das Forum[^1] tagt.[^b]\n\n[^1]: Alle sind da.\n\n[^b]: Wo?"))).toEqual([
      "text: Das Forum tagt.",
    ]);
    expect(shown(markdownPieces("m^2 und [^Ziel und Weg](x)"))).toEqual(["text: m^2 und ^Ziel und Weg"]);
  });

  it("has tables by row, and code and tags as text", () => {
    const written =
      "| Ort | Tag |\n|---|---|\n| Binzen | *1.* |\n\n```\ncode\n```\n\n    mehr\n\n<b>fett</b>\n\nSetext\n---";
    expect(shown(markdownPieces(written))).toEqual([
      "row: Ort | Tag",
      "row: Binzen | 1.",
      "text: code\n",
      "text: mehr\n",
      "text: <b>fett</b>",
      "heading2: Setext",
    ]);
  });

  it("loses its table of contents, but no row that ends with a number", () => {
    expect(shown(markdownPieces("## Inhalt\n\n- Ziele 3\n- Anlass 4\n\nText"))).toEqual(["text: Text"]);
    const table = "Inhalt der Tabelle\n\n| Ort | Zahl |\n|---|---|\n| Binzen | 3 |\n| Kandern | 4 |";
    expect(shown(markdownPieces(table))).toHaveLength(4);
  });
});
