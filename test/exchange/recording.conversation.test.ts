/** What comes between a form and a record: similar records, a closed form, what was assumed. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isNear } from "../../src/exchange/near.ts";
import { valuesOf } from "../support/card.ts";
import { startForumsbote } from "../support/forumsbote.ts";
import { channel, thread } from "../support/places.ts";
import { BAUEN, formOf, records, twoGroups } from "./groups.ts";
import { content } from "./records.ts";

const BUILDING = "festhalten prozess: Bauanträge digital annehmen – Anträge kommen über ein Portal.";
const FILLED = {
  "Worum geht es?": "Prozess",
  Titel: "Bauanträge digital annehmen",
  Beschreibung: "Anträge kommen bei uns auch über ein Portal.",
  Stand: "im Einsatz",
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
const stored = () => bot.db.read.exchange.findMany({ orderBy: [{ recordedAt: "asc" }, { title: "asc" }] });

/** Others have recorded things as well: alone in the store every record is like every other. */
async function others() {
  const clara = await member("Hauptamt Steinen", "Steinen");
  await clara.types("festhalten prozess: Hundesteuer online – Formular mit Bezahlung, Marke per Post.");
  await clara.types("festhalten service: Luftbilder beschaffen – Befliegung im Frühjahr für alle Gemeinden.");
  await clara.types(BUILDING);
  return clara;
}

describe("a record like another one", () => {
  it("is held up: the other one is shown, and a second press records it all the same", async () => {
    await others();
    const anna = await member();
    await anna.types("festhalten");
    anna.fills({ ...FILLED, "Stichwörter (freiwillig)": "Bau, Portal" });
    await anna.presses("Speichern");
    expect(anna.lastText()).toContain("Das gibt es vielleicht schon");
    expect(anna.lastText()).toContain("Anträge kommen über ein Portal.");
    expect(await stored()).toHaveLength(3);
    await anna.presses("Trotzdem festhalten");
    expect(anna.lastText()).toContain("Festgehalten: Bauanträge digital annehmen");
    const made = await bot.db.read.exchange.findFirst({ where: { stage: "inUse" } });
    expect(made).toMatchObject({ title: FILLED.Titel, tags: "Bau\nPortal" });
  });

  it("is not lost by going back: the form is as it was", async () => {
    await others();
    const anna = await member();
    await anna.types("festhalten");
    anna.fills(FILLED);
    await anna.presses("Speichern");
    await anna.presses("Abbrechen");
    await anna.presses("Weiter bearbeiten");
    expect(valuesOf(anna.lastCard(), new Map())).toMatchObject({
      kind: "process",
      title: FILLED.Titel,
      text: FILLED.Beschreibung,
      stage: "inUse",
    });
  });

  it("typed in one line is held up only when it says nearly the same; then what was assumed is named", async () => {
    await others();
    const anna = await member();
    await anna.types("festhalten prozess: Baulasten digital – Das Verzeichnis ist jetzt auf der Karte.");
    expect(anna.lastText()).toContain("Festgehalten: Baulasten digital");
    await anna.types(BUILDING);
    expect(anna.lastText()).toContain("Das gibt es vielleicht schon");
    await anna.presses("Trotzdem festhalten");
    expect(anna.lastText()).toContain("Den Stand „Idee“ habe ich angenommen.");
    expect(await stored()).toHaveLength(5);
  });

  it("but for a number in its title is another thing", async () => {
    const clara = await others();
    await clara.types("festhalten prozess: Ausschreibung Los 1 – Wir vergeben die Wartung der Drucker.");
    await clara.types("festhalten prozess: Ausschreibung Los 2 – Wir vergeben die Wartung der Drucker.");
    expect(clara.lastText()).toContain("Festgehalten: Ausschreibung Los 2");
  });

  it("is the same form pressed again: confirmed, not held up by itself", async () => {
    const anna = await member();
    await anna.types("festhalten");
    const phone = anna.elsewhere();
    anna.fills(FILLED);
    phone.fills(FILLED);
    await anna.presses("Speichern");
    await phone.presses("Speichern");
    expect(phone.lastText()).toContain("Festgehalten: Bauanträge digital annehmen");
    expect(await stored()).toHaveLength(1);
  });
});

it("a record of a group holds up nobody who may not read it", async () => {
  const two = await twoGroups();
  const part = { title: "Vergabe der Planung", text: "Angebote der Büros im Vergleich." };
  await records(two.bot, two.anna.in(BAUEN), part);
  const form = { ...formOf({ ...part, visibility: "forum" }), despite: undefined };
  const within = await two.anna.in(BAUEN).executes("exchange.save", form, "1");
  expect(JSON.stringify(within.body)).toContain("Das gibt es vielleicht schon");
  const outside = await two.ben.executes("exchange.save", form, "1");
  expect(JSON.stringify(outside.body)).toContain("Festgehalten: Vergabe der Planung");
  await two.bot.close();
});

