/** A record for the members of a group only, and every way by which somebody else could come to it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import { spanOf } from "../../src/year/digest/digest.ts";
import { digestRepository } from "../../src/year/digest/repository.prisma.ts";
import { engines } from "../support/database.ts";
import type { Person } from "../support/people.ts";
import { channel, groupChat } from "../support/places.ts";
import { AKTE, BAUEN, type Bot, formOf, records, twoGroups } from "./groups.ts";

const open: Bot[] = [];
afterEach(async () => {
  for (const bot of open.splice(0).reverse()) await bot.close();
});

const TITLE = "Vergabe der Planung";
const GONE = "Diesen Beitrag gibt es nicht mehr.";

async function started(engine: (typeof engines)[number] = "sqlite") {
  const all = await twoGroups({ engine });
  open.push(all.bot);
  const id = await records(all.bot, all.anna.in(BAUEN));
  return { ...all, id };
}

/** Everything that is answered to a press, whatever a client would show of it. */
const answer = async (person: Person, verb: string, data: object): Promise<string> =>
  JSON.stringify((await person.executes(verb, data, "1")).body);

/** All that is stored of records: what an outsider does must leave it as it is. */
const stored = async ({ db: { read } }: Bot) =>
  JSON.stringify([
    await read.exchange.findMany(),
    await read.exchangeRevision.findMany(),
    await read.exchangeExperience.findMany(),
    await read.exchangeMark.findMany(),
    await read.exchangeMatch.findMany(),
    await read.outboxItem.count(),
    await read.appliedAction.count(),
  ]);

const finds = async (person: Person): Promise<boolean> => {
  await person.types("suche Vergabe Planung");
  const searched = person.lastText().includes(TITLE);
  await person.types("beiträge");
  const listed = person.lastText().includes(TITLE);
  const { hits } = await person.searches("Vergabe");
  const newest = await person.searches("");
  const all = [searched, listed, ...[hits, newest.hits].map((some) => JSON.stringify(some).includes(TITLE))];
  expect(new Set(all).size).toBe(1);
  return searched;
};

describe.each(engines)("a record for its group only, on %s", (engine) => {
  it("is found by its members, in its channel, and by the coordinator alone; by nobody elsewhere", async () => {
    const { anna, ben, kim } = await started(engine);
    for (const inside of [anna, anna.in(BAUEN), ben.in(BAUEN), kim, kim.in(BAUEN)])
      expect(await finds(inside)).toBe(true);
    const elsewhere = [AKTE, channel("Neu"), groupChat("Runde")].flatMap((place) => [
      anna.in(place),
      kim.in(place),
    ]);
    for (const outside of [ben, ben.in(AKTE), ...elsewhere]) expect(await finds(outside)).toBe(false);
  }, 60_000);

  it("is seen by whoever joins, and no more once it is for the whole Forum to see and back", async () => {
    const { bot, anna, ben, id } = await started(engine);
    await anna.in(BAUEN).executes("exchange.update", { ...formOf({ visibility: "forum" }), id, revision: 1 });
    expect(await finds(ben)).toBe(true);
    await anna.in(BAUEN).executes("exchange.update", { ...formOf(), id, revision: 2 });
    expect(await finds(ben)).toBe(false);
    const [group] = await bot.db.read.workingGroup.findMany({ where: { name: "Bauen" } });
    await ben.executes("group.join", { groupId: group?.id });
    expect(await finds(ben)).toBe(true);
  });
});

