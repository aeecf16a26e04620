/** What single lines of a text show. */
import { describe, expect, it } from "vitest";
import {
  contentsLines,
  headingPiece,
  isItem,
  joinLines,
  looksLikeHeading,
  markedLevel,
} from "../../../src/rulebook/originals/lines.ts";

const contents = (...lines: string[]): number[] => [...contentsLines(lines)];

describe("a table of contents", () => {
  it("is its heading and the lines that end with a page, up to the first that does not", () => {
    expect(
      contents("Vorwort", "Inhalt", "", "Ziele 3", "Anlass … 4", "§ 3 Vorsitz.5", "Ziele", "Seite 3"),
    ).toEqual([1, 3, 4, 5]);
  });

  it.each(["Inhaltsverzeichnis", "INHALT", "  Inhaltsübersicht:", "* Inhalte", "Inhalt der Vorlage"])(
    "begins with %j",
    (heading) => expect(contents(heading, "Ziele 3", "Anlass 4")).toEqual([0, 1, 2]),
  );

  it.each([
    "Inhalt ist die Zusammenarbeit.",
    "Inhaltlich",
    "Der Inhalt",
    "Inhalt der Zusammenarbeit zwischen allen Gemeinden",
  ])("does not begin with %j", (line) => expect(contents(line, "Ziele 3", "Anlass 4")).toEqual([]));

  it("needs two lines with pages after its heading, near it", () => {
    expect(contents("Inhalt", "Ziele 3", "Der Anlass.")).toEqual([]);
    expect(contents("Inhalt", "Ziele 3")).toEqual([]);
    const apart = (empty: number): string[] => [
      "Inhalt",
      ...Array.from({ length: empty }, () => " "),
      "Ziele 3",
    ];
    expect(contents(...apart(9), "Anlass 4")).toHaveLength(3);
    expect(contents(...apart(10), "Anlass 4")).toEqual([]);
  });

  it.each(["Ziele ........ 3", "Ziele . . . . 12", "Anlass… 104", "Anlass …… 1"])(
    "is also a line with dots before its page: %j, and the next ones with a page",
    (line) => expect(contents("Vorher 2", ` ${line} `, "Anlass 4", "Nachher", "Seite 9")).toEqual([1, 2]),
  );

  it.each(["Ziele ... 3", "Ziele ........ ", "Ziele ........ 3 ff.", "Ziele .... 1234"])(
    "is not a line like %j",
    (line) => expect(contents(line)).toEqual([]),
  );
});

describe("a line of a list", () => {
  it.each(["- Ziele", "– Ziele", "•  Ziele", "* Ziele", " 1. Ziele", "12) Ziele", "a) Ziele", "- b. Ziele"])(
    "%j is one",
    (line) => expect(isItem(line)).toBe(true),
  );
  it.each([
    "-Ziele",
    "-",
    "* *fett* und mehr",
    "**fett**",
    "123. Ziele",
    "1.Ziele",
    "ab) Ziele",
    "Ziele - mehr",
    "A) Ziele",
  ])("%j is none", (line) => expect(isItem(line)).toBe(false));
});

describe("a heading that says so itself", () => {
  it.each<[string, number]>([
    ["# Ziele", 1],
    ["###### Ziele", 6],
    [`## ${"sehr lang, ".repeat(20)}`, 2],
    ["■ Ziele", 2],
    ["◼Ziele", 2],
    ["Präambel", 1],
    ["SCHLUSSBESTIMMUNGEN:", 1],
    ["§ 3 Vorsitz", 1],
    ["§§ 3 und 4", 1],
    ["§3", 1],
    ["Artikel 2", 1],
    ["Art. 2 Ziele", 1],
    ["Kapitel 10 Anlass", 1],
    ["Abschnitt 1", 1],
    ["Teil A Ziele", 1],
    ["Teil 12", 1],
    ["Anlage 1", 1],
    ["§ 3 Vorsitz, Wahl", 1],
    ["1 Ziele", 1],
    ["1. Ziele", 1],
    ["12.3 Ziele", 2],
    ["1.2.3.4 Ziele", 4],
    ["1 Eins zwei drei vier fünf sechs sieben acht neun", 1],
    [`1 Z${"i".repeat(87)}`, 1],
  ])("%j stands on level %i", (line, level) => expect(markedLevel(` ${line} `)).toBe(level));

  it.each([
    "Ziele",
    "#Ziele",
    "####### Ziele",
    "#",
    "■",
    "■ ",
    "Präambel und Ziele",
    "Die Präambel",
    "§ Vorsitz",
    "§ 3 gilt für alle.",
    "Artikel zwei",
    "Teil a",
    "Nach § 3 gilt",
    "1 ziele",
    "123 Ziele",
    "1.2.3.4.5 Ziele",
    "1. Ziele,",
    "§ 3 Vorsitz;",
    "1. Januar 2022",
    "31.Dezember",
    "1 Eins zwei drei vier fünf sechs sieben acht neun zehn",
    `1 Z${"i".repeat(89)}`,
  ])("%j is none", (line) => expect(markedLevel(line)).toBeUndefined());
});

