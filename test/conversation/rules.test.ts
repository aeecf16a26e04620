/** Questions about the rules as a conversation: subjects that stay, threads, sources, limits. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadRulebook } from "../../src/rulebook/load.ts";
import { answerReply } from "../../src/rulebook/routes.ts";
import { actionsOf, textOf } from "../support/card.ts";
import { startForumsbote } from "../support/forumsbote.ts";
import { channel, thread } from "../support/places.ts";

const MINUTE = 60_000;
/** Teams takes 100 kB of UTF-16 in one message; we stay well below. */
const MOST_BYTES = 80_000;

type Bot = Awaited<ReturnType<typeof startForumsbote>>;
let bot: Bot;

beforeAll(async () => {
  bot = await startForumsbote();
});
afterAll(async () => {
  await bot.close();
});

type Person = ReturnType<Bot["people"]["person"]>;
/** Asks and reads the newest card. */
async function answerTo(person: Person, question: string): Promise<string> {
  await person.types(question);
  return textOf(person.lastCard());
}

describe("asking on", () => {
  it("keeps the subject of the last question, until another is named", async () => {
    const anna = bot.people.person("Delegation Binzen");
    await anna.types("Wie wird der Vorsitz des Forums bestimmt?");
    expect(await answerTo(anna, "Und für wie lange?")).toContain("Jahr");
    expect(await answerTo(anna, "Wie oft trifft sich das Forum?")).toContain("Quartal");
  });

  it("passes the whole question on, not only its end", async () => {
    const bernd = bot.people.person("Delegation Kandern");
    await bernd.types("Wie wird der Vorsitz des Forums bestimmt?");
    await bernd.types("Und für wie lange?");
    const data = actionsOf(bernd.lastCard()).map(({ node }) => node.data);
    expect(JSON.stringify(data)).toContain("Wie wird der Vorsitz des Forums bestimmt? Und für wie lange?");
  });

  it("forgets after ten minutes, and keeps people and threads apart", async () => {
    const bauen = channel("Bauen");
    const clara = bot.people.person("Delegation Weil am Rhein").in(thread(bauen, "1"));
    const dirk = bot.people.person("Delegation Schopfheim").in(thread(bauen, "1"));
    const subject = "Wie wird der Vorsitz des Forums bestimmt?";
    await clara.types(subject);
    expect(await answerTo(clara, "Und für wie lange?")).toContain("Jahr");
    expect(await answerTo(dirk, "Und für wie lange?")).toContain("Was möchten Sie wissen?");
    const elsewhere = clara.in(thread(bauen, "2"));
    expect(await answerTo(elsewhere, "Und für wie lange?")).toContain("Was möchten Sie wissen?");
    bot.time.passes(11 * MINUTE);
    expect(await answerTo(clara, "Und für wie lange?")).toContain("Was möchten Sie wissen?");
  });
});

describe("an answer", () => {
  it("goes into the thread of the question", async () => {
    const anna = bot.people.person("Delegation Binzen");
    const [here, there] = [anna.in(thread(channel("Bauen"), "7")), anna.in(thread(channel("Bauen"), "8"))];
    expect(await answerTo(here, "Wie lange gilt die Willensbekundung?")).toContain("31.12.2021");
    expect(there.sees()).toEqual([]);
  });

  it("fits into a message however much is asked at once", () => {
    const { cards } = loadRulebook();
    const longest = [...cards].sort((a, b) => b.answer.length - a.answer.length).slice(0, 4);
    const reply = answerReply({
      answer: {
        kind: "answered",
        sentences: longest.map(({ answer }) => answer),
        cards: longest.map(({ id }) => id),
        citations: longest.map(({ id, document, section }) => ({
          ...{ document: document.title, section, date: document.date, kind: document.kind, cards: [id] },
          original: { documentId: "d", position: 1, version: 1, page: 1, quote: "ä".repeat(400) },
        })),
      },
    });
    expect(2 * JSON.stringify(reply).length).toBeLessThan(MOST_BYTES);
  });
});
