/** The app package says only what the bot can do, in every place and language. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textsIn } from "../scripts/package/fill.mjs";
import { readPng } from "../scripts/package/png.mjs";
import { COMMAND } from "../src/exchange/message/message.routes.ts";
import { startForumsbote } from "./support/forumsbote.ts";
import type { Person } from "./support/people.ts";
import { channel, groupChat, personalChat, type TestPlace } from "./support/places.ts";

const folder = join(import.meta.dirname, "..", "manifest");
const json = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const manifest = json("manifest.json");
const english: Record<string, string> = json("en.json");

type Command = { readonly title: string; readonly description: string };
type CommandList = { readonly scopes: readonly string[]; readonly commands: readonly Command[] };
const lists: readonly CommandList[] = manifest.bots[0].commandLists;

const PLACES: Record<string, TestPlace> = {
  personal: personalChat("Bauamt Kandern"),
  team: channel("AG Bauen"),
  groupChat: groupChat("AG E-Akte"),
};
/** What people read of the manifest. */
const VISIBLE = /^(name|description)\.|\.(title|description)$/;

describe("the commands", () => {
  let bot: Awaited<ReturnType<typeof startForumsbote>>;
  let person: Person;

  beforeAll(async () => {
    bot = await startForumsbote({ trial: "none" });
    person = bot.people.person("Bauamt Kandern");
    await person.introduces("Kandern");
    // With a seat, for what is answered to those who have one.
    const me = await bot.db.read.member.findFirstOrThrow({ where: { aadObjectId: person.aadObjectId } });
    await bot.coordinator().executes("seat.give", { actionId: "seat", people: me.id });
    for (const place of [PLACES.team, PLACES.groupChat]) if (place) await person.in(place).installs();
  });
  afterAll(() => bot.close());

  /** How the program has counted its turns so far. */
  const counted = (): string =>
    bot.built
      .metrics()
      .split("\n")
      .filter((line) => line.includes("turns_total"))
      .join("\n");

  const typed = lists.flatMap(({ scopes, commands }, list) =>
    scopes.flatMap((scope) =>
      commands.flatMap(({ title }, at): [string, string][] => {
        const translated = english[`bots[0].commandLists[${list}].commands[${at}].title`] ?? title;
        return [...new Set([title, translated])].map((word) => [scope, word]);
      }),
    ),
  );

  it.each(typed)("in the scope %s the program answers „%s“ as a command", async (scope, word) => {
    const place = PLACES[scope];
    if (!place) throw new Error(`no place for the scope ${scope}`);
    const here = scope === "personal" ? person : person.in(place);
    const before = counted().split("\n");
    await here.types(word);
    const [change, ...more] = counted()
      .split("\n")
      .filter((line) => !before.includes(line));
    expect(more).toEqual([]);
    expect(change).toContain('result="answered"');
    expect(change).not.toContain('route="question"');
  });

  it("there is one list for every scope of the bot", () => {
    expect(lists.flatMap(({ scopes }) => scopes).sort()).toEqual([...manifest.bots[0].scopes].sort());
    expect(Object.keys(PLACES).sort()).toEqual([...manifest.bots[0].scopes].sort());
  });

  it("each has a description in both languages that fits its line", () => {
    for (const { commands } of lists)
      for (const { title, description } of commands) {
        expect(title.length, title).toBeLessThanOrEqual(32);
        expect(description.length, title).toBeGreaterThan(10);
        expect(description.length, title).toBeLessThanOrEqual(65);
      }
    const descriptions = Object.entries(english).filter(([key]) => /commandLists.*\.description$/.test(key));
    for (const [key, description] of descriptions) expect(description.length, key).toBeLessThanOrEqual(75);
  });
});

describe("the message extension", () => {
  it("searches, and offers the action on messages and in the compose box by a dialog that the bot fills", () => {
    const [search, action, ...more] = manifest.composeExtensions[0].commands;
    expect(more).toEqual([]);
    expect(search).toMatchObject({ id: "suche", type: "query", initialRun: true });
    expect(search.parameters).toHaveLength(1);
    expect(action).toEqual({
      id: COMMAND,
      type: "action",
      title: "Austausch festhalten",
      description: expect.any(String),
      context: ["message", "compose"],
      fetchTask: true,
    });
  });
});

describe("what the app may", () => {
  it("asks for no permission to read what is not said to the bot", () => {
    expect(manifest).not.toHaveProperty("authorization");
    expect(manifest).not.toHaveProperty("webApplicationInfo");
  });

  it("takes files in the personal chat, and opens no address but its own", () => {
    expect(manifest.bots[0].supportsFiles).toBe(true);
    expect(manifest.validDomains).toEqual(["{{PUBLIC_HOST}}"]);
    expect(manifest.developer.privacyUrl).toBe("{{PUBLIC_URL}}/datenschutz");
    expect(manifest.developer.termsOfUseUrl).toBe("{{PUBLIC_URL}}/nutzung");
  });
});

describe("the languages", () => {
  it("German is the language of everybody who has set none that is there", () => {
    expect(manifest.localizationInfo).toEqual({
      defaultLanguageTag: "de",
      additionalLanguages: [{ languageTag: "en", file: "en.json" }],
    });
  });

  it("everything that can be read is there in English, and nothing else", () => {
    const visible = textsIn(manifest)
      .map(({ field }) => field)
      .filter((field) => VISIBLE.test(field));
    expect(visible.length).toBeGreaterThan(40);
    const { $schema, ...strings } = english;
    expect(Object.keys(strings).sort()).toEqual(visible.sort());
    for (const [key, text] of Object.entries(strings)) expect(text.trim(), key).not.toBe("");
  });
});

describe("the icons", () => {
  const picture = (name: string) => {
    const read = readPng(readFileSync(join(folder, name)));
    if (!read) throw new Error(`${name} is no PNG`);
    return read;
  };

  it("color.png is 192 pixels wide and high, without a gap, and holds its mark in the middle 120", () => {
    const { width, height, pixels } = picture("color.png");
    expect([width, height]).toEqual([192, 192]);
    expect(pixels.every(({ alpha }) => alpha === 255)).toBe(true);
    const ground = pixels[0];
    const marked = pixels.flatMap((one, at) =>
      one.red !== ground?.red || one.green !== ground.green ? [[at % width, Math.floor(at / width)]] : [],
    );
    expect(marked.length).toBeGreaterThan(2000);
    for (const way of marked.flat()) {
      expect(way).toBeGreaterThanOrEqual(36);
      expect(way).toBeLessThan(156);
    }
  });

  it("outline.png is 32 pixels wide and high, white on nothing", () => {
    const { width, height, pixels } = picture("outline.png");
    expect([width, height]).toEqual([32, 32]);
    const seen = pixels.filter(({ alpha }) => alpha > 0);
    expect(seen.length).toBeGreaterThan(100);
    expect(seen.filter(({ red, green, blue }) => Math.min(red, green, blue) < 255)).toEqual([]);
    expect(pixels.length - seen.length).toBeGreaterThan(500);
  });
});
