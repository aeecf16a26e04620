/** What is proposed for reading: small papers whole, of large ones what is near, and nothing private. */
import { describe, expect, it } from "vitest";
import { createContext } from "../../../src/rulebook/originals/context.ts";
import { createFinder } from "../../../src/rulebook/originals/find.ts";
import type { Paper } from "../../../src/rulebook/originals/paper.ts";
import { sectionText } from "../../../src/rulebook/originals/texts.ts";

const paper = (id: string, texts: readonly string[]): Paper => ({
  id,
  number: 1,
  title: `Papier ${id}`,
  titleKey: `papier ${id}`,
  version: 1,
  kind: "report",
  scope: "alle",
  date: "2024-01-31",
  fileName: "p.txt",
  format: "txt",
  sha256: "",
  importedAt: 0,
  removedAt: null,
  passages: texts.map((text, at) => ({
    position: at + 1,
    heading: "Teil",
    paragraph: at + 1,
    page: null,
    text,
  })),
});
const filler = (at: number) =>
  `Absatz ${at}: ${"Allgemeines über die Verwaltung und ihre Aufgaben. ".repeat(8)}`;
const context = (...papers: Paper[]) => createContext(papers, sectionText);

describe("the search for passages", () => {
  it("finds compounds and misspelt words by their pieces, and counts the heading", () => {
    const find = createFinder([
      { heading: "Termine", text: "Das Forum tagt im Quartal." },
      { heading: "Netze", text: "Die Glasfaserinfrastruktur wächst." },
    ]);
    expect(find("Glasfaser ausbau")[0]?.at).toBe(1);
    expect(find("Quartalsweise Trefen")[0]?.at).toBe(0);
    expect(find("Termin")[0]?.at).toBe(0);
    expect(find("§§§")).toEqual([]);
  });
});

describe("what is worth reading", () => {
  it("is a small paper whole, in its order", () => {
    const read = context(paper("a", ["Eins ist das.", "Zwei ist jenes."]))("ganz anderes");
    expect(read).toEqual([
      {
        id: "a#1",
        document: "Papier a",
        section: "Teil, Absatz 1",
        date: "2024-01-31",
        kind: "report",
        text: "Eins ist das.",
      },
      {
        id: "a#2",
        document: "Papier a",
        section: "Teil, Absatz 2",
        date: "2024-01-31",
        kind: "report",
        text: "Zwei ist jenes.",
      },
    ]);
  });

  it("is of a large paper what is near, within about 7,000 tokens in all", () => {
    const texts = Array.from({ length: 200 }, (_, at) => filler(at));
    texts[150] = "Die Barrierefreiheit ist ein wichtiger Baustein der Teilhabe.";
    const read = context(paper("big", texts), paper("small", ["Kurz und gut."]))("Wie barrierefrei ist das?");
    expect(read.map(({ id }) => id)).toContain("big#151");
    expect(read.map(({ id }) => id)).toContain("small#1");
    const length = read.reduce((sum, one) => sum + one.text.length + one.section.length, 0);
    expect(length).toBeLessThanOrEqual(7_000 * 3.4);
    expect(length).toBeGreaterThan(5_000 * 3.4);
  });

  it("leaves out telephone numbers and addresses", () => {
    const read = context(
      paper("a", [
        "Telefon 07621 410-0",
        "Rathausplatz 1, 79539 Musterstadt",
        "a.b@example.org",
        "Der Inhalt zählt.",
      ]),
    )("Telefon");
    expect(read.map(({ text }) => text)).toEqual(["Der Inhalt zählt."]);
  });
});
