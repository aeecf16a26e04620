/** The app package says only what the bot can do. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMAND } from "../src/exchange/message/message.routes.ts";
import { parseList, parseRecord, parseSearch } from "../src/exchange/typed.ts";

const folder = join(import.meta.dirname, "..", "manifest");
const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));

const UNDERSTOOD: Record<string, () => unknown> = {
  festhalten: () => parseRecord("festhalten"),
  suche: () => parseSearch("suche"),
  beiträge: () => parseList("beiträge"),
};
const ONE_WORD = ["hilfe", "gruppe", "ich bin"];

describe("the manifest", () => {
  it("offers only commands that a route understands", () => {
    const titles: string[] = manifest.bots[0].commandLists[0].commands.map(
      (one: { title: string }) => one.title,
    );
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles) expect(UNDERSTOOD[title]?.() ?? ONE_WORD.includes(title), title).toBeTruthy();
  });

  it("offers the action on messages and in the compose box, by a dialog that the bot fills", () => {
    type Command = { id: string; type: string; title: string; context: string[]; fetchTask?: boolean };
    const commands: Command[] = manifest.composeExtensions[0].commands;
    const actions = commands.filter(({ type }) => type === "action");
    expect(actions).toEqual([
      {
        id: COMMAND,
        type: "action",
        title: "Austausch festhalten",
        description: expect.any(String),
        context: ["message", "compose"],
        fetchTask: true,
      },
    ]);
    expect(commands.length).toBeLessThanOrEqual(10);
    for (const { title } of commands) expect(title.length).toBeLessThanOrEqual(32);
  });

  it("keeps the limits of Teams for names, descriptions and lists", () => {
    expect(manifest.name.short.length).toBeLessThanOrEqual(30);
    expect(manifest.name.full.length).toBeLessThanOrEqual(100);
    expect(manifest.description.short.length).toBeLessThanOrEqual(80);
    expect(manifest.description.full.length).toBeLessThanOrEqual(4000);
    const { commandLists } = manifest.bots[0];
    expect(commandLists[0].commands.length).toBeLessThanOrEqual(12);
    for (const one of commandLists[0].commands) {
      expect(one.title.length).toBeLessThanOrEqual(32);
      expect(one.description.length).toBeLessThanOrEqual(128);
    }
  });

  it.each([
    ["color.png", 192],
    ["outline.png", 32],
  ])("%s is %i pixels wide and high", (name, size) => {
    const file = readFileSync(join(folder, name));
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([size, size]);
  });

  it("asks for no permission to read what is not said to the bot", () => {
    expect(manifest).not.toHaveProperty("authorization");
  });
});