describe("forged presses on it", () => {
  const WAYS: readonly [string, (id: string) => object][] = [
    ["exchange.show", (id) => ({ id })],
    ["exchange.show", (id) => ({ id, words: "Vergabe" })],
    ["exchange.edit", (id) => ({ id })],
    ["exchange.update", (id) => ({ ...formOf(), id, revision: 1 })],
    ["exchange.update", (id) => ({ ...formOf(), id, revision: 7 })],
    ["exchange.delete", (id) => ({ id, revision: 1 })],
    ["exchange.restore", (id) => ({ id, revision: 1 })],
    ["exchange.history", (id) => ({ id })],
    ["exchange.revert", (id) => ({ id, revision: 1, to: 1 })],
    ["exchange.resume", (id) => ({ ...formOf(), id, revision: 1 })],
    ["exchange.move", (id) => ({ id, revision: 1 })],
    ["exchange.moveTo", (id) => ({ action: "m", id, revision: 1, group: "-" })],
    ["exchange.moveTo", (id) => ({ action: "m", id, revision: 7, group: "weg" })],
    ["exchange.object", (id) => ({ id })],
    ["exchange.takeBack", (id) => ({ id, revision: 1 })],
    ["exchange.mark", (id) => ({ id, action: "a", kind: "uses", on: true })],
    ["exchange.mark", (id) => ({ id, action: "b", kind: "interested", on: false })],
    ["exchange.experiences", (id) => ({ id, from: 0 })],
    ["exchange.experience.new", (id) => ({ id })],
    ["exchange.experience.save", (id) => ({ id, action: "e", text: "Auch wir.", effort: "", benefit: "" })],
  ];

  /** These take no id of a record, or are tried below. */
  const OTHERS = [
    ...[
      "exchange.new",
      "exchange.save",
      "exchange.cancel",
      "exchange.find",
      "exchange.usage",
      "exchange.bin",
    ],
    ...["exchange.bundle", "exchange.bundle.done", "exchange.bundles"],
    ...["exchange.links", "exchange.revokeLinks", "exchange.import", "exchange.importCancel"],
    ...["exchange.experience.edit", "exchange.experience.delete"],
  ];

  it("are tried with every verb there is", () => {
    const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.includes("generated"))
      .map((name) => readFileSync(join("src", name), "utf8"));
    const verbs = sources.flatMap((text) =>
      [...text.matchAll(/actionRoute\(\s*"(exchange\.[\w.]+)"/g)].map(([, verb]) => verb),
    );
    expect(verbs.length).toBeGreaterThan(25);
    expect([...new Set(verbs)].sort()).toEqual(
      [...new Set([...WAYS.map(([verb]) => verb), ...OTHERS])].sort(),
    );
  });

  it.each(WAYS)("%s says only that it is gone and writes nothing", async (verb, dataOf) => {
    const { bot, anna, ben, kim, id } = await started();
    const before = await stored(bot);
    const outside = [ben, ben.in(AKTE), ben.in(groupChat("Runde")), anna.in(AKTE), kim.in(AKTE)];
    for (const person of outside) {
      const { body } = await person.executes(verb, dataOf(id), "1");
      expect(person.lastText()).toContain(GONE);
      expect(JSON.stringify(body)).not.toContain(TITLE);
      expect(JSON.stringify(body)).not.toContain("Angebote der Büros");
    }
    expect(await stored(bot)).toBe(before);
  });

  it("a deleted one is gone for an outsider as well, whatever he asks for", async () => {
    const { bot, anna, ben, id } = await started();
    await anna.in(BAUEN).executes("exchange.delete", { id, revision: 1 });
    const before = await stored(bot);
    for (const [verb, dataOf] of WAYS) {
      await ben.executes(verb, { ...dataOf(id), revision: 2 }, "1");
      expect(ben.lastText()).toContain(GONE);
    }
    expect(await stored(bot)).toBe(before);
  });

  it("an experience with it is no way to it either", async () => {
    const { bot, anna, ben, kim, id } = await started();
    const said = { id, action: "e1", text: "Bei uns ging es schnell.", effort: "", benefit: "" };
    await anna.in(BAUEN).executes("exchange.experience.save", said, "1");
    const experience = await bot.db.read.exchangeExperience.findFirst();
    expect(experience).not.toBeNull();
    const before = await stored(bot);
    for (const person of [ben, anna.in(AKTE), kim.in(AKTE)])
      for (const [verb, more] of [
        ["exchange.experience.edit", {}],
        ["exchange.experience.delete", { sure: true }],
        ["exchange.experience.save", { ...said, action: "e2", experience: experience?.id, seen: 0 }],
      ] as const) {
        const body = await answer(person, verb, { id: experience?.id, ...more });
        expect(body).toContain(GONE);
        expect(body).not.toContain("ging es schnell");
      }
    expect(await stored(bot)).toBe(before);
  });

  it("lists and bins of others do not name it", async () => {
    const { anna, ben, id, bot } = await started();
    await bot.db.write((tx) =>
      tx.exchange.update({ where: { id }, data: { product: "Geheimplan", productKey: "geheimplan" } }),
    );
    for (const [verb, data] of [
      ["exchange.usage", { wanted: "Geheimplan", from: 0 }],
      ["exchange.bin", { page: 1 }],
      ["exchange.bundles", { from: 0 }],
      ["exchange.bundle", { subject: `exchange:${id}` }],
    ] as const) {
      const body = await answer(ben, verb, data);
      expect(body).not.toContain(TITLE);
      expect(body.replaceAll("„Geheimplan“", "")).not.toContain("geheimplan");
    }
    expect(await answer(anna, "exchange.usage", { wanted: "Geheimplan", from: 0 })).toContain("Kandern");
    await ben.types("festhalten produkt: Etwas mit Geheimplan – Wir sehen uns das an.");
    expect(ben.lastText()).not.toContain(TITLE);
    await anna.in(BAUEN).executes("exchange.delete", { id, revision: 1 }, "1");
    expect(await answer(ben, "exchange.bin", { page: 1 })).not.toContain(TITLE);
    expect(await answer(anna, "exchange.bin", { page: 1 })).toContain(TITLE);
  });

  it("its own recorder reaches it in the personal chat without being a member", async () => {
    const { bot, ben } = await started();
    const id = await records(bot, ben.in(BAUEN), { title: "Von Ben" });
    expect(await answer(ben, "exchange.show", { id })).toContain("Angebote der Büros");
    expect(await answer(ben, "exchange.delete", { id, revision: 1 })).toContain("Gelöscht: Von Ben");
  });
});

