import { describe, expect, it } from "vitest";
import { explain, linesOf } from "../../../src/rulebook/explain.ts";
import { matchOf, profile, questionOf, tokenOf } from "./small.ts";

describe("the head of an explanation", () => {
  const head = (...given: Parameters<typeof questionOf>): string | undefined =>
    explain(questionOf(...given), [])[0];

  it.each([
    { title: "one thing", asks: [["date"]], line: "asks for date: " },
    { title: "one thing of two kinds", asks: [["date", "duration"]], line: "asks for date|duration: " },
    { title: "two things", asks: [["date", "duration"], ["role"]], line: "asks for date|duration+role: " },
    { title: "a thing, yes or no", asks: [["role"]], closed: true, line: "asks for role: " },
    { title: "yes or no", closed: true, line: "asks for yes or no: " },
    { title: "anything", line: "asks for anything: " },
  ] as const)("tells what is asked for: $title", ({ title: _, line, ...question }) => {
    expect(head(question)).toBe(line);
  });

  it.each([
    {
      title: "a word with a meaning",
      token: tokenOf("treffen", { concepts: ["meeting"] }),
      shown: "treffen=meeting",
    },
    {
      title: "a word with two meanings",
      token: tokenOf("gremium", { concepts: ["council", "steering"] }),
      shown: "gremium=council|steering",
    },
    {
      title: "a word without a meaning by its stem",
      token: tokenOf("klausur", { stem: "klaus" }),
      shown: "klausur=klaus",
    },
    { title: "an unknown word", token: tokenOf("xylofon", { known: false }), shown: "xylofon?=xylofon" },
    {
      title: "a filler with a meaning",
      token: tokenOf("wer", { filler: true, concepts: ["?role"] }),
      shown: "wer=?role",
    },
    { title: "a mere filler not at all", token: tokenOf("bitte", { filler: true }), shown: "" },
  ])("tells what was understood: $title", ({ token, shown }) => {
    expect(head({ tokens: [token] })).toBe(`asks for anything: ${shown}`);
  });

  it("lists the words in the order of the question", () => {
    const tokens = [tokenOf("wann", { filler: true }), tokenOf("wahl"), tokenOf("vorsitz")];
    expect(head({ tokens })).toBe("asks for anything: wahl=wahl, vorsitz=vorsitz");
  });
});

describe("the cards of an explanation", () => {
  const lines = (...given: Parameters<typeof matchOf>): string[] =>
    explain(questionOf({ asks: [["frequency"]] }), [matchOf(...given)]).slice(1);

  it("are named with their score, to one digit", () => {
    expect(lines({ score: 7.25 })).toEqual(["  7.3 pe-treffen"]);
  });

  it("name the words that stay unexplained", () => {
    const open = [tokenOf("nächtliche"), tokenOf("klausur")];
    expect(lines({ open })).toEqual(["  10.0 pe-treffen (unexplained: nächtliche klausur)"]);
  });

  it.each([
    { title: "tell something else than is asked for", part: { profile: profile({ attribute: "place" }) } },
    { title: "share no more than the setting with the question", part: { evident: false } },
  ])("are marked when they $title", ({ part }) => {
    expect(lines(part)).toEqual(["  10.0 pe-treffen (does not fit)"]);
  });

  it("bear both marks where both are due", () => {
    expect(lines({ evident: false, open: [tokenOf("klausur")] })).toEqual([
      "  10.0 pe-treffen (does not fit) (unexplained: klausur)",
    ]);
  });

  it("are at most four, the first ones", () => {
    const all = ["pe-a", "pe-b", "pe-c", "pe-d", "pe-e"].map((id) => matchOf({ profile: profile({ id }) }));
    expect(explain(questionOf(), all).slice(1)).toEqual([
      "  10.0 pe-a",
      "  10.0 pe-b",
      "  10.0 pe-c",
      "  10.0 pe-d",
    ]);
  });
});

describe("the lines of a path", () => {
  it("are put into words in their order", () => {
    expect(linesOf(["erst", () => ["dann", "danach"], () => [], "zuletzt"])).toEqual([
      "erst",
      "dann",
      "danach",
      "zuletzt",
    ]);
  });

  it("are not put into words before somebody reads them", () => {
    let read = 0;
    const notes = [
      () => {
        read += 1;
        return ["spät"];
      },
    ];
    expect(read).toBe(0);
    expect([linesOf(notes), read]).toEqual([["spät"], 1]);
  });
});
