import { describe, expect, it } from "vitest";
import type { FactCard } from "../../../src/rulebook/handbook.ts";
import { isStrict, placesOf, suits } from "../../../src/rulebook/soften.ts";
import type { Token } from "../../../src/rulebook/tokens.ts";
import { fold } from "../../../src/search/fold.ts";
import { cardOf, matchOf, profile, questionOf } from "./small.ts";
import { filler, noun, ours, type Part, table } from "./softening.ts";

describe("isStrict: a verb decides what is asked", () => {
  it.each<[string, Part, boolean]>([
    ["Ist das Forum …?", { closed: true }, true],
    ["Erzähl vom Forum", {}, false],
    ["Wer leitet …?", { asks: [["role"]] }, true],
    ["Wann endet …?", { asks: [["date"]] }, true],
    ["Wie viele …?", { asks: [["count"]] }, true],
    ["Wo tagt …?", { asks: [["place"]] }, true],
    ["Wie lange gilt …?", { asks: [["duration"]] }, true],
    ["Wie oft tagt …?", { asks: [["frequency"]] }, true],
    ["Warum …?", { asks: [["reason"]] }, false],
    ["Wozu …?", { asks: [["purpose"]] }, false],
    ["Wofür steht …?", { asks: [["definition"]] }, false],
    ["Warum und wann …?", { asks: [["reason"], ["date"]] }, true],
    ["by what is less likely meant", { asks: [["reason", "date"]] }, false],
    ["by nothing", { asks: [[]] }, false],
  ])("%s", (_, part, expected) => expect(isStrict(questionOf(part))).toBe(expected));
});

describe("suits: the card tells the kind of thing that is asked", () => {
  const fits = (part: Part, ...card: Parameters<typeof profile>) =>
    suits(matchOf({ profile: profile(...card) }), questionOf(part), ours);
  const motion = { kind: "motion" } as const;

  it.each(
    table(
      `wurde der antrag angenommen | wurden die stellen geschaffen | was the motion passed
       | were the posts created`,
      "wird der antrag behandelt | wurdest du gefragt | gibt es etwas neues | werewolves",
    ),
  )("a motion does not know what became of it: %s", (folded, expected) =>
    expect(fits({ folded, closed: true }, {}, motion)).toBe(expected),
  );
  it("but tells an open question what it proposes, and other papers tell what was done", () => {
    expect(fits({ folded: "was wurde beantragt" }, {}, motion)).toBe(true);
    expect(fits({ folded: "wurde es beschlossen", closed: true })).toBe(true);
  });

  it.each(
    table(
      `wie heisst das papier | wie heissen die gruppen | nenne den namen der runde | welchen name hat es
       | how is it called`,
      "wie heiss ist es | welche vornamen | welche benennung | who recalled it",
    ),
  )("only papers and definitions tell a name: %s", (folded, expected) => {
    expect(fits({ folded })).toBe(expected);
    expect(fits({ folded }, { attribute: "document" })).toBe(true);
    expect(fits({ folded }, { also: ["definition"] })).toBe(true);
  });

  const groups = noun("arbeitsgruppen", "workgroups");
  const meetings = noun("treffen", "meeting");
  it.each<[string, Token[], string[], boolean]>([
    ["the topic", [noun("neue"), meetings], [], true],
    ["something else", [groups], [], false],
    ["nothing known", [noun("arzte")], [], false],
    ["what the card counts", [groups], ["workgroups", "council"], true],
    ["the topic where the card counts something else", [meetings], ["workgroups"], false],
  ])("a number of %s", (_, tokens, counts, expected) =>
    expect(fits({ asks: [["reason"], ["count"]], tokens }, { counts })).toBe(expected),
  );
  it("counting needs to be what is asked", () => {
    expect(fits({ asks: [["date", "count"]], tokens: [groups] })).toBe(true);
  });

  it.each(
    table(
      "wie funktioniert das forum | wie funktionieren die treffen | how does the forum work",
      "wie funktion | how does it workshop | how do they work",
    ),
  )("only a definition says how something works: %s", (said, expected) => {
    const folded = fold(said);
    expect(fits({ folded })).toBe(expected);
    expect(fits({ folded }, { attribute: "definition" })).toBe(true);
    expect(fits({ folded }, { also: ["definition"] })).toBe(expected);
  });

  const article = filler("das");
  const what = (said: string, tokens: Token[], card: Partial<FactCard> = {}) =>
    fits({ folded: fold(said), tokens }, { id: "pe-treffen", ...card });
  it.each(
    table(
      `was ist ein treffen | und was sind treffen | was heisst treffen | was bedeutet treffen
       | what is a meeting | what are meetings | what does meeting mean`,
      "was isst man beim treffen | sag was ist ein treffen | was bietet das treffen",
    ),
  )("only a definition or the parts say what something is: %s", (folded, expected) => {
    expect(what(folded, [article, meetings])).toBe(expected);
    expect(what(folded, [article, meetings], { also: ["definition"] })).toBe(true);
    expect(what(folded, [article, meetings], { attribute: "parts" })).toBe(true);
  });
  it("what something is may be told by any card if there is more in the question", () => {
    const folded = "was ist das ziel der treffen";
    expect(what(folded, [article, noun("ziel", "goal"), meetings])).toBe(true);
    expect(what(folded, [article, noun("ziel"), meetings])).toBe(true);
    expect(what(folded, [article, noun("runde", "pe-treffen"), meetings])).toBe(false);
  });

  const foreign = (word: string, kind: "foreign" | "strategy" = "foreign") =>
    fits({ tokens: [noun("kreis"), noun(word)] }, {}, { kind, scope: "Landkreis Musterau" });
  it.each(table("probestadt", "landkreis | musterau | plattform"))(
    "a paper from elsewhere about %s",
    (word, expected) => expect(foreign(word)).toBe(expected),
  );
  it("a strategy may speak of our own region", () => expect(foreign("probestadt", "strategy")).toBe(true));
});

it("our own region is where the rules hold", () => {
  const places = placesOf([
    cardOf(),
    cardOf({}, { scope: "Gemeinde Überlingen" }),
    cardOf({}, { kind: "foreign", scope: "Stadt Musterau" }),
  ]);
  expect([...places]).toEqual(["landkreis", "probestadt", "gemeinde", "uberlingen"]);
});
