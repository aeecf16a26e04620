/** The cards of papers: labelled inputs, unique buttons, small, and no markup from people. */
import { describe, expect, it } from "vitest";
import { listCard, paperCard, removeCard, removedCard } from "../../../src/rulebook/originals/cards.ts";
import { importedCard, importFormCard } from "../../../src/rulebook/originals/form.cards.ts";
import { guess } from "../../../src/rulebook/originals/guess.ts";
import type { Paper } from "../../../src/rulebook/originals/paper.ts";
import type { Flag } from "../../../src/rulebook/originals/quotes.ts";
import { createWaitingFiles, WAIT_MS } from "../../../src/rulebook/originals/waiting.ts";
import { actionsOf, inputsOf, textOf } from "../../support/card.ts";
import { complaintsAbout } from "../../support/card-linter.ts";

const TRICK = "[Klick](https://boese.example) **fett** <at>Alle</at>";
const long = (text: string, length: number): string => text.padEnd(length, " ä");
const paper = (number: number): Paper => ({
  id: `p${number}`,
  number,
  title: long(TRICK, 200),
  titleKey: `t${number}`,
  version: 1,
  kind: "foreign",
  scope: long(TRICK, 200),
  date: null,
  fileName: long(TRICK, 200),
  format: "txt",
  sha256: "",
  importedAt: 0,
  removedAt: null,
  passages: Array.from({ length: 40 }, (_, at) => ({
    position: at + 1,
    heading: long(TRICK, 400),
    paragraph: at + 1,
    page: 3,
    text: long(TRICK, 4000),
  })),
});
const flags: Flag[] = Array.from({ length: 30 }, (_, at) => ({
  cardId: `wb-${at}`,
  section: TRICK,
  documentId: "p1",
  title: TRICK,
  version: 2,
  vanished: true,
}));
const many = Array.from({ length: 40 }, (_, at) => paper(at + 1));
const form = { file: "f", fileName: TRICK, passages: 1 };
const shown = { paper: paper(1), inForce: true, versions: many, flags };

describe.each([
  [
    "form, filled",
    importFormCard({ ...form, guess: { title: TRICK, kind: "rule", scope: TRICK, date: "2021-10-15" } }),
  ],
  ["form, empty", importFormCard({ ...form, guess: { title: "", kind: "", scope: "", date: "" } })],
  ["imported", importedCard({ paper: paper(1), passages: 3, flags, hasCards: false })],
  ["list", listCard(many, new Set(many.map(({ id }) => id)))],
  ["empty list", listCard([], new Set())],
  ["paper", paperCard(shown, 6)],
  ["removed paper", paperCard({ ...shown, paper: { ...paper(1), passages: [], removedAt: 5 } }, 0)],
  ["question", removeCard(paper(1))],
  ["removed", removedCard(paper(1))],
])("the card %s", (_, card) => {
  it("has labels, sentences where something is required, one primary action and unique titles", () => {
    for (const { id, label, node } of inputsOf(card)) {
      expect(id).toMatch(/^[a-z]+$/);
      expect(label).not.toBe("");
      expect(node.isRequired === true).toBe(typeof node.errorMessage === "string");
    }
    const actions = actionsOf(card);
    expect(actions.filter(({ node }) => node.style === "positive").length).toBeLessThanOrEqual(1);
    expect(complaintsAbout(card)).toEqual([]);
    expect(new Set(actions.map(({ title }) => title)).size).toBe(actions.length);
  });

  it("is small, wraps, and shows what people wrote as text", () => {
    expect(card).toMatchObject({ version: "1.5", fallbackText: expect.stringMatching(/\S/) });
    const json = JSON.stringify(card);
    expect(Buffer.byteLength(json)).toBeLessThan(25_000);
    expect(json.match(/"type":"TextBlock"(?![^{}]*"wrap":true)/g) ?? []).toEqual([]);
    const said = textOf(card.body?.filter(({ type }) => !type.startsWith("Input.")));
    expect(said).not.toMatch(/[^\\]\]\(|(?<!\\)\*\*?fett|<at>/);
  });
});

describe("the guess about a new file", () => {
  const known = [
    { title: "Satzung des Forums Musterkreis", kind: "rule", scope: "Musterkreis" },
    { title: "Digitale Agenda des Kreises", kind: "strategy", scope: "Musterkreis" },
  ] as const;
  it.each([
    ["satzung_forum_musterkreis.pdf", "", { title: "Satzung des Forums Musterkreis", kind: "rule" }],
    ["scan 12.pdf", "Digitale Agenda des Kreises, 3. März 2021", { kind: "strategy", date: "2021-03-03" }],
    [
      "Antrag-Schulen_08.03.2021.docx",
      "",
      { title: "Antrag-Schulen 08.03.2021", kind: "motion", date: "2021-03-08" },
    ],
    ["vorlage-2022-01-19.txt", "", { kind: "report", date: "2022-01-19", scope: "Musterkreis" }],
    ["x.txt", "Irgendetwas am 45.13.2021", { title: "x", kind: "", date: "" }],
  ])("of %s is %j", (name, opening, expected) => {
    expect(guess(name, opening, known)).toMatchObject(expected);
  });
});

describe("files that wait for their form", () => {
  const file = (size: number) => ({ name: "a.txt", bytes: new Uint8Array(size) });
  const MB = 1024 * 1024;

  it("are at most three of one person and 30 MB in all; the oldest go", () => {
    const waiting = createWaitingFiles();
    for (const id of ["a", "b", "c", "d"]) waiting.keep(id, "anna", file(1), 0);
    expect(["a", "b", "c", "d"].map((id) => waiting.of(id, "anna", 1) !== undefined)).toEqual([
      false,
      true,
      true,
      true,
    ]);
    for (const id of ["e", "f", "g"]) waiting.keep(id, `p${id}`, file(10 * MB), 2);
    expect(waiting.of("d", "anna", 3)).toBeUndefined();
    expect(waiting.of("e", "pe", 3)).toBeDefined();
    waiting.keep("h", "ph", file(1), 4);
    expect(waiting.of("e", "pe", 5)).toBeUndefined();
    expect(waiting.of("g", "pg", 5)).toBeDefined();
  });

  it("are gone after their time, and never another person's", () => {
    const waiting = createWaitingFiles();
    waiting.keep("a", "anna", file(1), 0);
    waiting.drop("a", "eva");
    expect(waiting.of("a", "eva", 1)).toBeUndefined();
    expect(waiting.of("a", "anna", WAIT_MS - 1)).toBeDefined();
    expect(waiting.of("a", "anna", WAIT_MS)).toBeUndefined();
  });
});
