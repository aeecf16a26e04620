import { describe, expect, it } from "vitest";
import { createNaming, isMeant, isOf, isOurs, speaksOf } from "../../../src/rulebook/far.ts";
import type { FactCard } from "../../../src/rulebook/handbook.ts";
import type { Match } from "../../../src/rulebook/match.ts";
import { cardOf, matchOf, profile, questionOf, tokenOf } from "./small.ts";

type Paper = FactCard["document"];
const paperOf = (title: string, names: readonly string[]): Paper => ({ ...cardOf().document, title, names });
const cardIn = (document: Paper, id: string): FactCard => ({ ...cardOf({ id }), document });

describe("the papers that a question names", () => {
  const declaration = paperOf("Probeerklärung", ["probeerklärung", "gemeinsame erklärung"]);
  const strategy = paperOf("Strategie", ["digitalstrategie", "plan 2030", "smart-city"]);
  const nameless = paperOf("Bericht", []);
  const cards = [
    cardIn(declaration, "pe-treffen"),
    cardIn(declaration, "pe-vorsitz"),
    cardIn(strategy, "st-ziel"),
    cardIn(nameless, "be-stand"),
  ];

  it.each([
    ["Was steht in der Probeerklärung?", [declaration]],
    ["WAS SAGT DIE PROBEERKLAERUNG?", [declaration]],
    ["Gibt es Probeerklärungen?", [declaration]],
    ["Wann entstand die gemeinsame Erklärung?", [declaration]],
    ["Was ist mit dem Plan 2030?", [strategy]],
    ["Was ist mit Smart-City-Projekten?", [strategy]],
    ["Geht die Probeerklärung vor die Digitalstrategie?", [declaration, strategy]],
    ["Was steht in der Vorprobeerklärung?", []],
    ["Was ist mit dem Plan 2040?", []],
    ["Was ist mit Smart City?", []],
    ["Was ist mit dem Bericht?", []],
    ["Wer leitet das Forum?", []],
    ["", []],
  ])("%j", (text, papers) => {
    expect(createNaming(cards)(text)).toEqual(papers);
  });

  it("are found by names with signs in them, letter for letter", () => {
    const odd = paperOf("Odd", ["leit(bild", "e.plan"]);
    const find = createNaming([cardIn(odd, "od-ziel")]);
    expect([find("Was sagt das Leitbild?"), find("Der Eplan?"), find("Der Explan?")]).toEqual([
      [odd],
      [odd],
      [],
    ]);
  });
});

describe("a card of a named paper", () => {
  const paper = paperOf("Strategie", ["strategie"]);
  const one = (document: Paper, part: Partial<Match> = {}): Match =>
    matchOf({ profile: { ...profile(), card: cardIn(document, "st-ziel") }, ...part });

  it.each([
    { title: "may answer an open question", topicMet: false, closed: false, may: true },
    { title: "may answer yes or no about its topic", topicMet: true, closed: true, may: true },
    { title: "may answer an open question about its topic", topicMet: true, closed: false, may: true },
    { title: "answers no yes or no about something else", topicMet: false, closed: true, may: false },
  ])("$title", ({ topicMet, closed, may }) => {
    expect(isOf([paper])(one(paper, { topicMet }), questionOf({ closed }))).toBe(may);
  });

  it("is meant where one of several papers is named, and not where another one is", () => {
    const other = paperOf("Bericht", ["bericht"]);
    expect(isOf([other, paper])(one(paper), questionOf())).toBe(true);
    expect(isOf([other])(one(paper), questionOf())).toBe(false);
  });
});

describe("a rule that speaks of a named paper", () => {
  const agenda = { ...paperOf("Agenda", ["agenda"]), concept: "agenda" };
  const strategy = { ...paperOf("Strategie", ["strategie"]), concept: "strategy" };

  it.each([
    { title: "is written for it", part: { keywords: ["agenda"] }, speaks: true },
    { title: "touches it", part: { mentions: ["agenda"] }, speaks: true },
    {
      title: "touches neither it nor its like",
      part: { keywords: ["council"], mentions: ["chair"] },
      speaks: false,
    },
  ])("$title", ({ part, speaks }) => {
    const match = matchOf({ profile: profile(part) });
    expect(speaksOf([agenda])(match)).toBe(speaks);
    expect(speaksOf([strategy, agenda])(match)).toBe(speaks);
  });

  it("is one of the paper itself", () => {
    const match = matchOf({ profile: { ...profile(), card: cardIn(agenda, "ag-ziel") } });
    expect(speaksOf([agenda])(match)).toBe(true);
    expect(speaksOf([strategy])(match)).toBe(false);
  });

  it("is none where no paper is named", () => {
    expect(speaksOf([])(matchOf())).toBe(false);
  });
});