describe("a heading that only looks like one", () => {
  const text = ["Die Verwaltungsspitzen treffen sich einmal im Quartal und beraten"];
  const long = ["Die Verwaltungsspitzen treffen sich einmal im Quartal", "und beraten über alles."];

  it.each([
    "Ziele der Zusammenarbeit",
    "Ziele: Wege",
    "Nr. 3 und mehr",
    "Vorsitz:",
    "Wie es weitergeht:",
    "**Ziele**",
    "Ziel",
    "## Ziele",
  ])("is %j over a text", (line) => expect(looksLikeHeading(line, long)).toBe(true));
  it.each([
    "ziele der Zusammenarbeit",
    "Zi",
    "das Forum:",
    `Z${"i".repeat(90)}`,
    "Die Ziele stehen fest.",
    "Ziele!",
    "Ziele?",
    "Ziele,",
    "Ziele;",
    "„Ziele“",
    "Wie alles nun weitergeht:",
    "vorsitz:",
    "Ziele\t3",
    "Ziele | Wege",
    "post@example",
    "Straße · Ort",
    "Beschluss vom 15.10.2021",
    "79539 Lörrach",
    "Tel 07621",
  ])("is not %j", (line) => expect(looksLikeHeading(line, long)).toBe(false));

  it("may have 90 characters", () => {
    expect(looksLikeHeading(`Z${"i".repeat(89)}`, long)).toBe(true);
    expect(looksLikeHeading(`**Z${"i".repeat(89)}**`, long)).toBe(true);
  });

  it("needs a text below: a long one, or one with an end", () => {
    expect(looksLikeHeading("Ziele", [])).toBe(false);
    expect(looksLikeHeading("Ziele", ["Kurz und gut"])).toBe(false);
    expect(looksLikeHeading("Ziele", ["Kurz und gut."])).toBe(true);
    expect(looksLikeHeading("Ziele", ["Sie sagte „gut.“"])).toBe(true);
    expect(looksLikeHeading("Ziele", text)).toBe(false);
    expect(looksLikeHeading("Ziele", [text[0] ?? "", "alles"])).toBe(true);
    expect(looksLikeHeading("Ziele", [`${text[0]}.`])).toBe(true);
    expect(looksLikeHeading("Ziele", ["x".repeat(59), ""])).toBe(false);
    expect(looksLikeHeading("Ziele", ["x".repeat(60)])).toBe(true);
  });

  it("does not stand over another heading; over a list only with few words", () => {
    expect(
      looksLikeHeading("Ziele", ["1. Vorsitz", "und mehr als genug Worte, damit es lang genug ist."]),
    ).toBe(false);
    expect(looksLikeHeading("Ziele des Forums", ["- Austausch"])).toBe(true);
    expect(looksLikeHeading("Ziele des ganzen Forums", ["- Austausch.", "- Austausch."])).toBe(false);
  });
});

describe("lines put together", () => {
  it("a heading loses its marks and its colon", () => {
    expect(headingPiece(" ## **Ziele:** ", 2)).toEqual({
      kind: "heading",
      level: 2,
      text: "Ziele",
      page: null,
    });
    expect(headingPiece("■ Ziele:", 3, 7)).toEqual({ kind: "heading", level: 3, text: "Ziele", page: 7 });
    expect(headingPiece("Ziele: Wege", 1).text).toBe("Ziele: Wege");
  });

  it.each<[string[], string]>([
    [["Die Verwaltungs-", "spitzen"], "Die Verwaltungsspitzen"],
    [["Die Verwaltungs\u00ad", " spitzen"], "Die Verwaltungsspitzen"],
    [["Die Verwaltungs\u2010", "spitzen"], "Die Verwaltungsspitzen"],
    [["Vor-", "und Nachteile"], "Vor- und Nachteile"],
    [["Vor-", "undicht"], "Vorundicht"],
    [["Baden-", "Württemberg"], "Baden-Württemberg"],
    [["EU-", "weit"], "EU- weit"],
    [["von 10-", "20"], "von 10- 20"],
    [["eins ", "", "  ", " zwei"], "eins zwei"],
    [["", "eins"], "eins"],
    [[], ""],
  ])("%j become %j", (lines, text) => expect(joinLines(lines)).toBe(text));
});
