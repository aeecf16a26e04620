import { describe, expect, it } from "vitest";
import type { FactCard } from "../../../src/rulebook/handbook.ts";
import type { Match } from "../../../src/rulebook/match.ts";
import { aliens, softened } from "../../../src/rulebook/soften.ts";
import type { Token } from "../../../src/rulebook/tokens.ts";
import { fold } from "../../../src/search/fold.ts";
import { matchOf, profile, questionOf } from "./small.ts";
import { filler, noun, ours, type Part, small } from "./softening.ts";

const soften = (match: Partial<Match>, part: Part) =>
  softened(ours)(matchOf(match), questionOf({ tokens: match.open ?? [], ...part }));
const leftOf = (open: Token[], part: Part = {}) => soften({ open }, part).open.map(({ word }) => word);
const risks = noun("gefahren");

describe("softened: words that need no explanation", () => {
  it("each costs a little", () => {
    const open = [small("birgt"), risks, small("neue")];
    expect(soften({ open }, {})).toEqual(matchOf({ open: [risks], score: 10 - 2 * 0.8 }));
  });
  it("are at most two", () => {
    const open = [small("birgt"), small("neue"), small("mogliche")];
    expect(soften({ open }, {})).toEqual(matchOf({ open }));
  });
  it("are forgiven only if the card was written for something in the question", () => {
    const open = [small("birgt")];
    expect(soften({ open, pointed: 0 }, {})).toEqual(matchOf({ open, pointed: 0 }));
    expect(soften({ open, pointed: 1 }, {}).open).toEqual([]);
  });
  it("are no nouns, numbers, ordinals and superlatives", () => {
    expect(leftOf([risks, small("g20")])).toEqual(["gefahren", "g20"]);
  });
  it.each(
    "erste ersten grosste zweiter drittes viertem funften sechste siebter achten neunte zehntes".split(" "),
  )("not “%s”, which singles something out", (word) => expect(leftOf([small(word)])).toEqual([word]));
  it.each(["fest", "bestens", "zweierlei", "achtet", "erstellen", "vorteilhafte"])("but “%s”", (word) =>
    expect(leftOf([small(word)])).toEqual([]),
  );
  it.each<[string, string[], string[]]>([
    ["bietet", ["offer"], []],
    ["fordert", ["offer", "providing"], []],
    ["tagt", ["meeting"], ["tagt"]],
    ["bietet … an", ["offer", "meeting"], ["bietet … an"]],
    ["kostet", ["fees"], ["kostet"]],
  ])("“%s” only if it says little: %s", (word, concepts, left) =>
    expect(leftOf([small(word, ...concepts)])).toEqual(left),
  );
  it("not what stands behind “welche”", () => {
    const [target, other] = [small("digitale"), small("neue")];
    expect(leftOf([target, other], { target })).toEqual(["digitale"]);
  });

  const [verb, pale] = [small("birgt"), small("bietet", "offer")];
  it.each<[string, Part, string[]]>([
    ["yes or no", { closed: true }, ["birgt"]],
    ["yes or no, and a reason", { closed: true, asks: [["reason"]] }, ["birgt", "bietet"]],
    ["who", { asks: [["role"]] }, ["birgt", "bietet"]],
    ["why", { asks: [["reason"]] }, []],
  ])("asked for %s", (_, part, left) => expect(leftOf([verb, pale], part)).toEqual(left));

  it.each(
    `rolle einfluss verhaltnis beziehung thema themen zukunft funktion wort anspruch abkurzung wirkung wirkungen
     auswirkung auswirkungen meinung haltung punkt punkte punkten aspekt aspekte aspekten inhalt inhalte inhalten
     gebiet gebiete gebieten influence role topic topics opinion`.split(/\s+/),
  )("“%s” only points, whatever is asked", (word) => {
    const target = noun(fold(word));
    expect(leftOf([target], { target, asks: [["role"]] })).toEqual([]);
  });
  it.each(["kontrolle", "rollen", "zukunftsfahig", "wortlaut", "standpunkt", "gebietes", "roles"])(
    "“%s” does not",
    (word) => expect(leftOf([noun(word)])).toEqual([word]),
  );
});

