/** What is proposed for the form of a new paper. */
import { describe, expect, it } from "vitest";
import { guess, type KnownPaper } from "../../../src/rulebook/originals/guess.ts";

const AGENDA: KnownPaper = {
  title: "Digitale Agenda 2035 des Kreises",
  kind: "strategy",
  scope: "Landkreis",
};
const RULES: KnownPaper = { title: "Erklärung zum Probeforum", kind: "rule", scope: "alle Gemeinden" };
const date = (text: string): string => guess("papier.pdf", text, []).date;
const kind = (text: string): string => guess(`${text}.pdf`, "", []).kind;

describe("the date of a paper", () => {
  it.each<[string, string]>([
    ["Stand 2021-10-15.", "2021-10-15"],
    ["Lörrach, den 15.10.2021", "2021-10-15"],
    ["am 1. 3.1999 beschlossen", "1999-03-01"],
    ["am 1.12.2021", "2021-12-01"],
    ["am 5. März 2022", "2022-03-05"],
    ["am 5. Januar 2022", "2022-01-05"],
    ["am 31.Dezember 2021", "2021-12-31"],
    ["am 1.2.2020, geändert am 3.4.2021", "2020-02-01"],
    ["am 3.4.2021, Fassung 2020-02-01", "2020-02-01"],
    ["am 15.13.2021 und am 2. Mai 2021", "2021-05-02"],
  ])("in %j is %s", (text, expected) => expect(date(text)).toBe(expected));
  it.each([
    "ohne Tag",
    "15.10.21",
    "15.10.1821",
    "115.10.2021",
    "15.10.20211",
    "am 5. Brachet 2022",
    "Mai 2022",
    "5. Mai 1822",
    "12021-10-15",
    "2021-10-155",
  ])("is not seen in %j", (text) => expect(date(text)).toBe(""));
  it("may stand in the name of the file", () => {
    expect(guess("Vorlage 2021-10-15.pdf", "am 1.2.2020", []).date).toBe("2021-10-15");
  });
});

describe("the kind of a paper", () => {
  it.each<[string, string]>([
    ["Antrag der Fraktion", "motion"],
    ["Antrag zur Satzung", "motion"],
    ["Kreistagsvorlage", "report"],
    ["Jahresbericht", "report"],
    ["Niederschrift", "report"],
    ["Sitzungsprotokoll", "report"],
    ["Mitteilung", "report"],
    ["Satzung", "rule"],
    ["Geschäftsordnung", "rule"],
    ["Vereinbarung", "rule"],
    ["Willensbekundung", "rule"],
    ["Vertrag", "rule"],
    ["Regelwerk", "rule"],
    ["Richtlinie", "rule"],
    ["Strategie", "strategy"],
    ["Agenda", "strategy"],
    ["Konzept", "strategy"],
    ["Leitbild", "strategy"],
    ["Leitlinien", "strategy"],
    ["Masterplan", "strategy"],
    ["Foto", ""],
  ])("%s is %j", (name, expected) => expect(kind(name)).toBe(expected));
  it("is seen in the first words, too", () => {
    expect(guess("a.pdf", "BESCHLUSSVORLAGE", []).kind).toBe("report");
  });
});

describe("a new paper", () => {
  it("is named like its file, and applies where the rules known apply", () => {
    expect(guess(" Mein__neues Papier.docx ", "Text", [AGENDA, RULES])).toEqual({
      title: "Mein neues Papier",
      kind: "",
      scope: "alle Gemeinden",
      date: "",
    });
    expect(guess("papier", "", [AGENDA]).scope).toBe("");
    expect(guess("Plan.neu Entwurf.pdf", "", []).title).toBe("Plan.neu Entwurf");
    expect(guess("Anlage 1.2 Plan.pdf", "", []).title).toBe("Anlage 1.2 Plan");
    expect(guess(`${"x".repeat(300)}.pdf`, "", []).title).toBe("x".repeat(200));
  });

  it("is a known one where most of that title is said in its name or first words", () => {
    const known = [RULES, AGENDA];
    expect(guess("digitale-agenda_2035.pdf", "Stand 2022-01-01", known)).toEqual({
      ...AGENDA,
      date: "2022-01-01",
    });
    expect(guess("a.pdf", "ERKLAERUNG ZUM PROBEFORUM, gefasst am 2. Mai 2021", known)).toEqual({
      ...RULES,
      date: "2021-05-02",
    });
    expect(guess("agenda.pdf", "Zur Sitzung des Kreises", known).title).toBe("agenda");
    expect(guess("Agenda 2035.pdf", "des Kreises", known).title).toBe(AGENDA.title);
    expect(
      guess("Agenda 2035 Kreises.pdf", "", [{ ...AGENDA, title: "Digitale Agenda 2035 Kreises Lörrach" }])
        .title,
    ).toBe("Digitale Agenda 2035 Kreises Lörrach");
    expect(guess("zum.pdf", "des zum", known).title).toBe("zum");
  });

  it("is the one it is likest to", () => {
    const other = { ...AGENDA, title: "Digitale Agenda 2035 des Kreises Binzen" };
    const name = "Digitale Agenda 2035 des Kreises.pdf";
    expect(guess(name, "", [other, AGENDA]).title).toBe(AGENDA.title);
    expect(guess(name, "", [AGENDA, other]).title).toBe(AGENDA.title);
  });

  it("is never one whose title has no telling word", () => {
    expect(guess("wir.pdf", "wir", [{ ...AGENDA, title: "Wir" }]).title).toBe("wir");
  });
});
