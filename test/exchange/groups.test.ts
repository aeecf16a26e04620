/** A record moves from one group to another, through the HTTP door. */
import { afterEach, describe, expect, it } from "vitest";
import { actionsOf, inputsOf } from "../support/card.ts";
import { engines } from "../support/database.ts";
import type { Person } from "../support/people.ts";
import { AKTE, BAUEN, type Bot, formOf, records, twoGroups } from "./groups.ts";

const open: Bot[] = [];
afterEach(async () => {
  for (const bot of open.splice(0).reverse()) await bot.close();
});

const TITLE = "Vergabe der Planung";
const WHICH = "Zu welcher Arbeitsgruppe soll er gehören?";

async function started(engine: (typeof engines)[number] = "sqlite", visibility = "forum") {
  const all = await twoGroups({ engine });
  open.push(all.bot);
  const { bot, anna } = all;
  const id = await records(bot, anna.in(BAUEN), { visibility });
  await bot.delivers();
  const idOf = async (name: string) =>
    (await bot.db.read.workingGroup.findFirst({ where: { name } }))?.id ?? "";
  const record = () => bot.db.read.exchange.findUnique({ where: { id }, include: { group: true } });
  return { ...all, id, idOf, record };
}

const seen = (person: Person, words: string): number =>
  person.sees().filter(({ text }) => text.includes(words)).length;
const answer = async (person: Person, verb: string, data: object): Promise<string> =>
  JSON.stringify((await person.executes(verb, data, "1")).body);
const titles = (person: Person): string[] => actionsOf(person.lastCard()).map(({ title }) => title);

async function shows(person: Person): Promise<void> {
  await person.types(`suche ${TITLE}`);
  await person.presses(`Anzeigen: Vergabe der …`);
}

describe.each(engines)("a record, on %s", (engine) => {
  it("is moved by its recorder, a member of both groups; both places hear of it once", async () => {
    const { bot, anna, ben, record } = await started(engine);
    await shows(anna);
    expect(titles(anna)).toContain("Verschieben");
    await anna.in(AKTE).introduces("Kandern");
    await shows(anna);
    await anna.presses("Verschieben");
    expect(anna.lastText()).toContain("Der Beitrag gehört jetzt zu: Bauen.");
    anna.fills({ [WHICH]: "Akte" });
    await Promise.all([anna.presses("Verschieben"), anna.presses("Verschieben")]);
    expect(anna.lastText()).toContain(`Verschoben: ${TITLE}`);
    expect(await record()).toMatchObject({ group: { name: "Akte" }, revision: 2 });
    expect(await bot.db.read.exchangeRevision.findMany()).toMatchObject([{ act: "moved", revision: 1 }]);
    await bot.delivers();
    for (const place of [BAUEN, AKTE])
      expect(seen(ben.in(place), "Der Beitrag gehört jetzt zur Arbeitsgruppe Akte.")).toBe(1);
    await ben.types("suche Vergabe");
    expect(ben.lastText()).toContain(TITLE);
  });

  it("is moved by the coordinator, out of every group as well", async () => {
    const { bot, kim, record, anna } = await started(engine);
    await shows(kim);
    await kim.presses("Verschieben");
    kim.fills({ [WHICH]: "keine Arbeitsgruppe" });
    await kim.presses("Verschieben");
    expect(await record()).toMatchObject({ groupId: null });
    await bot.delivers();
    expect(seen(anna.in(BAUEN), "Der Beitrag gehört jetzt zu keiner Arbeitsgruppe mehr.")).toBe(1);
    expect(seen(anna.in(AKTE), "Verschoben")).toBe(0);
  });

  it("for its group only is read by the new group alone; the old one hears no title", async () => {
    const { bot, kim, anna, ben, id, idOf, record } = await started(engine, "group");
    const form = { action: "m1", id, revision: 1, group: await idOf("Akte") };
    const here = kim.in(BAUEN);
    expect(await answer(here, "exchange.moveTo", form)).toContain(`Verschoben: ${TITLE}`);
    expect(await answer(here, "exchange.moveTo", form)).toContain(`Verschoben: ${TITLE}`);
    expect(await record()).toMatchObject({ group: { name: "Akte" }, visibility: "group", revision: 2 });
    await bot.delivers();
    const told = "Ein Beitrag dieser Gruppe gehört jetzt zur Arbeitsgruppe Akte";
    expect(seen(anna.in(BAUEN), told)).toBe(1);
    expect(seen(anna.in(BAUEN), `Verschoben: ${TITLE}`)).toBe(0);
    expect(seen(ben.in(AKTE), `Verschoben: ${TITLE}`)).toBe(1);
    await ben.types("suche Vergabe");
    expect(ben.lastText()).toContain(TITLE);
    expect(await answer(anna.in(BAUEN), "exchange.show", { id })).toContain("gibt es nicht mehr");
    expect(await answer(anna.in(BAUEN), "exchange.history", { id })).not.toContain("Angebote der Büros");
  });

  it("of two moves at once one wins, the other is told that it was changed", async () => {
    const { kim, id, idOf, record } = await started(engine);
    const [akte] = [await idOf("Akte")];
    const both = await Promise.all([
      answer(kim, "exchange.moveTo", { action: "a", id, revision: 1, group: akte }),
      answer(kim, "exchange.moveTo", { action: "b", id, revision: 1, group: "-" }),
    ]);
    expect(both.filter((one) => one.includes("inzwischen geändert"))).toHaveLength(1);
    expect(await record()).toMatchObject({ revision: 2 });
  });
});