describe("softened: what would make another question of it", () => {
  const isEvident = (tokens: Token[], part: Part = {}, card: Partial<FactCard> = {}) =>
    softened(ours)(matchOf({ profile: profile(card) }), questionOf({ tokens, ...part })).evident;

  it("is no longer evident, and keeps the rest", () => {
    const open = [small("birgt")];
    const question = questionOf({ closed: true, tokens: [small("endet", "termination")] });
    expect(softened(ours)(matchOf({ open }), question)).toEqual(matchOf({ open, evident: false }));
  });
  it("nor is a card that does not tell what is asked", () => {
    expect(isEvident([], { folded: "wie heisst das papier" })).toBe(false);
  });
  it.each(["validity", "termination", "extension", "election", "chair", "appointment"])(
    "in a yes-or-no question: %s",
    (concept) => {
      expect(isEvident([small("x", concept)], { closed: true })).toBe(false);
      expect(isEvident([noun("treffen", "meeting"), filler("x", concept)], { closed: true })).toBe(false);
      expect(isEvident([small("x", concept)])).toBe(true);
      expect(isEvident([small("x", concept)], { closed: true }, { keywords: [concept] })).toBe(true);
      expect(isEvident([small("x", concept, "offer")], { closed: true }, { mentions: ["offer"] })).toBe(true);
    },
  );
  it("nothing else does", () => {
    expect(isEvident([small("tagt", "quarterly"), small("birgt")], { closed: true })).toBe(true);
  });
  it.each<[string, Part["asks"], boolean]>([
    ["wann", [["date"]], true],
    ["wie lange", [["duration"]], true],
    ["wie oft und wann", [["frequency"], ["date"]], true],
    ["wer", [["role"]], false],
    ["wo", [["place", "date"]], false],
  ])("where time is asked, even words that hold the sentence together: %s", (_, asks = [], timed) => {
    expect(isEvident([filler("läuft aus", "termination")], { asks })).toBe(!timed);
    expect(isEvident([small("endet", "termination")], { asks })).toBe(false);
  });
  it("not where a reason is asked", () =>
    expect(isEvident([small("endet", "termination")], { asks: [["reason"]] })).toBe(true));

  const church = (stem: string, part: Part = {}) =>
    isEvident([], { target: noun(stem), ...part }, { terms: "Kirche, Portal, Thema" });
  it("“welche” asks for what the card only mentions", () => {
    expect(church("kirch")).toBe(false);
    expect(church("moschee")).toBe(true);
    expect(church("kirch", { asks: [["role"]] })).toBe(true);
    expect(church("kirch", { target: undefined })).toBe(true);
  });
  it.each<[string, string[], boolean]>([
    ["what it is about", ["meeting"], true],
    ["among others what it is about", ["council", "meeting"], true],
    ["a kind of thing", ["?date"], true],
    ["something else", ["council"], false],
    ["what it only touches", ["steering"], false],
  ])("“welche” asks for %s", (_, concepts, expected) =>
    expect(isEvident([], { target: noun("x", ...concepts) }, { mentions: ["steering"] })).toBe(expected),
  );
  it.each(
    `bereich stelle stabsstelle einrichtung projekte plattform portale programm systeme initiative netzwerke
     gesellschaft gremien behorde amt ministerien gruppe fachbereich konzept ziele aufgaben formen kriterium
     vorhaben unternehmen rollen thema`.split(/\s+/),
  )("“welche %s” asks for a name that a card may tell", (word) => {
    expect(isEvident([], { target: noun(word, "council") })).toBe(true);
  });
  it.each(["teilprojekt", "zielgruppe", "amtsblatt", "formular", "kirche"])("“welche %s” does not", (word) =>
    expect(isEvident([], { target: noun(word, "council") })).toBe(false),
  );
});

describe("aliens: what only other papers know", () => {
  const seen = (...open: Token[]) => aliens(new Set(["meeting", "chair"]))(matchOf({ open })).evident;
  it.each<[string, Token[], boolean]>([
    ["nothing", [], true],
    ["a word without a meaning", [noun("kirche")], true],
    ["what is known here", [noun("sitzung", "meeting")], true],
    ["something else", [noun("glasfaser", "broadband")], false],
    ["something else among words", [noun("kirche"), noun("glasfaser", "broadband")], false],
    ["what may be known here", [noun("runde", "broadband", "chair")], true],
    ["a kind of thing", [noun("datum", "?date")], true],
    ["a known gap", [noun("kosten", "fees")], true],
    ["another region", [noun("hessen", "elsewhere")], true],
    ["something that ends like a question", [noun("glasfaser", "broadband?")], false],
  ])("%s", (_, open, evident) => expect(seen(...open)).toBe(evident));
  it("keeps the rest", () => {
    const open = [noun("glasfaser", "broadband")];
    expect(aliens(new Set())(matchOf({ open }))).toEqual(matchOf({ open, evident: false }));
  });
});
