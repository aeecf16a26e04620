/** Every button lies on a card to which a typed word leads: the table in docs/BARRIEREFREIHEIT.md, held against the program. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { meaningOf } from "../../src/turn/grammar.ts";
import { startForumsbote } from "../support/forumsbote.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/BARRIEREFREIHEIT.md"), "utf8");
const table = page.slice(page.indexOf("## Getippte Wörter"), page.indexOf("## Durchsicht"));
const rows = [...table.matchAll(/^\| ([^|]*`[^|]*) \| ([^|]*) \| [^|]*\|$/gm)];
const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word ?? "");
/** Beginnings of the verbs of buttons. */
const families = rows.flatMap(([, buttons = ""]) => quoted(buttons));
const typed = rows.flatMap(([, , said = ""]) => quoted(said));

describe("the table of typed words", () => {
  let bot: Awaited<ReturnType<typeof startForumsbote>>;
  beforeAll(async () => {
    bot = await startForumsbote();
  });
  afterAll(() => bot.close());

  it("is read", () => {
    expect(rows.length).toBeGreaterThan(15);
    expect(typed.length).toBeGreaterThan(40);
  });

  it("names only words that are commands, and all commands there are", () => {
    const routes = bot.built.routes.flatMap(({ texts }) => texts);
    const meanings = typed.map((word) => [word, meaningOf(routes, word)] as const);
    expect(meanings.flatMap(([word, { kind }]) => (kind === "command" ? [] : [word]))).toEqual([]);
    const named = new Set(meanings.map(([, meaning]) => (meaning.kind === "command" ? meaning.name : "")));
    expect(routes.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
  });

  it("has a place for the verb of every button", () => {
    const verbs = bot.built.routes.flatMap(({ actions }) => actions.map(({ verb }) => verb));
    expect(verbs.length).toBeGreaterThan(150);
    const homeless = verbs.filter((verb) => !families.includes(verb.split(".")[0] ?? ""));
    expect([...new Set(homeless)]).toEqual([]);
    const all = new Set(verbs.map((verb) => verb.split(".")[0]));
    expect(families.filter((family) => !all.has(family))).toEqual([]);
  });
});
