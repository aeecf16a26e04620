import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { actionsOf } from "../support/card.ts";
import { startForumsbote } from "../support/forumsbote.ts";
import { channel } from "../support/places.ts";

const TYPED = "festhalten prozess: Bauanträge digital annehmen – Anträge kommen über ein Portal.";
const DAY = 24 * 3_600_000;

let bot: Awaited<ReturnType<typeof startForumsbote>>;
beforeEach(async () => {
  bot = await startForumsbote();
});
afterEach(() => bot.close());

async function member(name = "Bauamt Kandern", organisation = "Kandern") {
  const person = bot.people.person(name);
  await person.introduces(organisation);
  return person;
}
type Person = Awaited<ReturnType<typeof member>>;

const stored = async () => {
  const row = await bot.db.read.exchange.findFirst();
  if (!row) throw new Error("nothing was recorded");
  return row;
};
const titles = (person: Person) => actionsOf(person.lastCard()).map(({ title }) => title);

async function changed(anna: Person) {
  await anna.types(TYPED);
  await anna.presses("Bearbeiten");
  anna.fills({ Titel: "Bauanträge nur noch digital", Stand: "im Einsatz" });
  await anna.presses("Speichern");
}

describe("Verlauf", () => {
  it("shows everybody what changed, field by field, and takes those who may edit back", async () => {
    const anna = await member();
    await changed(anna);
    const ben = await member("Fachamt Schopfheim", "Schopfheim");
    await ben.types("beiträge");
    await ben.presses("Anzeigen: Bauanträge nur …");
    await ben.presses("Verlauf");
    expect(ben.lastText()).toContain("Stand: Idee → im Einsatz");
    expect(ben.lastText()).toContain("Titel: Bauanträge digital annehmen → Bauanträge nur noch digital");
    expect(ben.lastText()).toMatch(/Geändert am \d\d\.\d\d\.\d{4}, \d\d:\d\d Uhr von Bauamt Kandern/);
    expect(ben.lastText()).toMatch(/Festgehalten am .* von Bauamt Kandern/);
    expect(titles(ben)).toEqual(["Zum Beitrag"]);

    await anna.types("beiträge");
    await anna.presses("Anzeigen: Bauanträge nur …");
    await anna.presses("Verlauf");
    await anna.presses("Fassung 1 wiederherstellen");
    expect(anna.lastText()).toContain("Frühere Fassung wiederhergestellt: Bauanträge digital annehmen");
    expect(await stored()).toMatchObject({
      title: "Bauanträge digital annehmen",
      stage: "idea",
      revision: 3,
    });
    await anna.presses("Verlauf");
    expect(anna.lastText()).toContain("Stand: im Einsatz → Idee");
  });

  it("says it when somebody was faster, and changes nothing", async () => {
    const anna = await member();
    await changed(anna);
    await anna.types("beiträge");
    await anna.presses("Anzeigen: Bauanträge nur …");
    await anna.presses("Verlauf");
    const phone = anna.elsewhere();
    await phone.types("beiträge");
    await phone.presses("Anzeigen: Bauanträge nur …");
    await phone.presses("Bearbeiten");
    phone.fills({ Titel: "Vom Telefon" });
    await phone.presses("Speichern");
    await anna.presses("Fassung 1 wiederherstellen", "Verlauf: Bauanträge nur noch");
    expect(anna.lastText()).toContain("Vom Telefon");
    expect(await stored()).toMatchObject({ title: "Vom Telefon", revision: 3 });
    const { id } = await stored();
    const seen = { id, revision: 3, to: 1 };
    for (const data of [{}, { id }, { ...seen, to: "1" }, { ...seen, revision: 0 }, null]) {
      await anna.executes("exchange.revert", data, "1");
      expect(anna.lastText()).toContain("Es wurde nichts gespeichert.");
    }
  });

  it("is refused to guests and for what never was", async () => {
    const anna = await member();
    await changed(anna);
    const { id } = await stored();
    const guest = bot.people.person("Hauptamt Zell");
    for (const verb of ["exchange.history", "exchange.revert"]) {
      await guest.executes(verb, { id, revision: 2, to: 1 }, "1");
      expect(guest.lastText()).not.toContain("Bauanträge");
      await anna.executes(verb, { id: "unbekannt", revision: 2, to: 1 }, "1");
      expect(anna.lastText()).toContain("Diesen Beitrag gibt es nicht mehr.");
    }
    expect(await stored()).toMatchObject({ revision: 2 });
  });
});

describe("papierkorb", () => {
  it("shows one's own deleted records and brings them back, to the coordinator all", async () => {
    const anna = await member();
    await anna.types("papierkorb");
    expect(anna.lastText()).toContain("Der Papierkorb ist leer.");
    await anna.types(TYPED);
    await anna.presses("Rückgängig");
    const ben = await member("Fachamt Schopfheim", "Schopfheim");
    await ben.types("Papierkorb");
    expect(ben.lastText()).toContain("Der Papierkorb ist leer.");
    const boss = bot.coordinator();
    await boss.introduces("Landkreis Lörrach");
    await boss.types("papierkorb");
    expect(boss.lastText()).toContain("Bauanträge digital annehmen");

    await anna.types("papierkorb");
    expect(anna.lastText()).toContain("Kandern · gelöscht am");
    await anna.presses("Zurück: Bauanträge …");
    expect(anna.lastText()).toContain("Wiederhergestellt: Bauanträge digital annehmen");
    await boss.presses("Zurück: Bauanträge …");
    expect((await stored()).deletedAt).toBeNull();
  });

  it("does not open where others read along", async () => {
    const anna = await member();
    await anna.types(TYPED);
    await anna.presses("Rückgängig");
    const there = anna.in(channel("Bauen"));
    await there.types("papierkorb");
    expect(there.lastText()).toContain("im persönlichen Chat");
    await there.executes("exchange.bin", {}, "1");
    expect(there.lastText()).not.toContain("Bauanträge");
  });

  it("is emptied by the daily job", async () => {
    const anna = await member();
    await anna.types(TYPED);
    await anna.presses("Rückgängig");
    await bot.built.jobs.exchangeRetention.run(bot.time.clock() + 29 * DAY);
    expect(await bot.db.read.exchange.count()).toBe(1);
    await bot.built.jobs.exchangeRetention.run(bot.time.clock() + 31 * DAY);
    expect(await bot.db.read.exchange.count()).toBe(0);
    await anna.types("papierkorb");
    expect(anna.lastText()).toContain("Der Papierkorb ist leer.");
  });
});