describe("what is near", () => {
  const eAkte = { title: "E-Akte eingeführt", text: "Die elektronische Akte im Hauptamt, Aktenplan zuerst." };
  const again = {
    title: "Einführung der E-Akte",
    text: "Läuft im Hauptamt. Erst der Aktenplan, dann scannen.",
  };
  const dogs = {
    title: "Hundesteuer im Netz",
    text: "Ein Formular mit Bezahlung, die Marke kommt per Post.",
  };
  it.each([
    ["the same, by form", eAkte, eAkte, true, true],
    ["the same, typed", eAkte, eAkte, false, true],
    ["other words for it, by form", eAkte, again, true, true],
    ["other words for it, typed", eAkte, again, false, false],
    ["something else, by form", eAkte, dogs, true, false],
    ["another number, typed", { ...eAkte, title: "Los 1" }, { ...eAkte, title: "Los 2" }, false, false],
    ["another number, by form", { ...eAkte, title: "Los 1" }, { ...eAkte, title: "Los 2" }, true, true],
  ])("%s", (_, one, other, byForm, near) => {
    expect(isNear(content(one), content(other), byForm)).toBe(near);
  });
});

describe("a closed form", () => {
  it("stores nothing, and comes back with everything that was put in", async () => {
    const anna = await member();
    await anna.types("festhalten");
    anna.fills({ Titel: "Halb fertig", "Links (freiwillig)": "https://kandern.example/x" });
    await anna.presses("Abbrechen");
    expect(anna.lastText()).toContain("Nicht festgehalten");
    expect(await stored()).toEqual([]);
    await anna.presses("Weiter bearbeiten");
    expect(valuesOf(anna.lastCard(), new Map())).toMatchObject({
      title: "Halb fertig",
      links: "https://kandern.example/x",
    });
    anna.fills(FILLED);
    await anna.presses("Speichern");
    expect(anna.lastText()).toContain("Festgehalten: Bauanträge digital annehmen");
  });

  it("of an edit goes on with that record, and says when it is gone by then", async () => {
    const anna = await member();
    await anna.types(BUILDING);
    await anna.presses("Bearbeiten");
    anna.fills({ Titel: "Neu genannt" });
    await anna.presses("Abbrechen");
    expect(anna.lastText()).toContain("Nicht geändert");
    const closed = JSON.parse(JSON.stringify(anna.lastCard())) as { actions: { data: object }[] };
    await anna.presses("Weiter bearbeiten");
    await anna.presses("Speichern");
    expect(await stored()).toMatchObject([{ title: "Neu genannt", revision: 2 }]);
    const [row] = await stored();
    await anna.executes("exchange.delete", { id: row?.id, revision: 2 }, "1");
    await anna.executes("exchange.resume", closed.actions[0]?.data, "1");
    expect(anna.lastText()).toContain("Diesen Beitrag gibt es nicht mehr.");
  });

  it("into which nothing was put is just closed", async () => {
    const anna = await member();
    await anna.types("festhalten");
    await anna.presses("Abbrechen");
    await expect(anna.presses("Weiter bearbeiten")).rejects.toThrow("no button");
  });
});

describe("the form", () => {
  it("says every problem of its folded fields and keeps them", async () => {
    const anna = await member();
    await anna.types("festhalten");
    anna.fills({
      ...FILLED,
      "Stichwörter (freiwillig)": "a, b, c, d, e, f, g, h, i",
      "Links (freiwillig)": "http://unsicher.example",
      Verbindlichkeit: "beschlossen",
    });
    await anna.presses("Speichern");
    expect(anna.lastText()).toContain("Das sind zu viele Stichwörter.");
    expect(anna.lastText()).toContain("Ein Link ist keine Adresse");
    anna.fills({ "Stichwörter (freiwillig)": "a, b", "Links (freiwillig)": "https://sicher.example/x" });
    await anna.presses("Speichern");
    expect(await stored()).toMatchObject([
      { binding: "decided", tags: "a\nb", links: "https://sicher.example/x" },
    ]);
    await anna.types("beiträge");
    await anna.presses("Anzeigen: Bauanträge …");
    for (const said of ["Verbindlichkeit: beschlossen", "Stichwörter: a, b", "sicher.example"])
      expect(anna.lastText()).toContain(said);
  });

  it("in a channel confirms in the thread, with buttons that say no to others", async () => {
    const anna = (await member()).in(thread(channel("Bauen"), "100"));
    await anna.types("festhalten");
    anna.fills(FILLED);
    await anna.presses("Speichern");
    await bot.delivers();
    const ben = (await member("Fachamt Schopfheim", "Schopfheim")).in(anna.place);
    expect(ben.lastText()).toContain("Neu festgehalten: Bauanträge digital annehmen");
    for (const title of ["Bearbeiten", "Rückgängig"]) {
      await ben.presses(title, "Neu festgehalten");
      expect(ben.lastText()).toContain("Diesen Beitrag kann nur ändern, wer ihn festgehalten hat");
    }
    await anna.presses("Rückgängig", "Neu festgehalten");
    expect(anna.lastText()).toContain("Gelöscht: Bauanträge digital annehmen");
  });
});

describe("the product of a typed line", () => {
  it("is one that others have named, if it stands in the words; the confirmation names it", async () => {
    const clara = await member("Hauptamt Steinen", "Steinen");
    await clara.types("festhalten Produkt: Formular-Server Süd – Alle Formulare an einer Stelle.");
    await clara.presses("Bearbeiten");
    clara.fills({ "Produkt oder Plattform (bei Produkten nötig)": "Formular-Server Süd" });
    await clara.presses("Speichern");
    const anna = await member();
    await anna.types("festhalten Produkt: Neue Anträge – Läuft über den formularserver süd im Bürgerbüro.");
    expect(anna.lastText()).toContain("Produkt: Formular-Server Süd");
    expect(anna.lastText()).toContain(
      "Den Stand „im Einsatz“ und das Produkt „Formular-Server Süd“ habe ich angenommen.",
    );
  });
});
