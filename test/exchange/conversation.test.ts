import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inputsOf } from "../support/card.ts";
import { startForumsbote } from "../support/forumsbote.ts";
import { channel, thread } from "../support/places.ts";

const DETAILS = "festhalten prozess: Bauanträge digital annehmen – Anträge kommen über ein Portal.";
const FILLED = {
  "Worum geht es?": "Produkt",
  Titel: "E-Akte im Hauptamt",
  Beschreibung: "Aktenplan zuerst, dann das Scannen.",
  Stand: "im Einsatz",
  "Produkt oder Plattform (bei Produkten nötig)": "AktoDoc",
};

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
const stored = () => bot.db.read.exchange.findMany({ orderBy: { recordedAt: "asc" } });

describe("festhalten", () => {
  it("with all details records at once and confirms it, in the thread and without a notice", async () => {
    const anna = (await member()).in(channel("Bauen"));
    await anna.types(DETAILS);
    expect(anna.lastText()).toContain("Festgehalten: Bauanträge digital annehmen");
    expect(anna.lastText()).toContain("Organisation: Kandern");
    expect(anna.lastText()).toContain("Den Stand „Idee“ habe ich angenommen.");
    expect(await stored()).toMatchObject([{ kind: "process", organisationKey: "kandern", stage: "idea" }]);
    expect(await bot.db.read.outboxItem.count()).toBe(0);
  });

  it("without details opens a form that records what is filled in", async () => {
    const anna = await member();
    await anna.types("Festhalten");
    await anna.presses("Speichern");
    expect(anna.lastText()).toContain("Bitte wählen Sie, worum es geht: Prozess, Produkt oder Service.");
    expect(await stored()).toEqual([]);
    anna.fills(FILLED);
    await anna.presses("Speichern");
    expect(anna.lastText()).toContain("Festgehalten: E-Akte im Hauptamt");
    expect(await stored()).toMatchObject([
      { kind: "product", stage: "inUse", product: "AktoDoc", offer: null },
    ]);
  });

  it("with some details opens the form with them in it", async () => {
    const anna = await member();
    await anna.types("festhalten service WLAN am Bus");
    const values = Object.fromEntries(inputsOf(anna.lastCard()).map(({ id, node }) => [id, node.value]));
    expect(values).toMatchObject({ kind: "service", title: "WLAN am Bus" });
    expect(await stored()).toEqual([]);
  });

  it("too long: the form again with the beginning and what is wrong", async () => {
    const anna = await member();
    await anna.types(`festhalten prozess: Titel – ${"Wort ".repeat(3_000)}`);
    expect(anna.lastText()).toContain("Der Text ist zu lang.");
    expect(await stored()).toEqual([]);
    await anna.presses("Speichern");
    expect(await stored()).toHaveLength(1);
  });

  it("by a guest asks for the organisation in the same form and stores both at once", async () => {
    const ben = bot.people.person("Hauptamt Zell");
    const where = { aadObjectId: ben.aadObjectId };
    await ben.types(DETAILS);
    expect(await bot.db.read.member.count({ where })).toBe(0);
    ben.fills({ Stand: "Erprobung", "Ihre Organisation": "Zell im Wiesental" });
    await ben.presses("Speichern");
    expect(ben.lastText()).toContain("Organisation: Zell im Wiesental");
    expect(await bot.db.read.member.count({ where })).toBe(1);
  });

  it("by form in a channel tells the thread once, and not about a record that is gone by then", async () => {
    const anna = (await member()).in(thread(channel("Bauen"), "100"));
    await anna.types("festhalten");
    anna.fills(FILLED);
    await anna.presses("Speichern");
    await bot.delivers();
    const ben = (await member("Fachamt Schopfheim", "Schopfheim")).in(anna.place);
    expect(ben.sees().filter(({ text }) => text.includes("Neu festgehalten: E-Akte"))).toHaveLength(1);

    await anna.types("festhalten");
    anna.fills({ ...FILLED, Titel: "Nur kurz da", Beschreibung: "Ein Versehen." });
    await anna.presses("Speichern");
    await anna.presses("Rückgängig");
    await bot.delivers();
    expect(ben.sees().filter(({ text }) => text.includes("Nur kurz da"))).toEqual([]);
  });

  it("the same form pressed on two devices makes one record", async () => {
    const anna = await member();
    await anna.types("festhalten");
    const phone = anna.elsewhere();
    anna.fills(FILLED);
    phone.fills(FILLED);
    await Promise.all([anna.presses("Speichern"), phone.presses("Speichern")]);
    expect(phone.lastText()).toContain("Festgehalten: E-Akte im Hauptamt");
    expect(await stored()).toHaveLength(1);
  });
});

describe("a record", () => {
  it("is edited, deleted and brought back from its cards", async () => {
    const anna = await member();
    await anna.types(DETAILS);
    await anna.presses("Bearbeiten");
    anna.fills({ Titel: "Bauanträge nur noch digital", Stand: "im Einsatz" });
    await anna.presses("Speichern");
    expect(anna.lastText()).toContain("Geändert: Bauanträge nur noch digital");
    await anna.types("suche Bauantrag");
    await anna.presses("Anzeigen: Bauanträge nur …");
    await anna.presses("Löschen");
    expect(anna.lastText()).toContain("Gelöscht: Bauanträge nur noch digital");
    await anna.types("suche Bauantrag");
    expect(anna.lastText()).toContain("Zu „Bauantrag“ habe ich keinen Beitrag gefunden.");
    await anna.presses("Wiederherstellen", "Gelöscht");
    expect(anna.lastText()).toContain("Wiederhergestellt: Bauanträge nur noch digital");
  });

  it("changed by somebody else meanwhile: nothing is lost, and a second press decides", async () => {
    const anna = await member();
    await anna.types(DETAILS);
    await anna.presses("Bearbeiten");
    const phone = anna.elsewhere();
    await phone.presses("Bearbeiten");
    phone.fills({ Titel: "Vom Telefon" });
    await phone.presses("Speichern");
    anna.fills({ Titel: "Vom Schreibtisch" });
    await anna.presses("Speichern");
    expect(anna.lastText()).toContain("Der Beitrag wurde inzwischen geändert. Es wurde nichts gespeichert.");
    expect(anna.lastText()).toContain("„Vom Telefon“");
    await anna.presses("Speichern");
    expect(await stored()).toMatchObject([{ title: "Vom Schreibtisch", revision: 3 }]);
  });

  it("of somebody else: the card stays, one sentence says why", async () => {
    const anna = (await member()).in(channel("Bauen"));
    await anna.types(DETAILS);
    const root = anna.sees().length;
    expect(root).toBeGreaterThan(0);
    const [row] = await stored();
    const ben = await member("Fachamt Schopfheim", "Schopfheim");
    for (const verb of ["exchange.edit", "exchange.delete"]) {
      await ben.executes(verb, { id: row?.id, revision: 1 }, "1");
      expect(ben.lastText()).toContain("Diesen Beitrag kann nur ändern, wer ihn festgehalten hat");
    }
    await ben.executes("exchange.show", { id: "unbekannt" }, "1");
    expect(ben.lastText()).toContain("Diesen Beitrag gibt es nicht mehr.");
    for (const data of [{}, { id: 7 }, { id: "a b" }, { id: "x", revision: "1" }, null, "x"]) {
      expect((await ben.executes("exchange.delete", data, "1")).status).toBe(200);
      expect(ben.lastText()).toContain("Es wurde nichts gespeichert.");
    }
  });
});
