/** The one passage worth looking at where no card answers. */
import { describe, expect, it } from "vitest";
import type { Paper } from "../../../src/rulebook/originals/paper.ts";
import { createProposal } from "../../../src/rulebook/originals/proposal.ts";

const paper = (texts: readonly string[], date: string | null = "2024-01-31"): Paper => ({
  ...{
    id: "p",
    number: 1,
    title: "Leitfaden",
    titleKey: "leitfaden",
    version: 2,
    kind: "report",
    scope: "alle",
  },
  ...{ date, fileName: "p.txt", format: "txt", sha256: "", importedAt: 0, removedAt: null },
  passages: texts.map((text, at) => ({
    position: at + 1,
    heading: at === 0 ? "Druck" : "",
    paragraph: 1,
    page: 4,
    text,
  })),
});
const PRINTERS = "Farbkopierer werden alle fünf Jahre erneuert.";
const SHELVES = "Regale stehen im Keller.";

describe("a proposed passage", () => {
  const propose = createProposal([paper([PRINTERS, SHELVES]), paper(["Fahrräder parken hier."], null)]);

  it("shares most of its words with the question, and is cited to the letter", () => {
    expect(propose("Wann werden Farbkopierer erneuert?")).toEqual({
      document: "Leitfaden",
      section: "Druck, Absatz 1",
      date: "2024-01-31",
      kind: "report",
      cards: [],
      original: { documentId: "p", position: 1, version: 2, page: 4, quote: PRINTERS },
    });
    expect(propose("Keller mit Regalen")?.section).toBe("Absatz 1");
    expect(propose("Fahrräder parken")?.date).toBe("ohne Datum");
  });

  it("may share words with its heading", () => {
    expect(propose("Druck Farbkopierer")?.original?.quote).toBe(PRINTERS);
  });

  it.each([
    "Farbkopierer",
    "Farbkopierer Keller",
    "Farbkopierer erneuern Budget Stadtrat Beschluss",
    "Wetter morgen",
    "",
    "?",
  ])("is not found for %j", (text) => expect(propose(text)).toBeUndefined());

  it("is found with three of five words, and not with three of six", () => {
    const said = "Farbkopierer Jahre erneuert";
    expect(propose(`${said} Wetter Urlaub`)?.original?.quote).toBe(PRINTERS);
    expect(propose(`${said} Wetter Urlaub Fahrrad`)).toBeUndefined();
  });

  it("is no hint where it is long, or where there is nothing", () => {
    const padded = (length: number) =>
      createProposal([paper([`${PRINTERS} `.padEnd(length, "x")])])("Farbkopierer erneuert");
    expect(padded(400)?.document).toBe("Leitfaden");
    expect(padded(401)).toBeUndefined();
    expect(createProposal([])("Farbkopierer erneuert")).toBeUndefined();
  });

  it("is the same when asked again", () => {
    expect(propose("Farbkopierer erneuert")).toEqual(propose("Farbkopierer erneuert"));
  });
});