describe("a move", () => {
  it("of a record for its group only into none is refused, and the form does not offer it", async () => {
    const { kim, id, record } = await started("sqlite", "group");
    await shows(kim);
    await kim.presses("Verschieben");
    const input = inputsOf(kim.lastCard()).find((one) => one.label === WHICH);
    expect(JSON.stringify(input)).not.toContain("keine Arbeitsgruppe");
    expect(kim.lastText()).toContain("machen Sie ihn mit „Bearbeiten“ zuerst für das ganze Forum sichtbar");
    const forged = { action: "m2", id, revision: 1, group: "-" };
    expect(await answer(kim, "exchange.moveTo", forged)).toContain("Ohne Gruppe könnte ihn niemand lesen.");
    expect(await record()).toMatchObject({ group: { name: "Bauen" }, revision: 1 });
  });

  it("into a closed group, into one of others, and by others is refused with a sentence", async () => {
    const { bot, kim, anna, ben, id, idOf, record } = await started();
    const akte = await idOf("Akte");
    const form = { action: "m3", id, revision: 1, group: akte };
    expect(await answer(anna, "exchange.moveTo", form)).toContain("arbeiten Sie nicht mit");
    expect(await answer(ben, "exchange.moveTo", form)).toContain("in beiden Gruppen mitarbeitet");
    expect(await answer(ben, "exchange.move", { id, revision: 1 })).toContain(
      "in beiden Gruppen mitarbeitet",
    );
    await kim.executes("group.archive", { actionId: "x", groupId: akte }, "1");
    expect(await answer(kim, "exchange.moveTo", form)).toContain("Bitte wählen Sie eine, die noch arbeitet.");
    expect(await answer(kim, "exchange.moveTo", { ...form, group: "weg" })).toContain(
      "gibt es nicht mehr. Bitte wählen Sie eine andere.",
    );
    expect(await answer(bot.people.person("Gast"), "exchange.moveTo", form)).toContain(
      "Zu welcher Organisation gehören Sie?",
    );
    await shows(ben);
    expect(titles(ben)).not.toContain("Verschieben");
    expect(await record()).toMatchObject({ group: { name: "Bauen" }, revision: 1 });
  });

  it("is no news any more once the record has moved on, been deleted, or closed to others", async () => {
    const { bot, kim, ben, id, idOf } = await started();
    const [akte, bauen] = [await idOf("Akte"), await idOf("Bauen")];
    await kim.executes("exchange.moveTo", { action: "m4", id, revision: 1, group: akte }, "1");
    await kim.executes("exchange.moveTo", { action: "m5", id, revision: 2, group: bauen }, "1");
    await bot.delivers();
    expect(seen(ben.in(AKTE), "Der Beitrag gehört jetzt zur Arbeitsgruppe Akte.")).toBe(0);
    expect(seen(ben.in(AKTE), "Der Beitrag gehört jetzt zur Arbeitsgruppe Bauen.")).toBe(1);
    await kim.executes("exchange.moveTo", { action: "m6", id, revision: 3, group: akte }, "1");
    await kim.executes("exchange.update", { ...formOf(), id, revision: 4 }, "1");
    await bot.delivers();
    expect(seen(ben.in(AKTE), "Der Beitrag gehört jetzt zur Arbeitsgruppe Akte.")).toBe(1);
    expect(seen(ben.in(BAUEN), "Der Beitrag gehört jetzt zur Arbeitsgruppe Akte.")).toBe(0);
  });
});
