/** The statement on accessibility: there for everybody, with all that the law asks for, and reached from every page. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementLink } from "../../src/pages/public-page.ts";
import { TRIAL_NOTICE } from "../../src/privacy/trial-notice.ts";
import { startForumsbote } from "../support/forumsbote.ts";

const PATHS = ["datenschutz", "nutzung", "barrierefreiheit"];

describe("the statement on accessibility", () => {
  let bot: Awaited<ReturnType<typeof startForumsbote>>;
  beforeAll(async () => {
    bot = await startForumsbote();
  });
  afterAll(() => bot.close());

  const read = async (path: string) => (await fetch(`${bot.url}/${path}`)).text();

  it("names state, gaps, day, contact of the office, and where to turn then", async () => {
    const page = await read("barrierefreiheit");
    expect(page).toContain("<h1>Erklärung zur Barrierefreiheit</h1>");
    for (const title of [
      "Stand der Vereinbarkeit",
      "Was noch nicht barrierefrei ist",
      "Eine Barriere melden",
    ])
      expect(page).toContain(`<h2>${title}</h2>`);
    expect(page).toMatch(/wurde am \d\d\.\d\d\.20\d\d erstellt/);
    expect(page).toContain(TRIAL_NOTICE.controller.contact);
    expect(page).toContain("Schlichtungsstelle beim Landeszentrum Barrierefreiheit");
  });

  it.each(PATHS)("is reached from /%s, and leads to the others", async (path) => {
    const page = await read(path);
    const links = [...page.matchAll(/<a href="([^"]+)"/g)].map(([, target]) => target);
    expect(links).toEqual(PATHS.filter((one) => one !== path));
  });

  it("is linked from pages behind links of their own, also where the server has a path", () => {
    const [, target = ""] = /href="([^"]+)"/.exec(statementLink.markup) ?? [];
    expect(new URL(target, "https://it.example/bote/seiten/abc").pathname).toBe("/bote/barrierefreiheit");
  });
});