describe("a paper that nobody names", () => {
  type Kind = Paper["kind"];
  const lights = { id: "st-licht", topic: "lighting" };
  const matchIn = (kind: Kind, part: Partial<Match> = {}, card: Parameters<typeof cardOf>[0] = {}): Match =>
    matchOf({ profile: profile({ ...lights, ...card }, { kind }), ...part });
  const asking = (...tokens: ReturnType<typeof tokenOf>[]) =>
    questionOf({ tokens: [tokenOf("laternen", { concepts: ["lighting"] }), ...tokens] });
  const speaking = (...concepts: string[]) => asking(tokenOf("wort", { concepts }));

  it.each<{ kind: Kind; topicMet: boolean; pointed: number; closed?: boolean; meant: boolean }>([
    { kind: "strategy", topicMet: true, pointed: 0, meant: true },
    { kind: "strategy", topicMet: false, pointed: 1, meant: true },
    { kind: "strategy", topicMet: false, pointed: 0, meant: false },
    { kind: "strategy", closed: true, topicMet: false, pointed: 1, meant: false },
    { kind: "strategy", closed: true, topicMet: false, pointed: 2, meant: true },
    { kind: "motion", topicMet: true, pointed: 0, meant: true },
    { kind: "motion", topicMet: false, pointed: 1, meant: false },
    { kind: "motion", topicMet: false, pointed: 2, meant: true },
    { kind: "foreign", topicMet: false, pointed: 1, meant: false },
    { kind: "foreign", topicMet: false, pointed: 2, meant: true },
  ])("is meant when enough points to its card: %j", ({ kind, topicMet, pointed, closed = false, meant }) => {
    const question = { ...asking(), closed };
    expect(isMeant(false)(matchIn(kind, { topicMet, pointed }), question)).toBe(meant);
  });

  it.each<Kind>(["strategy", "motion", "foreign"])(
    "is not meant when it leaves a word unexplained: %s",
    (kind) => {
      expect(isMeant(false)(matchIn(kind, { open: [tokenOf("klausur")] }), asking())).toBe(false);
    },
  );

  it.each<[Kind, boolean]>([
    ["strategy", true],
    ["motion", false],
    ["foreign", false],
  ])("fills what the rules treat already: %s %s", (kind, meant) => {
    expect(isMeant(true)(matchIn(kind), asking())).toBe(meant);
  });

  it.each<[Kind, boolean]>([
    ["strategy", true],
    ["motion", false],
    ["foreign", false],
  ])("fills what the rules are known to lack: %s %s", (kind, meant) => {
    expect(isMeant(false)(matchIn(kind), speaking("fees"))).toBe(meant);
  });

  it("fills a known gap when its card was written for it, or for what else the word means", () => {
    const card = { keywords: ["fees"] };
    expect(isMeant(false)(matchIn("motion", {}, card), speaking("fees"))).toBe(true);
    expect(isMeant(false)(matchIn("motion"), speaking("fees", "lighting"))).toBe(true);
    expect(isMeant(false)(matchIn("motion"), speaking("fees", "parking"))).toBe(false);
    expect(isMeant(false)(matchIn("foreign", {}, card), speaking("fees"))).toBe(false);
  });

  const ours = "forum cooperation declaration paper participants chair workgroups steering".split(" ");
  const here = "county region association council agenda municipalities".split(" ");

  it.each(ours)("is not meant by who asks about this forum: %s", (concept) => {
    for (const kind of ["strategy", "motion", "foreign"] as const)
      expect(isMeant(false)(matchIn(kind), speaking(concept)), kind).toBe(false);
  });

  it.each(here)("from elsewhere is not meant by who asks about this region either: %s", (concept) => {
    expect(isMeant(false)(matchIn("foreign"), speaking(concept))).toBe(false);
    expect(isMeant(false)(matchIn("strategy"), speaking(concept))).toBe(true);
    expect(isMeant(false)(matchIn("motion"), speaking(concept))).toBe(true);
  });

  it("from elsewhere is not meant by a word that means ours among others", () => {
    expect(isMeant(false)(matchIn("foreign"), speaking("lighting", "council"))).toBe(false);
    expect(isMeant(false)(matchIn("foreign", {}, { keywords: ["forum"] }), speaking("forum"))).toBe(false);
  });

  it.each<{ title: string; card?: Parameters<typeof cardOf>[0]; concepts?: string[]; meant: boolean }>([
    { title: "was written for it", card: { keywords: ["forum"] }, meant: true },
    { title: "touches it", card: { mentions: ["forum"] }, meant: true },
    { title: "speaks of the other thing the word means", concepts: ["forum", "lighting"], meant: true },
    { title: "speaks of neither thing the word means", concepts: ["forum", "parking"], meant: false },
    { title: "only has it in its wording", card: { terms: "runde" }, meant: false },
  ])("may be asked about ours when its card $title", ({ card, concepts = ["forum"], meant }) => {
    const question = asking(tokenOf("runde", { stem: "rund", concepts }));
    expect(isMeant(false)(matchIn("motion", {}, card), question)).toBe(meant);
  });

  it("of the strategy may have our word in its wording", () => {
    const question = asking(tokenOf("runde", { stem: "rund", concepts: ["forum"] }));
    expect(isMeant(false)(matchIn("strategy", {}, { terms: "Runde" }), question)).toBe(true);
    expect(isMeant(false)(matchIn("strategy", {}, { terms: "Kreis" }), question)).toBe(false);
  });
});

describe("a question about this forum", () => {
  it.each<{ title: string; meanings: string[][]; about: boolean }>([
    { title: "a word for it", meanings: [[], ["chair"]], about: true },
    { title: "a word that means it among others", meanings: [["council", "steering"]], about: true },
    { title: "words for the region only", meanings: [["county"], ["municipalities"]], about: false },
    { title: "no word with a meaning", meanings: [[]], about: false },
    { title: "no word", meanings: [], about: false },
  ])("holds $title: $about", ({ meanings, about }) => {
    const tokens = meanings.map((concepts) => tokenOf("wort", { concepts }));
    expect(isOurs(questionOf({ tokens }))).toBe(about);
  });
});
