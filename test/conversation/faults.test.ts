import { afterEach, describe, expect, it } from "vitest";
import type { Db } from "../../src/db/store.ts";
import { trouble } from "../support/fake-connector.ts";
import { startForumsbote } from "../support/forumsbote.ts";
import { groupChat } from "../support/places.ts";

type Bot = Awaited<ReturnType<typeof startForumsbote>>;
let bot: Bot;
afterEach(() => bot.close());

/** The store refuses work while `broken` is set; `after` lets the body run first, so that there is something to undo. */
function breakable(state: { broken: boolean; after: boolean }) {
  const failing = new Error("Delegation Binzen: geheimer Text");
  return (db: Db): Db => ({
    ...db,
    write: (body) =>
      db.write(async (tx) => {
        if (state.broken && !state.after) throw failing;
        const result = await body(tx);
        if (state.broken) throw failing;
        return result;
      }),
  });
}

const started = async (after: boolean) => {
  const state = { broken: false, after };
  bot = await startForumsbote({ around: breakable(state) });
  const anna = bot.people.person("Delegation Binzen");
  await anna.introduces("Binzen");
  state.broken = true;
  return { anna, state };
};

const SORRY = /Bei mir ist ein Fehler aufgetreten.*diese Nummer: ([0-9A-Z-]{4,12})\./;

describe.each([false, true])("a fault in a turn (after the work was done: %s)", (after) => {
  it("typed: one German sentence with a number, the log has cause and number but no words, nothing is stored", async () => {
    const { anna, state } = await started(after);
    await anna.types("festhalten Produkt: Aktura – Läuft seit einem Jahr");
    const [, reference] = SORRY.exec(anna.lastText()) ?? [];
    expect(reference).toBeDefined();
    expect(bot.logged.find((one) => one.event === "turn.fault")).toMatchObject({ fields: { reference } });
    expect(await bot.db.read.exchange.count()).toBe(0);
    expect(await bot.db.read.appliedAction.count()).toBe(0);
    state.broken = false;
    await anna.types("festhalten Produkt: Aktura – Läuft seit einem Jahr");
    expect(await bot.db.read.exchange.count()).toBe(1);
  });

  it("pressed: the button is answered, the form stays, and works when tried again", async () => {
    const { anna, state } = await started(after);
    state.broken = false;
    const kim = bot.coordinator().in(groupChat("AG E-Akte"));
    await kim.types("gruppe");
    kim.fills({ "Name der Arbeitsgruppe": "AG E-Akte", Thema: "E-Akte" });
    state.broken = true;
    const { status } = await kim.presses("Registrieren");
    expect(status).toBe(200);
    expect(kim.lastText()).toMatch(SORRY);
    expect(await bot.db.read.workingGroup.count()).toBe(0);
    state.broken = false;
    await kim.presses("Registrieren");
    expect(kim.lastText()).toContain("Arbeitsgruppe AG E-Akte");
    expect(anna.sees().every((one) => !one.text.includes("geheim"))).toBe(true);
  });
});

describe("a confirmation that Teams does not take", () => {
  it("is kept and delivered later, once; the record is stored once", async () => {
    bot = await startForumsbote();
    const anna = bot.people.person("Delegation Binzen");
    await anna.introduces("Binzen");
    bot.connector.meets(trouble.down, 99);
    await anna.types("festhalten Produkt: Aktura – Läuft seit einem Jahr");
    expect(anna.sees()).toHaveLength(1);
    expect(await bot.db.read.exchange.count()).toBe(1);
    bot.connector.recovers();
    await bot.delivers();
    await bot.delivers();
    expect(anna.sees()).toHaveLength(2);
    expect(anna.lastText()).toContain("Aktura");
  });
});
