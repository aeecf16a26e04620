/** One table of texts and the route that answers them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseList, parseRecord, parseSearch } from "../../src/exchange/typed.ts";
import { createDirectory } from "../../src/forum/directory.ts";
import { shippedOrganisations } from "../../src/forum/organisations.ts";
import { forumRoutes } from "../../src/forum/routes.ts";
import { helpRoutes } from "../../src/help/routes.ts";
import { introductionOf } from "../../src/member/routes.ts";
import { asksForNotice } from "../../src/privacy/notice.routes.ts";
import { meaningOf } from "../../src/turn/grammar.ts";
import { silence } from "../../src/turn/reply.ts";
import { textRoute } from "../../src/turn/route.ts";

const directory = createDirectory(shippedOrganisations());
const never = () => Promise.reject(new Error("a grammar answers nothing"));
const quiet = async () => silence;
const routes = [
  ...helpRoutes({ useOf: never, organisationName: String }).texts,
  textRoute("festhalten", parseRecord, quiet),
  textRoute("suche", parseSearch, quiet),
  textRoute("beiträge", parseList, quiet),
  ...forumRoutes({
    service: {} as Parameters<typeof forumRoutes>[0]["service"],
    newId: () => "id",
    care: {} as Parameters<typeof forumRoutes>[0]["care"],
    repository: {} as Parameters<typeof forumRoutes>[0]["repository"],
    askForOrganisation: () => silence,
  }).texts,
  textRoute("ich bin", (typed) => introductionOf(typed, directory), quiet),
  textRoute("datenschutz", asksForNotice, quiet),
];

const routeOf = (typed: string): string => {
  const meaning = meaningOf(routes, typed);
  return meaning.kind === "command" ? meaning.name : meaning.kind;
};

describe("which route answers a text", () => {
  it.each([
    ["hilfe", "hilfe"],
    ["  HILFE! ", "hilfe"],
    ["Hallo", "hilfe"],
    ["hilfe bitte zur Kündigung", "question"],
    ["Hilfe?", "question"],
    ["festhalten", "festhalten"],
    ["Festhalten Produkt: Aktura – läuft", "festhalten"],
    ["festhalten prozess Bauantrag – digital", "festhalten"],
    ["festhaltenswert ist das", "question"],
    ["festhalten Produkt: Wer nutzt Aktura?", "question"],
    ["suche E-Akte", "suche"],
    ["SUCHE e-akte kandern", "suche"],
    ["suche wer nutzt Aktura?", "question"],
    ["suchen Sie bitte", "question"],
    ["beiträge", "beiträge"],
    ["Beitraege", "beiträge"],
    ["beitrage", "beiträge"],
    ["gruppe", "gruppe"],
    ["Gruppe.", "gruppe"],
    ["Gruppe der Multiplikatoren", "question"],
    ["ich bin Schopfheim", "ich bin"],
    ["ich bin", "ich bin"],
    ["Ich bin von der Stadt Weil am Rhein", "ich bin"],
    ["ich bin mir nicht sicher, ob die Vereinbarung noch gilt", "question"],
    ["ich bin Kandern?", "question"],
    ["Datenschutz", "datenschutz"],
    ["datenschutzhinweise!", "datenschutz"],
    ["datenschutz beim Protokoll", "question"],
    ["abbrechen", "abbrechen"],
    ["Wie oft trifft sich das Forum?", "question"],
    ["wie oft trifft sich das forum", "question"],
    ["wahl der vorsitzenden", "question"],
    ["termine im forum", "question"],
    ["", "nothing"],
    ["   \u200b ", "nothing"],
    ["???", "nothing"],
  ])("%j → %s", (typed, route) => {
    expect(routeOf(typed)).toBe(route);
  });

  it("names the command that only a question mark has made a question", () => {
    expect(meaningOf(routes, "suche wer nutzt Aktura?")).toEqual({ kind: "question", almost: "suche" });
    expect(meaningOf(routes, "Wie geht es weiter?")).toEqual({ kind: "question" });
  });

  it("takes a question for a command where the command may be asked", () => {
    const asked = {
      ...textRoute("meine daten", (typed) => typed === "meine daten" || undefined, quiet),
      asked: true as const,
    };
    for (const typed of ["meine daten", "meine daten?", " meine daten ?"])
      expect(meaningOf([asked, ...routes], typed)).toMatchObject({
        kind: "command",
        name: "meine daten",
      });
    expect(meaningOf(routes, "hilfe?")).toEqual({ kind: "question", almost: "hilfe" });
  });

  it("a text with a question mark is never a command, and nothing that is typed makes it throw", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (before, after) => {
        expect(meaningOf(routes, `${before}?${after}`).kind).not.toBe("command");
      }),
    );
  });
});
