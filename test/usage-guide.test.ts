/** The guide for people names only words that the program understands, and every word a person may need. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { meaningOf } from "../src/turn/grammar.ts";
import type { TextRoute } from "../src/turn/route.ts";
import { startForumsbote } from "./support/forumsbote.ts";

const docs = join(import.meta.dirname, "..", "docs");
const guide = readFileSync(join(docs, "BENUTZUNG.md"), "utf8");
const manifest = JSON.parse(readFileSync(join(docs, "..", "manifest", "manifest.json"), "utf8"));

/** Everything between backticks; a mention before it is what Teams takes away. */
const quoted = (text: string): string[] =>
  [...text.matchAll(/`([^`\n]+)`/g)].map(([, said = ""]) => said.replace(/^@Forumsbote\s+/, ""));

/** The rows of the table of words: what one types. */
const table = guide
  .slice(guide.indexOf("## Die Wörter"), guide.indexOf("Ein Text mit Fragezeichen"))
  .split("\n")
  .filter((line) => line.startsWith("| `"));
const words = table.flatMap((line) => quoted(line.split(" | ")[0] ?? ""));

describe("the guide for people", () => {
  let bot: Awaited<ReturnType<typeof startForumsbote>>;
  let texts: readonly TextRoute[];
  beforeAll(async () => {
    bot = await startForumsbote();
    texts = bot.built.routes.flatMap((one) => one.texts);
  });
  afterAll(() => bot.close());

  const routeOf = (typed: string): string => {
    const meaning = meaningOf(texts, typed);
    return meaning.kind === "command" ? meaning.name : meaning.kind;
  };

  it("has a table of words", () => {
    expect(words.length).toBeGreaterThan(25);
    expect(words).toContain("hilfe");
  });

  it.each(words)("„%s“ is understood", (word) => {
    expect(["question", "nothing"]).not.toContain(routeOf(word));
  });

  it("every other word it quotes is understood as well", () => {
    const others = [...new Set(quoted(guide))].filter((word) => !words.includes(word));
    expect(others.length).toBeGreaterThan(10);
    expect(others.filter((word) => ["question", "nothing"].includes(routeOf(word)))).toEqual([]);
  });

  it("every command that Teams offers is in the table", () => {
    const offered: string[] = manifest.bots[0].commandLists.flatMap(
      (list: { commands: { title: string }[] }) => list.commands.map(({ title }) => title),
    );
    const explained = new Set(words.map(routeOf));
    expect([...new Set(offered)].filter((title) => !explained.has(routeOf(title)))).toEqual([]);
  });

  it("every typed command of the program is named somewhere in it", () => {
    const named = new Set(quoted(guide).map(routeOf));
    const all = [...new Set(texts.map(({ name }) => name))];
    expect(all.length).toBeGreaterThan(30);
    expect(all.filter((name) => !named.has(name))).toEqual([]);
  });
});