describe("for the group only", () => {
  it("needs a group: neither a personal chat nor a channel without one, and not by an edit", async () => {
    const { bot, anna } = await started();
    for (const place of [anna, anna.in(groupChat("Runde"))]) {
      const said = await answer(place, "exchange.save", formOf({ title: "Ohne Gruppe" }));
      expect(said).toContain("halten Sie den Beitrag im Kanal der Gruppe fest");
    }
    expect(await bot.db.read.exchange.count({ where: { title: "Ohne Gruppe" } })).toBe(0);
    const id = await records(bot, anna, { title: "Für alle", visibility: "forum" });
    const update = { ...formOf({ title: "Für alle" }), id, revision: 1 };
    expect(await answer(anna, "exchange.update", update)).toContain("im Kanal der Gruppe fest");
    expect(await bot.db.read.exchange.findUnique({ where: { id } })).toMatchObject({ visibility: "forum" });
  });
});

describe("messages", () => {
  it("a notice on its way to a place that may not see it any more is not delivered", async () => {
    const { bot, anna } = await started();
    const here = anna.in(AKTE);
    const id = await records(bot, here, { title: "Eben noch offen", visibility: "forum" });
    const other = await bot.db.read.workingGroup.findFirst({ where: { name: "Bauen" } });
    await bot.db.write((tx) =>
      tx.exchange.update({ where: { id }, data: { groupId: other?.id ?? "", visibility: "group" } }),
    );
    await bot.delivers();
    expect(here.sees().some(({ text }) => text.includes("Neuer Beitrag: Eben noch offen"))).toBe(false);
    expect(await bot.db.read.outboxItem.findFirst({ where: { subject: id } })).toMatchObject({
      state: "dropped",
      lastFailure: "notEntitled",
    });
  });

  it("the digest to the Forum neither names nor counts it", async () => {
    const { bot, anna } = await started();
    await records(bot, anna.in(BAUEN), { title: "Für das Forum", visibility: "forum" });
    const facts = digestRepository(bot.db);
    const found = await facts.exchangesBetween(spanOf({ year: 2026, quarter: 1 }), 5);
    expect(found).toEqual([
      { group: "Bauen", count: 1, newest: [{ title: "Für das Forum", organisation: "kandern" }] },
    ]);
    expect(bot.time.clock()).toBeLessThan(instantOf("2026-04-01T00:00"));
  });
});
