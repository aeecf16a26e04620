/** `glossar` and `barrierefreiheit`: what is understood, and what is said. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { glossaryCard, termCard } from "../../src/help/glossary.routes.ts";
import { terms } from "../../src/help/glossary.texts.ts";
import { parseGlossary, termFor } from "../../src/help/glossary.ts";
import { TRIAL_NOTICE } from "../../src/privacy/trial-notice.ts";
import { complaintsAbout } from "../support/card-linter.ts";
import { startForumsbote } from "../support/forumsbote.ts";

describe("what is understood", () => {
  it.each([
    ["glossar", ""],
    ["Begriffe!", ""],
    ["glossar Stichwahl", "Stichwahl"],
    ["Glossar: niederschrift", "niederschrift"],
    ["was ist eine Stichwahl", "stichwahl"],
    ["Was bedeutet Enthaltung", "enthaltung"],
  ])("%j asks for %j", (typed, word) => {
    expect(parseGlossary(typed)).toEqual({ word });
  });

  it.each(["was ist das Quorum", "was ist ein Beschluss", "glossare", "begriffe im Forum", "stichwahl", ""])(
    "%j is left to others",
    (typed) => {
      expect(parseGlossary(typed)).toBeUndefined();
    },
  );

  it("finds a term in any spelling, and nothing in what is none", () => {
    expect(termFor("STICHWAHL!")?.term).toBe("Stichwahl");
    expect(termFor("beschlussfahig")?.term).toBe("Beschlussfähig");
    expect(["", "Wahl", "constructor"].map(termFor)).toEqual([null, null, null]);
  });
});

describe("the terms", () => {
  it("are twelve, in the order of the alphabet, among them those that the rules for everybody ask for", () => {
    const names = terms.map(({ term }) => term);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, "de")));
    expect(new Set(names).size).toBe(12);
    expect(names).toEqual(expect.arrayContaining(["Stichwahl", "Enthaltung", "Niederschrift"]));
  });

  it("stand on cards that everybody can use", () => {
    for (const card of [glossaryCard(), glossaryCard("**x**"), ...terms.map(termCard)])
      expect(complaintsAbout(card)).toEqual([]);
  });
});

describe("in the chat", () => {
  let bot: Awaited<ReturnType<typeof startForumsbote>>;
  beforeAll(async () => {
    bot = await startForumsbote();
  });
  afterAll(() => bot.close());

  it("explains one term, all of them, and says so where it has no answer", async () => {
    const anna = bot.people.person("Bauamt Kandern");
    await anna.types("glossar stichwahl");
    expect(anna.lastText()).toContain("Ein zweiter Wahlgang zwischen den beiden mit den meisten Stimmen.");
    await anna.presses("Alle Begriffe");
    expect(anna.lastText()).toContain("**Niederschrift:**");
    await anna.types("glossar Aktenplan");
    expect(anna.lastText()).toContain("Den Begriff „Aktenplan“ erkläre ich hier nicht.");
    expect(anna.lastText()).toContain("**Siegel:**");
  });

  it("leads to the statement on accessibility and names whom to tell", async () => {
    const anna = bot.people.person("Bauamt Kandern");
    await anna.types("Barrierefreiheit");
    expect(anna.lastText()).toMatch(/\]\(http:\/\/127\.0\.0\.1:\d+\/barrierefreiheit\)/);
    expect(anna.lastText()).toContain(TRIAL_NOTICE.controller.contact);
  });
});
